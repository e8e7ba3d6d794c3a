package app.marquee.catalogue;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who did what. */
interface Credits extends Repository<Credit, Long> {

	@Query("select credit from Credit credit join fetch credit.person where credit.film = :film order by credit.billing")
	List<Credit> ofFilm(Film film);

	@Query("""
			select credit from Credit credit join fetch credit.person
			where credit.film = :film and credit.department = 'cast' order by credit.billing""")
	List<Credit> castOf(Film film, Limit limit);

	@Query("""
			select credit from Credit credit join fetch credit.person
			where credit.film = :film and credit.department <> 'cast' order by credit.billing""")
	List<Credit> crewOf(Film film, Limit limit);

	@Query("""
			select credit from Credit credit join fetch credit.film where credit.person = :person
			order by credit.film.year desc nulls first, credit.film.id, credit.billing""")
	List<Credit> ofPerson(Person person, Limit limit);

	@Query("select count(distinct credit.film) from Credit credit where credit.person = :person")
	int filmsOf(Person person);

	/**
	 * Who stands beside a person in the credits of the same films, most films in common
	 * first.
	 */
	@Query(value = """
			select other.slug, other.name, count(distinct theirs.film_id) as films
			from credit theirs join person other on other.id = theirs.person_id
			where theirs.film_id in :films and theirs.person_id <> :person
			group by other.id, other.slug, other.name
			order by films desc, min(theirs.billing), other.id""", nativeQuery = true)
	List<CoWorker> coWorkers(long person, List<Long> films, Limit limit);

	/** Somebody who worked on the same films. */
	interface CoWorker {

		String getSlug();

		String getName();

		long getFilms();

	}

}
