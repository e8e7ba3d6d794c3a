package app.marquee.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What stands on a film's page beside the film itself, each in one question: the page is
 * what most visitors wait for.
 */
@Repository
class FilmDetails {

	private final JdbcClient jdbc;

	FilmDetails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Particulars particulars(long film) {
		return Particulars.of(this.jdbc.sql("""
				select 'title' as what, title as name, kind, position from film_title where film_id = ?
				union all
				select 'company', company.name, film_company.role, film_company.position
				from film_company join company on company.id = film_company.company_id where film_company.film_id = ?
				union all
				select 'id', identifier, scheme, 0 from film_external_id where film_id = ?
				order by what, position, kind, name""")
			.params(film, film, film)
			.query((row, number) -> new Particulars.Row(row.getString(1), row.getString(2), row.getString(3)))
			.list());
	}

	/**
	 * Films that somebody who likes this one may like: those that a source calls related
	 * and those that are said to be related to it, then the best known films of the same
	 * people, then the best of the same genre; each group no more than is asked for, and
	 * a film in several of them several times.
	 * @param people at most four
	 */
	List<FilmCard> related(long film, List<Long> people, @Nullable Long genre, int most) {
		Long[] four = new Long[4];
		for (int index = 0; index < four.length; index++) {
			four[index] = (index < people.size()) ? people.get(index) : Long.valueOf(-1);
		}
		return this.jdbc.sql("""
				select film.slug, film.title, film.release_year, film.rating from (
					(select related_film_id as id, 1 as reason, cast(min(position) as numeric(20, 4)) as place
					from film_relation where film_id = :film group by related_film_id order by place limit :most)
					union all
					(select film_id, 2, cast(min(position) as numeric(20, 4)) as place
					from film_relation where related_film_id = :film group by film_id order by place limit :most)
					union all
					(select id, 3, -coalesce(votes, 0) as place from film
					where id in (select film_id from credit where person_id in (:one, :two, :three, :four))
						and id <> :film
					order by place, id limit :most)
					union all
					(select film_id, 4, -coalesce(weighted_rating, 0) from film_genre where genre_id = :genre
					order by genre_id, weighted_rating desc nulls last, film_id limit :most + 1)) related
				join film on film.id = related.id
				where film.id <> :film
				order by related.reason, related.place, film.id""")
			.param("film", film)
			.param("one", four[0])
			.param("two", four[1])
			.param("three", four[2])
			.param("four", four[3])
			.param("genre", (genre != null) ? genre : Long.valueOf(-1))
			.param("most", most)
			.query((row, number) -> new FilmCard(row.getString(1), row.getString(2), row.getObject(3, Integer.class),
					row.getBigDecimal(4)))
			.list();
	}

}
