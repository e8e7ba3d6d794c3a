package app.marquee.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what: rows as the pages need them. */
@Repository
class Credits {

	/**
	 * A film with no more credits than these is read with one query for cast and crew.
	 */
	private static final int MOST = 60;

	private static final String LINE = """
			select person.id, person.slug, person.name, credit.department, credit.job, credit.played
			from credit join person on person.id = credit.person_id where credit.film_id = ?""";

	private static final String BY_BILLING = " order by credit.billing";

	private final JdbcClient jdbc;

	Credits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All of them, in the order of billing. */
	List<Credit> ofFilm(long film) {
		return this.jdbc.sql(LINE + BY_BILLING).param(film).query(Credits::credit).list();
	}

	/** The first of the cast and the first of the crew, each in the order of billing. */
	List<Credit> firstOfFilm(long film, int cast, int crew) {
		List<Credit> first = this.jdbc.sql(LINE + BY_BILLING + " limit ?")
			.params(film, MOST)
			.query(Credits::credit)
			.list();
		return (first.size() < MOST) ? first
				: Stream.concat(first("= 'cast'", film, cast), first("<> 'cast'", film, crew)).toList();
	}

	private Stream<Credit> first(String department, long film, int most) {
		return this.jdbc.sql(LINE + " and credit.department " + department + BY_BILLING + " limit ?")
			.params(film, most)
			.query(Credits::credit)
			.list()
			.stream();
	}

	/** What a person worked on, the newest first. */
	List<WorkedOn> ofPerson(long person, int most) {
		return this.jdbc.sql("""
				select film.id, film.slug, film.title, film.release_year, film.rating, film.poster_version,
					credit.fame, credit.department, credit.job, credit.played, credit.billing
				from credit join film on film.id = credit.film_id where credit.person_id = ?
				order by film.release_year desc nulls first, film.id, credit.billing limit ?""")
			.params(person, most)
			.query((row, number) -> new WorkedOn(row.getLong(1),
					new FilmCard(row.getString(2), row.getString(3), row.getObject(4, Integer.class),
							row.getBigDecimal(5), row.getString(6)),
					row.getObject(7, Integer.class), Department.ofCode(row.getString(8)), row.getString(9),
					row.getString(10), row.getInt(11)))
			.list();
	}

	/** How many films a person worked on. */
	int filmsOf(long person) {
		return this.jdbc.sql("select count(distinct film_id) from credit where person_id = ?")
			.param(person)
			.query(Integer.class)
			.single();
	}

	/**
	 * Who stands beside a person in the credits of the same films, most films in common
	 * first.
	 */
	List<PersonPage.CoWorker> coWorkers(long person, List<Long> films, int most) {
		return this.jdbc.sql("""
				select person.slug, person.name, beside.films from (
					select person_id, count(distinct film_id) as films, min(billing) as billing from credit
					where film_id in (:films) and person_id <> :person
					group by person_id order by films desc, billing, person_id limit :most) beside
				join person on person.id = beside.person_id
				order by beside.films desc, beside.billing, person.id""")
			.param("films", films)
			.param("person", person)
			.param("most", most)
			.query((row, number) -> new PersonPage.CoWorker("/people/" + row.getString(1), row.getString(2),
					row.getLong(3)))
			.list();
	}

	private static Credit credit(ResultSet row, int number) throws SQLException {
		return new Credit(row.getLong(1), row.getString(2), row.getString(3), Department.ofCode(row.getString(4)),
				row.getString(5), row.getString(6));
	}

}
