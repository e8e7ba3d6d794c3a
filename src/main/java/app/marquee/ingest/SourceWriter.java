package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a source: its records in batches, then what becomes of those that it does not
 * have any more, and of those that were in doubt.
 */
class SourceWriter {

	static final int BATCH = 1000;

	private final Rows rows;

	private final CatalogueNumbers numbers;

	private final JsonMapper json;

	private final Clock clock;

	private final Ingest.Way way;

	private final Source source;

	private final FilmWriter films;

	private final DoubtfulRecords doubtful;

	private final BatchWriter batches;

	private final Tally tally = new Tally();

	/**
	 * The source that is written.
	 *
	 * @param otherEdition whether another edition speaks than the one before: what was
	 * decided by its date or the trust in it may be decided otherwise now
	 */
	record Source(SourceEntry edition, long id, boolean otherEdition) {
	}

	SourceWriter(Rows rows, CatalogueNumbers numbers, SourceEntry source, JsonMapper json, Clock clock,
			Ingest.Way way) {
		this.rows = rows;
		this.numbers = numbers;
		this.json = json;
		this.clock = clock;
		this.way = way;
		SourceEntry edition = dated(source);
		this.source = Objects.requireNonNull(way.transaction().execute((status) -> store(edition)));
		Timestamp started = Timestamp.from(clock.instant());
		this.films = new FilmWriter(rows, numbers, json, started);
		FilmAddresses addresses = new FilmAddresses(rows);
		this.doubtful = new DoubtfulRecords(rows, json, addresses, this.source.id(), started);
		this.batches = new BatchWriter(rows, json, clock, way, this.source, this.films, this.doubtful, addresses,
				this.tally);
	}

	/** The number of the source. */
	long sourceId() {
		return this.source.id();
	}

	/**
	 * Writes all records, and takes back what is gone.
	 * @return what became of them; where it was told to stop, so far
	 */
	IngestReport write(Iterator<FilmRecord> records) {
		IngestReport done = report();
		CompletableFuture<List<FilmRecord>> ahead = readAhead(records);
		try {
			List<FilmRecord> batch = batch(ahead);
			while (batch.size() >= BATCH && !this.way.stop().getAsBoolean()) {
				ahead = readAhead(records);
				writeAlone(batch);
				done = report();
				this.way.progress().accept(done);
				batch = batch(ahead);
			}
			if (!this.way.stop().getAsBoolean()) {
				if (this.way.broken().getAsBoolean()) {
					writeAlone(batch);
				}
				else {
					finish(batch);
				}
				done = report();
				this.way.progress().accept(done);
			}
		}
		catch (CancellationException ex) {
			// told to stop while it looked through the source: nothing of this batch is
			// written
		}
		finally {
			// nobody closes the records while they are being read
			ahead.exceptionally((failure) -> List.of()).join();
		}
		return done;
	}

	private void writeAlone(List<FilmRecord> batch) {
		this.way.transaction().executeWithoutResult((status) -> this.batches.write(batch, begin()));
	}

	private IngestReport report() {
		return this.tally.report(this.batches.knowsRivals());
	}

	/** Reads the next batch while the one before it is written. */
	private static CompletableFuture<List<FilmRecord>> readAhead(Iterator<FilmRecord> records) {
		return CompletableFuture.supplyAsync(() -> {
			List<FilmRecord> batch = new ArrayList<>();
			while (batch.size() < BATCH && records.hasNext()) {
				FilmRecord record = records.next();
				batch.add(record);
				if (!record.isExported()) {
					OtherWork.in(record).forEach(batch::add);
				}
			}
			return batch;
		});
	}

	/** A batch that was read; what went wrong with it comes as it was. */
	private static List<FilmRecord> batch(CompletableFuture<List<FilmRecord>> read) {
		try {
			return read.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/** The last batch, and what is gone. */
	private void finish(List<FilmRecord> batch) {
		this.way.transaction().executeWithoutResult((status) -> {
			long revision = begin();
			this.batches.write(batch, revision);
			this.rows.run("update source set as_of = ?, trust = ? where id = ?", asOf(this.source.edition()),
					this.source.edition().trust(), this.source.id());
			takeBack(revision);
			lookAgain(revision);
		});
	}

	/** What the source does not say any more. */
	private void takeBack(long revision) {
		Ingest.Gone way = this.way.gone();
		if (way == Ingest.Gone.KEPT) {
			return;
		}
		GoneRecords gone = new GoneRecords(this.rows, this.json, this.clock, this.films, this.source.id(), this.tally,
				this.way.stop());
		if (way == Ingest.Gone.WITHDRAWN) {
			gone.withdraw(revision);
		}
		else {
			gone.endOffers(Objects.requireNonNull(this.source.edition().asOf(), "a list has a date"),
					way == Ingest.Gone.ENDED_IF_FEW, revision);
		}
		this.doubtful.removeUnseen();
	}

	/**
	 * A record may have been in doubt because another of the source might be the film, or
	 * was withdrawn. Now that all were seen, this is settled for some, and that may
	 * settle others: the same source once more would change nothing.
	 */
	private void lookAgain(long revision) {
		long before;
		do {
			before = this.tally.doubtful;
			String after = "";
			while (after != null && !this.way.stop().getAsBoolean()) {
				after = lookAgain(after, revision);
			}
		}
		while (this.tally.doubtful < before);
	}

	/**
	 * The same for one page of them.
	 * @param after the key of the last one of the page before
	 * @return the key of its last one; null if no page follows
	 */
	private @Nullable String lookAgain(String after, long revision) {
		Map<String, DoubtfulRecords.Doubt> doubts = this.doubtful.page(after, BATCH);
		List<FilmRecord> films = doubts.values().stream().map(this.doubtful::film).toList();
		Set<String> open = this.doubtful.open(films, doubts);
		List<FilmRecord> again = films.stream()
			.filter((film) -> !open.contains(film.key()) && !this.batches.isDoubtedElsewhere(film))
			.toList();
		this.tally.doubtful -= again.size();
		this.batches.writeFresh(again, revision);
		return (films.size() < BATCH) ? null : films.get(films.size() - 1).key();
	}

	/** An edition that gives no date is taken to be of the last one that was given. */
	private SourceEntry dated(SourceEntry source) {
		return (source.asOf() != null) ? source
				: this.rows.read("select as_of from source where slug = ?", source.id())
					.stream()
					.map((row) -> source.dated(PartialDate.of((String) row.get("as_of"))))
					.findFirst()
					.orElse(source);
	}

	/**
	 * The source as it introduces itself. The date of its data and the trust in it, by
	 * which the stored records were judged, move on with the last of its records: a run
	 * that is cut off can be started again.
	 */
	private Source store(SourceEntry source) {
		this.numbers.nextRevision();
		List<Map<String, @Nullable Object>> known = this.rows.read("select * from source where slug = ?", source.id());
		if (known.isEmpty()) {
			long id = this.rows.nextId("source");
			this.rows.run("""
					insert into source (id, slug, name, kind, trust, as_of, licence, about, origin)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", id, source.id(), source.name(), source.kind(),
					source.trust(), asOf(source), source.licence(), source.about(), source.origin());
			return new Source(source, id, false);
		}
		Map<String, @Nullable Object> before = known.get(0);
		boolean otherEdition = !Objects.equals(before.get("as_of"), asOf(source))
				|| Rows.number(before.get("trust")) != source.trust() || !source.name().equals(before.get("name"))
				|| !Objects.equals(before.get("origin"), source.origin());
		long id = Rows.number(before.get("id"));
		this.rows.run("update source set name = ?, kind = ?, licence = ?, about = ?, origin = ? where id = ?",
				source.name(), source.kind(), source.licence(), source.about(), source.origin(), id);
		return new Source(source, id, otherEdition);
	}

	private static @Nullable String asOf(SourceEntry source) {
		return (source.asOf() != null) ? source.asOf().iso() : null;
	}

	/** Holds the catalogue until the transaction ends, and says what its changes are. */
	private long begin() {
		this.rows.newTransaction();
		return this.numbers.nextRevision();
	}

}
