package app.marquee.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * How many viewers gave which score.
 *
 * @param bars from 10 down to 0; 0 only where somebody gave it
 */
record Histogram(List<Bar> bars) {

	/**
	 * One score.
	 *
	 * @param width of the longest bar, 0 to 100
	 * @param href the reviews of this score, where there are any
	 * @param chosen whether the page shows these
	 */
	record Bar(int score, long reviews, int width, @Nullable String href, boolean chosen) {
	}

	/**
	 * Marks the score whose reviews are shown; the bars lead to others in the same order.
	 */
	static Histogram of(List<Reviews.ScoreCount> counts, String path, ReviewFilter shown) {
		Map<Integer, Long> reviews = counts.stream()
			.collect(Collectors.toMap(Reviews.ScoreCount::getScore, Reviews.ScoreCount::getReviews));
		long most = reviews.values().stream().mapToLong(Long::longValue).max().orElse(1);
		int lowest = reviews.containsKey(0) ? 0 : 1;
		return new Histogram(IntStream.iterate(10, (score) -> score >= lowest, (score) -> score - 1)
			.mapToObj((score) -> bar(score, reviews.getOrDefault(score, 0L), most, path, shown))
			.toList());
	}

	private static Bar bar(int score, long reviews, long most, String path, ReviewFilter shown) {
		String code = Integer.toString(score);
		return new Bar(score, reviews, (int) Math.round(100.0 * reviews / most),
				(reviews > 0) ? shown.href(path, code, shown.order(), 1) : null, shown.score().equals(code));
	}

}
