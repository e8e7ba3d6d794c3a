package app.marquee.catalogue;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PosterVersionTest {

	@Test
	void isAnotherForAnythingElseThatThePosterShows() {
		String version = PosterVersion.of("Fog", 1998, 90, "PG", "Drama");

		assertThat(version).matches("[0-9a-f]{8}").isEqualTo(PosterVersion.of("Fog", 1998, 90, "PG", "Drama"));
		assertThat(List.of(PosterVersion.of("Mist", 1998, 90, "PG", "Drama"),
				PosterVersion.of("Fog", null, 90, "PG", "Drama"), PosterVersion.of("Fog", 1998, 91, "PG", "Drama"),
				PosterVersion.of("Fog", 1998, 90, null, "Drama"), PosterVersion.of("Fog", 1998, 90, "PG", null)))
			.doesNotContain(version)
			.doesNotHaveDuplicates();
	}

}
