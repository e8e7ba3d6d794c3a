package app.marquee.review;

import app.marquee.web.BadParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReviewFilterTest {

	@Test
	void showsAllReviewsInTheOrderOfTheSourceWhereNothingIsAsked() {
		ReviewFilter filter = ReviewFilter.of(null, "", " ");

		assertThat(filter).isEqualTo(new ReviewFilter("", ReviewFilter.Order.SOURCE, 1));
		assertThat(filter.href("/r", filter.score(), filter.order(), filter.page())).isEqualTo("/r");
	}

	@Test
	void writesTheAddressThatItWasReadFrom() {
		ReviewFilter filter = ReviewFilter.of("none", "highest", "3");

		assertThat(filter.href("/r", filter.score(), filter.order(), filter.page()))
			.isEqualTo("/r?score=none&sort=highest&page=3");
		assertThat(filter.unscored()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "7, 6.5, 7.5", "0, 0, 0.5", "10, 9.5, 10.5", "any, 0, 11" })
	void takesAScoreForAllThatRoundToIt(String score, double lowest, double highest) {
		assertThat(ReviewFilter.of(score, null, null).lowest()).isEqualTo(lowest);
		assertThat(ReviewFilter.of(score, null, null).highest()).isEqualTo(highest);
	}

	@ParameterizedTest
	@ValueSource(strings = { "11", "-1", "7.5", "ANY", "٧", "07", "7 " })
	void takesNoOtherScore(String score) {
		refuses("score", () -> ReviewFilter.of(score, null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "best", "HIGHEST", "newest;" })
	void takesNoOtherOrder(String sort) {
		refuses("sort", () -> ReviewFilter.of(null, sort, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "201", "1000", "x", "1.0", "99999999999999999999" })
	void takesNoOtherPage(String page) {
		refuses("page", () -> ReviewFilter.of(null, null, page));
	}

	private static void refuses(String name, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
		assertThatExceptionOfType(BadParameter.class).isThrownBy(reading)
			.satisfies((bad) -> assertThat(bad.name()).isEqualTo(name));
	}

}
