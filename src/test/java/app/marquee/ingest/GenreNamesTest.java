package app.marquee.ingest;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GenreNamesTest {

	@ParameterizedTest
	@ValueSource(strings = { "Sci-Fi", "scifi", "Science Fiction", "SCIENCE-FICTION" })
	void callsAGenreByOneNameHoweverItIsWritten(String printed) {
		assertThat(GenreNames.of(List.of(printed))).containsExactly("Science Fiction");
	}

	@Test
	void takesAShelfOfTwoGenresApart() {
		assertThat(GenreNames.of(List.of("Action & Adventure", "Sci-Fi & Fantasy"))).containsExactly("Action",
				"Adventure", "Science Fiction", "Fantasy");
	}

	@Test
	void leavesOutShelvesThatAreNoGenres() {
		assertThat(GenreNames
			.of(List.of("International Movies", "Independent Movies", "(no genres listed)", "7.5", "Dramas")))
			.containsExactly("Drama");
	}

	@Test
	void namesEachGenreOnceInTheOrderOfTheSource() {
		assertThat(GenreNames.of(List.of("Thrillers", "Crime", "thriller", "drama", "Dramas")))
			.containsExactly("Thriller", "Crime", "Drama");
	}

	@Test
	void keepsAGenreThatItDoesNotKnowWithACapital() {
		assertThat(GenreNames.of(List.of("heist"))).containsExactly("Heist");
	}

}
