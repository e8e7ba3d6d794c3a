package app.marquee.provenance;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class SourcesControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void saysWhoSpeaksOfAFilm() {
		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002/sources");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Who said what about Leaving Metropolis (2002)");
		assertThat(page.texts("dl.data dt")).containsExactly("Film portal", "Streaming guide", "Where-to-watch guide");
		assertThat(page.text(".lede")).startsWith("Three sources speak of this film.");
	}

	@Test
	void saysOfEachFactWhoSaidItAndWhatIsMadeOfIt() {
		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002/sources");

		assertThat(page.texts("#rating tr:has(td)")).containsExactly(
				"6.1 2 of 3 sources say so. Film portal, Streaming guide (631 votes) accepted",
				"6.2 Believed is “6.1”: 2 of 3 sources say so. Where-to-watch guide disputed");
		assertThat(page.texts("#runtime tr:has(td)"))
			.containsExactly("89 min 2 sources say the same. Streaming guide, Where-to-watch guide accepted");
		assertThat(page.texts("#certificate tr:has(td)"))
			.containsExactly("NR Only Streaming guide says so. Streaming guide accepted");
	}

	@Test
	void givesTheDateOfASourcesDataWhereItHasOne() {
		Page page = Page.get(this.mvc, "/films/chasing-amy-1997/sources");

		assertThat(page.texts("dl.data dd")).containsExactly(
				"A portal’s page on one film, with related films and what viewers wrote there. It gives no date.",
				"A public list of what Netflix offered in 2021. It states no region. Data of 2021.");
	}

	@Test
	void knowsNoSourcesOfAFilmThatIsNotThere() {
		assertThat(Page.get(this.mvc, "/films/nobody-knows/sources").status()).isEqualTo(404);
	}

}
