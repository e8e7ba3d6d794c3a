package app.marquee.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import app.marquee.search.IndexKeeper;
import app.marquee.web.MarqueeSettings;
import app.marquee.web.PartialDate;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in data sets, batch by batch, and writes down what became of them. */
@Component
class Imports {

	private final Ingest ingest;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final IndexKeeper index;

	private final MarqueeSettings settings;

	private final Clock clock;

	private final JsonMapper json;

	/** Whether somebody asked it to stop. */
	private final AtomicBoolean stop = new AtomicBoolean();

	Imports(Ingest ingest, JdbcTemplate jdbc, PlatformTransactionManager transactions, IndexKeeper index,
			MarqueeSettings settings, Clock clock, JsonMapper json) {
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.index = index;
		this.settings = settings;
		this.clock = clock;
		this.json = json;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	JsonMapper json() {
		return this.json;
	}

	/** An import that makes no sense; its message says why. */
	static class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Refused(String why) {
			super(why);
		}

	}

	/**
	 * Takes in one source.
	 * @param gone what becomes of what it does not say any more
	 * @param progress is told after each batch
	 * @return what became of it, as lines for the curator, which are also written to a
	 * file
	 */
	List<String> take(SourceEntry source, RecordReader reader, Rejections rejections, Ingest.Gone gone,
			Consumer<IngestReport> progress) throws IOException {
		IngestReport report;
		try (reader) {
			refuseOlderEdition(source);
			report = this.ingest.take(this.jdbc, source, reader,
					new Ingest.Way(this.transaction, gone, progress, this.stop::get));
		}
		this.index.follow();
		List<String> lines = ImportReport.lines(source, report, rejections, doubts(source));
		writeDown(source, lines);
		return lines;
	}

	private void refuseOlderEdition(SourceEntry source) {
		this.jdbc
			.queryForList("select as_of from source where slug = ? and as_of is not null", String.class, source.id())
			.forEach((known) -> {
				if (source.asOf() != null && source.asOf().compareTo(new PartialDate(known)) < 0) {
					throw new Refused("The catalogue already holds the edition of " + known + " of " + source.name()
							+ "; the one of " + source.asOf() + " is older.");
				}
			});
	}

	private List<Map<String, Object>> doubts(SourceEntry source) {
		return this.jdbc.queryForList("""
				select doubtful_record.title, doubtful_record.source_key, doubtful_record.candidates
				from doubtful_record join source on source.id = doubtful_record.source_id
				where source.slug = ? order by source_key limit 200""", source.id());
	}

	private void writeDown(SourceEntry source, List<String> lines) throws IOException {
		Path folder = Files.createDirectories(this.settings.home().resolve("imports"));
		String time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss")
			.format(this.clock.instant().atOffset(ZoneOffset.UTC));
		try (Writer out = new BufferedWriter(
				Files.newBufferedWriter(folder.resolve(time + "-" + source.id() + ".txt")))) {
			for (String line : lines) {
				out.write(line);
				out.write('\n');
			}
		}
	}

}
