package app.marquee.text;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PartialDateTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@ParameterizedTest
	@CsvSource({ "2022, 2022", "2022-03, March 2022", "2022-03-31, 31 March 2022", "2022-03-01, 1 March 2022" })
	void printsNoMoreThanIsKnown(String iso, String words) {
		assertThat(new PartialDate(iso).inWords()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "2022, 3, 46", "2021, 4, 58", "2026, 0, 0", "2026-11, 0, 0", "2026-10, 0, 0", "2026-09, 0, 1",
			"2025-11-22, 1, 12", "2025-11-23, 0, 11", "2030, 0, 0" })
	void countsTheYearsAndMonthsThatHaveGoneByAtTheLeast(String iso, int years, int months) {
		assertThat(new PartialDate(iso).yearsUntil(TODAY)).isEqualTo(years);
		assertThat(new PartialDate(iso).monthsUntil(TODAY)).isEqualTo(months);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "22", "2022-3", "2022-13", "2022-02-30", "2022-00", "31.3.2022", "2022-03-31T00:00",
			"unknown" })
	void takesNothingElse(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(text)).withMessageContaining(text);
	}

	@Test
	void sortsAsItsText() {
		assertThat(new PartialDate("2021-12-31")).isLessThan(new PartialDate("2022"));
		assertThat(new PartialDate("2022")).isLessThan(new PartialDate("2022-01"));
	}

	@Test
	void standsInJsonAsItsText() {
		assertThat(JsonMapper.shared().writeValueAsString(new PartialDate("2022-03"))).isEqualTo("\"2022-03\"");
		assertThat(JsonMapper.shared().readValue("\"2022-03\"", PartialDate.class))
			.isEqualTo(new PartialDate("2022-03"));
	}

	@Test
	void isAbsentWhereThereIsNone() {
		assertThat(PartialDate.of(null)).isNull();
	}

}
