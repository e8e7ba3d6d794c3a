package app.marquee.ingest;

import java.util.Arrays;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * H2 cannot take back the note that a migration failed, and Flyway refuses to go on where
 * it finds one. Seeds are written in one transaction, so nothing of them is there: once
 * they are mended, they may be tried again. A failed change of the schema stays refused.
 */
@Component
class SeedRetry implements FlywayMigrationStrategy {

	@Override
	public void migrate(Flyway flyway) {
		List<MigrationInfo> failed = Arrays.stream(flyway.info().all())
			.filter((migration) -> migration.getState().isFailed())
			.toList();
		// a change of the schema has a version, the seeds have none
		if (!failed.isEmpty() && failed.stream().allMatch((migration) -> migration.getVersion() == null)) {
			flyway.repair();
		}
		flyway.migrate();
	}

}
