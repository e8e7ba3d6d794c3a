package app.marquee.ingest;

import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import app.marquee.web.MarqueeSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one way into the catalogue. Whatever the format a film comes in, it comes in here,
 * as a {@link FilmRecord} of a source.
 */
@Component
class Ingest {

	private final Clock clock;

	private final JsonMapper json;

	private final MarqueeSettings settings;

	Ingest(Clock clock, JsonMapper json, MarqueeSettings settings) {
		this.clock = clock;
		this.json = json;
		this.settings = settings;
	}

	/** What becomes of what a source said before and says no longer. */
	enum Gone {

		/** It stays: the data set is a part of a larger one. */
		KEPT,

		/** It is taken back. */
		WITHDRAWN,

		/** The film stays, and is offered no longer. */
		ENDED,

		/**
		 * As before, unless most of what was offered would be gone: it may be half a
		 * list.
		 */
		ENDED_IF_FEW

	}

	/** Opens a source that is being read once more. */
	@FunctionalInterface
	interface Again {

		/**
		 * The films of the source, as far as they are told apart by it; null where it is
		 * not read twice.
		 */
		@Nullable RecordReader open() throws IOException;

	}

	/**
	 * How a source is taken in.
	 *
	 * @param transaction around each batch
	 * @param unsaid of which parts of a film the source says nothing this time
	 * @param again opens the source once more, to glance through it
	 * @param progress is told after each batch
	 * @param stop whether somebody wants it to stop after the batch that is being written
	 * @param broken whether the source could not be read any further: what was read is
	 * written, and nothing is taken back
	 * @param end is told what became of it, in the transaction that publishes it
	 */
	record Way(TransactionOperations transaction, Gone gone, Set<FilmRecord.Part> unsaid, Again again,
			Consumer<IngestReport> progress, BooleanSupplier stop, BooleanSupplier broken, Consumer<IngestReport> end) {

		/** A way that nobody watches, stops or writes down. */
		static Way quiet(TransactionOperations transaction, Gone gone) {
			return new Way(transaction, gone, Set.of(), () -> null, (progress) -> {
			}, () -> false, () -> false, (report) -> {
			});
		}

	}

	/**
	 * Takes in what a source says. Records that are unchanged are passed over. Whoever
	 * follows the catalogue's revision sees nothing of it before all of it is there.
	 * @param jdbc on the connection or the transactions that the caller holds
	 */
	IngestReport take(JdbcTemplate jdbc, SourceEntry source, Iterator<FilmRecord> records, Way way) {
		Rows rows = new Rows(jdbc);
		CatalogueNumbers numbers = numbers(rows);
		SourceWriter writer = new SourceWriter(rows, numbers, source, this.json, this.clock, way);
		IngestReport report = writer.write(records);
		// also where nothing changed: a run before this one may have been killed before
		// it came to this
		numbers.weigh(way.transaction());
		numbers.rescale(way.transaction());
		way.transaction().executeWithoutResult((status) -> {
			numbers.count(writer.sourceId());
			way.end().accept(report);
			numbers.publish();
		});
		return report;
	}

	/** Weighs all films with the minimum of votes that is set, where it was another. */
	void weigh(JdbcTemplate jdbc) {
		CatalogueNumbers numbers = new CatalogueNumbers(new Rows(jdbc), this.clock, this.settings.minimumVotes());
		numbers.weigh(TransactionOperations.withoutTransaction());
		numbers.publish();
	}

	/** Whoever changes films weighs them as before: a start of the server sets how. */
	CatalogueNumbers numbers(Rows rows) {
		return CatalogueNumbers.asBefore(rows, this.clock, this.settings.minimumVotes());
	}

}
