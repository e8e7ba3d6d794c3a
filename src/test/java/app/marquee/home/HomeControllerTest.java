package app.marquee.home;

import java.util.List;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class HomeControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void saysHowLargeTheCatalogueIs() {
		Page page = Page.get(this.mvc, "/");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Now showing: 11 films");
		assertThat(page.text(".board")).contains("24 people · 8 reviews · 5 sources");
	}

	@Test
	void putsTheSearchBeforeEverythingElse() {
		Page page = Page.get(this.mvc, "/");

		assertThat(page.html().select("form[action=/films] input[name=q]")).hasSize(1);
		assertThat(page.html().select("form, main").eachAttr("action")).hasSize(1);
		assertThat(page.html().select("form, main").get(0).tagName()).isEqualTo("form");
	}

	@Test
	void showsTheHighestRatedAndTheNewestFilms() {
		Page page = Page.get(this.mvc, "/");

		assertThat(page.texts("section:has(h2:containsOwn(Highest rated)) .wall b"))
			.containsExactlyElementsOf(titles("weighted_rating is not null order by weighted_rating desc"));
		assertThat(page.texts("section:has(h2:containsOwn(Recently added)) .wall b"))
			.containsExactlyElementsOf(titles("1 = 1 order by added_at desc, id desc"));
		assertThat(page.links(".why a")).contains("/about#rating");
	}

	private List<String> titles(String condition) {
		return this.jdbc.queryForList("select title from film where " + condition + " limit 6", String.class);
	}

	@Test
	void chartsFilmsPerDecadeAsLinksThatCanBeHeard() {
		Page page = Page.get(this.mvc, "/");

		assertThat(page.texts(".decades a")).containsExactly("1 film in the 1980s", "6 films in the 1990s",
				"2 films in the 2000s", "1 film in the 2010s");
		assertThat(page.links(".decades a")).contains("/films?decade=1990");
		assertThat(page.html().select(".decades svg:not([aria-hidden=true])")).isEmpty();
	}

	@Test
	void leadsToGenresWithTheirCounts() {
		assertThat(Page.get(this.mvc, "/").texts(".chips a")).startsWith("Drama 6", "Comedy 3");
	}

	@Test
	void saysWhatTheCatalogueHoldsAndWhereItComesFrom() {
		Page page = Page.get(this.mvc, "/about");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.texts("dl.data dd")).startsWith("11", "24", "8", "5");
		assertThat(page.texts("#sources tbody th")).hasSize(5).anyMatch((name) -> name.startsWith("Film portal"));
		assertThat(page.texts("#sources tbody time")).containsExactlyInAnyOrder("2021", "2022");
		assertThat(page.text("#sources tbody")).contains("not dated");
		assertThat(page.texts("#sources tbody td[data-label=Trust]")).contains("50 of 100", "40 of 100");
	}

	@Test
	void explainsTheWeightedRatingWithItsNumbers() {
		Page page = Page.get(this.mvc, "/about");

		assertThat(page.html().select("#rating math").attr("alttext")).isEqualTo("W = (v R + m C) / (v + m)");
		assertThat(page.text("#rating")).contains("1,000")
			.containsPattern("the mean of the whole catalogue, now 6\\.\\d");
	}

}
