package app.marquee.search;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesTest {

	@Test
	void countsByYear() {
		List<FilmHit> films = Stream
			.of("Die Hard|1988", "Die Hard 2|1990", "Die Hard with a Vengeance|1995", "Live Free or Die Hard|2007",
					"A Good Day to Die Hard|2013")
			.map(SeriesTest::film)
			.toList();

		assertThat(at(films, 3, "die hard")).isEqualTo("Die Hard with a Vengeance");
		assertThat(at(films, 4, "die hard")).isEqualTo("Live Free or Die Hard");
		assertThat(at(films, 6, "die hard")).isNull();
	}

	@Test
	void goesOnFromTheLastNumberThatATitleHas() {
		List<FilmHit> films = Stream
			.of("Alien|1979", "Alien 3|1992", "Alien: Resurrection|1997", "Alien: Covenant|2017")
			.map(SeriesTest::film)
			.toList();

		assertThat(at(films, 4, "alien")).isEqualTo("Alien: Resurrection");
		// what is second is called the third: somebody is missing
		assertThat(at(films, 2, "alien")).isNull();
		assertThat(at(films, 3, "alien")).isEqualTo("Alien 3");
	}

	@Test
	void takesNoFilmForAPartThatIsCalledLikeTheFirst() {
		List<FilmHit> heat = Stream.of("Heat|1995", "The Heat|2013").map(SeriesTest::film).toList();
		List<FilmHit> rambo = Stream
			.of("Rambo: First Blood Part II|1985", "Rambo III|1988", "Rambo|2008", "Rambo: Last Blood|2019")
			.map(SeriesTest::film)
			.toList();

		assertThat(at(heat, 2, "heat")).isNull();
		assertThat(at(rambo, 4, "rambo")).isEqualTo("Rambo");
		assertThat(at(rambo, 5, "rambo")).isEqualTo("Rambo: Last Blood");
	}

	@Test
	void leavesOutWhatHasNoYear() {
		assertThat(at(List.of(film("Fog|1980"), hit("Fog Returns", null)), 2, "fog")).isNull();
	}

	private static @Nullable String at(List<FilmHit> films, int number, String series) {
		FilmHit film = Series.at(films, number, series);
		return (film != null) ? film.title() : null;
	}

	private static FilmHit film(String text) {
		int bar = text.indexOf('|');
		return hit(text.substring(0, bar), Integer.valueOf(text.substring(bar + 1)));
	}

	private static FilmHit hit(String title, @Nullable Integer year) {
		return new FilmHit(title, title, List.of(), "0", year, null, null, List.of(), List.of(), 0);
	}

}
