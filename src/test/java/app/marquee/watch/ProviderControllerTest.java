package app.marquee.watch;

import java.util.Map;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import app.marquee.catalogue.FilmCard;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class ProviderControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private ProviderController controller;

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

	/** Past the pages that are kept: what changes here is taken back. */
	@Test
	@Transactional
	void saysBetweenWhichDaysSomebodyLookedForItsFilms() {
		this.jdbc.update("update provider set oldest_check = '2021-09-25', last_checked = '2022-05'");

		assertThat(shown()).containsEntry("checked", "Last checked between 25 September 2021 and May 2022");
	}

	@Test
	@Transactional
	void showsFilmsOfAServiceThatHasManyAndNoneOfTheBest() {
		this.jdbc.update("update provider set film_count = 5000 where slug = 'netflix'");
		assertThat(shown()).containsEntry("rated", true);

		this.jdbc.update("update film set rating = null, votes = null, weighted_rating = null");

		assertThat(shown()).containsEntry("rated", false);
	}

	private Map<String, Object> shown() {
		Model model = new ExtendedModelMap();
		this.controller.provider("netflix", model);
		assertThat(model.getAttribute("films")).asInstanceOf(InstanceOfAssertFactories.list(FilmCard.class))
			.extracting(FilmCard::title)
			.containsExactly("Chasing Amy");
		return model.asMap();
	}

	@Test
	void knowsNoServiceThatNoSourceNames() {
		assertThat(Page.get(this.mvc, "/providers/nobodys-films").status()).isEqualTo(404);
	}

}
