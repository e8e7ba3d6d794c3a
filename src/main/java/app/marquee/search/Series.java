package app.marquee.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.marquee.text.Folding;
import org.apache.lucene.search.SortField;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * A film by its place in a series: who types "die hard 4" means the fourth, which is
 * called otherwise. Nobody tells a catalogue what is a series. Films are taken for one
 * that have the same words in a title and are not far less known than the best known of
 * them, in the order of their years; a number that one of them bears is believed before
 * what is counted.
 */
final class Series {

	/** Of a longer one, nobody knows the numbers. */
	private static final int LONGEST = 12;

	/** How many times better known the best known may be than the others. */
	private static final int TIMES = 8;

	private static final Pattern NUMBERED = Pattern.compile("(.+) (\\d{1,2})");

	private static final String NUMBER = " (?:part |chapter |episode |vol )?(\\d{1,2})\\b";

	private Series() {
	}

	/**
	 * A film at its place.
	 *
	 * @param words which titles of the series have
	 */
	record Place(FilmHit film, int number, String words) {
	}

	/** The film that is meant, where the words end in a number. */
	static Optional<Place> of(SearchSession session, Words words) {
		Matcher numbered = NUMBERED.matcher(Spellings.digits(words.printed()));
		if (words.hint() != null || !numbered.matches()) {
			return Optional.empty();
		}
		String series = numbered.group(1);
		int number = Integer.parseInt(numbered.group(2));
		Integer fame = (number < 2 || number > LONGEST) ? null : bestKnown(session, series);
		if (fame == null) {
			return Optional.empty();
		}
		List<FilmHit> films = session.search(FilmDocument.class)
			.select(FilmHit.class)
			.where((where) -> where.and(isOf(where, series),
					Crowd.reached(where, Integer.highestOneBit(Math.max(1, fame / TIMES)))))
			.sort((sort) -> Sorting.by(sort, FilmFilter.Order.OLDEST))
			.fetchHits(2 * LONGEST);
		return Optional.ofNullable(at(films, number, series)).map((film) -> new Place(film, number, series));
	}

	private static @Nullable Integer bestKnown(SearchSession session, String series) {
		return session.search(FilmDocument.class)
			.select((select) -> select.field("fame", Integer.class))
			.where((where) -> where.and(isOf(where, series), Crowd.wellKnown(where)))
			.sort((sort) -> Sorting.most(sort, "fame", SortField.Type.INT))
			.fetchHits(1)
			.stream()
			.findFirst()
			.orElse(null);
	}

	/** A single word begins the titles of a series; several may also end them. */
	private static PredicateFinalStep isOf(SearchPredicateFactory where, String series) {
		Words words = Words.of(series);
		PredicateFinalStep begins = new Relevance(where, words, Slips.NONE, null).titleBegins();
		return (words.tokens().size() == 1) ? begins
				: where.or(begins, Relevance.phrase(where, List.of(series), "titleWords"));
	}

	/**
	 * The film at a place.
	 * @param all of the series, in the order of their years, those without one last
	 */
	static @Nullable FilmHit at(List<FilmHit> all, int number, String series) {
		List<FilmHit> films = new ArrayList<>();
		for (FilmHit film : all) {
			// another that is called like the first is the same made anew, or no part
			boolean again = isCalled(film, series) && !films.isEmpty() && isCalled(films.get(0), series);
			if (film.year() != null && !again) {
				films.add(film);
			}
		}
		int place = number - 1;
		for (int counted = 0; counted < films.size(); counted++) {
			Optional<Integer> own = number(films.get(counted), series);
			if (own.isPresent() && own.get() <= number) {
				place = counted + number - own.get();
			}
		}
		return (place < films.size() && number(films.get(place), series).orElse(number) == number) ? films.get(place)
				: null;
	}

	private static boolean isCalled(FilmHit film, String series) {
		return Spellings.keys(Spellings.of(film.title())).contains(Spellings.key(series));
	}

	/** The number that a film of the series bears in a title. */
	private static Optional<Integer> number(FilmHit film, String series) {
		Pattern numbered = Pattern.compile("\\b" + Pattern.quote(series) + NUMBER);
		return film.titles()
			.map((title) -> numbered.matcher(Spellings.digits(Folding.words(title))))
			.filter(Matcher::find)
			.map((title) -> Integer.valueOf(title.group(1)))
			.findFirst();
	}

}
