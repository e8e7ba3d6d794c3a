package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Finds the films that may be meant by records, for a whole batch at once. */
class Matcher {

	private final Rows rows;

	Matcher(Rows rows) {
		this.rows = rows;
	}

	/** What each record speaks of, in their order. */
	List<Match> match(List<FilmRecord> records) {
		Map<String, Set<Long>> filmsByTitle = new HashMap<>();
		Map<String, Long> filmById = new HashMap<>();
		Map<Long, Candidate> candidates = candidates(records, filmsByTitle, filmById);
		List<Match> matches = new ArrayList<>();
		for (FilmRecord record : records) {
			Set<Candidate> own = new HashSet<>();
			MatchRule.titles(record)
				.forEach((title) -> filmsByTitle.getOrDefault(title, Set.of())
					.forEach((film) -> own.add(candidates.get(film))));
			record.ids().forEach((scheme, value) -> {
				Long film = filmById.get(scheme + ":" + value);
				if (film != null) {
					own.add(candidates.get(film));
				}
			});
			matches.add(own.isEmpty() ? Match.NONE : MatchRule.decide(record, own));
		}
		return matches;
	}

	private Map<Long, Candidate> candidates(List<FilmRecord> records, Map<String, Set<Long>> filmsByTitle,
			Map<String, Long> filmById) {
		Set<Long> films = new HashSet<>();
		Set<String> titles = new HashSet<>();
		Map<String, Set<String>> ids = new HashMap<>();
		records.forEach((record) -> {
			titles.addAll(MatchRule.titles(record));
			record.ids().forEach((scheme, value) -> ids.computeIfAbsent(scheme, (first) -> new HashSet<>()).add(value));
		});
		this.rows
			.read("select folded, film_id from unnest(?) as wanted(title) join film_title on folded = wanted.title",
					titles)
			.forEach((row) -> {
				Long film = SourceWriter.number(row.get("film_id"));
				films.add(film);
				filmsByTitle.computeIfAbsent(String.valueOf(row.get("folded")), (first) -> new HashSet<>()).add(film);
			});
		ids.forEach((scheme, values) -> this.rows
			.read("select identifier, film_id from film_external_id where identifier = any(?) and scheme = ?", values,
					scheme)
			.forEach((row) -> {
				Long film = SourceWriter.number(row.get("film_id"));
				films.add(film);
				filmById.put(scheme + ":" + row.get("identifier"), film);
			}));
		return load(films);
	}

	private Map<Long, Candidate> load(Collection<Long> films) {
		Map<Long, Candidate> candidates = new HashMap<>();
		this.rows.read("select id, release_year, runtime from film where id = any(?)", films).forEach((row) -> {
			long film = SourceWriter.number(row.get("id"));
			candidates.put(film, new Candidate(film, integer(row.get("release_year")), integer(row.get("runtime"))));
		});
		this.rows.read("select film_id, folded as text from film_title where film_id = any(?)", films)
			.forEach((row) -> of(candidates, row).titles.add(String.valueOf(row.get("text"))));
		this.rows
			.read("select film_id, scheme || ':' || identifier as text from film_external_id where film_id = any(?)",
					films)
			.forEach((row) -> of(candidates, row).ids.add(String.valueOf(row.get("text"))));
		this.rows.read("""
				select distinct credit.film_id, person.sort_name as text from credit
				join person on person.id = credit.person_id where credit.film_id = any(?)""", films)
			.forEach((row) -> of(candidates, row).people.add(String.valueOf(row.get("text"))));
		return candidates;
	}

	private static Candidate of(Map<Long, Candidate> candidates, Map<String, @Nullable Object> row) {
		Candidate candidate = candidates.get(SourceWriter.number(row.get("film_id")));
		if (candidate == null) {
			throw new IllegalStateException("no such film: " + row);
		}
		return candidate;
	}

	private static @Nullable Integer integer(@Nullable Object value) {
		return (value instanceof Number number) ? number.intValue() : null;
	}

}
