package app.marquee.catalogue;

import java.util.Map;
import java.util.Optional;

import app.marquee.text.Folding;

/**
 * Through this another room adds to a film's page.
 */
public interface FilmPageSection {

	/** What the room has to say of a film, if anything. */
	Optional<Content> of(Film film);

	/** Where it stands, in the order of the page. */
	enum Place {

		WHERE_TO_WATCH, DOUBT, REVIEWS

	}

	/** The anchor of the fact whom somebody plays, however the name is written. */
	static String anchorOfPart(String name) {
		return "character-" + Folding.name(name);
	}

	/**
	 * One section.
	 *
	 * @param template a template whose fragment {@code section(content)} shows it
	 * @param content what that fragment shows, whole
	 * @param marks what to say at a fact that is in doubt, by the fact's anchor on the
	 * page: {@code year}, {@code rating}, {@link #anchorOfPart} …
	 */
	record Content(Place place, String template, Object content, Map<String, String> marks) {

		public Content(Place place, String template, Object content) {
			this(place, template, content, Map.of());
		}

	}

}
