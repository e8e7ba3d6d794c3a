package app.marquee.catalogue;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import app.marquee.web.CatalogueState;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the catalogue revision, a few times a second: another process may move it. Under
 * load one visitor reads it anew while the others still go by the last reading. Where
 * that takes so long that the last reading no longer counts, the others are told that
 * nobody knows: they do not all wait for a database that does not answer.
 */
@Component
class CatalogueRevision implements CatalogueState {

	private static final long KEPT = CatalogueState.KEPT.toNanos();

	private static final long FRESH = KEPT / 2;

	/** How long nobody asks again, after the database did not answer. */
	private static final long ASKED_IN_VAIN = Duration.ofSeconds(3).toNanos();

	private final Lock refresh = new ReentrantLock();

	private final JdbcClient jdbc;

	/** As pages are read: what they do not see yet is no revision yet. */
	private final TransactionTemplate reading;

	private volatile @Nullable Reading last;

	/** When the database did not answer last, in nanoseconds. */
	private volatile @Nullable Long failed;

	CatalogueRevision(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	@Override
	public long revision() {
		Reading reading = this.last;
		long age = age(reading);
		if (age > FRESH && !isAskedInVain() && lock(age > KEPT)) {
			try {
				// whoever waited may find what another has read meanwhile
				Reading last = this.last;
				if (last != null && age(last) < FRESH) {
					return last.revision;
				}
				if (!isAskedInVain()) {
					return read();
				}
			}
			finally {
				this.refresh.unlock();
			}
		}
		if (reading == null || age > KEPT) {
			throw new QueryTimeoutException("The catalogue's revision is not known yet.");
		}
		return reading.revision;
	}

	private boolean isAskedInVain() {
		Long failed = this.failed;
		return failed != null && System.nanoTime() - failed < ASKED_IN_VAIN;
	}

	private static long age(@Nullable Reading reading) {
		return (reading != null) ? System.nanoTime() - reading.at : Long.MAX_VALUE;
	}

	private boolean lock(boolean patient) {
		try {
			return patient ? this.refresh.tryLock(KEPT, TimeUnit.NANOSECONDS) : this.refresh.tryLock();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** What was read is as old as the question, not as the answer. */
	private long read() {
		long now = System.nanoTime();
		long revision = ask();
		this.last = new Reading(revision, now);
		return revision;
	}

	private long ask() {
		try {
			Long revision = this.reading
				.execute((status) -> this.jdbc.sql("select revision from catalogue").query(Long.class).single());
			this.failed = null;
			return Objects.requireNonNull(revision);
		}
		catch (DataAccessException ex) {
			this.failed = System.nanoTime();
			throw ex;
		}
		catch (TransactionException ex) {
			this.failed = System.nanoTime();
			throw new DataAccessResourceFailureException("The database is away.", ex);
		}
	}

	private record Reading(long revision, long at) {
	}

}
