package app.marquee.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import app.marquee.catalogue.Film;
import app.marquee.catalogue.FilmPageSection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What viewers thought, on the film's page: the mean, the histogram, the first three. */
@Component
class ReviewSection implements FilmPageSection {

	private static final int FIRST = 3;

	private final Reviews reviews;

	private final ReviewWords words;

	ReviewSection(Reviews reviews, ReviewWords words) {
		this.reviews = reviews;
		this.words = words;
	}

	/**
	 * What the section shows.
	 *
	 * @param mean of the reviews that give a score
	 * @param scored how many do, in words
	 * @param histogram absent where nobody gives a score
	 */
	record Summary(String path, int total, @Nullable BigDecimal mean, String scored, @Nullable Histogram histogram,
			List<ReviewView> first) {
	}

	@Override
	public Optional<Content> of(Film film) {
		if (film.reviewCount() == 0) {
			return Optional.empty();
		}
		String path = film.path() + "/reviews";
		Histogram histogram = (film.scoredReviewCount() > 0)
				? Histogram.of(this.reviews.scores(film.id()), path, ReviewFilter.ALL) : null;
		return Optional.of(new Content(Place.REVIEWS, "review/_summary",
				new Summary(path, film.reviewCount(), ReviewWords.plain(film.reviewMean()), this.words.scored(film),
						histogram,
						this.reviews.first(film.id(), PageRequest.of(0, FIRST))
							.stream()
							.map((review) -> this.words.view(review, film))
							.toList())));
	}

}
