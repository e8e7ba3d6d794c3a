package app.marquee.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import app.marquee.TestTexts;
import app.marquee.provenance.Facts;
import app.marquee.search.IndexKeeper;
import app.marquee.web.MarqueeSettings;
import org.flywaydb.core.Flyway;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** A catalogue without seeds, pages and index. */
class EmptyCatalogue {

	final JdbcTemplate jdbc;

	final Ingest ingest;

	final StoredTestimony testimony;

	final Dossiers dossiers;

	final Corrections corrections;

	final Mergers mergers;

	final Withdrawal withdrawal;

	final Exporter exporter;

	final FormerAddresses former;

	/** In memory. */
	EmptyCatalogue() {
		this(new SingleConnectionDataSource(
				"jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", true));
	}

	EmptyCatalogue(SingleConnectionDataSource database) {
		Flyway.configure().dataSource(database).load().migrate();
		JdbcTransactionManager transactions = new JdbcTransactionManager(database);
		Clock clock = new Ticking();
		this.jdbc = new JdbcTemplate(database);
		this.ingest = new Ingest(clock, JsonMapper.shared(),
				new MarqueeSettings(Path.of("none"), "none", "http://localhost", 1000));
		this.testimony = new StoredTestimony(this.jdbc, JsonMapper.shared());
		this.dossiers = new Dossiers(this.jdbc, JsonMapper.shared(), this.testimony,
				new Facts(this.testimony, TestTexts.texts()));
		Curation curation = new Curation(this.ingest, this.jdbc, transactions, Mockito.mock(IndexKeeper.class), clock,
				JsonMapper.shared());
		this.corrections = new Corrections(curation, this.jdbc, clock, JsonMapper.shared(), this.testimony,
				this.dossiers);
		this.mergers = new Mergers(curation, this.jdbc, clock, JsonMapper.shared(), this.dossiers);
		this.withdrawal = new Withdrawal(this.ingest, this.jdbc, transactions, JsonMapper.shared(), this.dossiers);
		this.exporter = new Exporter(this.jdbc, transactions, JsonMapper.shared());
		this.former = new FormerAddresses(this.jdbc, transactions);
	}

	/** A second later each time that somebody looks. */
	private static final class Ticking extends Clock {

		private Instant now = Instant.parse("2026-11-22T12:00:00Z");

		@Override
		public Instant instant() {
			this.now = this.now.plusSeconds(1);
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

	IngestReport take(SourceEntry source, Ingest.Gone gone, FilmRecords... films) {
		return this.ingest.take(this.jdbc, source, Arrays.stream(films).map(FilmRecords::record).iterator(), way(gone));
	}

	/** Takes in a source that can be read twice, as files can. */
	IngestReport takeFile(SourceEntry source, List<FilmRecords> films) {
		return this.ingest.take(this.jdbc, source, reader(films), way(() -> reader(films)));
	}

	static Ingest.Way way(Ingest.Again again) {
		return new Ingest.Way(TransactionOperations.withoutTransaction(), Ingest.Gone.KEPT, Set.of(), again,
				(progress) -> {
				}, () -> false, () -> false, (end) -> {
				});
	}

	static RecordReader reader(List<FilmRecords> films) {
		Iterator<FilmRecord> records = films.stream().map(FilmRecords::record).iterator();
		return new RecordReader() {

			@Override
			public boolean hasNext() {
				return records.hasNext();
			}

			@Override
			public FilmRecord next() {
				return records.next();
			}

			@Override
			public void close() {
			}

		};
	}

	static Ingest.Way way(Ingest.Gone gone) {
		return Ingest.Way.quiet(TransactionOperations.withoutTransaction(), gone);
	}

	long number(String sql) {
		Long number = this.jdbc.queryForObject(sql, Long.class);
		return (number != null) ? number : -1;
	}

	List<String> strings(String sql) {
		return this.jdbc.queryForList(sql, String.class);
	}

}
