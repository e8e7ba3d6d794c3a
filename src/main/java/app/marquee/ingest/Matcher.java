package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Finds the films that may be meant by records, for a whole batch at once. */
class Matcher {

	private final Rows rows;

	Matcher(Rows rows) {
		this.rows = rows;
	}

	/** What each record speaks of, in their order. */
	List<Match> match(List<FilmRecord> records) {
		Map<String, Set<Long>> filmsByKey = new HashMap<>();
		Map<String, Long> filmById = new HashMap<>();
		Map<Long, Candidate> candidates = candidates(records, filmsByKey, filmById);
		List<Match> matches = new ArrayList<>();
		for (FilmRecord record : records) {
			Set<Candidate> own = new HashSet<>();
			MatchRule.titles(record)
				.lookUps()
				.forEach((key) -> filmsByKey.getOrDefault(key, Set.of())
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

	private Map<Long, Candidate> candidates(List<FilmRecord> records, Map<String, Set<Long>> filmsByKey,
			Map<String, Long> filmById) {
		Set<Long> films = new HashSet<>();
		Set<String> keys = new HashSet<>();
		Map<String, Set<String>> ids = new HashMap<>();
		records.forEach((record) -> {
			keys.addAll(MatchRule.titles(record).lookUps());
			record.ids().forEach((scheme, value) -> ids.computeIfAbsent(scheme, (first) -> new HashSet<>()).add(value));
		});
		String own = ownScheme(records);
		Stream.of("folded", "head")
			.flatMap((column) -> this.rows
				.read("""
						select %1$s as title_key, film_id from unnest(?) as wanted(title)
						join film_title on %1$s = wanted.title
						where not exists (select 1 from film_external_id
							where film_external_id.film_id = film_title.film_id and scheme = ?)""".formatted(column),
						keys, own)
				.stream())
			.forEach((row) -> {
				Long film = SourceWriter.number(row.get("film_id"));
				films.add(film);
				filmsByKey.computeIfAbsent(String.valueOf(row.get("title_key")), (first) -> new HashSet<>()).add(film);
			});
		ids.forEach((scheme, values) -> this.rows.read("""
				select identifier, film_id from unnest(?) as wanted(id)
				join film_external_id on identifier = wanted.id and scheme = ?""", values, scheme).forEach((row) -> {
			Long film = SourceWriter.number(row.get("film_id"));
			films.add(film);
			filmById.put(scheme + ":" + row.get("identifier"), film);
		}));
		return load(films, records.stream().anyMatch((record) -> record.allCredits().findAny().isPresent()));
	}

	/**
	 * The scheme in which all these records have the id that is their source's own: films
	 * that have another one there are other films, and there may be hundreds of one name.
	 */
	private static String ownScheme(List<FilmRecord> records) {
		Set<String> schemes = new HashSet<>(records.isEmpty() ? Set.of() : records.get(0).ids().keySet());
		records.forEach((record) -> schemes.removeIf((scheme) -> !MatchRule.isOwn(record, scheme)));
		return schemes.stream().sorted().findFirst().orElse("");
	}

	private Map<Long, Candidate> load(Collection<Long> films, boolean withPeople) {
		Map<Long, Candidate> candidates = new HashMap<>();
		this.rows.read(
				"select id, release_year, runtime, votes from unnest(?) as wanted(film) join film on id = wanted.film",
				films)
			.forEach((row) -> {
				long film = SourceWriter.number(row.get("id"));
				candidates.put(film, new Candidate(film, integer(row.get("release_year")), integer(row.get("runtime")),
						integer(row.get("votes"))));
			});
		this.rows.read(
				"select film_id, title as text from unnest(?) as wanted(film) join film_title on film_id = wanted.film",
				films)
			.forEach((row) -> of(candidates, row).titles.add(String.valueOf(row.get("text"))));
		this.rows.read(
				"select film_id, scheme || ':' || identifier as text from unnest(?) as wanted(film) join film_external_id on film_id = wanted.film",
				films)
			.forEach((row) -> of(candidates, row).ids.add(String.valueOf(row.get("text"))));
		this.rows
			.read("""
					select film_genre.film_id, genre.name as text from unnest(?) as wanted(film)
					join film_genre on film_genre.film_id = wanted.film join genre on genre.id = film_genre.genre_id""",
					films)
			.forEach((row) -> of(candidates, row).genres.add(String.valueOf(row.get("text"))));
		if (withPeople) {
			loadPeople(films, candidates);
		}
		return candidates;
	}

	/** Only for records that name people; most of the reading would be for nothing. */
	private void loadPeople(Collection<Long> films, Map<Long, Candidate> candidates) {
		this.rows.read("""
				select distinct credit.film_id, person.sort_name, person_external_id.scheme,
					person_external_id.identifier
				from unnest(?) as wanted(film) join credit on credit.film_id = wanted.film
				join person on person.id = credit.person_id
				left join person_external_id on person_external_id.person_id = person.id""", films).forEach((row) -> {
			Candidate candidate = of(candidates, row);
			candidate.people.add(String.valueOf(row.get("sort_name")));
			if (row.get("scheme") != null) {
				candidate.personIds.add(row.get("scheme") + ":" + row.get("identifier"));
			}
		});
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
