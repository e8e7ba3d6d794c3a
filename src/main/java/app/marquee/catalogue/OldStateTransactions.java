package app.marquee.catalogue;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

import app.marquee.web.CatalogueState;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Lets transactions that only read see the {@link OldState} while an import keeps one:
 * what it has written so far is seen when all of it is there.
 */
@Component("transactionManager")
class OldStateTransactions extends JpaTransactionManager {

	private static final long serialVersionUID = 1L;

	private static final String KEPT = """
			select substr(application_name, length('MARK') + 1) from pg_stat_activity
			where application_name like 'MARK%' and datname = current_database() order by backend_start limit 1"""
		.replace("MARK", OldState.MARK);

	/** As PostgreSQL names snapshots; nothing else is put into a statement. */
	private static final Pattern NAME = Pattern.compile("[0-9A-F-]{1,60}");

	private final transient JdbcTemplate jdbc;

	private final boolean postgres;

	private transient volatile Looked looked = new Looked(null, 0);

	OldStateTransactions(EntityManagerFactory entities, JdbcTemplate jdbc, JdbcConnectionDetails database) {
		super(entities);
		this.jdbc = jdbc;
		this.postgres = DatabaseDriver.fromJdbcUrl(database.getJdbcUrl()) == DatabaseDriver.POSTGRESQL;
	}

	/**
	 * Which snapshot is kept.
	 *
	 * @param at in nanoseconds; 0: never
	 */
	private record Looked(@Nullable String snapshot, long at) {
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		String snapshot = (this.postgres && definition.isReadOnly()) ? snapshot() : null;
		if (snapshot == null) {
			super.doBegin(transaction, definition);
			return;
		}
		DefaultTransactionDefinition repeatable = new DefaultTransactionDefinition(definition);
		repeatable.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		super.doBegin(transaction, repeatable);
		try {
			see(snapshot);
		}
		catch (DataAccessException ex) {
			doCleanupAfterCompletion(transaction);
			throw new CannotCreateTransactionException("No snapshot can be seen.", ex);
		}
	}

	/** Looked for as often as the catalogue's revision is. */
	private @Nullable String snapshot() {
		Looked last = this.looked;
		long now = System.nanoTime();
		if (last.at == 0 || now - last.at > CatalogueState.KEPT.toNanos()) {
			List<String> kept = this.jdbc.queryForList(KEPT, String.class);
			last = new Looked(kept.stream().filter((name) -> NAME.matcher(name).matches()).findFirst().orElse(null),
					now);
			this.looked = last;
		}
		return last.snapshot;
	}

	private void see(String snapshot) {
		ConnectionCallback<Boolean> see = (connection) -> {
			try (Statement statement = connection.createStatement()) {
				return statement.execute("set transaction snapshot '" + snapshot + "'");
			}
			catch (SQLException ex) {
				// the import has ended since: what is new is there
				connection.rollback();
				return false;
			}
		};
		this.jdbc.execute(see);
	}

}
