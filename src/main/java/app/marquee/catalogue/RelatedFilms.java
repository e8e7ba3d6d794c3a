package app.marquee.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Films that somebody who likes this one may like: those that a source calls related
 * first, then those of the same people, then the best of the same genre.
 */
@Component
class RelatedFilms {

	private final Films films;

	RelatedFilms(Films films) {
		this.films = films;
	}

	List<FilmCard> to(Film film, List<Credit> cast, int most) {
		Map<String, FilmCard> found = new LinkedHashMap<>();
		add(this.films.statedRelations(film.id(), Limit.of(most)), found);
		if (found.size() < most && !cast.isEmpty()) {
			List<Long> people = cast.stream().limit(4).map((credit) -> credit.person().id()).toList();
			add(this.films.ofPeople(people, film.id(), Limit.of(most)), found);
		}
		if (found.size() < most && !film.genres().isEmpty()) {
			add(this.films.bestOfGenre(film.genres().get(0).id(), Limit.of(most + 1)), found);
		}
		found.remove(film.slug());
		return found.values().stream().limit(most).toList();
	}

	private static void add(List<Film> films, Map<String, FilmCard> found) {
		films.forEach((film) -> found.putIfAbsent(film.slug(), new FilmCard(film)));
	}

}
