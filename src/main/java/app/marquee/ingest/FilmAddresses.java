package app.marquee.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The slugs by which films are, or were, found. */
class FilmAddresses {

	private final Rows rows;

	FilmAddresses(Rows rows) {
		this.rows = rows;
	}

	/** The ids of films by the slugs that they have or had, as far as there are such. */
	Map<String, Long> films(List<String> slugs) {
		Map<String, Long> known = new HashMap<>();
		this.rows
			.read("""
					select film_id as id, slug from unnest(?) as wanted(name)
					join former_film_slug on slug = wanted.name where film_id is not null
					union all select id, slug from unnest(?) as wanted(name) join film on slug = wanted.name""", slugs,
					slugs)
			.forEach((row) -> known.put(String.valueOf(row.get("slug")), Rows.number(row.get("id"))));
		return known;
	}

	/**
	 * The slugs of films that were withdrawn with their records.
	 * @return by the keys of the records
	 */
	Map<String, String> ofWithdrawn(String source, List<String> keys) {
		Map<String, String> had = new HashMap<>();
		this.rows.read("""
				select slug, source_key from former_film_slug
				where film_id is null and source = ? and source_key = any(?)""", source, keys)
			.forEach((row) -> had.put(String.valueOf(row.get("source_key")), String.valueOf(row.get("slug"))));
		return had;
	}

	/** Lets an address lead to a film, unless a film of this catalogue has or had it. */
	void redirect(String slug, long film) {
		this.rows.run("""
				insert into former_film_slug (slug, film_id) select cast(? as varchar), id from film where id = ?
				and not exists (select 1 from film where slug = ?)
				and not exists (select 1 from former_film_slug where slug = ?)""", slug, film, slug, slug);
	}

}
