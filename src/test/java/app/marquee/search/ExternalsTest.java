package app.marquee.search;

import app.marquee.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@Sample
class ExternalsTest {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(
			strings = { "tt0299172", "imdb:tt0299172", "https%3A%2F%2Fwww.imdb.com%2Ftitle%2Ftt0299172%2F%3Fref_=x" })
	void leadStraightToTheFilm(String typed) {
		Page page = Page.get(this.mvc, "/films?q=" + typed);

		assertThat(page.status()).isEqualTo(302);
		assertThat(page.header("Location")).isEqualTo("/films/leaving-metropolis-2002");
	}

	@Test
	void leadToNothingFoundWhereTheCatalogueHasNoSuchFilm() {
		Page page = Page.get(this.mvc, "/films?q=tt9999999");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("An empty house for “tt9999999”");
		assertThat(page.html().select("main").text()).contains("No film here carries the IMDb number tt9999999.");
	}

}
