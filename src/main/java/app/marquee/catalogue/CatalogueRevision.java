package app.marquee.catalogue;

import java.time.Duration;

import app.marquee.web.CatalogueState;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the catalogue revision, at most twice a second: another process may move it.
 */
@Component
class CatalogueRevision implements CatalogueState {

	private static final long KEEP_NANOS = Duration.ofMillis(500).toNanos();

	private final JdbcClient jdbc;

	private volatile @Nullable Reading last;

	CatalogueRevision(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public long revision() {
		long now = System.nanoTime();
		Reading reading = this.last;
		if (reading == null || now - reading.at > KEEP_NANOS) {
			long revision = this.jdbc.sql("select revision from catalogue").query(Long.class).single();
			reading = new Reading(revision, now);
			this.last = reading;
		}
		return reading.revision;
	}

	private record Reading(long revision, long at) {
	}

}
