package app.marquee.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import app.marquee.catalogue.OldState;
import app.marquee.text.PartialDate;
import app.marquee.web.CatalogueState;
import app.marquee.web.MarqueeSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessResourceFailureException;
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

	private final MarqueeSettings settings;

	private final Clock clock;

	private final JsonMapper json;

	/** Examples and doubts on a terminal, and in the report's file. */
	private static final int SHOWN = 10;

	private static final int WRITTEN = 1_000;

	static final String DRY = "A dry run: nothing was written.";

	private final Dossiers dossiers;

	private final CatalogueState catalogue;

	/** Whether somebody asked it to stop. */
	private volatile boolean stopped;

	Imports(Ingest ingest, JdbcTemplate jdbc, PlatformTransactionManager transactions, MarqueeSettings settings,
			Clock clock, JsonMapper json, Dossiers dossiers, CatalogueState catalogue) {
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.settings = settings;
		this.clock = clock;
		this.json = json;
		this.dossiers = dossiers;
		this.catalogue = catalogue;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	Clock clock() {
		return this.clock;
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
	 * How an import is run.
	 *
	 * @param gone what becomes of what the source does not say any more
	 * @param dry whether all of it is taken back in the end, and nothing is written down
	 * @param progress is told after each batch
	 */
	record Run(Ingest.Gone gone, boolean dry, Consumer<IngestReport> progress) {
	}

	/**
	 * What became of a source.
	 *
	 * @param lines for the curator
	 * @param whole whether it could be read to its end
	 */
	record Taken(List<String> lines, boolean whole) {
	}

	/** Something that takes sources in. */
	@FunctionalInterface
	interface Taking {

		void run() throws IOException;

	}

	/** Takes all of it in, or nothing. */
	void whole(Runnable taking) {
		this.transaction.executeWithoutResult((status) -> taking.run());
	}

	/** Takes all of it back in the end: each source is judged by what came before it. */
	void takeBack(Taking taking) throws IOException {
		try {
			this.transaction.executeWithoutResult((status) -> {
				status.setRollbackOnly();
				try {
					taking.run();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/** Readers see the catalogue of before until all of it is there. */
	void behindTheScenes(Taking taking) throws IOException {
		try {
			OldState before = OldState.keep(Objects.requireNonNull(this.jdbc.getDataSource()));
			try {
				if (before.isKept()) {
					// servers look for it now and then
					this.catalogue.settle();
				}
				taking.run();
			}
			finally {
				before.close();
			}
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The database is away.", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted before anything was written", ex);
		}
	}

	/**
	 * Takes in one source.
	 * @return what became of it; it is also written to a file
	 */
	Taken take(SourceEntry source, RecordReader reader, Rejections rejections, Run run) throws IOException {
		Instant started = this.clock.instant();
		try (reader) {
			refuseOlderEdition(source);
			AsFarAsItGoes records = new AsFarAsItGoes(reader);
			if (!records.hasNext() && records.failure().isEmpty()
					&& (run.gone() != Ingest.Gone.KEPT || rejections.lines() > 0)) {
				return nothing(source, rejections, run);
			}
			IngestReport report = ingest(source, reader, records, rejections, started, run);
			List<String> lines = lines(source, report, rejections, SHOWN);
			if (run.dry()) {
				lines.add(stopped() ? "A dry run, stopped: nothing was written." : DRY);
			}
			else {
				List<String> whole = stoppedOrNot(lines(source, report, rejections, WRITTEN));
				records.failure().ifPresent((why) -> whole.add(brokenOff(why, false)));
				stoppedOrNot(lines).add(writeDown(source, whole));
			}
			records.failure().ifPresent((why) -> lines.add(brokenOff(why, run.dry())));
			return new Taken(lines, records.failure().isEmpty());
		}
	}

	/**
	 * No line of it could be taken: an edition of which nothing is here is not the one
	 * that the catalogue holds.
	 */
	private Taken nothing(SourceEntry source, Rejections rejections, Run run) {
		List<String> lines = new ArrayList<>(ImportReport.rejected(source, rejections, SHOWN));
		lines.add("There is no film in it. Nothing was changed" + ((run.gone() != Ingest.Gone.KEPT && isKnown(source))
				? ": all that " + source.name() + " offers would be gone." : "."));
		return new Taken(lines, false);
	}

	private boolean isKnown(SourceEntry source) {
		return !this.jdbc.queryForList("select id from source where slug = ?", source.id()).isEmpty();
	}

	private static String brokenOff(String why, boolean dry) {
		return "It broke off: " + why + "." + (dry ? "" : " What was read before is in the catalogue; the same command"
				+ " goes on from there when the file is mended.");
	}

	private IngestReport ingest(SourceEntry source, RecordReader reader, AsFarAsItGoes records, Rejections rejections,
			Instant started, Run run) {
		return this.ingest.take(this.jdbc, source, records, new Ingest.Way(this.transaction, run.gone(),
				reader.unsaid(), reader::again, run.progress(), this::stopped, () -> records.failure().isPresent(),
				(report) -> note(source, report, rejections, started, !stopped() && records.failure().isEmpty())));
	}

	/** The records of a source up to where it can be read. */
	private static final class AsFarAsItGoes implements Iterator<FilmRecord> {

		private final RecordReader records;

		private volatile @Nullable String failure;

		private AsFarAsItGoes(RecordReader records) {
			this.records = records;
		}

		/** Why it could not be read to its end. */
		Optional<String> failure() {
			return Optional.ofNullable(this.failure);
		}

		@Override
		public boolean hasNext() {
			try {
				return this.failure == null && this.records.hasNext();
			}
			catch (UncheckedIOException ex) {
				this.failure = String.valueOf(Objects.requireNonNull(ex.getCause()).getMessage());
				return false;
			}
		}

		@Override
		public FilmRecord next() {
			return this.records.next();
		}

	}

	private List<String> lines(SourceEntry source, IngestReport report, Rejections rejections, int most) {
		return ImportReport.lines(source, report, rejections, this.dossiers.doubts(source.id(), most), most);
	}

	private List<String> stoppedOrNot(List<String> lines) {
		if (stopped()) {
			lines.add("Stopped. What was read is in the catalogue; the same command goes on from there.");
		}
		return lines;
	}

	/** Lets the import end after the batch that is being written. */
	void stop() {
		this.stopped = true;
	}

	boolean stopped() {
		return this.stopped;
	}

	private void note(SourceEntry source, IngestReport report, Rejections rejections, Instant started,
			boolean complete) {
		this.jdbc.update(
				"""
						insert into import_run (id, source_id, as_of, started_at, ended_at, complete, records_read, films_created,
							films_matched, records_updated, records_unchanged, records_gone, records_in_doubt, lines_rejected,
							revision)
						select (select coalesce(max(id), 0) + 1 from import_run), id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
							(select revision + 1 from catalogue)
						from source where slug = ?""",
				(source.asOf() != null) ? source.asOf().iso() : null, Timestamp.from(started),
				Timestamp.from(this.clock.instant()), complete, report.read(), report.created(), report.matched(),
				report.updated(), report.unchanged(), report.withdrawn(), report.doubtful(), rejections.lines(),
				source.id());
	}

	/** Of one source there may be a newer edition already. */
	void refuseOlderEdition(SourceEntry source) {
		this.jdbc
			.queryForList("select as_of from source where slug = ? and as_of is not null", String.class, source.id())
			.forEach((known) -> {
				if (source.asOf() != null && source.asOf().compareTo(new PartialDate(known)) < 0) {
					throw new Refused("The catalogue already holds the edition of " + known + " of " + source.name()
							+ "; the one of " + source.asOf() + " is older.");
				}
			});
	}

	/** Not every system has names of files in every script. */
	private static String ascii(String id) {
		return id.replaceAll("[^\\x21-\\x7E]+", "_");
	}

	/** Writes the report to a file, and says where it is, or why it is not. */
	private String writeDown(SourceEntry source, List<String> lines) {
		Path folder = this.settings.home().resolve("imports");
		String time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss")
			.format(this.clock.instant().atOffset(ZoneOffset.UTC));
		String name = time + "-" + ascii(source.id());
		Path file = folder.resolve(name + ".txt");
		try {
			Files.createDirectories(folder);
			// of another source that is written alike
			for (int number = 2; Files.exists(file); number++) {
				file = folder.resolve(name + "-" + number + ".txt");
			}
			Files.write(file, lines, StandardOpenOption.CREATE_NEW);
			return "This report, with more examples: " + file;
		}
		catch (IOException ex) {
			return "This report could not be written to " + file + ": is the folder writable, and the disk not full?";
		}
	}

}
