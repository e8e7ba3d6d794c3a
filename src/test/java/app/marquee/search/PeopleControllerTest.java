package app.marquee.search;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class PeopleControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void listsEverybodyTheBestKnownFirst() {
		Page page = Page.get(this.mvc, "/people");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("#found")).isEqualTo("24 people");
		assertThat(page.texts(".bill a")).startsWith("Brad Fraser", "Troy Ruptash").hasSize(24);
		assertThat(page.text(".chips a[aria-current]")).isEqualTo("Best known");
	}

	@Test
	void listsPeopleByTheirLetterInTheOrderOfTheirNames() {
		Page page = Page.get(this.mvc, "/people?letter=A");

		assertThat(page.texts(".bill a")).containsExactly("Joey Lauren Adams", "Ben Affleck", "Thom Allison",
				"Tom Anniko");
		assertThat(page.texts(".bill li").get(0)).isEqualTo("Joey Lauren Adams Chasing Amy (1997)");
		assertThat(page.links("nav a:contains(B)")).contains("/people?letter=b");
		assertThat(Page.get(this.mvc, "/people?letter=%2C").status()).isEqualTo(400);
	}

	@Test
	void listsPeopleByTheFirstLettersOfTheirNames() {
		assertThat(Page.get(this.mvc, "/people?letter=an").texts(".bill a")).containsExactly("Tom Anniko");
		assertThat(Page.get(this.mvc, "/people?letter=An").text("h1")).isEqualTo("People: An");
		assertThat(Page.get(this.mvc, "/people?letter=anniko+t").texts(".bill a")).containsExactly("Tom Anniko");
		assertThat(Page.get(this.mvc, "/people?letter=" + "a".repeat(21)).status()).isEqualTo(400);
	}

	@Test
	void findsPeopleByAPartOfTheirName() {
		Page page = Page.get(this.mvc, "/people?q=david");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("People for “david”");
		assertThat(page.texts(".bill a")).containsExactlyInAnyOrder("David Rose", "David Schachter");
		assertThat(page.texts(".bill mark")).containsOnly("David");
	}

	@Test
	void findsSomebodyBehindASlipAndSaysSo() {
		Page page = Page.get(this.mvc, "/people?q=ruptach");

		assertThat(page.texts(".bill a")).containsExactly("Troy Ruptash");
		assertThat(page.text("main")).contains("There is no exact match.");
	}

	@Test
	void findsSomebodyByAnotherSpelling() {
		assertThat(Page.get(this.mvc, "/people?q=charlee").texts(".bill a")).containsExactly("Cherilee Taylor");
	}

	@Test
	void pointsToTheFilmsWhereNobodyHasTheName() {
		Page page = Page.get(this.mvc, "/people?q=xylophone");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main")).contains("Nobody of this name is in the catalogue.");
		assertThat(page.links("main p a")).containsExactly("/films?q=xylophone");
	}

	@Test
	void saysWhatAPageNumberTakes() {
		for (String number : new String[] { "0", "-1", "2", "101", "x", "99999999999" }) {
			Page page = Page.get(this.mvc, "/people?page=" + number);
			assertThat(page.status()).as(number).isEqualTo(400);
			assertThat(page.text("dt")).as(number).isEqualTo("page");
			assertThat(page.text("dd")).as(number).contains("number");
		}
	}

}
