package app.marquee.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

	private static final int NUMBERS = 100_000;

	private final Rows rows;

	private final Map<String, Long> ids = new HashMap<>();

	/** Slugs that a batch may ask for. */
	private final Set<String> asked = new HashSet<>();

	/** Those of them that somebody has, and those that were given since. */
	private final Set<String> taken = new HashSet<>();

	/**
	 * The last number that was given behind a slug, for the names that many people have.
	 */
	private final Map<String, Integer> numbers = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
			return size() > NUMBERS;
		}

	};

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

	/** Forgets the last batch, which has reached the database. */
	void newBatch() {
		this.asked.clear();
		this.taken.clear();
	}

	/** Looks up at once which of the slugs are taken that a batch may ask for. */
	void prepare(String table, Collection<String> slugs) {
		this.rows.read("""
				select slug from %1$s where slug in (:in)
				union all select slug from former_%1$s_slug where slug in (:in)""".formatted(table), slugs)
			.forEach((row) -> this.taken.add(table + "/" + row.get("slug")));
		slugs.forEach((slug) -> this.asked.add(table + "/" + slug));
	}

	/**
	 * A slug for a film of this title and year.
	 * @param own the one that the film has: it may keep it
	 */
	String filmSlug(String title, @Nullable Integer year, @Nullable String own) {
		String slug = Slugs.of(title, year, "film");
		return slug.equals(own) ? slug : free("film", slug);
	}

	String personSlug(String name) {
		return free("person", Slugs.of(name, null, "person"));
	}

	/** The slug itself, or the slug with the first number that is free. */
	private String free(String table, String slug) {
		String free = slug;
		if (taken(table, slug)) {
			int number = this.numbers.getOrDefault(table + "/" + slug, 1);
			do {
				number++;
				free = slug + "-" + number;
			}
			while (taken(table, free));
			this.numbers.put(table + "/" + slug, number);
		}
		this.taken.add(table + "/" + free);
		return free;
	}

	private boolean taken(String table, String slug) {
		if (!this.asked.contains(table + "/" + slug)) {
			prepare(table, List.of(slug));
		}
		return this.taken.contains(table + "/" + slug);
	}

}
