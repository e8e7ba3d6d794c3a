package app.marquee.review;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The reviews, for reading. */
@Transactional(readOnly = true)
interface Reviews extends Repository<Review, Long> {

	/**
	 * Reviews of a film.
	 * @param lowest only those with at least this score; -1: those without one as well
	 * @param highest only those with less than this score
	 * @param unscored whether only those without a score are wanted
	 */
	@Query("""
			select review from Review review where review.filmId = :film
				and (:unscored = true and review.score is null or :unscored = false
					and (:lowest < 0 or review.score >= :lowest and review.score < :highest))""")
	List<Review> ofFilm(long film, double lowest, double highest, boolean unscored, Pageable page);

	Optional<Review> findByIdAndFilmId(long id, long film);

	@Query("select review from Review review where review.filmId = :film order by review.position, review.id")
	List<Review> first(long film, Pageable page);

	/** The last ones that came, of those of one day or of none. */
	@Query("""
			select review from Review review where review.filmId = :film
			order by review.writtenOn desc nulls last, review.id desc""")
	List<Review> newest(long film, Pageable page);

	/** How many gave which score, in whole points. */
	@Query("""
			select cast(round(review.score) as int) as score, count(*) as reviews from Review review
			where review.filmId = :film and review.score is not null group by cast(round(review.score) as int)""")
	List<ScoreCount> scores(long film);

	/** How many reviews gave a score. */
	interface ScoreCount {

		int getScore();

		long getReviews();

	}

}
