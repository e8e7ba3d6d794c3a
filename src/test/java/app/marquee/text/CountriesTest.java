package app.marquee.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CountriesTest {

	@Test
	void callsACountryByItsEnglishName() {
		assertThat(Countries.name("CA")).isEqualTo("Canada");
		assertThat(Countries.name("GB")).isEqualTo("United Kingdom");
		assertThat(Countries.name("ZZ")).isNotBlank();
	}

	@Test
	void knowsWhichThereAre() {
		assertThat(Countries.have("CA")).isTrue();
		assertThat(Countries.have("XK")).isTrue();
		assertThat(Countries.have("ca")).isFalse();
		assertThat(Countries.have("ZZ")).isFalse();
	}

}
