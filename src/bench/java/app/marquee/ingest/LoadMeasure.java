package app.marquee.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import app.marquee.web.MarqueeSettings;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures an import of IMDb's files against the bare database that loads the same rows,
 * table by table, with the same keys and indexes in place: {@code CSVREAD} in H2,
 * {@code COPY} in PostgreSQL. Both in one run, into databases that are empty; the index
 * of the search is not part of it.
 */
public final class LoadMeasure {

	/** Those who are pointed at before those who point. */
	private static final List<String> TABLES = List.of("decade", "genre", "company", "provider", "source", "film",
			"former_film_slug", "film_title", "film_external_id", "film_genre", "film_company", "person",
			"person_name", "person_external_id", "credit", "source_record", "doubtful_record", "film_rating", "review",
			"offer");

	private LoadMeasure() {
	}

	/**
	 * Arguments: the folder of the files, a folder to work in, and for PostgreSQL the
	 * addresses of two empty databases, the user in them.
	 */
	public static void main(String... arguments) throws Exception {
		Path files = Path.of(arguments[0]);
		Path work = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
		boolean postgres = arguments.length > 2;
		String h2 = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
		String user = postgres ? "" : "sa";
		double imported;
		try (SingleConnectionDataSource database = open(postgres ? arguments[2] : h2.formatted(work.resolve("imported")),
				user)) {
			imported = importInto(database, files);
			dump(database, work, postgres);
		}
		double bare;
		try (SingleConnectionDataSource database = open(postgres ? arguments[3] : h2.formatted(work.resolve("bare")), user)) {
			bare = load(database, work, postgres);
		}
		System.out.printf(Locale.ENGLISH, "imported in %.1f s, bare load in %.1f s: %.2f times; largest heap %d MB%n",
				imported, bare, imported / bare, Runtime.getRuntime().totalMemory() >> 20);
	}

	private static SingleConnectionDataSource open(String url, String user) {
		SingleConnectionDataSource database = user.isEmpty() ? new SingleConnectionDataSource(url, true)
				: new SingleConnectionDataSource(url, user, "", true);
		Flyway.configure().dataSource(database).load().migrate();
		return database;
	}

	private static double importInto(SingleConnectionDataSource database, Path files) throws IOException {
		Ingest ingest = new Ingest(Clock.systemUTC(), JsonMapper.shared(),
				new MarqueeSettings(Path.of("none"), "none", "http://localhost", 1000));
		SourceEntry imdb = new SourceEntry("imdb", "IMDb", "data set", 70, null, null, null);
		long start = System.nanoTime();
		try (RecordReader reader = new ImdbReader(files, false, JsonMapper.shared(), new Rejections(),
				LocalDate.of(2026, 11, 25))) {
			IngestReport report = ingest.take(new JdbcTemplate(database), imdb, reader,
					new Ingest.Way(new TransactionTemplate(new JdbcTransactionManager(database)), Ingest.Gone.KEPT,
							reader.unsaid(), reader::again, (progress) -> {
								if (progress.read() % 50_000 < 1000) {
									System.out.printf(Locale.ENGLISH, "%,d after %.1f s%n", progress.read(), since(start));
								}
							}, () -> false, () -> false, (end) -> {
							}));
			System.out.println(report);
		}
		return since(start);
	}

	private static void dump(SingleConnectionDataSource database, Path work, boolean postgres)
			throws IOException, SQLException {
		Connection connection = database.getConnection();
		for (String table : TABLES) {
			Path file = work.resolve(table + ".csv");
			if (postgres) {
				try (OutputStream out = Files.newOutputStream(file)) {
					connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
				}
			}
			else {
				new JdbcTemplate(database).execute("call csvwrite('" + file + "', 'select * from " + table + "')");
			}
		}
	}

	private static double load(SingleConnectionDataSource database, Path work, boolean postgres)
			throws IOException, SQLException {
		Connection connection = database.getConnection();
		long start = System.nanoTime();
		for (String table : TABLES) {
			Path file = work.resolve(table + ".csv");
			if (postgres) {
				try (InputStream in = Files.newInputStream(file)) {
					connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in);
				}
			}
			else {
				new JdbcTemplate(database)
					.execute("insert into " + table + " select * from csvread('" + file + "')");
			}
			System.out.printf(Locale.ENGLISH, "%s after %.1f s%n", table, since(start));
		}
		return since(start);
	}

	private static double since(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

}
