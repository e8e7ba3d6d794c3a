package app.marquee.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import app.marquee.web.Closest;

import org.springframework.stereotype.Component;

/** For the 404 page: what comes closest to the address that led nowhere. */
@Component
class ClosestPages implements Closest {

	private static final int MOST = 6;

	private final FilmSearch search;

	ClosestPages(FilmSearch search) {
		this.search = search;
	}

	@Override
	public List<Page> to(String words, boolean people) {
		try {
			List<Page> called = people ? people(words) : List.of();
			return called.isEmpty() ? films(words) : called;
		}
		catch (IndexAway ex) {
			// what is not there is not there, whether or not we can say what comes close
			return List.of();
		}
	}

	private List<Page> people(String name) {
		return this.search.people(name, MOST)
			.hits()
			.stream()
			.map((person) -> new Page(person.href(), person.name(), String.join(", ", person.knownFor())))
			.toList();
	}

	private List<Page> films(String title) {
		List<FilmHit> films = this.search.first(title, MOST).hits();
		return (films.isEmpty() ? this.search.first(longestWord(title), MOST).hits() : films).stream()
			.map((film) -> new Page("/films/" + film.slug(),
					(film.year() != null) ? film.title() + " (" + film.year() + ")" : film.title(), ""))
			.toList();
	}

	/** The word that is likeliest to be of the title, where not all of them are. */
	private static String longestWord(String words) {
		return Stream.of(Words.of(words).printed().split(" ")).max(Comparator.comparing(String::length)).orElse("");
	}

}
