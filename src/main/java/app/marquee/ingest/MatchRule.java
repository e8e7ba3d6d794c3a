package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a record speaks of a film that is known. An external id decides, unless
 * title, year and runtime all contradict it and nobody is in both; else the film that is
 * {@link Likeness more like} the record than any other, if it is enough so. Knows no
 * database: it is measured by itself.
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
		boolean alone = films.stream()
			.filter((film) -> titles.shareKey(film.titles) && isNear(record, film))
			.count() == 1;
		Map<Candidate, Integer> points = new HashMap<>();
		List<Long> twins = new ArrayList<>();
		for (Candidate film : films) {
			if (film.listed && !titles.shareKey(film.titles)) {
				// a source knows its own films apart: a sequel by the same people, as
				// long and
				// a year later, is not what it calls by half of the title
				continue;
			}
			int likeness = Likeness.of(record, titles, film, alone && titles.shareKey(film.titles));
			Set<String> differing = differingSchemes(record, film);
			if (differing.isEmpty()) {
				points.put(film, likeness);
			}
			else if (likeness >= TWIN && differing.stream().noneMatch((scheme) -> isOwn(record, scheme))) {
				twins.add(film.film);
			}
		}
		int most = points.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		List<Candidate> likest = points.entrySet()
			.stream()
			.filter((film) -> film.getValue() > most - AHEAD && film.getValue() >= Likeness.POSSIBLE)
			.map(Map.Entry::getKey)
			.sorted(Comparator.comparingLong((film) -> film.film))
			.toList();
		Candidate found = (likest.size() == 1) ? likest.get(0) : (record.rating() != null) ? bestKnown(likest) : null;
		if (found != null && points.getOrDefault(found, 0) >= Likeness.SURE) {
			return Match.of(found.film);
		}
		List<Long> doubtful = new ArrayList<>(likest.stream().map((film) -> film.film).toList());
		doubtful.addAll(twins);
		return doubtful.isEmpty() ? Match.NONE : Match.doubt(doubtful);
	}

	/** Other films of the name were made at other times. */
	private static boolean isNear(FilmRecord record, Candidate film) {
		return record.year() == null || film.year == null || Math.abs(record.year() - film.year) <= NEAR;
	}

	/**
	 * Of films of one name, a record that viewers rated speaks of the one that viewers
	 * know, if they know it beyond comparison.
	 */
	private static @Nullable Candidate bestKnown(List<Candidate> films) {
		List<Candidate> known = films.stream()
			.sorted(Comparator.comparingInt(MatchRule::votes).reversed())
			.limit(2)
			.toList();
		boolean beyond = known.size() == 2 && votes(known.get(0)) >= MANY_VOTES
				&& votes(known.get(0)) >= BEYOND_COMPARISON * (long) votes(known.get(1));
		return beyond ? known.get(0) : null;
	}

	private static int votes(Candidate film) {
		return (film.votes != null) ? film.votes : 0;
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
