package app.marquee.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What one person did for one film.
 *
 * @param job in lower case: director, actor, production design …
 * @param played the character, where it is known
 */
record Credit(long personId, String slug, String name, Department department, String job, @Nullable String played) {

	/** The path of the person's page. */
	String path() {
		return "/people/" + this.slug;
	}

}
