package app.marquee.catalogue;

import java.math.BigDecimal;
import java.util.List;

import app.marquee.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilmWordsTest {

	private static final BigDecimal BELIEVED = new BigDecimal("7.7");

	private final FilmWords words = new FilmWords(TestTexts.texts());

	@ParameterizedTest
	@CsvSource({ "89, 1 hr 29 min", "61, 1 hr 1 min", "60, 1 hr", "120, 2 hr", "45, 45 min", "1, 1 min",
			"14400, 240 hr", "99999, '1,666 hr 39 min'" })
	void saysARuntimeInHoursAndMinutes(int minutes, String inWords) {
		assertThat(this.words.runtime(minutes)).isEqualTo(inWords);
	}

	@Test
	void saysNothingOfARuntimeThatIsNotKnown() {
		assertThat(this.words.runtime(null)).isNull();
	}

	@Test
	void countsVotes() {
		assertThat(this.words.votes(1)).isEqualTo("1 vote");
		assertThat(this.words.votes(631)).isEqualTo("631 votes");
		assertThat(this.words.votes(1_234_567)).isEqualTo("1,234,567 votes");
		assertThat(this.words.votes(null)).isNull();
	}

	@Test
	void saysWhoseRatingASourcePassesOn() {
		FilmDetails.SourceRating own = new FilmDetails.SourceRating("IMDb", new BigDecimal("7.7"), 534_683, null, null);
		FilmDetails.SourceRating passedOn = new FilmDetails.SourceRating("HBO catalogue", new BigDecimal("7.7"),
				600_392, "IMDb", "2022-07");

		assertThat(this.words.ratings(BELIEVED, List.of(passedOn), false))
			.containsExactly("According to IMDb, by way of HBO catalogue, data of July 2022");
		assertThat(this.words.ratings(BELIEVED, List.of(own), false))
			.containsExactly("According to IMDb, which gives no date");
		assertThat(this.words.ratings(BELIEVED, List.of(own, passedOn), false))
			.containsExactly("IMDb: 7.7 from 534,683 votes", "IMDb, by way of HBO catalogue: 7.7 from 600,392 votes");
	}

	@Test
	void givesTheCuratorARatingThatNoSourceGives() {
		FilmDetails.SourceRating other = new FilmDetails.SourceRating("IMDb", new BigDecimal("7.4"), 12, null, "2025");

		assertThat(this.words.ratings(BELIEVED, List.of(other), true)).containsExactly("The curator: 7.7",
				"IMDb: 7.4 from 12 votes");
		assertThat(this.words.ratings(BELIEVED, List.of(other), false)).containsExactly("IMDb: 7.4 from 12 votes");
		assertThat(this.words.outOfTen(null, true)).isEqualTo("out of 10, as the curator decided");
		assertThat(this.words.outOfTen(12, false)).isEqualTo("out of 10, from 12 votes");
		assertThat(this.words.outOfTen(null, false)).isEqualTo("out of 10; how many voted is not known");
	}

}
