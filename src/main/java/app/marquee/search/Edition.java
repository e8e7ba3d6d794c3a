package app.marquee.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.SearchIndexingPlanExecutionReport;
import org.hibernate.search.util.common.SearchException;

/** One index, opened. It is built once, followed, searched, and exchanged whole. */
final class Edition implements AutoCloseable {

	/** An index that was never finished. */
	static final long UNFINISHED = -1;

	/**
	 * Waits until the index has taken the documents, not until they are on the disk:
	 * {@link #reached} sees to that, once for many.
	 */
	private static final IndexingPlanSynchronizationStrategy TAKEN = (configuration) -> {
		configuration.documentCommitStrategy(DocumentCommitStrategy.NONE);
		configuration.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
		configuration.indexingFutureHandler(Edition::await);
	};

	/** The indexes that an edition consists of. */
	static final List<String> PARTS = List.of("film", "person", "progress");

	/** All that the index knows. */
	private static final AnnotatedTypeSource DOCUMENTS = AnnotatedTypeSource.fromClasses(FilmDocument.class,
			PersonDocument.class, Progress.class, FilmHit.class, PersonHit.class, SlipFinder.Called.class);

	private final String name;

	private final CloseableSearchMapping mapping;

	/** Held for reading by each search: the edition is closed when the last has ended. */
	private final ReadWriteLock use = new ReentrantReadWriteLock();

	private Edition(String name, CloseableSearchMapping mapping) {
		this.name = name;
		this.mapping = mapping;
	}

	/**
	 * Opens an edition.
	 * @param existing whether it is there; else it is made, empty
	 * @param backend Hibernate Search's settings, without
	 * {@code hibernate.search.backend.}
	 */
	static Edition open(String name, boolean existing, Map<String, ?> backend) {
		Map<String, Object> settings = new HashMap<>();
		backend.forEach((key, value) -> settings.put("hibernate.search.backend." + key, value));
		settings.put("hibernate.search.backend.analysis.configurer", new Analysis());
		settings.put("hibernate.search.schema_management.strategy", existing ? "validate" : "create");
		return new Edition(name, SearchMapping.builder(DOCUMENTS).properties(settings).build());
	}

	/** What the store calls it. */
	String name() {
		return this.name;
	}

	SearchMapping mapping() {
		return this.mapping;
	}

	/** Begins a search; false if this edition is closed or about to be. */
	boolean enter() {
		return this.use.readLock().tryLock();
	}

	void leave() {
		this.use.readLock().unlock();
	}

	/** Adds documents that it does not have. */
	void add(List<?> documents) {
		write((session) -> documents.forEach(session.indexingPlan()::add));
	}

	/** Puts documents in, in the place of older ones. */
	void put(List<?> documents) {
		write((session) -> documents.forEach(session.indexingPlan()::addOrUpdate));
	}

	void remove(Class<?> type, List<Long> ids) {
		write((session) -> ids.forEach((id) -> session.indexingPlan().purge(type, id, null)));
	}

	private void write(Consumer<SearchSession> work) {
		try (SearchSession session = this.mapping.createSession()) {
			session.indexingPlanSynchronizationStrategy(TAKEN);
			work.accept(session);
		}
	}

	private static void await(CompletableFuture<? extends SearchIndexingPlanExecutionReport> taken) {
		taken.join().throwable().ifPresent((failure) -> {
			throw new SearchException(failure);
		});
	}

	/**
	 * Makes all that was written safe and visible, and notes that a catalogue was
	 * followed to a revision.
	 */
	void reached(String catalogue, long revision) {
		flush();
		// others that read how far it is must find all of it
		refresh();
		put(List.of(Progress.of(catalogue, revision)));
		flush();
		refresh();
	}

	/**
	 * Makes one piece of the many that were written: a search looks for each of its words
	 * in each piece.
	 */
	void merge() {
		try (SearchSession session = this.mapping.createSession()) {
			session.workspace().mergeSegments();
		}
		flush();
		refresh();
	}

	private void flush() {
		try (SearchSession session = this.mapping.createSession()) {
			session.workspace().flush();
		}
	}

	/** Lets searches see what was written. */
	private void refresh() {
		try (SearchSession session = this.mapping.createSession()) {
			session.workspace().refresh();
		}
	}

	/** The catalogue revision that it has followed to, or {@link #UNFINISHED}. */
	long revision() {
		return progress("revision", Long.class).orElse(UNFINISHED);
	}

	/** Whether it was made of this catalogue, and not of one in another database. */
	boolean isOf(String catalogue) {
		return progress("catalogue", String.class).filter(catalogue::equals).isPresent();
	}

	private <T> Optional<T> progress(String field, Class<T> type) {
		try (SearchSession session = this.mapping.createSession()) {
			return session.search(Progress.class)
				.select((progress) -> progress.field(field, type))
				.where((where) -> where.matchAll())
				.fetchSingleHit();
		}
	}

	/** Waits for the searches that go on, and closes. */
	@Override
	public void close() {
		this.use.writeLock().lock();
		this.mapping.close();
	}

}
