package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import app.marquee.ingest.Rivals.Rival;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a record speaks of a film that is known. An external id decides, unless
 * title, year and runtime all contradict it and nobody is in both; else the film that is
 * {@link Likeness more like} the record than any other, if it is enough so, and if no
 * other record of the source is as like the film. Knows no database: it is measured by
 * itself.
 */
final class MatchRule {

	/** What the likest film has to be ahead of the next. */
	private static final int AHEAD = 3;

	/** Years within which two films of one name are mistaken for each other. */
	private static final int NEAR = 3;

	private static final int MANY_VOTES = 1_000;

	/** So many times the votes of the next. */
	private static final int BEYOND_COMPARISON = 50;

	/**
	 * Two ids of one scheme are two films. But an id is wrong now and then: a film that
	 * has another one, and all else of the record, is looked at by a person.
	 */
	private static final int TWIN = 15;

	private MatchRule() {
	}

	/**
	 * The film that a record speaks of.
	 * @param candidates films that share an external id or a title key with it
	 */
	static Match decide(FilmRecord record, Collection<Candidate> candidates) {
		List<Candidate> byId = candidates.stream().filter((candidate) -> sharesId(record, candidate)).toList();
		return byId.isEmpty() ? decideByLikeness(record, candidates) : decideById(record, byId);
	}

	static Titles titles(FilmRecord record) {
		Titles titles = new Titles();
		titles.add(record.title());
		record.titles().forEach((title) -> titles.add(title.title()));
		return titles;
	}

	private static Match decideById(FilmRecord record, List<Candidate> films) {
		if (films.size() > 1) {
			return Match.doubt(films.stream().map((film) -> film.film).toList());
		}
		Candidate film = films.get(0);
		boolean anotherTitle = !titles(record).shareKey(film.titles);
		boolean anotherYear = record.year() != null && film.year != null && Math.abs(record.year() - film.year) > 1;
		boolean anotherRuntime = record.runtime() != null && film.runtime != null
				&& Math.abs(record.runtime() - film.runtime) > Likeness.OTHER_RUNTIME;
		boolean contradicted = anotherTitle && anotherYear && anotherRuntime && !Likeness.sharesPeople(record, film);
		return contradicted ? Match.doubt(List.of(film.film)) : Match.of(film.film);
	}

	private static Match decideByLikeness(FilmRecord record, Collection<Candidate> films) {
		Titles titles = titles(record);
		boolean alone = films.stream().filter((film) -> isNamesake(record, titles, film)).count() == 1;
		Map<Candidate, Integer> points = new HashMap<>();
		List<Long> doubtful = new ArrayList<>();
		for (Candidate film : films) {
			if (film.listed && !titles.shareKey(film.titles)) {
				// a source knows its own films apart: a sequel by the same people, as
				// long and
				// a year later, is not what it calls by half of the title
				continue;
			}
			List<Rival> rivals = rivals(record, film);
			boolean namedAlone = alone && titles.shareKey(film.titles)
					&& rivals.stream().noneMatch((rival) -> isNamesake(rival.film(), rival.titles(), film));
			int likeness = Likeness.of(record, titles, film, namedAlone);
			Set<String> differing = differingSchemes(record, film);
			if (!differing.isEmpty()) {
				if (likeness >= TWIN && differing.stream().noneMatch((scheme) -> isOwn(record, scheme))) {
					doubtful.add(film.film);
				}
				continue;
			}
			switch (among(record, likeness, rivals, film)) {
				case FOUND -> points.put(film, likeness);
				case DOUBT -> doubtful.add(film.film);
				case NEW -> {
				}
			}
		}
		int most = points.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		List<Candidate> likest = points.entrySet()
			.stream()
			.filter((film) -> film.getValue() > most - AHEAD && film.getValue() >= Likeness.POSSIBLE)
			.map(Map.Entry::getKey)
			.sorted(Comparator.comparingLong((film) -> film.film))
			.toList();
		Candidate found = (likest.size() == 1) ? likest.get(0)
				: (record.rating() != null) ? bestKnown(likest, (film) -> film.votes) : null;
		if (found != null && points.getOrDefault(found, 0) >= Likeness.SURE) {
			return Match.of(found.film);
		}
		likest.forEach((film) -> doubtful.add(film.film));
		return doubtful.isEmpty() ? Match.NONE : Match.doubt(doubtful);
	}

	/** Other films of the name were made at other times. */
	private static boolean isNamesake(FilmRecord record, Titles titles, Candidate film) {
		boolean near = record.year() == null || film.year == null || Math.abs(record.year() - film.year) <= NEAR;
		return near && titles.shareKey(film.titles);
	}

	/** The other records of the source that may speak of a film. */
	private static List<Rival> rivals(FilmRecord record, Candidate film) {
		return film.rivals.stream()
			.filter((rival) -> !rival.film().key().equals(record.key())
					&& (sharesId(rival.film(), film) || differingSchemes(rival.film(), film).isEmpty()))
			.toList();
	}

	/**
	 * Whether a record may speak of a film, as far as others of its source may do so: the
	 * same rule, seen from the film.
	 */
	private static Match.Kind among(FilmRecord record, int likeness, List<Rival> rivals, Candidate film) {
		if (rivals.isEmpty() || likeness < Likeness.POSSIBLE) {
			return Match.Kind.FOUND;
		}
		if (rivals.stream().anyMatch((rival) -> sharesId(rival.film(), film))) {
			return Match.Kind.NEW;
		}
		Map<FilmRecord, Integer> points = new IdentityHashMap<>();
		boolean alone = rivals.stream().filter((rival) -> isNamesake(rival.film(), rival.titles(), film)).count() == 1
				&& !isNamesake(record, titles(record), film);
		rivals.forEach((rival) -> points.put(rival.film(), Likeness.of(rival.film(), rival.titles(), film,
				alone && isNamesake(rival.film(), rival.titles(), film))));
		if (Likeness.sharesPeople(record, film)) {
			// its rivals' people are not known yet: they may be the same
			return (Collections.max(points.values()) + Likeness.PEOPLE <= likeness) ? Match.Kind.FOUND
					: Match.Kind.DOUBT;
		}
		points.put(record, likeness);
		int most = Collections.max(points.values());
		points.values().removeIf((less) -> less <= most - AHEAD || less < Likeness.POSSIBLE);
		if (points.size() == 1 || !points.containsKey(record)) {
			return points.containsKey(record) ? Match.Kind.FOUND : Match.Kind.NEW;
		}
		FilmRecord known = (film.votes != null) ? bestKnown(points.keySet(), MatchRule::votes) : null;
		return (known == null) ? Match.Kind.DOUBT : (known == record) ? Match.Kind.FOUND : Match.Kind.NEW;
	}

	/**
	 * Of films of one name, a record that viewers rated speaks of the one that viewers
	 * know, if they know it beyond comparison.
	 */
	private static <T> @Nullable T bestKnown(Collection<T> films, Function<T, @Nullable Integer> votes) {
		ToLongFunction<T> number = (film) -> Objects.requireNonNullElse(votes.apply(film), 0);
		List<T> known = films.stream().sorted(Comparator.comparingLong(number).reversed()).limit(2).toList();
		boolean beyond = known.size() == 2 && number.applyAsLong(known.get(0)) >= MANY_VOTES
				&& number.applyAsLong(known.get(0)) >= BEYOND_COMPARISON * number.applyAsLong(known.get(1));
		return beyond ? known.get(0) : null;
	}

	private static @Nullable Integer votes(FilmRecord record) {
		return (record.rating() != null) ? record.rating().votes() : null;
	}

	private static boolean sharesId(FilmRecord record, Candidate film) {
		return record.ids().entrySet().stream().anyMatch((id) -> film.ids.contains(id.getKey() + ":" + id.getValue()));
	}

	/** Schemes in which the two have different ids, and none in common. */
	private static Set<String> differingSchemes(FilmRecord record, Candidate film) {
		return record.ids()
			.keySet()
			.stream()
			.filter((scheme) -> film.ids.stream().anyMatch((id) -> id.startsWith(scheme + ":")))
			.collect(Collectors.toSet());
	}

	/**
	 * Whether the source gives these ids itself: then it knows its films apart, where
	 * another only repeats what it has heard.
	 */
	static boolean isOwn(FilmRecord record, String scheme) {
		return record.key().equals(record.ids().get(scheme));
	}

}
