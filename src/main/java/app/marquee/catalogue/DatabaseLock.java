package app.marquee.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Chooses one of several processes on one database. It is chosen as long as its
 * connection lives: when it is killed, the database gives the lock to another. H2 has one
 * process at a time anyway.
 */
public final class DatabaseLock implements AutoCloseable {

	/** What there is one of at a time. */
	public enum Of {

		/** Who keeps the index. */
		INDEX,

		/** Who changes films: an import, or a curator. */
		FILMS

	}

	/**
	 * Any numbers will do that nobody else uses in this database: "marquee" in letters.
	 */
	private static final long KEY = 0x6d617271756565L;

	private final DataSource database;

	private final long key;

	private @Nullable Connection held;

	public DatabaseLock(DataSource database, Of of) {
		this.database = database;
		this.key = KEY + of.ordinal();
	}

	/** Whether this process is the one, or is from now on. */
	public boolean claim() {
		try {
			Connection connection = this.held;
			if (connection != null && connection.isValid(1)) {
				return true;
			}
			close();
			this.held = lock(this.database.getConnection());
			return this.held != null;
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The database is away.", ex);
		}
	}

	/** The connection, if it has the lock now; else it is closed. */
	private @Nullable Connection lock(Connection connection) throws SQLException {
		boolean locked = false;
		try {
			locked = locks(connection);
			return locked ? connection : null;
		}
		finally {
			if (!locked) {
				connection.close();
			}
		}
	}

	private boolean locks(Connection connection) throws SQLException {
		if (!connection.isWrapperFor(PGConnection.class)) {
			return true;
		}
		try (Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + this.key + ")")) {
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
				if (connection.isWrapperFor(PGConnection.class)) {
					statement.execute("select pg_advisory_unlock(" + this.key + ")");
				}
			}
			catch (SQLException ex) {
				// the connection is gone, and the lock with it
			}
		}
	}

}
