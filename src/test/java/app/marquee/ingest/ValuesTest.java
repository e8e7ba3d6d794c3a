package app.marquee.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValuesTest {

	private final Rejections rejections = new Rejections();

	private final Values values = new Values("list.csv", this.rejections, LocalDate.of(2026, 11, 22));

	@Test
	void takesOutWhatNobodySees() {
		assertThat(Values.text("\u200BBlue\u00A0\u00A0Moon \uFEFF")).isEqualTo("Blue Moon");
		assertThat(Values.text("One line\r\nand another")).isEqualTo("One line and another");
	}

	@Test
	void findsNothingInBlanksAndInTheMarkForNothing() {
		assertThat(Values.text(null)).isNull();
		assertThat(Values.text("\\N")).isNull();
		assertThat(Values.text(" \u00A0\u200B\t")).isNull();
		assertThat(Values.text(null, 10)).isEmpty();
	}

	@Test
	void cutsWhatIsTooLong() {
		assertThat(Values.text("Metropolis", 5)).isEqualTo("Metro");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1874", "1995", "2036", "1995.0", " 1995 " })
	void takesYearsInWhichFilmsAreMade(String year) {
		assertThat(this.values.year(year, 7)).isBetween(1874, 2036);
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2115", "1873", "0", "-1995", "1995.5", "199O", "1e999999999" })
	void takesOtherYearsForNotKnown(String year) {
		assertThat(this.values.year(year, 7)).isNull();
		assertThatOneValueIsTold(year);
	}

	@ParameterizedTest
	@CsvSource({ "90, 90", "90 min, 90", "90 MIN., 90", "90 minutes, 90", "90min, 90", "90.0, 90", "1440, 1440",
			"90 mins, 90", "1h 30min, 90", "1 hr 30 min, 90", "1h30, 90", "2 hours, 120", "0h 45m, 45" })
	void takesRuntimesInMinutes(String printed, int minutes) {
		assertThat(this.values.runtime(printed, 7)).isEqualTo(minutes);
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "51420", "51,420", "0", "-5", "1 Season", "1441 min", "25 h", "h 30 min", "1:30" })
	void takesOtherRuntimesForNotKnown(String runtime) {
		assertThat(this.values.runtime(runtime, 7)).isNull();
		assertThatOneValueIsTold(runtime);
	}

	@Test
	void readsVotesAsSpreadsheetsWriteThem() {
		assertThat(this.values.votes("94681.0", 7)).isEqualTo(94_681);
		assertThat(this.values.votes("0", 7)).isNull();
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void takesVotesThatAreNoWholeNumberForNotKnown() {
		assertThat(this.values.votes("94681.5", 7)).isNull();
		assertThatOneValueIsTold("94681.5");
	}

	@Test
	void readsScoresToATenth() {
		assertThat(this.values.score("8.25", 7)).isEqualTo(new BigDecimal("8.3"));
		assertThat(this.values.score("10", 7)).isEqualTo(new BigDecimal("10.0"));
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "11", "10.01", "0", "-3", "good", "NaN" })
	void takesOtherScoresForNotKnown(String score) {
		assertThat(this.values.score(score, 7)).isNull();
		assertThatOneValueIsTold(score);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "September 25, 2021|2021-09-25", "' August 4, 2017 '|2017-08-04",
			"2021-09-25|2021-09-25", "2021-09|2021-09", "2021|2021" })
	void readsDates(String printed, String iso) {
		assertThat(this.values.date(printed, 7)).hasToString(iso);
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "February 30, 2020", "25.9.2021", "Septembre 25, 2021", "January 1, -2020", "2021-13", "soon" })
	void takesOtherDatesForNotKnown(String date) {
		assertThat(this.values.date(date, 7)).isNull();
		assertThatOneValueIsTold(date);
	}

	@Test
	void saysNothingOfWhatIsAbsent() {
		assertThat(this.values.year(null, 7)).isNull();
		assertThat(this.values.runtime("", 7)).isNull();
		assertThat(this.values.votes("\\N", 7)).isNull();
		assertThat(this.values.score(" ", 7)).isNull();
		assertThat(this.values.date(null, 7)).isNull();
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void splitsListsWithoutEmptyPartsAndRepetitions() {
		assertThat(Values.list(" Ada Lane,,Ben Moor,\u200B, Ada\u00A0Lane", ",")).containsExactly("Ada Lane",
				"Ben Moor");
		assertThat(Values.list(null, ",")).isEmpty();
	}

	private void assertThatOneValueIsTold(String value) {
		assertThat(this.rejections.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.wholeLine()).isFalse();
			assertThat(reason.examples()).containsExactly(new Rejections.Example("list.csv", 7, value));
		});
	}

}
