package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

import app.marquee.search.IndexKeeper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a curator's word changes films: as one transaction, which everybody sees when it is
 * done. It stands in the records themselves, so that no import takes it back and every
 * export has it.
 */
@Component
class Curation {

	static final SourceEntry CURATOR = new SourceEntry(SourceEntry.CURATOR, "The curator", SourceEntry.CURATOR, 100,
			null, null, "Corrections made in this catalogue by those who keep it.");

	private final Ingest ingest;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final IndexKeeper index;

	private final Clock clock;

	private final JsonMapper json;

	Curation(Ingest ingest, JdbcTemplate jdbc, PlatformTransactionManager transactions, IndexKeeper index, Clock clock,
			JsonMapper json) {
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.index = index;
		this.clock = clock;
		this.json = json;
	}

	/** Who has never said anything is no source yet. */
	void introduce() {
		if (this.jdbc.queryForList("select id from source where slug = ?", CURATOR.id()).isEmpty()) {
			this.ingest.take(this.jdbc, CURATOR, Collections.emptyIterator(),
					Ingest.Way.quiet(this.transaction, Ingest.Gone.KEPT));
		}
	}

	/** What breaks the limits of a record is not written. */
	static void refuse(@Nullable String broken) {
		if (broken != null) {
			throw new Imports.Refused("That will not do: " + broken + ".");
		}
	}

	/**
	 * A record speaks of another film from now on, or says something else of the same.
	 */
	void move(Rows rows, Recorded recorded, KnownFilm from, KnownFilm to) {
		from.records.remove(recorded.id());
		to.records.put(recorded.id(), recorded);
		rows.add(Change.RECORD, to.id, this.json.writeValueAsString(recorded.film()),
				Recorded.hash(recorded.film(), this.json), Timestamp.from(this.clock.instant()), recorded.id());
	}

	/** Takes a record in as if its source had it just now. */
	void take(SourceEntry source, FilmRecord record) {
		this.ingest.take(this.jdbc, source, List.of(record).iterator(),
				Ingest.Way.quiet(this.transaction, Ingest.Gone.KEPT));
		this.index.catchUp();
	}

	/** A change that is prepared, to be written with a revision. */
	@FunctionalInterface
	interface Prepared {

		void write(long revision);

	}

	/**
	 * Changes films.
	 * @param work loads what it needs, and prepares what is then written
	 */
	void change(BiFunction<Rows, FilmWriter, Prepared> work) {
		Rows rows = new Rows(this.jdbc);
		CatalogueNumbers numbers = this.ingest.numbers(rows);
		this.transaction.executeWithoutResult((status) -> {
			long revision = numbers.nextRevision();
			work.apply(rows, new FilmWriter(rows, numbers, this.json, Timestamp.from(this.clock.instant())))
				.write(revision);
			rows.flush();
			rows.read("select id from source where slug = ?", CURATOR.id())
				.forEach((curator) -> numbers.count(Rows.number(curator.get("id"))));
			// who is killed behind this has corrected it all the same
			numbers.publish();
		});
		numbers.weigh(this.transaction);
		this.transaction.executeWithoutResult((status) -> numbers.publish());
		this.index.catchUp();
	}

	/** The address of a film now. */
	String slug(long film) {
		return Objects
			.requireNonNull(this.jdbc.queryForObject("select slug from film where id = ?", String.class, film));
	}

}
