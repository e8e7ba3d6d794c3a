package app.marquee.catalogue;

import java.util.List;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class PersonControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Credits credits;

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
	@Transactional
	void doesNotCallThoseCoWorkersWhoAppearAsThemselves() {
		assertThat(besideBradFraser()).contains("Troy Ruptash");
		String played = "update credit set played = ? where person_id = (select id from person where slug = 'troy-ruptash')";

		for (String self : List.of("Self", "Self - Host", "Himself", "Queen (archive footage)")) {
			this.jdbc.update(played, self);
			assertThat(besideBradFraser()).as(self).doesNotContain("Troy Ruptash");
		}
		this.jdbc.update(played, "Selfridge");
		assertThat(besideBradFraser()).contains("Troy Ruptash");
	}

	private List<String> besideBradFraser() {
		long person = this.jdbc.queryForObject("select id from person where slug = 'brad-fraser'", Long.class);
		return this.credits
			.coWorkers(person,
					this.jdbc.queryForList("select film_id from credit where person_id = ?", Long.class, person), 50)
			.stream()
			.map(PersonPage.CoWorker::name)
			.toList();
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
		assertThat(Page.get(this.mvc, "/people/mike-figgis").texts(".bill li")).containsExactly("– Leaving Las Vegas");
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
