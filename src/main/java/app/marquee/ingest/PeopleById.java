package app.marquee.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Who is meant by the sources' ids for people ({@code imdb:nm0000115}). Those who were
 * met last are remembered from batch to batch, for few people are in many films.
 */
class PeopleById {

	/** About 25 MB. */
	private static final int REMEMBERED = 200_000;

	private final Rows rows;

	private final Map<String, Long> remembered = new LinkedHashMap<>(1 << 16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
			return size() > REMEMBERED;
		}

	};

	/** Those of this batch. */
	private final Map<String, Long> known = new HashMap<>();

	PeopleById(Rows rows) {
		this.rows = rows;
	}

	/** Looks up at once whom a batch may mean. */
	void prepare(Collection<String> refs) {
		this.known.clear();
		List<String> unknown = refs.stream().filter((ref) -> {
			Long person = this.remembered.get(ref);
			if (person != null) {
				this.known.put(ref, person);
			}
			return person == null;
		}).toList();
		FilmWriter.byScheme(unknown)
			.forEach((scheme, ids) -> this.rows.read("""
					select identifier, person_id from unnest(?) as wanted(id)
					join person_external_id on identifier = wanted.id and scheme = ?""", ids, scheme)
				.forEach((row) -> add(scheme + ":" + row.get("identifier"), Rows.number(row.get("person_id")))));
	}

	void add(String ref, long person) {
		this.known.put(ref, person);
		this.remembered.put(ref, person);
	}

	@Nullable Long of(String ref) {
		return this.known.get(ref);
	}

	/** The person whom one of these ids means. */
	@Nullable Long any(Collection<String> refs) {
		for (String ref : refs) {
			Long person = this.known.get(ref);
			if (person != null) {
				return person;
			}
		}
		return null;
	}

	/** Forgets everybody: some are gone. */
	void forget() {
		this.remembered.clear();
		this.known.clear();
	}

}
