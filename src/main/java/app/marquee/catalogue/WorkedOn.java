package app.marquee.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A film that a person worked on, and what the person did for it.
 *
 * @param job in lower case
 * @param played the character, where it is known
 */
record WorkedOn(long filmId, FilmCard film, @Nullable Integer votes, Department department, String job,
		@Nullable String played) {
}
