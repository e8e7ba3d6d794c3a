package app.marquee.search;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.marquee.search.FilmQuery.Field;
import app.marquee.search.FilmQuery.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilmQueryTest {

	@Test
	void readsWordsPhrasesMinusAndFields() {
		assertThat(FilmQuery.of("alien -comedy \"in space\" director:scott -cast:\"john hurt\"").parts())
			.containsExactly(new Part(false, null, "alien", false), new Part(true, null, "comedy", false),
					new Part(false, null, "in space", true), new Part(false, Field.DIRECTOR, "scott", false),
					new Part(true, Field.CAST, "john hurt", false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			alien                     | alien
			`  two   words `          | two words
			actor:hurt                | cast:hurt
			ACTOR:Hurt                | cast:Hurt
			director:"scott"          | director:scott
			“in space”                | "in space"
			"in  space"               | "in space"
			"never closed             | never closed
			-"in space"               | -"in space"
			Mission:Impossible        | Mission:Impossible
			title:                    | title:
			""                        | ``
			spider-man                | spider-man
			- alien                   | - alien
			--alien                   | --alien
			3:10 to yuma              | 3:10 to yuma
			""")
	void printsItselfInOneWay(String typed, String printed) {
		assertThat(FilmQuery.of(typed).printed()).isEqualTo(printed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://letterboxd.com/film/parasite-2019/               | parasite 2019
			https://en.wikipedia.org/wiki/Parasite_(2019_film)       | Parasite 2019
			https://en.wikipedia.org/wiki/L%C3%A9on_(film)?x=y       | Léon
			https://www.rottentomatoes.com/m/the_godfather           | the godfather
			The Shawshank Redemption (1994) - IMDb                   | The Shawshank Redemption (1994)
			Alien (1979) • Letterboxd                                | Alien (1979)
			https://example.org                                      | https://example.org
			comedy -netflix 2020                                     | comedy -netflix 2020
			""")
	void readsTheWordsOfOtherSites(String typed, String printed) {
		assertThat(FilmQuery.of(typed).printed()).isEqualTo(printed);
	}

	@Test
	void readsAgainWhatItPrinted() {
		List<String> bits = List.of("alien", " - IMDb", "(1979 film)", "https://a.org/b_c", "-", "\"", " ", " ",
				"director", ":", "year", "1990..1999", "“", "é", "''", "x:y", "-title:", "(", "🎬", "cast:\"", "\u00a0",
				"\t", "tt0299172", "*", "\\", "..", "„");
		Random random = new Random(20261122);
		for (int round = 0; round < 20_000; round++) {
			String typed = IntStream.range(0, random.nextInt(12))
				.mapToObj((index) -> bits.get(random.nextInt(bits.size())))
				.collect(Collectors.joining());
			FilmQuery query = FilmQuery.of(typed);
			assertThat(FilmQuery.of(query.printed())).as("<%s>, printed <%s>", typed, query.printed()).isEqualTo(query);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tt0299172                                               | imdb  | tt0299172 | false
			imdb:tt0299172                                          | imdb  | tt0299172 | false
			https://www.imdb.com/title/tt0299172/?ref_=fn_al_tt_1   | imdb  | tt0299172 | false
			http://m.imdb.com/title/tt0299172                       | imdb  | tt0299172 | false
			www.imdb.com/de/title/tt0299172/                        | imdb  | tt0299172 | false
			nm0000115                                               | imdb  | nm0000115 | true
			https://www.imdb.com/name/nm0000115/                    | imdb  | nm0000115 | true
			tmdb:603                                                | tmdb  | 603       | false
			https://www.themoviedb.org/movie/603-the-matrix         | tmdb  | 603       | false
			https://www.themoviedb.org/person/31-tom-hanks          | tmdb  | 31        | true
			""")
	void knowsIdsAndAddressesOfOthers(String typed, String scheme, String id, boolean person) {
		assertThat(FilmQuery.of(typed).external()).contains(new FilmQuery.External(person, scheme, id));
	}

	@Test
	void takesOtherWordsForNoId() {
		for (String typed : List.of("tt", "tt12", "603", "imdb", "alien tt0299172", "tmdb:x", "https://example.org/1",
				"-tt0299172", "title:tt0299172", "\"tt0299172\" -x")) {
			assertThat(FilmQuery.of(typed).external()).as(typed).isEmpty();
		}
	}

	@Test
	void givesOtherWordsAndKeepsTheRest() {
		assertThat(FilmQuery.of("leavin metropols -comedy director:fraser").words("leaving metropolis").printed())
			.isEqualTo("leaving metropolis -comedy director:fraser");
	}

}
