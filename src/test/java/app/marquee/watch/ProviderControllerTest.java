package app.marquee.watch;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class ProviderControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void listsTheServicesWithTheirFilms() {
		Page page = Page.get(this.mvc, "/providers");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.texts(".bill li")).containsExactly("Amazon Prime Video 1 film", "Netflix 1 film");
	}

	@Test
	void showsWhatAServiceOffersAndHowOldThatKnowledgeIs() {
		Page page = Page.get(this.mvc, "/providers/netflix");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Netflix");
		assertThat(page.text("p.facts")).isEqualTo("1 film known Last checked in 2021");
		assertThat(page.texts(".wall b")).containsExactly("Chasing Amy");
		assertThat(page.has("nav[aria-label=Region]")).as("no offer states a region").isFalse();
	}

	@Test
	@Transactional
	void showsFilmsOfAServiceThatHasManyAndNoneOfTheBest() {
		this.jdbc.update("update provider set film_count = 5000 where slug = 'netflix'");
		assertThat(Page.get(this.mvc, "/providers/netflix?of=many").texts(".wall b")).containsExactly("Chasing Amy");

		this.jdbc.update("update film set rating = null, votes = null, weighted_rating = null");
		Page page = Page.get(this.mvc, "/providers/netflix?of=unrated");

		assertThat(page.texts(".wall b")).containsExactly("Chasing Amy");
		assertThat(page.texts("h2")).containsExactly("Some of its films");
	}

	@Test
	void knowsNoServiceThatNoSourceNames() {
		assertThat(Page.get(this.mvc, "/providers/nobodys-films").status()).isEqualTo(404);
	}

}
