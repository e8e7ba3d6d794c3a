package app.marquee.watch;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is offered where. */
@Transactional(readOnly = true)
interface Offers extends Repository<Offer, Long> {

	/** What is offered now stands before what is not any more. */
	@Query("""
			select offer from Offer offer join fetch offer.provider provider where offer.filmId = :film
			order by case when offer.endedOn is null then 0 else 1 end, provider.name, offer.region nulls last, offer.price nulls first, offer.id""")
	List<Offer> ofFilm(long film, Limit limit);

}
