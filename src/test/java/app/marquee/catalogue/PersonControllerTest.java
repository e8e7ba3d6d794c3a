package app.marquee.catalogue;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class PersonControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void showsTheFilmsOfAPersonByJob() {
		Page page = Page.get(this.mvc, "/people/brad-fraser");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Brad Fraser");
		assertThat(page.text("p.facts")).isEqualTo("Director, writer");
		assertThat(page.texts("main h2")).containsExactly("Director", "Writer", "Worked with");
		assertThat(page.texts(".bill li")).containsExactly("2002 Leaving Metropolis", "2002 Leaving Metropolis");
	}

	@Test
	void saysWhomAPersonPlays() {
		assertThat(Page.get(this.mvc, "/people/troy-ruptash").texts(".bill li"))
			.containsExactly("2002 Leaving Metropolis David");
	}

	@Test
	void saysHowElseTheNameIsSpelt() {
		assertThat(Page.get(this.mvc, "/people/cherilee-taylor").text("p.facts"))
			.isEqualTo("Actor Also spelt Charlee Taylor");
	}

	@Test
	void saysThatOthersHaveTheName() {
		assertThat(Page.get(this.mvc, "/people/troy-ruptash").body()).doesNotContain("/people?q=");
		this.jdbc.update("""
				insert into person (id, slug, name, sort_name, revision)
				select max(id) + 1, 'brad-fraser-2', 'Brad Fraser', 'fraser brad', 0 from person""");
		try {
			Page page = Page.get(this.mvc, "/people/brad-fraser");
			assertThat(page.text("main")).contains("There are others called Brad Fraser here.");
			assertThat(page.links("a:contains(All called Brad Fraser)")).containsExactly("/people?q=Brad+Fraser");
		}
		finally {
			this.jdbc.update("delete from person where slug = 'brad-fraser-2'");
		}
	}

	@Test
	void inventsNoYearForAFilmWhoseYearIsNotKnown() {
		assertThat(Page.get(this.mvc, "/people/mike-figgis").texts(".bill li"))
			.containsExactly("year not known Leaving Las Vegas");
	}

	@Test
	void namesThosePeopleWhoWorkedOnTheSameFilms() {
		Page page = Page.get(this.mvc, "/people/david-rose");

		assertThat(page.texts(".chips a")).containsExactly("Geoff Edholm 1 film", "David Schachter 1 film");
	}

	@Test
	void sendsOnWhoeverComesByAFormerAddress() {
		this.jdbc.update(
				"insert into former_person_slug (slug, person_id) select 'troy-r', id from person where slug = 'troy-ruptash'");
		try {
			Page page = Page.get(this.mvc, "/people/troy-r");
			assertThat(page.status()).isEqualTo(301);
			assertThat(page.header("Location")).isEqualTo("/people/troy-ruptash");
		}
		finally {
			this.jdbc.update("delete from former_person_slug where slug = 'troy-r'");
		}
	}

	@Test
	void knowsNobodyOfAnUnknownAddressButAFilmThatComesClose() {
		Page page = Page.get(this.mvc, "/people/pleasantvile");

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.links(".bill a")).containsExactly("/films/pleasantville-1998");
	}

}
