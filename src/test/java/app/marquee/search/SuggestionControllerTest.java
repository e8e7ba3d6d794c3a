package app.marquee.search;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class SuggestionControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void suggestsFilmsWithTheirYearAndPeopleForAWordThatIsStillTyped() {
		Page page = Page.get(this.mvc, "/search/suggestions?q=lea");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body().strip()).as("a fragment, no page").startsWith("<li");
		assertThat(page.texts("li")).contains("Leaving Metropolis 2002", "Leaving Las Vegas year not known");
		assertThat(Page.get(this.mvc, "/search/suggestions?q=boy").texts("li"))
			.contains("Lynda Boyd Leaving Metropolis (2002)");
	}

	@Test
	void suggestsAPartWithItsFilm() {
		Page page = Page.get(this.mvc, "/search/suggestions?q=ben+sander");

		assertThat(page.texts("li")).containsExactly("Ben Sanderson in Leaving Las Vegas, year not known");
		assertThat(page.links("li a[role=option]")).containsExactly("/films/leaving-las-vegas");
	}

	@Test
	void saysWhoseFilmItIsWhereTheTitleDoesNot() {
		assertThat(Page.get(this.mvc, "/search/suggestions?q=brad+f").texts("li"))
			.contains("Leaving Metropolis 2002, with Brad Fraser", "Brad Fraser Leaving Metropolis (2002)");
	}

	@Test
	void mayBeKeptForAMinute() {
		assertThat(Page.get(this.mvc, "/search/suggestions?q=lea").header("Cache-Control")).contains("max-age=60");
	}

	@Test
	void forgivesASlip() {
		assertThat(Page.get(this.mvc, "/search/suggestions?q=metropols").texts("li"))
			.contains("Leaving Metropolis 2002");
	}

	@Test
	void suggestsNothingForNothing() {
		assertThat(Page.get(this.mvc, "/search/suggestions").status()).isEqualTo(200);
		assertThat(Page.get(this.mvc, "/search/suggestions?q=").has("li")).isFalse();
		assertThat(Page.get(this.mvc, "/search/suggestions?q=%2B%2B").has("li")).isFalse();
	}

}
