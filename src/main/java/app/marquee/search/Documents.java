package app.marquee.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import app.marquee.catalogue.Prominence;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the index has to know, for many films or people at once. */
@Component
@Transactional(readOnly = true)
class Documents {

	/**
	 * A film's cast beyond this is not looked for through the film; its people are found
	 * by themselves. The crew, which is billed behind all of the cast, is.
	 */
	private static final int CAST = 60;

	/** Other titles beyond these are found, but not shown as what was found. */
	private static final int OTHER_TITLES = 12;

	private static final int KNOWN_FOR = 3;

	private final NamedParameterJdbcTemplate jdbc;

	Documents(NamedParameterJdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The films with some ids. */
	List<FilmDocument> films(List<Long> ids) {
		List<Map<String, @Nullable Object>> films = rows("""
				select id, slug, title, sort_title, release_year, runtime, certificate, rating,
					weighted_rating, votes, fame, poster_version
				from film where id in (:ids)""", ids);
		if (films.isEmpty()) {
			return List.of();
		}
		Map<Long, List<String>> titles = strings(
				"""
						select film_id as id, title as text from film_title where film_id in (:ids) order by film_id, position""",
				ids);
		Map<Long, List<String>> genres = strings("""
				select film_id as id, genre.slug || '|' || genre.name as text from film_genre
				join genre on genre.id = film_genre.genre_id where film_id in (:ids) order by film_id, position""",
				ids);
		Map<Long, List<Named>> credits = named(
				"""
						select film_id as id, credit.department, person.name, credit.played
						from credit join person on person.id = credit.person_id
						where film_id in (:ids) and (billing < :cast or credit.department <> 'cast') order by film_id, billing""",
				ids);
		Map<Long, List<Named>> spellings = named("""
				select film_id as id, credit.department, person_name.name, null as played from credit
				join person_name on person_name.person_id = credit.person_id
				where film_id in (:ids) and (billing < :cast or credit.department <> 'cast')""", ids);
		Map<Long, List<String>> offers = strings("""
				select film_id as id, provider.slug || '|' || coalesce(offer.region, '') as text from offer
				join provider on provider.id = offer.provider_id
				where film_id in (:ids) and ended_on is null""", ids);
		return films.stream().map((film) -> {
			Long id = number(film.get("id"));
			Function<Map<Long, List<String>>, List<String>> of = (map) -> map.getOrDefault(id, List.of());
			return document(id, film, of.apply(titles), of.apply(genres), credits.getOrDefault(id, List.of()),
					spellings.getOrDefault(id, List.of()), of.apply(offers));
		}).toList();
	}

	private static FilmDocument document(Long id, Map<String, @Nullable Object> film, List<String> titles,
			List<String> genres, List<Named> credits, List<Named> spellings, List<String> offers) {
		Integer year = integer(film.get("release_year"));
		Integer runtime = integer(film.get("runtime"));
		Double rating = decimal(film.get("rating"));
		List<String> spelt = distinct(titles.stream().flatMap((title) -> Spellings.of(title).stream()));
		List<Named> named = Stream.concat(credits.stream(), spellings.stream()).toList();
		List<String> bare = Spellings.bare(spelt);
		List<String> keys = Spellings.keys(spelt);
		List<String> titleWords = ended(Stream.concat(Spellings.withDigits(spelt).stream(),
				spelt.stream()
					.flatMap((words) -> Stream.of(words.split(" ")))
					.map(Spellings::pairs)
					.filter((pairs) -> !pairs.isEmpty())));
		List<String> peopleWords = names(named, null);
		List<String> characterWords = spellings(named.stream().map(Named::played));
		List<String> genreWords = spellings(genres.stream().map(Documents::after));
		return new FilmDocument(id, text(film.get("slug")), text(film.get("title")),
				titles.stream().skip(1).limit(OTHER_TITLES).toList(), text(film.get("poster_version")),
				text(film.get("sort_title")), spelt, Beginnings.TITLE.of(spelt.stream()), bare,
				Beginnings.TITLE.of(bare.stream()), keys, Beginnings.TITLE.of(keys.stream()),
				distinct(titles.stream().flatMap((title) -> Spellings.initials(title).stream())), titleWords,
				beginnings(titleWords), peopleWords, beginnings(peopleWords), names(named, Department.DIRECTING),
				names(named, Department.WRITING), names(named, Department.CAST), characterWords,
				beginnings(characterWords), genreWords, beginnings(genreWords),
				genres.stream().map(Documents::after).toList(),
				distinct(credits.stream()
					.sorted(Comparator.comparing((name) -> !name.department().equals(Department.DIRECTING.code())))
					.map((name) -> new Played(name.name(), name.played()).stored())),
				genres.stream().map(Documents::before).toList(), Bands.decade(year), Bands.score(rating),
				Bands.runtime(runtime).code(), (String) film.get("certificate"),
				distinct(offers.stream().map(Documents::before)), regions(offers), year, runtime, rating,
				decimal(film.get("weighted_rating")), integer(film.get("votes")), integer(film.get("fame")),
				Crowd.steps(integer(film.get("fame"))), id);
	}

	/** A region that is not stated may be any, so that the stated ones say no more. */
	private static List<String> regions(List<String> offers) {
		return distinct(
				offers.stream().filter((offer) -> offer.endsWith("|") || !offers.contains(before(offer) + "|")));
	}

	/** Who did what; a row of the credits. */
	private record Named(String department, String name, String played) {
	}

	private static List<String> names(List<Named> named, @Nullable Department department) {
		return spellings(named.stream()
			.filter((name) -> department == null || name.department().equals(department.code()))
			.map(Named::name));
	}

	private static List<String> spellings(Stream<String> names) {
		return ended(names.flatMap((name) -> Spellings.of(name).stream()));
	}

	private static List<String> beginnings(List<String> texts) {
		return Beginnings.WORD.of(texts.stream().flatMap((text) -> Stream.of(text.split(" "))));
	}

	/** Else the last word of one and the first of the next would be a phrase. */
	private static List<String> ended(Stream<String> texts) {
		return distinct(texts.map((text) -> text + Spellings.END));
	}

	/** The people with some ids. */
	List<PersonDocument> people(List<Long> ids) {
		List<Map<String, @Nullable Object>> people = rows(
				"select id, slug, name, sort_name from person where id in (:ids)", ids);
		if (people.isEmpty()) {
			return List.of();
		}
		Map<Long, List<String>> names = strings(
				"select person_id as id, name as text from person_name where person_id in (:ids)", ids);
		Map<Long, Known> known = known(ids);
		return people.stream().map((person) -> {
			Long id = number(person.get("id"));
			List<String> spelt = distinct(
					Stream.concat(Stream.of(text(person.get("name"))), names.getOrDefault(id, List.of()).stream())
						.flatMap((name) -> Spellings.of(name).stream()));
			Known films = known.getOrDefault(id, Known.NOTHING);
			return new PersonDocument(id, text(person.get("slug")), text(person.get("name")),
					text(person.get("sort_name")), spelt, beginnings(spelt), Spellings.keys(spelt), films.best(),
					films.fame(), Crowd.steps(films.fame()), films.count());
		}).toList();
	}

	/**
	 * What people are known for.
	 *
	 * @param best the films with most fame that is theirs, with their years
	 * @param fame that of all their films, as far as it is theirs
	 * @param count how many films there are in all
	 */
	private record Known(List<String> best, int fame, int count) {

		private static final Known NOTHING = new Known(List.of(), 0, 0);

	}

	/** A film that somebody worked on, with its fame. */
	private record Work(long id, String title, int fame) {
	}

	/** A film with as much of its fame as is somebody's. */
	private record Share(Work work, double fame) {

		private static final Comparator<Share> BEST_KNOWN = Comparator.comparing(Share::fame)
			.reversed()
			.thenComparing((share) -> share.work.id);

	}

	private Map<Long, Known> known(List<Long> ids) {
		Map<Long, Map<Long, Double>> films = new HashMap<>();
		this.jdbc.query("select person_id, film_id, department, billing, played from credit where person_id in (:ids)",
				Map.of("ids", ids), (row) -> {
					films.computeIfAbsent(row.getLong("person_id"), (id) -> new HashMap<>())
						.merge(row.getLong("film_id"), Prominence.share(Department.ofCode(row.getString("department")),
								row.getInt("billing"), row.getString("played")), Math::max);
				});
		Map<Long, Work> works = works(
				films.values().stream().flatMap((their) -> their.keySet().stream()).distinct().toArray(Long[]::new));
		Map<Long, Known> known = new HashMap<>();
		films.forEach((person, their) -> {
			// a film may have gone since its credits were read
			List<Share> shares = their.entrySet()
				.stream()
				.flatMap((film) -> Stream.ofNullable(works.get(film.getKey()))
					.map((work) -> new Share(work, work.fame() * film.getValue())))
				.sorted(Share.BEST_KNOWN)
				.toList();
			double fame = shares.stream().mapToDouble(Share::fame).sum();
			known.put(person, new Known(shares.stream().limit(KNOWN_FOR).map((share) -> share.work().title()).toList(),
					(int) Math.min(fame, Integer.MAX_VALUE), their.size()));
		});
		return known;
	}

	private Map<Long, Work> works(Long[] films) {
		Map<Long, Work> works = new HashMap<>();
		this.jdbc.query("""
				select film.id, film.title, film.release_year, film.fame
				from unnest(:films) as wanted(film) join film on film.id = wanted.film""",
				Map.of("films", new SqlArrayValue("bigint", (Object[]) films)), (row) -> {
					int year = row.getInt("release_year");
					String title = row.getString("title");
					works.put(row.getLong("id"), new Work(row.getLong("id"),
							(year > 0) ? title + " (" + year + ")" : title, row.getInt("fame")));
				});
		return works;
	}

	private List<Map<String, @Nullable Object>> rows(String sql, List<Long> ids) {
		return this.jdbc.queryForList(sql, Map.of("ids", ids));
	}

	private Map<Long, List<String>> strings(String sql, List<Long> ids) {
		Map<Long, List<String>> strings = new HashMap<>();
		this.jdbc.query(sql, Map.of("ids", ids), (row) -> {
			strings.computeIfAbsent(row.getLong("id"), (id) -> new ArrayList<>()).add(row.getString("text"));
		});
		return strings;
	}

	private Map<Long, List<Named>> named(String sql, List<Long> ids) {
		Map<Long, List<Named>> named = new HashMap<>();
		this.jdbc.query(sql, Map.of("ids", ids, "cast", CAST), (row) -> {
			named.computeIfAbsent(row.getLong("id"), (id) -> new ArrayList<>())
				.add(new Named(row.getString("department"), row.getString("name"),
						Objects.requireNonNullElse(row.getString("played"), "")));
		});
		return named;
	}

	private static List<String> distinct(Stream<String> strings) {
		Set<String> distinct = new LinkedHashSet<>();
		strings.filter((text) -> !text.isEmpty()).forEach(distinct::add);
		return List.copyOf(distinct);
	}

	/** The first of a pair, such as the provider in {@code netflix|CA}. */
	static String before(String pair) {
		return pair.substring(0, pair.indexOf('|'));
	}

	/** The second of a pair. */
	static String after(String pair) {
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

	private static @Nullable Double decimal(@Nullable Object value) {
		return (value instanceof BigDecimal number) ? number.doubleValue() : null;
	}

}
