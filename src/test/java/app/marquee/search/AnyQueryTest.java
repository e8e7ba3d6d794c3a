package app.marquee.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is asked, of whatever length and in whatever combination: no page fails. */
@MarqueeTest
class AnyQueryTest {

	private static final int QUERIES = 150;

	private static final List<String> NAMES = List.of("q", "genre", "decade", "score", "runtime", "certificate",
			"provider", "region", "from", "to", "min-runtime", "max-runtime", "min-rating", "max-rating", "sort",
			"page", "utm_source");

	private static final List<String> VALUES = List.of("drama", "1990", "unknown", "7", "60-90", "NR", "netflix", "CA",
			"2005", "title", "2", "relevance", "", "-1", "99999999999", "x");

	private static final List<String> BITS = List.of("leaving", "metroplis", "year:", "1990", "..", "-", "\"", " ", " ",
			"director:", "genre:drama", "(", "*", "tt0299172", "ii", "8½", "🎬", "\u202E", "é", "İ", "ß", "http://",
			"%", "\\", "and", "the", "א", "中", "\u0301", "\uFFFE", "rating:", "9", "-title:", "region:zz",
			"runtime:<5");

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(longs = { 1, 20261122, 4711 })
	void neverFails(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < QUERIES; round++) {
			StringBuilder query = new StringBuilder("q=" + encoded(text(random)));
			for (int parameters = random.nextInt(4); parameters > 0; parameters--) {
				query.append('&')
					.append(NAMES.get(random.nextInt(NAMES.size())))
					.append('=')
					.append(encoded(random.nextBoolean() ? VALUES.get(random.nextInt(VALUES.size())) : text(random)));
			}
			for (String place : List.of("/films?", "/people?", "/search/suggestions?")) {
				assertThat(status(place + query)).as(place + query).isIn(200, 400);
			}
		}
	}

	@Test
	void takesOrRefusesEveryValueOfEveryParameter() {
		for (String name : NAMES) {
			for (String value : VALUES) {
				String place = "/films?" + name + "=" + encoded(value);
				assertThat(status(place)).as(place).isIn(200, 400);
				String field = "/films?q=" + encoded(name + ":" + value);
				assertThat(status(field)).as(field).isEqualTo(200);
			}
		}
	}

	@Test
	void leadsNobodyInACircle() {
		for (String typed : List.of("1850", "films from 1865", "under 0 minutes", "best", "top", "new movies", "90s",
				"westerns under 90 minutes", "movies with nobody", "films")) {
			String place = "/films?q=" + encoded(typed);
			assertThat(status(place)).as(place).isEqualTo(200);
		}
	}

	/** Of the page, or of the one that it leads to. */
	private int status(String place) {
		Page page = Page.get(this.mvc, place);
		return (page.status() == 302) ? Page.get(this.mvc, String.valueOf(page.header("Location"))).status()
				: page.status();
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		int length = (random.nextInt(10) == 0) ? 60 : random.nextInt(8);
		for (int bit = 0; bit < length; bit++) {
			if (random.nextInt(4) == 0) {
				text.appendCodePoint(random.nextInt(0x3000));
			}
			else {
				text.append(BITS.get(random.nextInt(BITS.size())));
			}
		}
		return text.toString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
