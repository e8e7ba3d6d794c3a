package app.marquee.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
	 * So many are remembered at most, of some 300 bytes each. Where there are more, the
	 * first record that fits a film takes it.
	 */
	private static final int REMEMBERED = 200_000;

	private static final Rivals NONE = new Rivals(Map.of());

	private final Map<String, List<Rival>> byKey;

	private Rivals(Map<String, List<Rival>> byKey) {
		this.byKey = byKey;
	}

	/** A record of the source, without what is read of it later. */
	record Rival(FilmRecord film, Titles titles) {
	}

	/**
	 * Glances through a source.
	 * @param wanted whether a film has a title with this key
	 */
	static Rivals of(Ingest.Again source, Predicate<String> wanted) {
		try (RecordReader records = source.open()) {
			return (records != null) ? read(records, wanted) : NONE;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Rivals read(RecordReader records, Predicate<String> wanted) {
		Map<String, List<Rival>> byKey = new HashMap<>();
		int remembered = 0;
		try {
			while (records.hasNext()) {
				FilmRecord film = records.next();
				Titles titles = MatchRule.titles(film);
				List<String> keys = titles.lookUps().stream().filter(wanted).toList();
				remembered += keys.size();
				if (remembered > REMEMBERED) {
					return NONE;
				}
				if (!keys.isEmpty()) {
					Rival rival = new Rival(film, titles);
					keys.forEach((key) -> byKey.computeIfAbsent(key, (first) -> new ArrayList<>(1)).add(rival));
				}
			}
		}
		catch (UncheckedIOException ex) {
			// it is taken in up to here as well, and then says what is wrong
		}
		return new Rivals(byKey);
	}

	/** Those that may speak of a film with these titles. */
	Collection<Rival> of(Titles titles) {
		Map<String, Rival> rivals = new LinkedHashMap<>();
		Stream.concat(titles.keys().stream(), titles.heads().stream())
			.flatMap((key) -> this.byKey.getOrDefault(key, List.of()).stream())
			.forEach((rival) -> rivals.put(rival.film().key(), rival));
		return rivals.values();
	}

}
