package app.marquee.review;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistogramTest {

	@Test
	void hasABarForEachScoreFromTenDown() {
		Histogram histogram = Histogram.of(List.of(count(10, 1)), "/r", ReviewFilter.ALL);

		assertThat(histogram.bars()).extracting(Histogram.Bar::score).containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
	}

	@Test
	void hasABarForZeroOnlyWhereSomebodyGaveIt() {
		assertThat(Histogram.of(List.of(count(0, 2)), "/r", ReviewFilter.ALL).bars()).extracting(Histogram.Bar::score)
			.hasSize(11)
			.endsWith(1, 0);
	}

	@Test
	void drawsEachBarInProportionToTheLongest() {
		Histogram histogram = Histogram.of(List.of(count(8, 4), count(7, 1), count(3, 3)), "/r", ReviewFilter.ALL);

		assertThat(histogram.bars()).extracting(Histogram.Bar::width).containsExactly(0, 0, 100, 25, 0, 0, 0, 75, 0, 0);
	}

	@Test
	void leadsToReviewsWhereThereAreAny() {
		assertThat(Histogram.of(List.of(count(8, 4)), "/r", ReviewFilter.ALL).bars()).extracting(Histogram.Bar::href)
			.containsExactly(null, null, "/r?score=8", null, null, null, null, null, null, null);
	}

	@Test
	void keepsTheOrderThatWasChosen() {
		assertThat(Histogram.of(List.of(count(8, 4)), "/r", ReviewFilter.of("7", "newest", "2")).bars().get(2).href())
			.isEqualTo("/r?score=8&sort=newest");
	}

	@Test
	void isFlatWhereNobodyGivesAScore() {
		assertThat(Histogram.of(List.of(), "/r", ReviewFilter.ALL).bars()).extracting(Histogram.Bar::width)
			.containsOnly(0);
	}

	@Test
	void marksTheScoreThatThePageShows() {
		assertThat(Histogram.of(List.of(count(8, 4), count(7, 1)), "/r", ReviewFilter.of("7", null, null)).bars())
			.filteredOn(Histogram.Bar::chosen)
			.extracting(Histogram.Bar::score)
			.containsExactly(7);
	}

	private static Reviews.ScoreCount count(int score, long reviews) {
		return new Reviews.ScoreCount() {

			@Override
			public int getScore() {
				return score;
			}

			@Override
			public long getReviews() {
				return reviews;
			}

		};
	}

}
