package app.marquee.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import app.marquee.search.IndexKeeper;
import app.marquee.web.MarqueeSettings;
import app.marquee.web.PartialDate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

/** What goes out comes in again, with all that curators and newer editions made of it. */
class ExporterTest {

	private static final SourceEntry PORTAL = new SourceEntry("portal", "Portal", "page", 50, null, null, null);

	private static final SourceEntry ATLAS = new SourceEntry("atlas", "Atlas", "data set", 90, null, "CC0",
			"An atlas.");

	@TempDir
	private Path folder;

	@Test
	void givesTheSameBytesAfterAnImportIntoAnEmptyCatalogue() throws IOException {
		Catalogue one = new Catalogue();
		fill(one);
		Path first = one.export(this.folder.resolve("first.jsonl"));

		Catalogue other = new Catalogue();
		other.take(first);

		assertThat(other.export(this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
		assertThat(other.state()).isEqualTo(one.state());
	}

	@Test
	void changesNothingWhenItComesBackWhereItCameFrom() throws IOException {
		Catalogue one = new Catalogue();
		fill(one);
		Path first = one.export(this.folder.resolve("first.jsonl"));
		List<String> before = one.state();

		one.take(first);

		assertThat(one.state()).isEqualTo(before);
		assertThat(one.export(this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
	}

	private static void fill(Catalogue catalogue) {
		SourceEntry list = new SourceEntry("list", "List", "list", 40, new PartialDate("2021"), null, null);
		SourceEntry newer = new SourceEntry("list", "List", "list", 40, new PartialDate("2022"), null, null);
		catalogue.take(list, Ingest.Gone.ENDED, film("Gone").of(1990).offered(offer("2021")),
				film("Here").of(1991).offered(offer("2021")));
		catalogue.take(newer, Ingest.Gone.ENDED, film("Here").of(1991).offered(offer("2022")));
		catalogue.take(PORTAL, Ingest.Gone.KEPT, film("Home").key("a").of(2008).minutes(90),
				film("Home").key("b").of(2008).id("imdb", "tt0000001"), film("Uno").of(1970).with("Ada", "A"),
				film("Late").of(1980).reviewed("Eve", "8", "Good."));
		catalogue.take(ATLAS, Ingest.Gone.KEPT, film("Home").of(2008), film("One").of(1972).with("Ada", "B"),
				film("Late").of(1980).minutes(80));
		catalogue.curation.merge("uno-1970", "one-1972", "One film by two titles");
		catalogue.curation.correct("late-1980",
				new FilmRecord.Correction("title", null, "Too Late", false, "So it says on the film"));
		assertThat(catalogue.curation.doubts()).isNotEmpty();
	}

	private static FilmRecord.Offer offer(String checked) {
		return new FilmRecord.Offer("List", "stream", null, null, null, null, null, null, new PartialDate(checked),
				null);
	}

	/** A catalogue in memory. */
	private static final class Catalogue {

		private final JdbcTemplate jdbc;

		private final Ingest ingest;

		private final Curation curation;

		private final Exporter exporter;

		Catalogue() {
			SingleConnectionDataSource database = new SingleConnectionDataSource(
					"jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", true);
			Flyway.configure().dataSource(database).load().migrate();
			this.jdbc = new JdbcTemplate(database);
			Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
			JdbcTransactionManager transactions = new JdbcTransactionManager(database);
			this.ingest = new Ingest(clock, JsonMapper.shared(),
					new MarqueeSettings(Path.of("none"), "none", URI.create("http://localhost"), 1000));
			this.curation = new Curation(this.ingest, this.jdbc, transactions, Mockito.mock(IndexKeeper.class), clock,
					JsonMapper.shared());
			this.exporter = new Exporter(this.jdbc, transactions, JsonMapper.shared());
		}

		void take(SourceEntry source, Ingest.Gone gone, FilmRecords... films) {
			this.ingest.take(this.jdbc, source, Arrays.stream(films).map(FilmRecords::record).iterator(), way(gone));
		}

		void take(Path file) throws IOException {
			try (MarqueeReader.Editions editions = new MarqueeReader(JsonMapper.shared()).editions("export",
					Files.newInputStream(file))) {
				for (SourceEntry source = editions.nextSource(); source != null; source = editions.nextSource()) {
					this.ingest.take(this.jdbc, source, editions.films(), way(Ingest.Gone.KEPT));
				}
			}
		}

		private static Ingest.Way way(Ingest.Gone gone) {
			return new Ingest.Way(TransactionOperations.withoutTransaction(), gone, (progress) -> {
			}, () -> false);
		}

		Path export(Path file) throws IOException {
			this.exporter.export(file);
			return file;
		}

		List<String> state() {
			return this.jdbc.queryForList(
					"""
							select film.slug || '|' || film.title || '|' || coalesce(film.runtime, 0) || '|' || film.review_count
								|| '|' || (select count(*) from source_record where film_id = film.id)
								|| '|' || (select count(*) from credit where film_id = film.id)
								|| '|' || coalesce((select max(ended_on) from offer where film_id = film.id), '-') from film
							union all select 'from ' || former.slug || ' to ' || film.slug from former_film_slug former
								join film on film.id = former.film_id where former.slug = 'uno-1970'
							union all select 'doubt ' || source_key from doubtful_record
							order by 1""",
					String.class);
		}

	}

}
