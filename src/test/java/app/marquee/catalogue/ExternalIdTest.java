package app.marquee.catalogue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExternalIdTest {

	@Test
	void leadsToTheFilmAtThoseWhoseAddressesWeKnow() {
		assertThat(new ExternalId("imdb", "tt0245429").href()).isEqualTo("https://www.imdb.com/title/tt0245429/");
		assertThat(new ExternalId("tmdb", "129").href()).isEqualTo("https://www.themoviedb.org/movie/129");
		assertThat(new ExternalId("movielens", "5618").href()).isEqualTo("https://movielens.org/movies/5618");
	}

	@Test
	void leadsNowhereElse() {
		assertThat(new ExternalId("justwatch", "ts1").href()).isNull();
		assertThat(new ExternalId("somebody", "javascript:alert(1)").href()).isNull();
	}

}
