package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;

import app.marquee.web.MarqueeSettings;
import org.flywaydb.core.Flyway;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports IMDb's files in a process of its own, which can be killed: without pages and
 * without index, so that it starts fast.
 */
final class ImportProcess {

	static final String DONE = "done";

	private ImportProcess() {
	}

	/**
	 * Arguments: the database's address, its user, the folder of the files, and after how
	 * many records the process dies, where it does.
	 */
	public static void main(String... arguments) throws IOException {
		SingleConnectionDataSource database = new SingleConnectionDataSource(arguments[0], arguments[1], "", true);
		Flyway.configure().dataSource(database).loggers("slf4j").load().migrate();
		JdbcTemplate jdbc = new JdbcTemplate(database);
		Ingest ingest = new Ingest(Clock.systemUTC(), JsonMapper.shared(),
				new MarqueeSettings(Path.of("none"), "none", "http://localhost", 1000));
		SourceEntry imdb = new SourceEntry("imdb", "IMDb", "data set", 70, null, null, null);
		try (ImdbReader reader = new ImdbReader(Path.of(arguments[2]), false, JsonMapper.shared(), new Rejections(),
				LocalDate.of(2026, 11, 25))) {
			ingest.take(jdbc, imdb, (arguments.length > 3) ? dying(reader, Integer.parseInt(arguments[3])) : reader,
					Ingest.Way.quiet(new TransactionTemplate(new JdbcTransactionManager(database)), Ingest.Gone.KEPT));
		}
		database.destroy();
		System.out.println(DONE);
	}

	/** As hard as a kill, and always at the same place. */
	private static Iterator<FilmRecord> dying(Iterator<FilmRecord> records, int after) {
		return new Iterator<>() {

			private int read;

			@Override
			public boolean hasNext() {
				return records.hasNext();
			}

			@Override
			public FilmRecord next() {
				if (++this.read > after) {
					Runtime.getRuntime().halt(1);
				}
				return records.next();
			}

		};
	}

}
