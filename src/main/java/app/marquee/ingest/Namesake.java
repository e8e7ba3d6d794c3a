package app.marquee.ingest;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One of several people of a name, as an export tells them apart: by their address and,
 * behind spaces, the ids by which sources know them.
 *
 * @param refs the ids, such as {@code imdb:nm0000246}
 */
record Namesake(String slug, Set<String> refs) {

	static Namesake of(String said) {
		List<String> parts = List.of(said.split(" ", -1));
		return new Namesake(parts.get(0), Set.copyOf(parts.subList(1, parts.size())));
	}

	/** As {@link #of} reads it. */
	static Namesake of(String slug, @Nullable String refs) {
		return of((refs == null || refs.isEmpty()) ? slug : slug + " " + refs);
	}

	/**
	 * Whether somebody with some ids is this one: 2 for sure, 1 perhaps, since one of the
	 * two has no id, 0 not.
	 */
	int likeness(Set<String> others) {
		if (this.refs.isEmpty() || others.isEmpty()) {
			return 1;
		}
		return Collections.disjoint(this.refs, others) ? 0 : 2;
	}

}
