package app.marquee.watch;

import java.util.List;
import java.util.Optional;

import app.marquee.catalogue.FilmCard;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The services, for reading. */
@Transactional(readOnly = true)
public interface Providers extends Repository<Provider, Long> {

	Optional<Provider> findBySlug(String slug);

	@Query("select provider from Provider provider order by provider.filmCount desc, provider.name")
	List<Provider> byFilmCount(Limit limit);

	/** The best films of a service that offers few: they are looked up and sorted. */
	@Query("""
			select new app.marquee.catalogue.FilmCard(film.slug, film.title, film.year, film.rating,
				film.posterVersion) from Film film
			where film.id in
				(select offer.filmId from Offer offer where offer.provider.id = :provider and offer.endedOn is null)
			order by film.weightedRating desc nulls last, film.rating desc nulls last, film.id""")
	List<FilmCard> bestOfFew(long provider, Limit limit);

	/**
	 * The best films of a service that offers many: of the best of all, those that it
	 * offers.
	 */
	@Query("""
			select new app.marquee.catalogue.FilmCard(best.slug, best.title, best.released, best.rating,
				best.posterVersion) from (
				select film.id as id, film.slug as slug, film.title as title, film.year as released, film.rating as rating,
					film.weightedRating as weighted, film.sortTitle as sortTitle, film.posterVersion as posterVersion from Film film
				where film.weightedRating is not null
				order by film.weightedRating desc, film.rating desc, film.sortTitle limit 20000) best
			where exists (select offer.id from Offer offer
				where offer.filmId = best.id and offer.provider.id = :provider and offer.endedOn is null)
			order by best.weighted desc, best.rating desc, best.sortTitle""")
	List<FilmCard> bestOfMany(long provider, Limit limit);

	/** The regions that a service's offers are for, as far as they are stated. */
	@NativeQuery("select region from provider_region where provider_id = :provider order by region")
	List<String> regions(long provider);

}
