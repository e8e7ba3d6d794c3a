package app.marquee.catalogue;

import app.marquee.text.Slugs;
import app.marquee.web.MovedPermanently;
import app.marquee.web.NotFound;

import org.springframework.stereotype.Component;

/** Finds the film that an address names. */
@Component
public class FilmFinder {

	private final Films films;

	FilmFinder(Films films) {
		this.films = films;
	}

	/**
	 * The film of this slug.
	 * @throws MovedPermanently if the film had this slug once and has another now
	 * @throws NotFound if no film has it or had it
	 */
	public Film bySlug(String slug) {
		if (!Slugs.wellFormed(slug)) {
			throw new NotFound(slug);
		}
		return this.films.findBySlug(slug)
			.orElseThrow(() -> this.films.findSlugByFormerSlug(slug)
				.<RuntimeException>map((now) -> new MovedPermanently("/films/" + slug, "/films/" + now))
				.orElseGet(() -> new NotFound(slug)));
	}

}
