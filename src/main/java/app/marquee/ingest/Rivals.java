package app.marquee.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The records of a source that bear the titles of films which the source has no record of
 * yet. Of several, one may speak of the film and the others do not; which of them stands
 * first in the file says nothing about it. So the source is glanced through before its
 * first record is matched.
 */
final class Rivals {

	/**
	 * So many titles are remembered at most, with their records of some 1,000 bytes each.
	 * Where there are more, the first record that fits a film takes it.
	 */
	private static final int REMEMBERED = 100_000;

	private final Map<String, List<FilmRecord>> byKey;

	private final boolean all;

	private Rivals(Map<String, List<FilmRecord>> byKey, boolean all) {
		this.byKey = byKey;
		this.all = all;
	}

	/** A record of the source, without what is read of it later. */
	record Rival(FilmRecord film, Titles titles) {
	}

	/**
	 * Glances through a source.
	 * @param wanted whether a film has a title with this key
	 * @throws CancellationException if it is told to stop
	 */
	static Rivals of(Ingest.Way source, Predicate<String> wanted) {
		try (RecordReader records = source.again().open()) {
			return (records != null) ? read(records, source, wanted) : new Rivals(Map.of(), true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Rivals read(RecordReader records, Ingest.Way source, Predicate<String> wanted) {
		Map<String, List<FilmRecord>> byKey = new HashMap<>();
		int remembered = 0;
		try {
			while (records.hasNext()) {
				FilmRecord film = records.next();
				List<String> keys = MatchRule.titles(film).lookUps().stream().filter(wanted).toList();
				remembered += keys.size();
				if (remembered > REMEMBERED) {
					return new Rivals(Map.of(), false);
				}
				if (!keys.isEmpty()) {
					FilmRecord rival = compared(film);
					keys.forEach((key) -> byKey.computeIfAbsent(key, (first) -> new ArrayList<>(1)).add(rival));
				}
				if (source.stop().getAsBoolean()) {
					throw new CancellationException();
				}
			}
		}
		catch (UncheckedIOException ex) {
			// it is taken in up to here as well, and then says what is wrong
		}
		return new Rivals(byKey, true);
	}

	/** Of a record, what is compared. */
	private static FilmRecord compared(FilmRecord film) {
		return new FilmRecord(film.key(), film.title(), film.titles(), film.year(), film.runtime(), null, film.ids(),
				film.genres(), film.rating(), List.of(), List.of(), null, List.of(), List.of(), List.of(), List.of());
	}

	/** Whether none was left out because there were too many. */
	boolean areAll() {
		return this.all;
	}

	/** Those that may speak of a film with these titles. */
	List<Rival> of(Titles titles) {
		Map<String, FilmRecord> rivals = new LinkedHashMap<>();
		Stream.concat(titles.keys().stream(), titles.heads().stream())
			.flatMap((key) -> this.byKey.getOrDefault(key, List.of()).stream())
			.forEach((rival) -> rivals.put(rival.key(), rival));
		return rivals.values().stream().map((film) -> new Rival(film, MatchRule.titles(film))).toList();
	}

}
