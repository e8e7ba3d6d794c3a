package app.marquee.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

import org.h2.api.ErrorCode;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * H2 appends to its file what changes, and a long import leaves most of the file unused.
 * Once everybody has let go of the database, what is used is written to a new file, which
 * takes the place of the old one when it is whole.
 */
final class Compaction {

	/** A smaller file is not worth the time. */
	private static final long SMALL = 100_000_000;

	/**
	 * Per cent of the file that are in use; H2 keeps it above this by itself in the long
	 * run.
	 */
	private static final long WELL_FILLED = 50;

	private Compaction() {
	}

	/**
	 * Compacts an H2 database that nobody has open, if much of its file is unused.
	 * @return what came of it, as a line for the curator; nothing if there was no need
	 */
	static Optional<String> of(JdbcConnectionDetails database) throws SQLException {
		try {
			return of(database, SMALL);
		}
		catch (SQLException ex) {
			if (ex.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
				// a server was quicker
				return Optional.empty();
			}
			throw ex;
		}
	}

	/** The same for files from so many bytes on. */
	static Optional<String> of(JdbcConnectionDetails database, long small) throws SQLException {
		if (!database.getJdbcUrl().startsWith("jdbc:h2:file:")) {
			return Optional.empty();
		}
		long before = 0;
		try (Connection connection = open(database); Statement statement = connection.createStatement()) {
			long size = info(statement, "FILE_SIZE");
			// how much of the file is chunks, and how much of these is pages in use
			long filled = info(statement, "FILL_RATE") * info(statement, "CHUNKS_FILL_RATE") / 100;
			if (size > small && filled < WELL_FILLED) {
				statement.execute("shutdown compact");
				before = size;
			}
		}
		if (before == 0) {
			return Optional.empty();
		}
		try (Connection connection = open(database); Statement statement = connection.createStatement()) {
			return Optional.of(String.format(Locale.ENGLISH, "The database file was compacted from %,d to %,d MB.",
					before / 1_000_000, info(statement, "FILE_SIZE") / 1_000_000));
		}
	}

	private static Connection open(JdbcConnectionDetails database) throws SQLException {
		return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

	private static long info(Statement statement, String name) throws SQLException {
		try (ResultSet row = statement.executeQuery(
				"select setting_value from information_schema.settings where setting_name = 'info." + name + "'")) {
			return row.next() ? Long.parseLong(row.getString(1)) : 0;
		}
	}

}
