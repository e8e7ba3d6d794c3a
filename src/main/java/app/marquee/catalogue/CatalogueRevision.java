package app.marquee.catalogue;

import java.time.Clock;

import app.marquee.web.CatalogueState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the catalogue revision, at most twice a second: another process may move it.
 */
@Component
class CatalogueRevision implements CatalogueState {

	private static final long KEEP_MILLIS = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile Reading last = new Reading(-1, Long.MIN_VALUE);

	CatalogueRevision(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public long revision() {
		long now = this.clock.millis();
		Reading reading = this.last;
		if (now >= reading.until) {
			long revision = this.jdbc.sql("select revision from catalogue").query(Long.class).single();
			reading = new Reading(revision, now + KEEP_MILLIS);
			this.last = reading;
		}
		return reading.revision;
	}

	private record Reading(long revision, long until) {
	}

}
