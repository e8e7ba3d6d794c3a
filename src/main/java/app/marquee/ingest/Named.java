package app.marquee.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.marquee.web.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * Things that are known by their name alone, genres, companies, providers, and the slugs
 * that are free for new films and people.
 */
class Named {

	private final Rows rows;

	private final Map<String, Long> ids = new HashMap<>();

	/** Slugs that were given in this run and may not have reached the database yet. */
	private final Set<String> given = new HashSet<>();

	Named(Rows rows) {
		this.rows = rows;
	}

	long genre(String name) {
		return id("genre", Change.NEW_GENRE, name);
	}

	long company(String name) {
		return id("company", Change.NEW_COMPANY, name);
	}

	long provider(String name) {
		return id("provider", Change.NEW_PROVIDER, name);
	}

	private long id(String table, Change insert, String name) {
		String slug = Slugs.of(name, null, table);
		return this.ids.computeIfAbsent(table + "/" + slug, (first) -> {
			List<Map<String, @Nullable Object>> known = this.rows
				.read("select id from " + table + " where slug in (:in)", List.of(slug));
			if (!known.isEmpty()) {
				return SourceWriter.number(known.get(0).get("id"));
			}
			long id = this.rows.nextId(table);
			this.rows.add(insert, id, slug, name);
			return id;
		});
	}

	/**
	 * A slug for a film of this title and year.
	 * @param own the one that the film has: it may keep it
	 */
	String filmSlug(String title, @Nullable Integer year, @Nullable String own) {
		return give("film", Slugs.free(title, year, "film", (slug) -> !slug.equals(own) && taken("film", slug)));
	}

	String personSlug(String name) {
		return give("person", Slugs.free(name, null, "person", (slug) -> taken("person", slug)));
	}

	private String give(String table, String slug) {
		this.given.add(table + "/" + slug);
		return slug;
	}

	private boolean taken(String table, String slug) {
		return this.given.contains(table + "/" + slug) || !this.rows
			.read("""
					select 1 from %1$s where slug in (:in) union all select 1 from former_%1$s_slug where slug in (:in)"""
				.formatted(table), List.of(slug))
			.isEmpty();
	}

}
