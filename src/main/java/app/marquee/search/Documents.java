package app.marquee.search;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what the index has to know, for many films or people at once. */
@Component
class Documents {

	/**
	 * A film's cast beyond this is not looked for through the film; its people are found
	 * by themselves.
	 */
	private static final int CREDITS = 60;

	private static final int KNOWN_FOR = 3;

	private final NamedParameterJdbcTemplate jdbc;

	Documents(NamedParameterJdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Films that changed in or after a revision, in the order of their revisions.
	 * @param after the last film that is known, or 0
	 */
	List<FilmDocument> films(long revision, long after, int most) {
		List<Map<String, @Nullable Object>> films = this.jdbc.queryForList("""
				select * from film where revision > :revision or revision = :revision and id > :after
				order by revision, id limit :most""", Map.of("revision", revision, "after", after, "most", most));
		if (films.isEmpty()) {
			return List.of();
		}
		Map<String, Object> ids = Map.of("ids", films.stream().map((film) -> film.get("id")).toList());
		Map<Long, List<String>> titles = strings(
				"""
						select film_id as id, title as text from film_title where film_id in (:ids) order by film_id, position""",
				ids);
		Map<Long, List<String>> genres = strings("""
				select film_id as id, genre.slug || '|' || genre.name as text from film_genre
				join genre on genre.id = film_genre.genre_id where film_id in (:ids) order by film_id, position""",
				ids);
		Map<Long, List<String>> credits = strings(
				"""
						select film_id as id, credit.department || '|' || person.name || '|' || coalesce(credit.played, '') as text
						from credit join person on person.id = credit.person_id
						where film_id in (:ids) and billing < %d order by film_id, billing"""
					.formatted(CREDITS),
				ids);
		Map<Long, List<String>> spellings = strings("""
				select film_id as id, credit.department || '|' || person_name.name || '|' as text from credit
				join person_name on person_name.person_id = credit.person_id
				where film_id in (:ids) and billing < %d""".formatted(CREDITS), ids);
		Map<Long, List<String>> offers = strings("""
				select film_id as id, provider.slug || '|' || coalesce(offer.region, '') as text from offer
				join provider on provider.id = offer.provider_id
				where film_id in (:ids) and ended_on is null""", ids);
		return films.stream().map((film) -> {
			Long id = number(film.get("id"));
			Function<Map<Long, List<String>>, List<String>> of = (map) -> map.getOrDefault(id, List.of());
			return document(id, film, of.apply(titles), of.apply(genres), of.apply(credits), of.apply(spellings),
					of.apply(offers));
		}).toList();
	}

	private static FilmDocument document(Long id, Map<String, @Nullable Object> film, List<String> titles,
			List<String> genres, List<String> credits, List<String> spellings, List<String> offers) {
		Integer year = integer(film.get("release_year"));
		Integer runtime = integer(film.get("runtime"));
		Double rating = decimal(film.get("rating"));
		List<String> spelt = distinct(titles.stream().flatMap((title) -> Spellings.of(title).stream()));
		List<Named> named = Stream.concat(credits.stream(), spellings.stream()).map(Named::of).toList();
		return new FilmDocument(id, number(film.get("revision")), text(film.get("slug")), text(film.get("title")),
				text(film.get("sort_title")), Spellings.withoutArticle(spelt), Spellings.keys(spelt),
				Spellings.withDigits(spelt).stream().map((title) -> title + Spellings.END).toList(), names(named, null), names(named, Department.DIRECTING),
				names(named, Department.WRITING), names(named, Department.CAST),
				spellings(named.stream().map(Named::played)), spellings(genres.stream().map(Documents::after)),
				genres.stream().map(Documents::after).toList(),
				distinct(credits.stream().map(Named::of).map((name) -> name.name() + "|" + name.played())),
				genres.stream().map(Documents::before).toList(), Bands.decade(year), Bands.score(rating),
				Bands.runtime(runtime).code(), (String) film.get("certificate"),
				distinct(offers.stream().map(Documents::before)), regions(offers), year, runtime, rating,
				decimal(film.get("weighted_rating")), integer(film.get("votes")), millis(film.get("added_at")));
	}

	/** A region that is not stated may be any, so that the stated ones say no more. */
	private static List<String> regions(List<String> offers) {
		return distinct(
				offers.stream().filter((offer) -> offer.endsWith("|") || !offers.contains(before(offer) + "|")));
	}

	/** Who did what; a row of the credits. */
	private record Named(String department, String name, String played) {

		static Named of(String row) {
			return new Named(before(row), before(after(row)), after(after(row)));
		}

	}

	private static List<String> names(List<Named> named, @Nullable Department department) {
		return spellings(named.stream()
			.filter((name) -> department == null || name.department().equals(department.code()))
			.map(Named::name));
	}

	/**
	 * Names, each with an end: else the last word of one and the first of the next would
	 * be a name.
	 */
	private static List<String> spellings(Stream<String> names) {
		return distinct(names.flatMap((name) -> Spellings.of(name).stream()).map((name) -> name + Spellings.END));
	}

	/** People who changed in or after a revision, in the order of their revisions. */
	List<PersonDocument> people(long revision, long after, int most) {
		List<Map<String, @Nullable Object>> people = this.jdbc.queryForList("""
				select * from person where revision > :revision or revision = :revision and id > :after
				order by revision, id limit :most""", Map.of("revision", revision, "after", after, "most", most));
		if (people.isEmpty()) {
			return List.of();
		}
		Map<String, Object> ids = Map.of("ids", people.stream().map((person) -> person.get("id")).toList());
		Map<Long, List<String>> names = strings(
				"select person_id as id, name as text from person_name where person_id in (:ids)", ids);
		Map<Long, List<String>> films = strings(
				"""
						select id, text from (
							select distinct credit.person_id as id, film.votes, film.id as film_id, coalesce(film.votes, 0) || '|'
								|| film.title || case when film.release_year is null then '' else ' (' || film.release_year || ')' end
								as text
							from credit join film on film.id = credit.film_id where credit.person_id in (:ids)) known
						order by id, votes desc nulls last, film_id""",
				ids);
		return people.stream().map((person) -> {
			Long id = number(person.get("id"));
			List<String> spelt = distinct(
					Stream.concat(Stream.of(text(person.get("name"))), names.getOrDefault(id, List.of()).stream())
						.flatMap((name) -> Spellings.of(name).stream()));
			List<String> known = films.getOrDefault(id, List.of());
			return new PersonDocument(id, number(person.get("revision")), text(person.get("slug")),
					text(person.get("name")), text(person.get("sort_name")), spelt, Spellings.keys(spelt),
					known.stream().limit(KNOWN_FOR).map(Documents::after).toList(),
					known.isEmpty() ? 0 : Integer.parseInt(before(known.get(0))), known.size());
		}).toList();
	}

	/** What was taken out in or after a revision, from a table of removed things. */
	List<Long> removed(String table, String column, long revision) {
		return this.jdbc.queryForList(
				"select %s from removed_%s where revision >= :revision order by revision".formatted(column, table),
				Map.of("revision", revision), Long.class);
	}

	private Map<Long, List<String>> strings(String sql, Map<String, ?> ids) {
		Map<Long, List<String>> strings = new HashMap<>();
		this.jdbc.query(sql, ids, (row) -> {
			strings.computeIfAbsent(row.getLong("id"), (id) -> new ArrayList<>()).add(row.getString("text"));
		});
		return strings;
	}

	private static List<String> distinct(Stream<String> strings) {
		Set<String> distinct = new LinkedHashSet<>();
		strings.filter((text) -> !text.isEmpty()).forEach(distinct::add);
		return List.copyOf(distinct);
	}

	private static String before(String pair) {
		return pair.substring(0, pair.indexOf('|'));
	}

	private static String after(String pair) {
		return pair.substring(pair.indexOf('|') + 1);
	}

	private static String text(@Nullable Object value) {
		return String.valueOf(value);
	}

	private static Long number(@Nullable Object value) {
		return (value instanceof Number number) ? number.longValue() : 0L;
	}

	private static @Nullable Integer integer(@Nullable Object value) {
		return (value instanceof Number number) ? number.intValue() : null;
	}

	/** The two databases' drivers give a point in time as different types. */
	private static Long millis(@Nullable Object value) {
		return (value instanceof OffsetDateTime time) ? time.toInstant().toEpochMilli()
				: (value instanceof Date date) ? date.getTime() : 0L;
	}

	private static @Nullable Double decimal(@Nullable Object value) {
		return (value instanceof BigDecimal number) ? number.doubleValue() : null;
	}

}
