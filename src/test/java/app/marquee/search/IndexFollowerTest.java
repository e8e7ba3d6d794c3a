package app.marquee.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import app.marquee.MarqueeTest;
import app.marquee.web.CatalogueState;
import app.marquee.web.MarqueeSettings;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The index follows the database, whoever changes it. */
@MarqueeTest
@DirtiesContext
class IndexFollowerTest {

	@Autowired
	private FilmSearch search;

	@Autowired
	private SearchMapping index;

	@Autowired
	private Documents documents;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private MarqueeSettings settings;

	@Test
	void findsWhatWasChangedBehindItsBack() throws InterruptedException {
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.jdbc.update("""
				update film set title = 'Pleasantburg', sort_title = 'pleasantburg',
					revision = (select revision from catalogue) where slug = 'pleasantville-1998'""");
		this.jdbc.update("""
				update film_title set title = 'Pleasantburg', folded = 'pleasantburg'
				where film_id = (select id from film where slug = 'pleasantville-1998')""");

		assertThat(eventually("pleasantburg", 1)).containsExactly("pleasantville-1998");
	}

	@Test
	void forgetsWhatWasTakenOut() throws InterruptedException {
		assertThat(found("romper")).hasSize(1);
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.jdbc.update("""
				insert into removed_film (film_id, revision) select id, (select revision from catalogue) from film
				where slug = 'romper-stomper-1992'""");
		this.jdbc.update("delete from film where slug = 'romper-stomper-1992'");

		assertThat(eventually("romper", 0)).isEmpty();
	}

	@Test
	void buildsAnIndexAnewThatBelongsToAnotherDatabase() {
		FilmDocument stranger = new FilmDocument(999_999L, Long.MAX_VALUE, "stranger", "Stranger", "stranger",
				List.of("stranger"), List.of("stranger"), List.of("stranger"), List.of(), List.of(), List.of(),
				List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "1990", "unknown", "unknown", null,
				List.of(), List.of(), 1990, null, null, null, null, 0L);
		try (SearchSession session = this.index.createSession()) {
			session.indexingPlan().addOrUpdate(stranger);
		}
		CatalogueState state = () -> this.jdbc.queryForObject("select revision from catalogue", Long.class);
		IndexFollower restarted = new IndexFollower(this.index, this.documents, state);
		restarted.start();
		restarted.stop();

		assertThat(found("stranger")).isEmpty();
		assertThat(found("madness")).hasSize(1);
	}

	@Test
	void livesInAFolderNamedAfterItsFormat() {
		assertThat(Files.isDirectory(indexFolder())).isTrue();
	}

	private Path indexFolder() {
		return this.settings.home().resolve("index").resolve("format-" + Index.FORMAT);
	}

	private List<String> eventually(String words, int expected) throws InterruptedException {
		for (int tries = 0; tries < 100 && found(words).size() != expected; tries++) {
			Thread.sleep(100);
		}
		return found(words);
	}

	private List<String> found(String words) {
		return this.search.first(words, 10).hits().stream().map(FilmHit::slug).toList();
	}

}
