package app.marquee.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A film that a person worked on, and what the person did for it.
 *
 * @param filmFame how well the film is known: like votes, whichever source counts
 * @param job in lower case
 * @param played the character, where it is known
 * @param billing the place in the credits, from 0
 */
record WorkedOn(long filmId, FilmCard film, @Nullable Integer filmFame, Department department, String job,
		@Nullable String played, int billing) {

	/** As much of the film's fame as is for this work. */
	double fame() {
		return (this.filmFame != null) ? this.filmFame * Prominence.share(this.department, this.billing, this.played)
				: 0;
	}

}
