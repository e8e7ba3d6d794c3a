package app.marquee.search;

import java.util.List;
import java.util.concurrent.TimeUnit;

import app.marquee.web.CatalogueState;
import app.marquee.web.Follower;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the index up with the database. Every film and person carries the catalogue
 * revision of its last change; what is newer than the newest in the index is indexed, in
 * that order, so that a crash loses nothing and an empty index is built in the same way
 * as one that is a change behind.
 */
@Component
class IndexFollower implements IndexKeeper, Follower, SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

	private static final int BATCH = 500;

	private final SearchMapping index;

	private final Documents documents;

	private final CatalogueState catalogue;

	/**
	 * The revision that the index has followed to, or -1 as long as nobody has looked.
	 */
	private volatile long followed = -1;

	private volatile boolean running;

	/** Whether the last look at the catalogue failed; on the scheduler's thread alone. */
	private boolean away;

	IndexFollower(SearchMapping index, Documents documents, CatalogueState catalogue) {
		this.index = index;
		this.documents = documents;
		this.catalogue = catalogue;
	}

	/** Before the web server: the first visitor finds what is there. */
	@Override
	public void start() {
		this.running = true;
		follow();
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

	/**
	 * Looks once a second whether the catalogue has moved on; it may be another process
	 * that moved it. Where the database is away, it says so once and goes on when it can.
	 */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void keepUp() {
		try {
			follow();
			this.away = false;
		}
		catch (RuntimeException ex) {
			if (!this.away) {
				LOG.warn("The index cannot follow the catalogue just now; it goes on when it can.", ex);
			}
			this.away = true;
		}
	}

	@Override
	public long followed() {
		return this.followed;
	}

	@Override
	public synchronized void follow() {
		long revision = this.catalogue.revision();
		if (!this.running || revision == this.followed) {
			return;
		}
		long from = (this.followed >= 0) ? this.followed + 1 : whereToGoOn(revision);
		long films = index(this.documents::films, from);
		long people = index(this.documents::people, from);
		remove(from);
		this.followed = revision;
		LOG.info("The index follows the catalogue at revision {}: {} films and {} people indexed", revision, films,
				people);
	}

	/** Indexes what changed in or after a revision, batch by batch. */
	private long index(Changes changes, long from) {
		long count = 0;
		List<? extends Followed> batch = changes.since(from, 0, BATCH);
		while (!batch.isEmpty()) {
			index(batch);
			count += batch.size();
			Followed last = batch.get(batch.size() - 1);
			batch = changes.since(last.revision(), last.id(), BATCH);
		}
		return count;
	}

	private void index(List<?> batch) {
		try (SearchSession session = this.index.createSession()) {
			session.indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync());
			batch.forEach((document) -> session.indexingPlan().addOrUpdate(document));
		}
	}

	private void remove(long from) {
		try (SearchSession session = this.index.createSession()) {
			session.indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync());
			this.documents.removed("film", "film_id", from)
				.forEach((id) -> session.indexingPlan().purge(FilmDocument.class, id, null));
			this.documents.removed("person", "person_id", from)
				.forEach((id) -> session.indexingPlan().purge(PersonDocument.class, id, null));
		}
	}

	/**
	 * From where on an index that was found at start has to be followed. Its last batch
	 * may have been written in part, so that goes in again. An index that is ahead of the
	 * database belongs to another one, and is emptied.
	 */
	private long whereToGoOn(long revision) {
		if (Math.max(newest(FilmDocument.class, 0), newest(PersonDocument.class, 0)) > revision) {
			LOG.warn("The index knows more than the database, so it is not of this database. It is built anew.");
			empty();
		}
		return Math.min(newest(FilmDocument.class, BATCH), newest(PersonDocument.class, BATCH));
	}

	@Override
	public synchronized void rebuild() {
		empty();
		this.followed = 0;
		follow();
	}

	private void empty() {
		try (SearchSession session = this.index.createSession()) {
			session.workspace().purge();
			session.workspace().flush();
			session.workspace().refresh();
		}
	}

	/** The revision of the newest document but so many; 0 where there are not so many. */
	private long newest(Class<?> type, int but) {
		try (SearchSession session = this.index.createSession()) {
			return session.search(type)
				.select((select) -> select.field("revision", Long.class))
				.where((where) -> where.matchAll())
				.sort((sort) -> sort.field("revision").desc())
				.fetchHits(but, 1)
				.stream()
				.findFirst()
				.orElse(0L);
		}
	}

	/** Documents that changed in or after a revision. */
	@FunctionalInterface
	private interface Changes {

		List<? extends Followed> since(long revision, long after, int most);

	}

}
