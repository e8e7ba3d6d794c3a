package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Finds the films that may be meant by records, for a whole batch at once. */
class Matcher {

	/**
	 * So many titles are remembered at most, of films that have no id in the scheme of
	 * the source that is read.
	 */
	private static final int REMEMBERED = 20_000;

	private final Rows rows;

	/** Whose records are matched. */
	private final long source;

	private final Ingest.Way way;

	/** Null as long as no record may speak of a film that others know. */
	private @Nullable Rivals rivals;

	/**
	 * The films without an id in {@link #scheme}, by the keys of their titles; null where
	 * they are not known, or too many.
	 */
	private @Nullable Map<String, Set<Long>> nameless;

	/**
	 * For which {@link #nameless} was asked last; null: not yet. Empty after a batch of
	 * records without ids of their own, whose films may be nameless too.
	 */
	private @Nullable String scheme;

	/**
	 * A matcher for one source.
	 * @param way how it is taken in
	 */
	Matcher(Rows rows, long source, Ingest.Way way) {
		this.rows = rows;
		this.source = source;
		this.way = way;
	}

	/**
	 * Whether all records that may speak of a film were compared with each other.
	 */
	boolean knowsRivals() {
		return this.rivals == null || this.rivals.areAll();
	}

	/** What each record speaks of, in their order. */
	List<Match> match(List<FilmRecord> records) {
		Map<String, Set<Long>> filmsByKey = new HashMap<>();
		Map<String, Long> filmById = new HashMap<>();
		List<Set<String>> keys = records.parallelStream().map((record) -> MatchRule.titles(record).lookUps()).toList();
		Map<Long, Candidate> candidates = candidates(records, keys, filmsByKey, filmById);
		List<Match> matches = new ArrayList<>();
		for (int place = 0; place < records.size(); place++) {
			FilmRecord record = records.get(place);
			Set<Candidate> own = new HashSet<>();
			keys.get(place)
				.forEach((key) -> filmsByKey.getOrDefault(key, Set.of())
					.forEach((film) -> own.add(candidate(candidates, film))));
			record.ids().forEach((scheme, value) -> {
				Long film = filmById.get(scheme + ":" + value);
				if (film != null) {
					own.add(candidate(candidates, film));
				}
			});
			matches.add(own.isEmpty() ? Match.NONE : MatchRule.decide(record, own));
		}
		return matches;
	}

	private Map<Long, Candidate> candidates(List<FilmRecord> records, List<Set<String>> keys,
			Map<String, Set<Long>> filmsByKey, Map<String, Long> filmById) {
		Set<Long> films = new HashSet<>();
		Map<String, Set<String>> ids = new HashMap<>();
		records.forEach((record) -> record.ids()
			.forEach((scheme, value) -> ids.computeIfAbsent(scheme, (first) -> new HashSet<>()).add(value)));
		String own = ownScheme(records);
		byTitle(keys.stream().flatMap(Set::stream).collect(Collectors.toSet()), own, filmsByKey);
		filmsByKey.values().forEach(films::addAll);
		ids.forEach((scheme, values) -> this.rows.read("""
				select identifier, film_id from unnest(?) as wanted(id)
				join film_external_id on identifier = wanted.id and scheme = ?""", values, scheme).forEach((row) -> {
			Long film = Rows.number(row.get("film_id"));
			films.add(film);
			filmById.put(scheme + ":" + row.get("identifier"), film);
		}));
		Map<Long, Candidate> candidates = load(films,
				records.stream().anyMatch((record) -> record.allCredits().findAny().isPresent()));
		if (!filmsByKey.isEmpty() && !own.isEmpty()) {
			Rivals among = rivals();
			candidates.values().forEach((film) -> film.rivals = among.of(film.titles));
		}
		return candidates;
	}

	private Rivals rivals() {
		Rivals known = this.rivals;
		if (known == null) {
			Map<String, Set<Long>> few = this.nameless;
			known = Rivals.of(this.way, (few != null) ? few::containsKey : (any) -> true);
			this.rivals = known;
		}
		return known;
	}

	/**
	 * Films that have a title with one of these keys, and no id in the scheme. Where few
	 * films have none, as after most of a data set with ids has come in, the database is
	 * asked for them once and not for each batch: it would go through all the films of
	 * one name to find that each has an id.
	 */
	private void byTitle(Set<String> keys, String own, Map<String, Set<Long>> filmsByKey) {
		if (!own.equals(this.scheme)) {
			this.scheme = own;
			this.nameless = own.isEmpty() ? null : nameless(own);
		}
		Map<String, Set<Long>> few = this.nameless;
		if (few == null) {
			Stream.of("folded", "head")
				.flatMap((column) -> this.rows.read("""
						select %1$s as title_key, film_id from unnest(?) as wanted(title)
						join film_title on %1$s = wanted.title
						where not exists (select 1 from film_external_id
							where film_external_id.film_id = film_title.film_id and scheme = ?)""".formatted(column),
						keys, own)
					.stream())
				.forEach((row) -> put(filmsByKey, row, "title_key"));
			return;
		}
		Map<String, Set<Long>> found = new HashMap<>();
		keys.stream().filter(few::containsKey).forEach((key) -> found.put(key, few.get(key)));
		if (found.isEmpty()) {
			return;
		}
		// since they were asked for, some have got their id, or are gone
		Set<Long> still = new HashSet<>();
		this.rows
			.read("""
					select id as film_id from unnest(?) as wanted(film) join film on id = wanted.film
					where not exists (select 1 from film_external_id where film_id = film.id and scheme = ?)""",
					found.values().stream().flatMap(Set::stream).collect(Collectors.toSet()), own)
			.forEach((row) -> still.add(Rows.number(row.get("film_id"))));
		found.forEach((key, films) -> filmsByKey.put(key,
				films.stream().filter(still::contains).collect(Collectors.toSet())));
	}

	private @Nullable Map<String, Set<Long>> nameless(String own) {
		List<Map<String, @Nullable Object>> titles = this.rows.read("""
				select film_id, folded, head from film_title
				where not exists (select 1 from film_external_id
					where film_external_id.film_id = film_title.film_id and scheme = ?)
				limit ?""", own, REMEMBERED);
		if (titles.size() == REMEMBERED) {
			return null;
		}
		Map<String, Set<Long>> films = new HashMap<>();
		titles.forEach((row) -> {
			put(films, row, "folded");
			if (row.get("head") != null) {
				put(films, row, "head");
			}
		});
		return films;
	}

	private static void put(Map<String, Set<Long>> films, Map<String, @Nullable Object> row, String key) {
		films.computeIfAbsent(String.valueOf(row.get(key)), (first) -> new HashSet<>())
			.add(Rows.number(row.get("film_id")));
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
				long film = Rows.number(row.get("id"));
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
		this.rows
			.read("""
					select distinct source_record.film_id from unnest(?) as wanted(film)
					join source_record on source_record.film_id = wanted.film where source_record.source_id = ?""",
					films, this.source)
			.forEach((row) -> of(candidates, row).listed = true);
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
		return candidate(candidates, Rows.number(row.get("film_id")));
	}

	private static Candidate candidate(Map<Long, Candidate> candidates, Long film) {
		Candidate candidate = candidates.get(film);
		if (candidate == null) {
			throw new IllegalStateException("no such film: " + film);
		}
		return candidate;
	}

	private static @Nullable Integer integer(@Nullable Object value) {
		return (value instanceof Number number) ? number.intValue() : null;
	}

}
