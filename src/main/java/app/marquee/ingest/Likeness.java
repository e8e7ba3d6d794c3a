package app.marquee.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How much speaks for a record and a film of the catalogue being one, in points: what
 * they share adds, what contradicts takes away, what one of them does not say is nothing.
 * The idea is Fellegi and Sunter's (A Theory for Record Linkage, 1969): a point is about
 * a doubling of the odds, and the weights are those that the data sets show, rounded. The
 * tool {@code MatchingFigures} measures them.
 */
final class Likeness {

	/** From here on, there is hardly a doubt. */
	static final int SURE = 10;

	/** From here on, a person would want to look. */
	static final int POSSIBLE = 8;

	/** So many letters are a title that hardly two films have within a few years. */
	private static final int LONG_TITLE = 12;

	/** Sources round and cut differently: this far apart, two runtimes are one. */
	static final int SAME_RUNTIME = 3;

	/** Further apart than any two cuts of most films. */
	static final int OTHER_RUNTIME = 20;

	/** One source may name a few of a film's people, and another a few others. */
	private static final int ENOUGH_PEOPLE = 3;

	/** Somebody worked on both. */
	static final int PEOPLE = 6;

	/** A name that one film bears is a better one than a name of many. */
	private static final int ALONE = 2;

	/** Works that no one takes for films with actors. */
	private static final Set<String> KINDS = Set.of("Documentary", "Animation");

	private Likeness() {
	}

	/**
	 * The points.
	 * @param alone whether no other film of about its year has the title
	 */
	static int of(FilmRecord record, Titles titles, Candidate film, boolean alone) {
		int title = ofTitles(titles, film);
		return (title == 0) ? 0
				: title + (alone ? ALONE : 0) + ofYears(record.year(), film.year)
						+ ofRuntimes(record.runtime(), film.runtime) + ofGenres(record.genres(), film.genres)
						+ ofPeople(record, film);
	}

	/**
	 * A title weighs the more the longer it is. Less if an article, spelling or numbering
	 * differs; least if it is but a part of the other's title, which may be a series.
	 */
	private static int ofTitles(Titles titles, Candidate film) {
		boolean longTitle = titles.sharedLength(film.titles) >= LONG_TITLE;
		if (titles.shareFolded(film.titles)) {
			return (longTitle ? 10 : 6) + (titles.shareWords(film.titles) ? 1 : 0);
		}
		if (titles.shareKey(film.titles)) {
			return longTitle ? 8 : 5;
		}
		return titles.sharePart(film.titles) ? (longTitle ? 4 : 1) : 0;
	}

	/** Festival, first release and release elsewhere lie a year apart, seldom more. */
	private static int ofYears(@Nullable Integer one, @Nullable Integer other) {
		if (one == null && other == null) {
			return 3;
		}
		if (one == null || other == null) {
			return -2;
		}
		return switch (Math.abs(one - other)) {
			case 0 -> 5;
			case 1 -> 0;
			case 2 -> -5;
			default -> -9;
		};
	}

	private static int ofRuntimes(@Nullable Integer one, @Nullable Integer other) {
		if (one == null || other == null) {
			return 0;
		}
		int apart = Math.abs(one - other);
		return (apart <= SAME_RUNTIME) ? 4 : (apart <= SAME_RUNTIME * 3) ? 0 : (apart <= OTHER_RUNTIME) ? -1 : -5;
	}

	/**
	 * Sources choose genres freely, so one in common says little, and none says
	 * something; but a documentary is nobody's drama.
	 */
	private static int ofGenres(List<String> some, Set<String> others) {
		if (some.isEmpty() || others.isEmpty()) {
			return 0;
		}
		if (some.stream().anyMatch(others::contains)) {
			return 1;
		}
		return KINDS.stream().anyMatch((kind) -> some.contains(kind) || others.contains(kind)) ? -5 : -2;
	}

	private static int ofPeople(FilmRecord record, Candidate film) {
		if (sharesPeople(record, film)) {
			return PEOPLE;
		}
		long named = record.allCredits()
			.filter((credit) -> credit.name() != null)
			.map(FilmRecord.Credit::name)
			.distinct()
			.count();
		return (named >= ENOUGH_PEOPLE && film.people.size() >= ENOUGH_PEOPLE) ? -6 : 0;
	}

	/**
	 * By the source's own id of a person where both have one, by the folded name else.
	 */
	static boolean sharesPeople(FilmRecord record, Candidate film) {
		if (film.people.isEmpty()) {
			return false;
		}
		Set<String> schemes = film.personIds.stream()
			.map(FilmWriter::scheme)
			.collect(Collectors.toCollection(HashSet::new));
		return record.allCredits().anyMatch((credit) -> {
			String id = credit.id();
			if (id != null && schemes.contains(FilmWriter.scheme(id))) {
				return film.personIds.contains(id);
			}
			return credit.name() != null && film.people.contains(FilmWriter.sortName(credit.name()));
		});
	}

}
