package app.marquee.ingest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import app.marquee.catalogue.DatabaseLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Goes on where an earlier start was cut off or failed, as far as nothing can be lost by
 * it. H2 takes back neither the tables that were created so far nor the note that a
 * migration failed, and Flyway refuses to go on where it finds one.
 */
@Component
class MigrationRetry implements FlywayMigrationStrategy {

	/** Another server that starts is done within it. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final Logger LOG = LoggerFactory.getLogger(MigrationRetry.class);

	@Override
	public void migrate(Flyway flyway) {
		List<MigrationInfo> run = Arrays.stream(flyway.info().applied()).toList();
		List<MigrationInfo> failed = run.stream().filter((migration) -> migration.getState().isFailed()).toList();
		if (failed.size() == run.size() && isBegun(flyway)) {
			LOG.warn("The first start was cut off before all tables were there: they are created anew.");
			Flyway.configure().configuration(flyway.getConfiguration()).cleanDisabled(false).load().clean();
		}
		else if (!failed.isEmpty() && failed.stream().allMatch((migration) -> migration.getVersion() == null)) {
			// seeds have no version; they are written in one transaction, so nothing of
			// them is there, and once they are mended they may be tried again. Flyway's
			// own repair would take the tables of another build for ours as well
			new JdbcTemplate(flyway.getConfiguration().getDataSource()).update(
					"delete from " + flyway.getConfiguration().getTable() + " where version is null and not success");
		}
		try (DatabaseLock turn = new DatabaseLock(flyway.getConfiguration().getDataSource(), DatabaseLock.Of.FILMS)) {
			waitForTurn(flyway, turn);
			flyway.migrate();
		}
	}

	/**
	 * Where there is something to do, others may be at it: another server that starts,
	 * for a moment, or an import, for long.
	 */
	private static void waitForTurn(Flyway flyway, DatabaseLock turn) {
		long since = System.nanoTime();
		while (flyway.info().pending().length > 0 && !turn.claim()) {
			if (System.nanoTime() - since > PATIENCE.toNanos()) {
				throw new NotOurTurn("Others have changed films in this database for " + PATIENCE.toSeconds()
						+ " seconds: an import or a correction is under way.");
			}
			LockSupport.parkNanos(LOOK.toNanos());
		}
	}

	/**
	 * Whether the database is an H2 in which Flyway has begun. With no migration that
	 * came to its end, nothing but empty tables can be in it.
	 */
	private static boolean isBegun(Flyway flyway) {
		JdbcTemplate jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
		ConnectionCallback<String> url = (connection) -> connection.getMetaData().getURL();
		return DatabaseDriver.fromJdbcUrl(jdbc.execute(url)) == DatabaseDriver.H2 && Boolean.TRUE.equals(
				jdbc.queryForObject("select count(*) > 0 from information_schema.tables where lower(table_name) = ?",
						Boolean.class, flyway.getConfiguration().getTable().toLowerCase(Locale.ROOT)));
	}

}
