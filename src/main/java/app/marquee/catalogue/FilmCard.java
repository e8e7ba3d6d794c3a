package app.marquee.catalogue;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A film as it stands on a wall or in a list.
 *
 * @param posterVersion as {@link PosterVersion} has it
 */
public record FilmCard(String slug, String title, @Nullable Integer year, @Nullable BigDecimal rating,
		String posterVersion) {

	public String path() {
		return "/films/" + this.slug;
	}

	public String poster() {
		return PosterVersion.address(path(), this.posterVersion);
	}

	/** Also at 0 out of 10. */
	public boolean rated() {
		return this.rating != null;
	}

}
