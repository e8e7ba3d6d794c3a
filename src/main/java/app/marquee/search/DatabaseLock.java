package app.marquee.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Chooses one of several servers on one database. It is chosen as long as its connection
 * lives: when the server is killed, the database gives the lock to another. H2 has one
 * process at a time anyway.
 */
final class DatabaseLock implements AutoCloseable {

	/**
	 * Any number will do that nobody else uses in this database: "marquee" in letters.
	 */
	private static final long KEY = 0x6d617271756565L;

	private final DataSource database;

	private @Nullable Connection held;

	DatabaseLock(DataSource database) {
		this.database = database;
	}

	boolean claim() {
		try {
			Connection connection = this.held;
			if (connection != null && connection.isValid(1)) {
				return true;
			}
			close();
			connection = this.database.getConnection();
			if (locks(connection)) {
				this.held = connection;
				return true;
			}
			connection.close();
			return false;
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The database is away.", ex);
		}
	}

	private static boolean locks(Connection connection) throws SQLException {
		if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return true;
		}
		try (Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
			return answer.next() && answer.getBoolean(1);
		}
	}

	@Override
	public void close() {
		Connection connection = this.held;
		this.held = null;
		if (connection != null) {
			try (connection; Statement statement = connection.createStatement()) {
				// the pool keeps the connection, and with it the lock
				if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
					statement.execute("select pg_advisory_unlock(" + KEY + ")");
				}
			}
			catch (SQLException ex) {
				// the connection is gone, and the lock with it
			}
		}
	}

}
