package app.marquee.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import app.marquee.web.Texts;

import org.springframework.stereotype.Component;

/**
 * Films with their years, people with what they are known for, and parts with their
 * films, for what was typed so far.
 */
@Component
class Suggestions {

	private static final int FILMS = 6;

	private static final int PEOPLE = 3;

	private final FilmSearch search;

	private final Texts texts;

	Suggestions(FilmSearch search, Texts texts) {
		this.search = search;
		this.texts = texts;
	}

	/**
	 * A link that may be meant.
	 *
	 * @param text with the words marked that were typed
	 * @param beside what tells it from others of the same name
	 */
	record Hint(String href, Marked text, String beside) {
	}

	/** At most nine, those that are meant most surely first. */
	List<Hint> of(String typed) {
		Words words = Words.of(FilmQuery.of(typed).plain());
		FilmSearch.First<FilmHit> films = this.search.whileTyping(typed, FILMS);
		FilmSearch.First<PersonHit> people = this.search.people(typed, PEOPLE, films.slips() || films.hits().isEmpty());
		List<Hint> titles = films.hits().stream().map((film) -> hint(film, words, films.slips())).toList();
		List<Hint> names = people.hits().stream().map((person) -> hint(person, words, people.slips())).toList();
		// who is called so stands before films that only have the words somewhere
		return Stream
			.of(titles.stream().filter(begins(words)), names.stream().filter(begins(words)),
					titles.stream().filter(begins(words).negate()), names.stream().filter(begins(words).negate()))
			.flatMap(Function.identity())
			.toList();
	}

	private static Predicate<Hint> begins(Words words) {
		return (hint) -> {
			List<String> spelt = Spellings.of(hint.text().whole());
			return words.tokens().size() == 1 || Stream.concat(spelt.stream(), Spellings.bare(spelt).stream())
				.anyMatch((text) -> text.startsWith(words.printed()));
		};
	}

	private Hint hint(FilmHit film, Words words, boolean slips) {
		String href = "/films/" + film.slug();
		String year = (film.year() != null) ? film.year().toString() : this.texts.of("wall.no-year");
		Optional<String> part = (slips || film.score() >= Reason.BEGUN_IN_TITLE.weight()) ? Optional.empty()
				: part(film, words);
		return part
			.map((played) -> new Hint(href, Marked.of(played, words, slips),
					this.texts.of("suggestions.part", film.title(), year)))
			.orElseGet(() -> new Hint(href, Marked.of(film.title(), words, slips), beside(film, year, words, slips)));
	}

	/** The year, and why the film is meant where its title does not say so. */
	private String beside(FilmHit film, String year, Words words, boolean slips) {
		return film.alsoCalled(words, slips)
			.map((title) -> this.texts.of("suggestions.also", year, title))
			.or(() -> Marked.of(film.title(), words, slips).any() ? Optional.empty()
					: Marked
						.most(film.credit().stream().map((credit) -> Played.of(credit).name()).toList(), words, slips,
								0)
						.map((name) -> this.texts.of("suggestions.with", year, name)))
			.orElse(year);
	}

	/** The part of this film that all the words name. */
	private static Optional<String> part(FilmHit film, Words words) {
		return film.credit()
			.stream()
			.map((credit) -> Played.of(credit).character())
			.filter((played) -> !played.isEmpty() && Marked.all(played, words, true))
			.findFirst();
	}

	private static Hint hint(PersonHit person, Words words, boolean slips) {
		return new Hint(person.href(), Marked.of(person.name(), words, slips), String.join(", ", person.knownFor()));
	}

}
