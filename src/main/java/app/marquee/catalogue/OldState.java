package app.marquee.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The catalogue as it is before an import, for as long as that takes: PostgreSQL exports
 * a snapshot of it, whose name stands in the name of the session that holds it, where
 * other processes find it. It ends with the session, also if this process is killed. H2
 * has one process at a time, and so no readers beside an import.
 */
public final class OldState implements AutoCloseable {

	/** In front of the snapshot's name. */
	static final String MARK = "marquee shows ";

	private @Nullable Connection session;

	private OldState(@Nullable Connection session) {
		this.session = session;
	}

	/** Keeps what is there now. */
	public static OldState keep(DataSource database) throws SQLException {
		Connection session = database.getConnection();
		boolean kept = false;
		try {
			if (!session.isWrapperFor(PGConnection.class)) {
				return new OldState(null);
			}
			session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			session.setAutoCommit(false);
			try (Statement statement = session.createStatement()) {
				// it is idle for as long as the import takes
				statement.execute("set local idle_in_transaction_session_timeout = 0");
				statement
					.execute("select set_config('application_name', '" + MARK + "' || pg_export_snapshot(), false)");
			}
			kept = true;
			return new OldState(session);
		}
		finally {
			if (!kept) {
				session.close();
			}
		}
	}

	/** Whether there may be readers, who see it. */
	public boolean isKept() {
		return this.session != null;
	}

	/** From now on, readers see what is new. */
	@Override
	public void close() {
		Connection ended = this.session;
		this.session = null;
		if (ended != null) {
			try (ended) {
				// with it, the session has its name of before again
				ended.rollback();
				ended.setAutoCommit(true);
			}
			catch (SQLException ex) {
				// the session is gone, and what it kept with it
			}
		}
	}

}
