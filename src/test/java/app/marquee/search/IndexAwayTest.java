package app.marquee.search;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor sees while there is no index. */
@MarqueeTest
@DirtiesContext
class IndexAwayTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Index index;

	private Edition edition;

	@BeforeEach
	void takeTheIndexAway() {
		this.edition = this.index.serve(null);
	}

	@AfterEach
	void bringItBack() {
		this.index.serve(this.edition);
	}

	/**
	 * Pages that nobody asked for before: those are in memory, and shown all the same.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/films?sort=oldest&runtime=short", "/films?q=nobody+asked",
			"/films?genre=drama&sort=oldest", "/people?q=nobody+asked", "/search/suggestions?q=nobody+asked" })
	void saysWhatIsMissingAndWhenToComeAgain(String address) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.status()).isEqualTo(503);
		assertThat(page.header("Retry-After")).isEqualTo("10");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("ETag")).isNull();
		assertThat(page.text("h1")).isEqualTo("The reels are being sorted");
		assertThat(page.text("main")).contains("index of the films", "just being built");
		assertThat(page.links("main a")).containsExactly("/genres", "/providers", "/");
		assertThat(page.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/films/leaving-metropolis-2002", "/films/leaving-metropolis-2002/credits",
			"/films/leaving-metropolis-2002/watch", "/people/brad-fraser", "/genres", "/genres/drama", "/providers",
			"/providers/netflix", "/about", "/sitemap.xml", "/films.atom" })
	void showsWhatNeedsNoIndex(String address) {
		assertThat(this.mvc.get().uri(address)).hasStatusOk();
	}

	@Test
	void doesNotGuessWhatComesClose() {
		Page page = Page.get(this.mvc, "/films/leavin-metropols");

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.has(".bill")).isFalse();
	}

}
