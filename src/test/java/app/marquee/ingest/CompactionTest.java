package app.marquee.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A database file that is mostly unused shrinks, and loses nothing. */
class CompactionTest {

	private static final int ROWS = 5000;

	@TempDir
	private Path folder;

	private JdbcConnectionDetails database;

	@BeforeEach
	void writeOverAndOver() throws SQLException {
		this.database = new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return "sa";
			}

			@Override
			public String getPassword() {
				return "";
			}

			@Override
			public String getJdbcUrl() {
				return "jdbc:h2:file:" + CompactionTest.this.folder.resolve("marquee");
			}

		};
		// as in a long import: every commit is written at once, and nothing is tidied up
		try (Connection connection = DriverManager.getConnection(this.database.getJdbcUrl() + ";WRITE_DELAY=0", "sa",
				""); Statement statement = connection.createStatement()) {
			statement.execute("create table film (id bigint primary key, title varchar)");
			statement.execute("insert into film select x, random_uuid() from system_range(1, " + ROWS + ")");
			for (int time = 0; time < 50; time++) {
				statement.execute("update film set title = random_uuid()");
			}
			statement.execute("set write_delay 500");
			statement.execute("shutdown immediately");
		}
	}

	@Test
	void shrinksAFileThatIsMostlyUnused() throws Exception {
		long before = size();

		assertThat(Compaction.of(this.database, 0).orElseThrow())
			.startsWith("The database file was compacted from " + before / 1_000_000 + " to ");

		assertThat(size()).isLessThan(before / 5);
		assertThat(rows()).isEqualTo(ROWS);
		assertThat(Compaction.of(this.database, 0)).as("when it is compact already").isEmpty();
	}

	@Test
	void leavesASmallFileAlone() throws Exception {
		assertThat(Compaction.of(this.database, 100_000_000)).isEmpty();
		assertThat(rows()).isEqualTo(ROWS);
	}

	private long size() throws Exception {
		return Files.size(this.folder.resolve("marquee.mv.db"));
	}

	private Integer rows() {
		return new JdbcTemplate(new DriverManagerDataSource(this.database.getJdbcUrl(), "sa", ""))
			.queryForObject("select count(distinct title) from film", Integer.class);
	}

}
