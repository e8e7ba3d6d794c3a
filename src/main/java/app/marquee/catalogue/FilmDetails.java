package app.marquee.catalogue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * What stands on a film's page beside the film itself: the page that most visitors wait
 * for. Small statements that follow one index each; H2 remembers the plan of these, and
 * not that of a union.
 */
@Repository
class FilmDetails {

	private static final String CARD = "select film.slug, film.title, film.release_year, film.rating, film.poster_version from ";

	/** What the records of a film call related, in the words of their own sources. */
	private static final String RELATED = """
			source_record said join record_relation on record_relation.record_id = said.id
			join source_record meant on meant.source_key = record_relation.related_key and meant.source_id = said.source_id
			join film on film.id = meant.film_id where said.film_id = ?""";

	/** The other way round: whose records call the film related. */
	private static final String RELATING = """
			source_record meant join record_relation on record_relation.related_key = meant.source_key
			join source_record said on said.id = record_relation.record_id and said.source_id = meant.source_id
			join film on film.id = said.film_id where meant.film_id = ?""";

	/** Jobs of one person in one film: more are hardly ever credited. */
	private static final int JOBS = 3;

	private final JdbcClient jdbc;

	FilmDetails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Particulars particulars(long film) {
		return Particulars.of(named("""
				select title, kind from film_title where film_id = ? order by film_id, position""", film), named("""
				select company.name, film_company.role
				from film_company join company on company.id = film_company.company_id
				where film_company.film_id = ? order by film_company.film_id, film_company.position""", film), this.jdbc
			.sql("select scheme, identifier from film_external_id where film_id = ? order by scheme, identifier")
			.param(film)
			.query((row, number) -> new ExternalId(row.getString(1), row.getString(2)))
			.list());
	}

	/**
	 * A mean score out of 10, and from how many votes where the source says so.
	 *
	 * @param origin whose it is, where the source passes on another's
	 * @param asOf the date of the source's data, ISO 8601, where it gives one
	 */
	record SourceRating(String source, BigDecimal score, @Nullable Integer votes, @Nullable String origin,
			@Nullable String asOf) {
	}

	/** Who gives which rating. */
	List<SourceRating> ratings(long film) {
		return this.jdbc.sql("""
				select source.name, film_rating.rating, film_rating.votes, film_rating.origin, source.as_of
				from film_rating join source on source.id = film_rating.source_id
				where film_rating.film_id = ? order by source.name""")
			.param(film)
			.query((row, number) -> new SourceRating(row.getString(1), row.getBigDecimal(2),
					row.getObject(3, Integer.class), row.getString(4), row.getString(5)))
			.list();
	}

	/** Whether a curator has a word on a film's rating. */
	boolean isRatingDecided(long film) {
		return this.jdbc.sql("""
				select count(*) from source_record join source on source.id = source_record.source_id
				where source_record.film_id = ? and source.kind = 'curator' and content like '%"field":"rating"%'""")
			.param(film)
			.query(Integer.class)
			.single() > 0;
	}

	/** How many speak of a film. */
	int sources(long film) {
		return this.jdbc.sql("select count(distinct source_id) from source_record where film_id = ?")
			.param(film)
			.query(Integer.class)
			.single();
	}

	private List<Particulars.Named> named(String sql, long film) {
		return this.jdbc.sql(sql)
			.param(film)
			.query((row, number) -> new Particulars.Named(row.getString(1), row.getString(2)))
			.list();
	}

	/**
	 * Films that a source calls related, then those that are said to be related to it.
	 */
	List<FilmCard> related(Film film, int most) {
		Set<FilmCard> found = new LinkedHashSet<>(stated(RELATED, film.id(), most));
		if (found.size() < most) {
			found.addAll(stated(RELATING, film.id(), most));
		}
		return others(found, film, most);
	}

	private static List<FilmCard> others(Collection<FilmCard> films, Film film, int most) {
		return films.stream().filter((card) -> !card.slug().equals(film.slug())).limit(most).toList();
	}

	/** The best films of its genre, without itself. */
	List<FilmCard> ofGenre(Film film, Genre genre, int most) {
		return others(bestOfGenre(genre.id(), most + 1), film, most);
	}

	private List<FilmCard> stated(String from, long film, int most) {
		return this.jdbc.sql(CARD + from + """
				 group by film.id, film.slug, film.title, film.release_year, film.rating, film.poster_version
				order by min(record_relation.position), film.id limit ?""")
			.params(film, most)
			.query(FilmDetails::card)
			.list();
	}

	/**
	 * The best known films of the same people.
	 * @param people each of them costs a question
	 */
	List<FilmCard> ofPeople(List<Long> people, long except, int most) {
		Long[] best = people.stream()
			.flatMap((person) -> bestKnown(person, most).stream())
			.filter((worked) -> worked.film() != except)
			.distinct()
			.sorted(Comparator.comparing(WorkedIn::fame).reversed().thenComparing(WorkedIn::film))
			.limit(most)
			.map(WorkedIn::film)
			.toArray(Long[]::new);
		if (best.length == 0) {
			return List.of();
		}
		return this.jdbc.sql(CARD + """
				unnest(?) as best(film) join film on film.id = best.film
				order by coalesce(film.fame, 0) desc, film.id""")
			.param(new SqlArrayValue("bigint", (Object[]) best))
			.query(FilmDetails::card)
			.list();
	}

	/** A film that somebody worked in, and how well it is known. */
	private record WorkedIn(Long film, int fame) {
	}

	/**
	 * By the index alone: who worked in three hundred films costs no more than others.
	 */
	private List<WorkedIn> bestKnown(Long person, int most) {
		return this.jdbc.sql("""
				select film_id, fame from credit where person_id = ?
				order by person_id, fame desc nulls last, film_id limit ?""")
			.params(person, most * JOBS)
			.query((row, number) -> new WorkedIn(row.getLong(1), row.getInt(2)))
			.list();
	}

	/** The best films of a genre. */
	List<FilmCard> bestOfGenre(long genre, int most) {
		return this.jdbc.sql(CARD + """
				film_genre join film on film.id = film_genre.film_id where film_genre.genre_id = ?
				order by film_genre.genre_id, film_genre.weighted_rating desc nulls last, film_genre.film_id
				limit ?""").params(genre, most).query(FilmDetails::card).list();
	}

	private static FilmCard card(ResultSet row, int number) throws SQLException {
		return new FilmCard(row.getString(1), row.getString(2), row.getObject(3, Integer.class), row.getBigDecimal(4),
				row.getString(5));
	}

}
