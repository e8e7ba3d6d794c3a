package app.marquee.ingest;

import java.util.List;
import java.util.Map;

import app.marquee.web.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Finds the film that a record speaks of: by an external id, else by a title and the
 * year. Two records without a year are one film when their titles are equal; a record
 * without a year and one with a year never are, for there are too many films of one name.
 */
class Matcher {

	private final Rows rows;

	Matcher(Rows rows) {
		this.rows = rows;
	}

	/** The film's id, or null if the catalogue has no such film. */
	@Nullable Long find(FilmRecord record) {
		for (Map.Entry<String, String> id : record.ids().entrySet()) {
			Long film = only(this.rows.read("""
					select film_id from film_external_id where scheme = :scheme and identifier = :value""",
					Map.of("scheme", id.getKey(), "value", id.getValue())));
			if (film != null) {
				return film;
			}
		}
		String folded = Folding.title(record.title());
		return (record.year() != null)
				? only(this.rows.read("""
						select distinct film.id as film_id from film_title join film on film.id = film_title.film_id
						where film_title.folded = :folded and film.release_year = :year""",
						Map.of("folded", folded, "year", record.year())))
				: only(this.rows.read("""
						select distinct film.id as film_id from film_title join film on film.id = film_title.film_id
						where film_title.folded = :folded and film.release_year is null""", Map.of("folded", folded)));
	}

	/** Where several would do, none is taken: a guess would glue two films together. */
	private static @Nullable Long only(List<Map<String, @Nullable Object>> films) {
		return (films.size() == 1 && films.get(0).get("film_id") instanceof Number id) ? id.longValue() : null;
	}

}
