package app.marquee.web;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class ErrorPagesTest {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/leaving-metropolis", "/leaving_metropolis_2002", "/films/leaving-metropolis-2003",
			"/films/leavin-metropols" })
	void offersTheClosestFilmsAtAnAddressThatNobodyOwns(String address) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.links(".bill a")).contains("/films/leaving-metropolis-2002");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/favicon.ico", "/leaving-metropolis.php", "/assets/leaving-metropolis",
			"/genres/leaving-metropolis", "/leaving/metropolis/2002" })
	void looksForNothingWhereNoFilmCanBeMeant(String address) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.has(".bill")).isFalse();
	}

	@Test
	void takesATitleForATitle() {
		assertThat(Page.get(this.mvc, "/films/people-leaving-metropolis-2002").links(".bill a"))
			.contains("/films/leaving-metropolis-2002");
	}

	@Test
	void offersPeopleWhereSomebodyWasAskedFor() {
		Page page = Page.get(this.mvc, "/people/brad-fraserr");

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.links(".bill a")).containsExactly("/people/brad-fraser");
		assertThat(page.texts(".bill li")).containsExactly("Brad Fraser Leaving Metropolis (2002)");
	}

	@ParameterizedTest
	@CsvSource({ "/people?page=soon, /people", "/films?decade=soon, /films",
			"/films?q=le%C3%B3n&decade=soon&genre=drama, /films?q=le%C3%B3n&genre=drama",
			"/films?q=david&page=13, /films?q=david", "/films?min%2Drating=11&q=a, /films?q=a",
			"/films/leaving-metropolis-2002/reviews?sort=zz, /films/leaving-metropolis-2002/reviews",
			"/films?genre=%EF%BF%BD&q=%FF&sort=title, /films?sort=title",
			"/films?q=a&a-name-that-goes-on-longer-than-anybody-would-ever-read=%00, /films?q=a" })
	void offersThePageWithoutWhatItCannotRead(String address, String without) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.status()).isEqualTo(400);
		assertThat(page.links("main a")).containsExactly(without);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/films?%EF%BF%BD=1&genre=drama", "/films?%00=1" })
	void offersThePageAloneWhereNoParameterCanBeNamed(String address) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.status()).isEqualTo(400);
		assertThat(page.links("main a")).containsExactly("/films");
		assertThat(page.text("main a")).isEqualTo("This page without what follows the question mark");
	}

	@Test
	void offersTheSearchWhereNothingComesClose() {
		Page page = Page.get(this.mvc, "/xyzzyxyzzy");

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text("h1")).isEqualTo("This reel is missing");
		assertThat(page.has(".bill")).isFalse();
		assertThat(page.links("main a")).containsExactly("/films");
		assertThat(page.has("form[action=/films]")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/films/nobody", "/films?page=0" })
	void keepsErrorsOutOfSearchEngines(String address) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		assertThat(page.has("link[rel=canonical]")).isFalse();
		assertThat(page.html().select("h1")).hasSize(1);
		assertThat(page.has("link[rel=stylesheet]")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH" })
	void saysThatPagesAreForReading(String method) {
		for (String address : new String[] { "/", "/films", "/films/leaving-metropolis-2002", "/people",
				"/films/nobody" }) {
			Page page = Page.ask(this.mvc, HttpMethod.valueOf(method), address);
			assertThat(page.status()).as(address).isEqualTo(405);
			assertThat(page.header("Allow")).as(address).contains("GET");
			assertThat(page.text("h1")).isEqualTo("This door opens one way");
			assertThat(page.header("Set-Cookie")).isNull();
		}
	}

	@Test
	void refusesMoreParametersThanAnyPageCanUse() {
		StringBuilder many = new StringBuilder("/films?");
		for (int number = 0; number < 100; number++) {
			many.append("p").append(number).append("=1&");
		}
		Page page = Page.get(this.mvc, many.toString());

		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("main")).contains("Takes fewer values than these");
	}

	@Test
	void refusesAValueThatGoesOnAndOn() {
		Page page = Page.get(this.mvc, "/films?q=" + "a".repeat(2000));

		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("dt")).isEqualTo("q");
		assertThat(page.text("dd")).isEqualTo("Takes at most 300 characters.");
	}

}
