package app.marquee.ingest;

import java.time.Clock;
import java.util.Iterator;

import app.marquee.provenance.Belief;
import app.marquee.web.MarqueeSettings;
import app.marquee.web.Texts;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

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

	/**
	 * Takes in what a source says. Records that are unchanged are passed over; a record
	 * that the source had before and has no longer is withdrawn, for the edition is taken
	 * to be complete.
	 * @param jdbc on the connection or the transaction that the caller holds
	 */
	IngestReport take(JdbcTemplate jdbc, SourceEntry source, Iterator<FilmRecord> records) {
		Rows rows = new Rows(jdbc);
		CatalogueNumbers numbers = new CatalogueNumbers(rows, this.clock, this.settings.minimumVotes());
		SourceWriter writer = new SourceWriter(rows, numbers, source, this.json, this.texts, this.clock, this.belief);
		IngestReport report = writer.write(records);
		if (report.changedSomething()) {
			numbers.recount();
		}
		return report;
	}

}
