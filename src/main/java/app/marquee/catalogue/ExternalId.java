package app.marquee.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What somebody else calls a film.
 *
 * @param scheme whose name it is: imdb, tmdb, …
 * @param value as they write it
 */
public record ExternalId(String scheme, String value) {

	/** Where the film stands at theirs, if we know how they build addresses. */
	public @Nullable String href() {
		return switch (this.scheme) {
			case "imdb" -> "https://www.imdb.com/title/" + this.value + "/";
			case "tmdb" -> "https://www.themoviedb.org/movie/" + this.value;
			case "movielens" -> "https://movielens.org/movies/" + this.value;
			default -> null;
		};
	}

}
