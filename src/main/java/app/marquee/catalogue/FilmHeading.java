package app.marquee.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A film as the pages about one side of it head themselves.
 *
 * @param posterVersion as {@link PosterVersion} has it
 */
public record FilmHeading(String slug, String title, @Nullable Integer year, FilmPage.@Nullable Link genre,
		String posterVersion) {

	public FilmHeading(Film film) {
		this(film.slug(), film.title(), film.year(),
				film.genres().isEmpty() ? null
						: new FilmPage.Link(film.genres().get(0).name(), film.genres().get(0).path()),
				film.posterVersion());
	}

	public String path() {
		return "/films/" + this.slug;
	}

	public String poster() {
		return PosterVersion.address(path(), this.posterVersion);
	}

}
