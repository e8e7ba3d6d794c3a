package app.marquee.web;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class LayoutTest {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource({ "/films, Films", "/films?genre=drama, Films", "/films/leaving-metropolis-2002, Films",
			"/people/brad-fraser, People", "/genres, Genres", "/providers, Services" })
	void marksThePartOfTheSiteThatAPageBelongsTo(String address, String part) {
		assertThat(Page.get(this.mvc, address).texts(".sign__nav [aria-current]")).containsExactly(part);
	}

	@ParameterizedTest
	@CsvSource({ "/people, true", "/people?letter=f, true", "/people?letter=qqqq, false",
			"/films/romper-stomper-1992/watch, true", "/films/leaving-metropolis-2002/watch, false",
			"/films/leaving-metropolis-2002/reviews, true", "/films/buddies-1985/reviews, false",
			"/films/leaving-metropolis-2002/reviews?score=0, false" })
	void letsSearchEnginesListWhatSaysSomething(String address, boolean indexed) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.has("link[rel=canonical]")).isEqualTo(indexed);
		assertThat(page.has("meta[name=robots][content=noindex]")).isNotEqualTo(indexed);
	}

	@ParameterizedTest
	@CsvSource({ "/, /films.atom, New films in Marquee",
			"/films/leaving-metropolis-2002, /films/leaving-metropolis-2002/reviews.atom, Reviews of Leaving Metropolis (2002)",
			"/films/leaving-metropolis-2002/reviews, /films/leaving-metropolis-2002/reviews.atom, Reviews of Leaving Metropolis (2002)" })
	void namesTheFeedOfAPage(String address, String feed, String title) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.links("link[type='application/atom+xml']")).containsExactly(feed);
		assertThat(page.html().select("link[type='application/atom+xml']").attr("title")).isEqualTo(title);
		assertThat(Page.get(this.mvc, feed).html().select("feed > title").text()).isEqualTo(title);
	}

	@Test
	void callsOnlyThePageItselfTheCurrentOne() {
		assertThat(Page.get(this.mvc, "/films").has(".sign__nav [aria-current=page]")).isTrue();
		assertThat(Page.get(this.mvc, "/films/leaving-metropolis-2002").has(".sign__nav [aria-current=page]"))
			.isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/", "/about", "/nowhere" })
	void marksNoPartForWhatBelongsToNone(String address) {
		assertThat(Page.get(this.mvc, address).texts(".sign__nav [aria-current]")).isEmpty();
	}

}
