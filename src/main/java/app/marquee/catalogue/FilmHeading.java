package app.marquee.catalogue;

import org.jspecify.annotations.Nullable;

/** A film as the pages about one side of it head themselves. */
public record FilmHeading(String slug, String title, @Nullable Integer year, FilmPage.@Nullable Link genre) {

	public FilmHeading(Film film) {
		this(film.slug(), film.title(), film.year(), film.genres().isEmpty() ? null
				: new FilmPage.Link(film.genres().get(0).name(), film.genres().get(0).path()));
	}

	public String path() {
		return "/films/" + this.slug;
	}

}
