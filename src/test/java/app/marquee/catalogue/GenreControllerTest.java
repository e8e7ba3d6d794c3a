package app.marquee.catalogue;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class GenreControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void listsTheGenresWithMostFilmsFirst() {
		Page page = Page.get(this.mvc, "/genres");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.texts(".bill li")).startsWith("Drama 6 films", "Comedy 3 films", "Thriller 3 films")
			.contains("Documentary 1 film");
		assertThat(page.links(".bill a")).startsWith("/genres/drama");
	}

	@Test
	void showsTheBestFilmsOfAGenreAndTheWayToAllOfThem() {
		Page page = Page.get(this.mvc, "/genres/drama");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Drama");
		assertThat(page.texts(".wall b")).containsExactlyElementsOf(this.jdbc.queryForList("""
				select film.title from film join film_genre on film_genre.film_id = film.id
				join genre on genre.id = film_genre.genre_id where genre.slug = 'drama'
				order by film.weighted_rating desc nulls last, film.id""", String.class));
		assertThat(page.links(".head a")).containsExactly("/films?genre=drama");
	}

	@Test
	void putsFilmsWithoutARatingAfterThoseWithOne() {
		assertThat(Page.get(this.mvc, "/genres/drama").texts(".wall b")).endsWith("Leaving Las Vegas");
	}

	@Test
	void knowsNoGenreThatNoFilmHas() {
		assertThat(Page.get(this.mvc, "/genres/western").status()).isEqualTo(404);
	}

}
