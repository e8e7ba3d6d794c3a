package app.marquee.ingest;

import java.time.Clock;
import java.util.Iterator;
import java.util.function.Consumer;

import app.marquee.provenance.Belief;
import app.marquee.web.MarqueeSettings;
import app.marquee.web.Texts;
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

	private final Belief belief;

	private final Texts texts;

	private final Clock clock;

	private final JsonMapper json;

	private final MarqueeSettings settings;

	Ingest(Belief belief, Texts texts, Clock clock, JsonMapper json, MarqueeSettings settings) {
		this.belief = belief;
		this.texts = texts;
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
		ENDED

	}

	/**
	 * How a source is taken in.
	 *
	 * @param transaction around each batch
	 * @param progress is told after each batch
	 */
	record Way(TransactionOperations transaction, Gone gone, Consumer<IngestReport> progress) {
	}

	/**
	 * Takes in what a source says. Records that are unchanged are passed over.
	 * @param jdbc on the connection or the transactions that the caller holds
	 */
	IngestReport take(JdbcTemplate jdbc, SourceEntry source, Iterator<FilmRecord> records, Way way) {
		Rows rows = new Rows(jdbc);
		CatalogueNumbers numbers = new CatalogueNumbers(rows, this.clock, this.settings.minimumVotes());
		SourceWriter writer = new SourceWriter(rows, numbers, source, this.json, this.texts, this.clock, this.belief,
				way);
		IngestReport report = writer.write(records);
		// also where nothing changed: a run before this one may have been killed before
		// it counted
		way.transaction().executeWithoutResult((status) -> numbers.recount());
		return report;
	}

}
