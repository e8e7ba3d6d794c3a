package app.marquee.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BandsTest {

	@ParameterizedTest
	@CsvSource({ "1, short", "59, short", "60, 60-90", "89, 60-90", "90, 90-120", "119, 90-120", "120, 120-150",
			"149, 120-150", "150, long", "99999, long" })
	void countsEachRuntimeInOneBand(int minutes, String band) {
		assertThat(Bands.runtime(minutes).code()).isEqualTo(band);
	}

	@ParameterizedTest
	@CsvSource({ "1990, 1990", "1999, 1990", "2000, 2000", "1888, 1880" })
	void countsEachYearInItsDecade(int year, String decade) {
		assertThat(Bands.decade(year)).isEqualTo(decade);
	}

	@Test
	void countsWhatIsNotKnownByItself() {
		assertThat(Bands.runtime(null).code()).isEqualTo("unknown");
		assertThat(Bands.decade(null)).isEqualTo("unknown");
	}

}
