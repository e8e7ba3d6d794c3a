package app.marquee.watch;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is offered where. */
interface Offers extends Repository<Offer, Long> {

	@Query("""
			select offer from Offer offer join fetch offer.provider provider where offer.filmId = :film
			order by provider.name, offer.region nulls last, offer.price nulls first, offer.id""")
	List<Offer> ofFilm(long film, Limit limit);

}
