package app.marquee.review;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import app.marquee.catalogue.Film;
import app.marquee.text.PartialDate;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reviews and their scores in words. */
@Component
class ReviewWords {

	private final Texts texts;

	ReviewWords(Texts texts) {
		this.texts = texts;
	}

	ReviewView view(Review review, Film film) {
		String author = (review.author() != null) ? review.author() : this.texts.of("review.unnamed");
		String by = (review.author() != null) ? review.author() : this.texts.of("review.unnamed.by");
		PartialDate written = review.writtenOn();
		return new ReviewView(review.id(), film.path() + "/reviews/" + review.id(), author, plain(review.score()),
				paragraphs(review.text()), review.spoiler(), review.doubt(),
				this.texts.of(review.summarised() ? "review.summarised" : "review.written", by, review.sourceName()),
				(written != null) ? written.inWords() : null,
				(written != null) ? written.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant() : film.addedAt());
	}

	/** {@code 10}, not {@code 10.0}. */
	static @Nullable BigDecimal plain(@Nullable BigDecimal score) {
		return (score == null) ? null : (score.stripTrailingZeros().scale() <= 0) ? score.setScale(0) : score;
	}

	/** {@code 1 of 8 reviews gives a score.} */
	String scored(Film film) {
		int scored = film.scoredReviewCount();
		int all = film.reviewCount();
		return (scored == all) ? this.texts.of("reviews.scored.all", all) : (scored == 0)
				? this.texts.of("reviews.scored.none", all) : this.texts.of("reviews.scored", scored, all);
	}

	private static List<String> paragraphs(String text) {
		return Arrays.stream(text.split("\\R+")).map(String::strip).filter((part) -> !part.isEmpty()).toList();
	}

}
