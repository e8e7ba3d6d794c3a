package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An import that is killed in the middle, started again and killed again, ends in the
 * same catalogue as one that nobody disturbed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledImportTest {

	private static final int FILMS = 5000;

	private static final int ROUNDS = 2;

	private static final int KILLS = 5;

	private static final String H2 = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE";

	/** All that an import makes, by what it is called and not by its numbers. */
	private static final List<String> STATE = List.of(
			"""
					select film.slug || '|' || film.title || '|' || coalesce(release_year, 0) || '|' || coalesce(runtime, 0) || '|'
						|| coalesce(rating, 0) || '|' || coalesce(votes, 0) || '|' || coalesce(round(weighted_rating, 3), 0)
					from film order by 1""",
			"""
					select film.slug || '|' || person.slug || '|' || job || '|' || coalesce(played, '') || '|' || billing
					from credit join film on film.id = film_id join person on person.id = person_id order by 1""",
			"""
					select source_key || '|' || content_hash || '|' || film.slug from source_record
					join film on film.id = film_id order by 1""", """
					select film.slug || '|' || film_title.title || '|' || position from film_title
					join film on film.id = film_id order by 1""", """
					select person.slug || '|' || identifier from person_external_id
					join person on person.id = person_id order by 1""",
			"select slug || '|' || film_count from genre order by 1",
			"select decade || '|' || film_count from decade order by 1",
			"select film_count || '|' || person_count || '|' || coalesce(mean_rating, 0) from catalogue",
			"select slug || '|' || record_count from source order by 1",
			"select 'unpublished' from film where revision > (select revision from catalogue)");

	/** Which of these are the records. */
	private static final int RECORDS = 2;

	private final Random dice = new Random(20261125);

	private Path folder;

	private Path files;

	private List<List<String>> undisturbed;

	/** How long an import takes that nobody disturbs. */
	private Duration whole;

	@BeforeAll
	void importUndisturbed(@TempDir Path folder) throws Exception {
		this.folder = folder;
		this.files = this.folder.resolve("imdb");
		GeneratedImdb.write(FILMS, 7, this.files);
		String database = H2.formatted(this.folder.resolve("undisturbed"));
		long start = System.nanoTime();
		finish(database, "sa");
		this.whole = Duration.ofNanos(System.nanoTime() - start);
		this.undisturbed = state(database, "sa");
		assertThat(this.undisturbed.get(0)).hasSizeGreaterThan(FILMS / 2);
	}

	@Test
	void endsAsIfNobodyHadKilledItOnH2() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String database = H2.formatted(this.folder.resolve("killed-" + round));
			killAgainAndAgain(database, "sa");
			assertThat(state(database, "sa")).isEqualTo(this.undisturbed);
		}
	}

	@Test
	void endsAsIfNobodyHadKilledItOnPostgres() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
			for (int round = 0; round < ROUNDS; round++) {
				try (SingleConnectionDataSource server = new SingleConnectionDataSource(
						postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", true)) {
					new JdbcTemplate(server)
						.execute("create database killed" + round + " lc_collate 'C' template template0");
				}
				String database = postgres.getJdbcUrl("postgres", "killed" + round);
				// a batch is read while the one before it is written: by the third, one
				// is in
				Process dying = start(database, "postgres", Integer.toString(5 * SourceWriter.BATCH / 2));
				assertThat(dying.waitFor(5, TimeUnit.MINUTES)).isTrue();
				assertThat(state(database, "postgres").get(RECORDS)).as("what was there when it died")
					.hasSizeBetween(1, this.undisturbed.get(RECORDS).size() - 1);
				killAgainAndAgain(database, "postgres");
				assertThat(state(database, "postgres")).isEqualTo(this.undisturbed);
			}
		}
	}

	private void killAgainAndAgain(String database, String user) throws IOException, InterruptedException {
		for (int kill = 0; kill < KILLS; kill++) {
			Process process = start(database, user);
			process.waitFor(1 + this.dice.nextLong(this.whole.toMillis()), TimeUnit.MILLISECONDS);
			process.destroyForcibly().waitFor();
		}
		finish(database, user);
	}

	private void finish(String database, String user) throws IOException, InterruptedException {
		Process process = start(database, user);
		assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
		assertThat(Files.readString(this.folder.resolve("log"))).contains(ImportProcess.DONE);
	}

	private Process start(String database, String user, String... dying) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), ImportProcess.class.getName(), database, user,
						this.files.toString()));
		command.addAll(List.of(dying));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("log").toFile())
			.start();
	}

	private static List<List<String>> state(String database, String user) {
		try (SingleConnectionDataSource source = new SingleConnectionDataSource(database, user, "", true)) {
			JdbcTemplate jdbc = new JdbcTemplate(source);
			return STATE.stream()
				.map((sql) -> jdbc.queryForList(sql, String.class).stream().sorted().toList())
				.toList();
		}
	}

}
