package app.marquee.catalogue;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The films, for reading. */
@Transactional(readOnly = true)
public interface Films extends Repository<Film, Long> {

	@Query("select film from Film film left join fetch film.genres where film.slug = :slug")
	Optional<Film> findBySlug(String slug);

	/** The slug that a film has today, given one that it had once. */
	@Query(value = """
			select film.slug from former_film_slug former join film on film.id = former.film_id
			where former.slug = :slug""", nativeQuery = true)
	Optional<String> findSlugByFormerSlug(String slug);

	/** The slug of the film that somebody else calls so. */
	@Query(value = """
			select film.slug from film_external_id external join film on film.id = external.film_id
			where external.identifier = :identifier and external.scheme = :scheme""", nativeQuery = true)
	Optional<String> findSlugByExternalId(String scheme, String identifier);

	@Query("""
			select new app.marquee.catalogue.FilmCard(film.slug, film.title, film.year, film.rating,
				film.posterVersion) from Film film
			where film.weightedRating is not null
			order by film.weightedRating desc, film.rating desc, film.sortTitle""")
	List<FilmCard> highestRated(Limit limit);

	@Query("""
			select new app.marquee.catalogue.FilmCard(film.slug, film.title, film.year, film.rating,
				film.posterVersion) from Film film
			order by film.addedAt desc, film.id desc""")
	List<FilmCard> recentlyAdded(Limit limit);

	/** The films that came last, whole. */
	@Query("select film from Film film order by film.addedAt desc, film.id desc")
	List<Film> news(Limit limit);

}
