package app.marquee.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A film that a person worked on, and what the person did for it.
 *
 * @param votes the most that any source counts for the film
 * @param job in lower case
 * @param played the character, where it is known
 * @param billing the place in the credits, from 0
 */
record WorkedOn(long filmId, FilmCard film, @Nullable Integer votes, Department department, String job,
		@Nullable String played, int billing) {

	/** As many of the film's votes as are for this work. */
	double fame() {
		return (this.votes != null) ? this.votes * Prominence.share(this.department, this.billing, this.played) : 0;
	}

}
