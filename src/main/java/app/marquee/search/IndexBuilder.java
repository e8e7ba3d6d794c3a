package app.marquee.search;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.springframework.stereotype.Component;

/** Brings films and people from the database into the index, some hundreds at a time. */
@Component
class IndexBuilder {

	private static final int BATCH = 500;

	/**
	 * While one reads from the database, the other turns rows into documents; more do not
	 * help on two cores, and would take connections away from the pages.
	 */
	private static final int WORKERS = Math.min(2, Runtime.getRuntime().availableProcessors());

	private final Documents documents;

	private final Changes changes;

	IndexBuilder(Documents documents, Changes changes) {
		this.documents = documents;
		this.changes = changes;
	}

	/** How many documents were written, and which revision they are of. */
	record Count(long revision, long films, long people) {
	}

	/**
	 * Fills an empty edition with all films and people.
	 * @param stopped whether to give up
	 * @throws CancellationException if it was stopped
	 */
	Count all(Edition edition, BooleanSupplier stopped) {
		long revision = this.changes.revision();
		long films = ranges(this.changes.highestFilm(), stopped, (ids) -> add(edition, this.documents.films(ids)));
		long people = ranges(this.changes.highestPerson(), stopped, (ids) -> add(edition, this.documents.people(ids)));
		edition.reached(this.changes.catalogue(), revision);
		return new Count(revision, films, people);
	}

	private static int add(Edition edition, List<?> documents) {
		edition.add(documents);
		return documents.size();
	}

	/**
	 * Brings an edition from one revision of the catalogue to another. If it does not get
	 * to the end, it begins again next time.
	 * @throws CancellationException if it was stopped
	 */
	Count changed(Edition edition, Changes.Stretch stretch, BooleanSupplier stopped) {
		edition.remove(FilmDocument.class, this.changes.removedFilms(stretch));
		edition.remove(PersonDocument.class, this.changes.removedPeople(stretch));
		List<Long> films = this.changes.films(stretch);
		batches(films, stopped, (ids) -> edition.put(this.documents.films(ids)));
		List<Long> people = this.changes.people(stretch);
		batches(people, stopped, (ids) -> edition.put(this.documents.people(ids)));
		edition.reached(this.changes.catalogue(), stretch.upTo());
		return new Count(stretch.upTo(), films.size(), people.size());
	}

	private static void batches(List<Long> ids, BooleanSupplier stopped, Consumer<List<Long>> batch) {
		for (int from = 0; from < ids.size(); from += BATCH) {
			goOnUnless(stopped);
			batch.accept(ids.subList(from, Math.min(ids.size(), from + BATCH)));
		}
	}

	/**
	 * Goes through all ids, several workers side by side. Where one fails, the others end
	 * with the batch that they are at: H2 closes its file for everybody where a thread
	 * that reads it is interrupted.
	 */
	private static long ranges(long highest, BooleanSupplier stopped, Batch batch) {
		AtomicLong next = new AtomicLong(1);
		Callable<Long> work = () -> {
			long count = 0;
			try {
				for (long from = next.getAndAdd(BATCH); from <= highest; from = next.getAndAdd(BATCH)) {
					goOnUnless(stopped);
					count += batch.index(LongStream.range(from, from + BATCH).boxed().toList());
				}
			}
			finally {
				next.set(highest + 1);
			}
			return count;
		};
		ExecutorService workers = Executors.newFixedThreadPool(WORKERS,
				(worker) -> new Thread(worker, Thread.currentThread().getName() + "-worker"));
		try {
			long all = 0;
			for (Future<Long> count : workers.invokeAll(Collections.nCopies(WORKERS, work))) {
				all += count.get();
			}
			return all;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
		finally {
			workers.shutdown();
		}
	}

	private static void goOnUnless(BooleanSupplier stopped) {
		if (stopped.getAsBoolean()) {
			throw new CancellationException();
		}
	}

	/** Indexes the films or people with some ids, and says how many there are. */
	@FunctionalInterface
	private interface Batch {

		int index(List<Long> ids);

	}

}
