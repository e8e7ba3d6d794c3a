package app.marquee.catalogue;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import app.marquee.web.CatalogueState;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the catalogue revision, a few times a second: another process may move it. Under
 * load one visitor reads it anew while the others still go by the last reading, so that
 * nobody ever waits for somebody else's.
 */
@Component
class CatalogueRevision implements CatalogueState {

	private static final long KEPT = CatalogueState.KEPT.toNanos();

	private static final long FRESH = KEPT / 2;

	private final Lock refresh = new ReentrantLock();

	private final JdbcClient jdbc;

	private volatile @Nullable Reading last;

	CatalogueRevision(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public long revision() {
		Reading reading = this.last;
		long age = (reading != null) ? System.nanoTime() - reading.at : Long.MAX_VALUE;
		if (reading == null || age > KEPT) {
			return read();
		}
		if (age > FRESH && this.refresh.tryLock()) {
			try {
				return read();
			}
			finally {
				this.refresh.unlock();
			}
		}
		return reading.revision;
	}

	/** What was read is as old as the question, not as the answer. */
	private long read() {
		long now = System.nanoTime();
		long revision = this.jdbc.sql("select revision from catalogue").query(Long.class).single();
		this.last = new Reading(revision, now);
		return revision;
	}

	private record Reading(long revision, long at) {
	}

}
