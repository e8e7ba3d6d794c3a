package app.marquee.search;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import app.marquee.web.Follower;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/**
 * Keeps the index up with the database. Every film and person carries the catalogue
 * revision of its last change, and the index notes which revision it has followed to; so
 * a crash loses nothing, whoever changed the catalogue. Where there is no index, or a
 * damaged one, or too much has changed, a new one is built beside it and exchanged for
 * it.
 * <p>
 * The web server does this on a thread of its own and never waits for it; a command does
 * it when it is asked to.
 */
@Component
class IndexFollower implements IndexKeeper, Follower, SmartLifecycle, DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

	/** How often the catalogue is looked at. */
	private static final Duration LOOK = Duration.ofMillis(400);

	/** Where something is wrong it is tried again, less and less often. */
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	/**
	 * A merge of a large index is not waited for; the next start removes what is left.
	 */
	private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

	private final Index index;

	private final IndexStore store;

	private final IndexBuilder builder;

	private final Changes changes;

	private final IndexMeasures measures;

	private final boolean serves;

	private volatile CountDownLatch stopped = new CountDownLatch(1);

	/** Until it is known whether there is an index, and it is open if there is one. */
	private final CountDownLatch opened = new CountDownLatch(1);

	private volatile @Nullable Thread thread;

	/** The edition that this process writes to, and that is served. */
	private @Nullable Edition kept;

	IndexFollower(Index index, IndexStore store, IndexBuilder builder, Changes changes, IndexMeasures measures,
			ApplicationContext context) {
		this.index = index;
		this.store = store;
		this.builder = builder;
		this.changes = changes;
		this.measures = measures;
		this.serves = context instanceof WebApplicationContext;
	}

	@Override
	public boolean isAutoStartup() {
		return this.serves;
	}

	@Override
	public void start() {
		this.stopped = new CountDownLatch(1);
		Thread follower = new Thread(this::keepUp, "index");
		follower.setDaemon(true);
		follower.start();
		this.thread = follower;
	}

	@Override
	public void stop() {
		this.stopped.countDown();
		Thread follower = this.thread;
		this.thread = null;
		if (follower != null) {
			try {
				follower.join(LONGEST_STOP.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/**
	 * Waits for an index that is there to be open; not for one that has to be built.
	 * @param most for so long at the most
	 */
	void awaitOpened(Duration most) throws InterruptedException {
		if (isRunning()) {
			this.opened.await(most.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/** After the last page is written: the searches of this process are over. */
	@Override
	public void destroy() {
		stop();
		serveNothing();
		this.store.close();
	}

	/** Looks whether the catalogue has moved on, as long as the server runs. */
	private void keepUp() {
		Duration wait = LOOK;
		try {
			do {
				wait = look(wait);
			}
			while (!this.stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Looks once. Where the database is away, it says so once and goes on when it can.
	 * @param waited before this look
	 * @return how long to wait before the next one
	 */
	private Duration look(Duration waited) {
		try {
			follow();
			return LOOK;
		}
		catch (CancellationException ex) {
			return LOOK;
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			this.opened.countDown();
			if (waited.equals(LOOK)) {
				LOG.warn("The index cannot follow the catalogue just now; it goes on when it can: {}",
						Index.inOneLine(ex));
			}
			Duration twice = waited.multipliedBy(2);
			return (twice.compareTo(LONGEST_WAIT) < 0) ? twice : LONGEST_WAIT;
		}
	}

	@Override
	public boolean catchUp() {
		try {
			return follow();
		}
		catch (RuntimeException ex) {
			LOG.error("The search index cannot be brought up to date just now.", ex);
			return false;
		}
	}

	@Override
	public synchronized boolean follow() {
		boolean keeps = this.store.claim();
		if (keeps) {
			open();
		}
		else {
			this.kept = null;
			watch();
		}
		this.opened.countDown();
		if (!keeps) {
			return false;
		}
		if (this.kept == null || this.store.rebuildIsAsked()) {
			build();
		}
		for (long now = this.changes.revision(); now != this.index.followed(); now = this.changes.revision()) {
			Changes.Stretch missed = new Changes.Stretch(this.index.followed(), now);
			if (this.index.followed() > now) {
				LOG.warn("The index knows more than the database, so it is not of this database. It is built anew.");
				build();
			}
			else if (this.changes.areMost(missed)) {
				build();
			}
			else {
				update(missed);
			}
		}
		return true;
	}

	@Override
	public Object state() {
		return this.index.state();
	}

	@Override
	public synchronized boolean rebuild() {
		if (!this.store.claim()) {
			this.store.askForRebuild();
			return false;
		}
		build();
		return true;
	}

	/** Opens the edition that is there, if there is one and it can be trusted. */
	private void open() {
		if (this.kept != null && !this.index.isSuspect()) {
			return;
		}
		if (this.index.isSuspect()) {
			serveNothing();
		}
		String catalogue = this.changes.catalogue();
		Edition edition = this.store.open();
		if (edition == null) {
			return;
		}
		Long revision = closingOnFailure(edition, () -> trusted(edition, catalogue));
		if (revision == null) {
			edition.close();
			serveNothing();
			return;
		}
		this.kept = edition;
		serve(edition, revision);
		LOG.info("The index is open at revision {}, {}", revision, Index.megabytes(this.store.bytes(edition)));
	}

	/** The revision of an edition, or null if it cannot be trusted. */
	private static @Nullable Long trusted(Edition edition, String catalogue) {
		long revision = edition.revision();
		if (revision == Edition.UNFINISHED) {
			return null;
		}
		if (!edition.isOf(catalogue)) {
			LOG.warn("The index is of another catalogue than the database. It is built anew.");
			return null;
		}
		return revision;
	}

	private static <T> T closingOnFailure(Edition edition, Supplier<T> asked) {
		try {
			return asked.get();
		}
		catch (RuntimeException ex) {
			edition.close();
			throw ex;
		}
	}

	/** Builds a new edition beside the one that serves, and exchanges them. */
	private void build() {
		long start = System.nanoTime();
		Edition edition = this.store.create();
		IndexBuilder.Count count;
		try {
			count = this.builder.all(edition, this::isStopped);
			if (isStopped()) {
				// to put it together may take longer than anybody waits
				throw new CancellationException();
			}
			this.store.publish(edition);
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			edition.close();
			this.store.tidy();
			throw ex;
		}
		this.kept = edition;
		serve(edition, count.revision());
		this.store.tidy();
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		this.measures.built(took);
		LOG.info("The index is built at revision {}: {} films and {} people in {} s, {}", count.revision(),
				count.films(), count.people(), String.format(Locale.ENGLISH, "%.1f", took.toMillis() / 1e3),
				Index.megabytes(this.store.bytes(edition)));
	}

	private void update(Changes.Stretch missed) {
		Edition edition = Objects.requireNonNull(this.kept);
		IndexBuilder.Count count;
		try {
			count = this.builder.changed(edition, missed, this::isStopped);
		}
		catch (SearchException ex) {
			if (!Index.isPassing(ex)) {
				this.index.suspect();
			}
			throw ex;
		}
		follows(count.revision());
		LOG.info("The index follows the catalogue at revision {}: {} films and {} people indexed", count.revision(),
				count.films(), count.people());
	}

	/** Where another process keeps the index, its edition is read as it is. */
	private void watch() {
		Edition edition = this.index.current();
		if (edition != null && !this.index.isSuspect() && this.store.isCurrent(edition)) {
			follows(edition.revision());
			return;
		}
		Edition next = this.store.open();
		if (next != null) {
			long revision = closingOnFailure(next, () -> {
				if (!next.isOf(this.changes.catalogue())) {
					serveNothing();
					throw new IllegalStateException("The index in this home is kept by a server with another database. "
							+ "Give each a home of its own: --marquee.home=DIR");
				}
				return next.revision();
			});
			serve(next, revision);
		}
	}

	/** Exchanges the edition that serves for another. */
	private void serve(Edition edition, long revision) {
		Edition before = this.index.serve(edition);
		// only now: a page that is made of the old one must not be kept as one of the new
		follows(revision);
		this.measures.sized(() -> this.store.bytes(edition));
		if (before != null) {
			before.close();
		}
	}

	private void follows(long revision) {
		this.index.follows(revision);
		this.measures.follows(revision);
	}

	private void serveNothing() {
		this.kept = null;
		Edition before = this.index.serve(null);
		if (before != null) {
			before.close();
		}
	}

	private boolean isStopped() {
		return this.stopped.getCount() == 0;
	}

}
