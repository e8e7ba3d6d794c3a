package app.marquee.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.web.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a record speaks of a film that is known. An external id decides, unless
 * title, year and runtime all contradict it; then titles, with year, runtime and people.
 * Knows no database: it is measured by itself.
 */
final class MatchRule {

	/** Sources round and cut differently: this far apart, two runtimes are one. */
	private static final int SAME_RUNTIME = 3;

	/** Further apart than any two cuts of most films. */
	private static final int OTHER_RUNTIME = 20;

	/**
	 * A title of at least so many letters is seldom two films' within a year of each
	 * other.
	 */
	private static final int LONG_TITLE = 12;

	private MatchRule() {
	}

	/**
	 * The film that a record speaks of.
	 * @param candidates films that share an external id or a title with it
	 */
	static Match decide(FilmRecord record, Collection<Candidate> candidates) {
		List<Candidate> byId = candidates.stream().filter((candidate) -> sharesId(record, candidate)).toList();
		if (!byId.isEmpty()) {
			return decideById(record, byId);
		}
		Set<String> titles = titles(record);
		List<Candidate> byTitle = candidates.stream()
			.filter((candidate) -> candidate.titles.stream().anyMatch(titles::contains))
			.filter((candidate) -> !hasOtherId(record, candidate))
			.toList();
		return byTitle.isEmpty() ? Match.NONE : decideByTitle(record, byTitle);
	}

	/** All the titles of a record, folded; what stands in brackets may be one as well. */
	static Set<String> titles(FilmRecord record) {
		Set<String> titles = Stream
			.concat(Stream.of(record.title()), record.titles().stream().map(FilmRecord.Title::title))
			.map(Folding::title)
			.collect(Collectors.toCollection(HashSet::new));
		titles.remove("");
		return titles;
	}

	private static Match decideById(FilmRecord record, List<Candidate> films) {
		if (films.size() > 1) {
			return Match.doubt(films.stream().map((film) -> film.film).toList());
		}
		Candidate film = films.get(0);
		boolean anotherTitle = film.titles.stream().noneMatch(titles(record)::contains);
		boolean anotherYear = apart(record.year(), film.year, 0) > 1;
		boolean anotherRuntime = minutesApart(record, film) > OTHER_RUNTIME;
		boolean contradicted = anotherTitle && anotherYear && anotherRuntime && !sharesPeople(record, film);
		return contradicted ? Match.doubt(List.of(film.film)) : Match.of(film.film);
	}

	private static Match decideByTitle(FilmRecord record, List<Candidate> films) {
		if (record.year() == null) {
			return decideWithoutYear(record, films);
		}
		List<Candidate> sameYear = films.stream().filter((film) -> yearsApart(record, film) == 0).toList();
		if (!sameYear.isEmpty()) {
			return decideAmong(record, sameYear);
		}
		List<Candidate> nextYear = films.stream().filter((film) -> yearsApart(record, film) == 1).toList();
		if (nextYear.isEmpty()) {
			return Match.NONE;
		}
		List<Candidate> borneOut = nextYear.stream().filter((film) -> borneOut(record, film)).toList();
		if (borneOut.size() == 1) {
			return Match.of(borneOut.get(0).film);
		}
		if (nextYear.size() == 1 && nextYear.size() == films.size() && !contradicted(record, nextYear.get(0))
				&& Folding.title(record.title()).length() >= LONG_TITLE) {
			return Match.of(nextYear.get(0).film);
		}
		// nothing but a title that many films have, and another year: another film
		return nextYear.stream().allMatch((film) -> contradicted(record, film)) || borneOut.isEmpty() ? Match.NONE
				: Match.doubt(borneOut.stream().map((film) -> film.film).toList());
	}

	/** Of films of one title and year, the one whose runtime or people agree. */
	private static Match decideAmong(FilmRecord record, List<Candidate> films) {
		List<Candidate> possible = films.stream().filter((film) -> !contradicted(record, film)).toList();
		if (possible.size() == 1) {
			return Match.of(possible.get(0).film);
		}
		List<Candidate> borneOut = possible.stream().filter((film) -> borneOut(record, film)).toList();
		if (borneOut.size() == 1) {
			return Match.of(borneOut.get(0).film);
		}
		return Match.doubt((possible.isEmpty() ? films : possible).stream().map((film) -> film.film).toList());
	}

	/**
	 * Without a year a title is not enough, save for a film whose year nobody knows
	 * either.
	 */
	private static Match decideWithoutYear(FilmRecord record, List<Candidate> films) {
		List<Candidate> alike = films.stream()
			.filter((film) -> film.year == null || sharesPeople(record, film))
			.filter((film) -> !contradicted(record, film))
			.toList();
		return (alike.size() == 1) ? Match.of(alike.get(0).film)
				: alike.isEmpty() ? Match.NONE : Match.doubt(alike.stream().map((film) -> film.film).toList());
	}

	private static boolean borneOut(FilmRecord record, Candidate film) {
		return sharesPeople(record, film)
				|| record.runtime() != null && film.runtime != null && minutesApart(record, film) <= SAME_RUNTIME;
	}

	private static boolean contradicted(FilmRecord record, Candidate film) {
		return minutesApart(record, film) > OTHER_RUNTIME && !sharesPeople(record, film);
	}

	private static boolean sharesId(FilmRecord record, Candidate film) {
		return record.ids().entrySet().stream().anyMatch((id) -> film.ids.contains(id.getKey() + ":" + id.getValue()));
	}

	/** Two ids of one scheme are two films; they were given apart by people who knew. */
	private static boolean hasOtherId(FilmRecord record, Candidate film) {
		for (Map.Entry<String, String> id : record.ids().entrySet()) {
			String scheme = id.getKey() + ":";
			if (film.ids.stream().anyMatch((other) -> other.startsWith(scheme))) {
				return true;
			}
		}
		return false;
	}

	private static boolean sharesPeople(FilmRecord record, Candidate film) {
		return !film.people.isEmpty() && record.allCredits()
			.anyMatch((credit) -> credit.name() != null && film.people.contains(FilmWriter.sortName(credit.name())));
	}

	/** 0 where one of the two is not known: what nobody says contradicts nothing. */
	private static int minutesApart(FilmRecord record, Candidate film) {
		return apart(record.runtime(), film.runtime, 0);
	}

	private static int yearsApart(FilmRecord record, Candidate film) {
		return apart(record.year(), film.year, Integer.MAX_VALUE);
	}

	private static int apart(@Nullable Integer one, @Nullable Integer other, int otherwise) {
		return (one != null && other != null) ? Math.abs(one - other) : otherwise;
	}

}
