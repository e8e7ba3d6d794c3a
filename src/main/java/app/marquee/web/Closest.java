package app.marquee.web;

import java.util.List;

/** Knows what comes closest to words that led nowhere; the 404 page asks it. */
@FunctionalInterface
public interface Closest {

	/**
	 * At most six pages that the visitor may have meant, the best first.
	 * @param people whether a person was looked for, rather than a film
	 */
	List<Page> to(String words, boolean people);

	/**
	 * A page that somebody may have meant.
	 *
	 * @param beside what tells it from others of the same title; may be empty
	 */
	record Page(String href, String title, String beside) {
	}

}
