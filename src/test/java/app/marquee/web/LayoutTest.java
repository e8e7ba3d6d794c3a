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
