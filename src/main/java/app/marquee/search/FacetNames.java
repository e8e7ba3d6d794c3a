package app.marquee.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What genres and services are called, and which there are. Every page asks for dozens:
 * as entities they took an eighth of its time.
 */
@Repository
@Transactional(readOnly = true)
class FacetNames {

	private final JdbcClient jdbc;

	FacetNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Names by slugs. */
	record Names(Map<String, String> genres, Map<String, String> providers) {
	}

	/** The names of those that there are. */
	Names of(Collection<String> genres, Collection<String> providers) {
		return new Names(names("genre", genres), names("provider", providers));
	}

	private Map<String, String> names(String table, Collection<String> slugs) {
		if (slugs.isEmpty()) {
			return Map.of();
		}
		Map<String, String> names = new HashMap<>();
		this.jdbc.sql("select slug, name from unnest(?) as wanted(one) join " + table + " on slug = wanted.one")
			.param(array(slugs))
			.query((row) -> {
				names.put(row.getString(1), row.getString(2));
			});
		return names;
	}

	/**
	 * Services that are the only ones with such a part of their slugs.
	 * @return their slugs by that part
	 */
	Map<String, String> providersByPart(Collection<String> parts) {
		Map<String, String> providers = new HashMap<>();
		Set<String> several = new HashSet<>();
		this.jdbc.sql("""
				select wanted.one as part, slug from unnest(?) as wanted(one)
				join provider on '-' || slug || '-' like '%-' || wanted.one || '-%'""")
			.param(array(parts))
			.query((row) -> {
				if (providers.putIfAbsent(row.getString("part"), row.getString("slug")) != null) {
					several.add(row.getString("part"));
				}
			});
		providers.keySet().removeAll(several);
		return providers;
	}

	private static SqlArrayValue array(Collection<String> slugs) {
		return new SqlArrayValue("varchar", List.copyOf(Set.copyOf(slugs)).toArray());
	}

}
