package app.marquee.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainWordsTest {

	private static final Set<String> GENRES = Set.of("comedy", "family", "horror", "science-fiction", "romance",
			"documentary", "western", "thriller");

	private static final Map<String, String> PROVIDERS = Map.of("netflix", "netflix", "hbo-max", "hbo-max",
			"disney-plus", "disney-plus");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			netflix comedies                   | /films?genre=comedy&provider=netflix
			comedies on Netflix                | /films?genre=comedy&provider=netflix
			horror on hbo max                  | /films?genre=horror&provider=hbo-max
			disney+ science fiction            | /films?genre=science-fiction&provider=disney-plus
			comedy 1994                        | /films?genre=comedy&from=1994&to=1994
			from 1994                          | /films?from=1994&to=1994
			films from 1994                    | /films?from=1994&to=1994
			comedies from the 90s              | /films?genre=comedy&decade=1990
			90s                                | /films?decade=1990
			top 10 movies                      | /films
			top 100                            | /films
			imdb top 250                       | /films
			top 50 horror films                | /films?genre=horror
			best movies of all time            | /films
			best all time comedies             | /films?genre=comedy
			best films ever made               | /films
			movies released in 1994            | /films?from=1994&to=1994
			pg 13 comedies                     | /films?genre=comedy&certificate=PG-13
			short films                        | /films?runtime=short
			old horror movies                  | /films?genre=horror&sort=oldest
			films by the coen brothers         | /films?q=the+coen
			films directed by the coen brothers | /films?q=director%3A%22the+coen%22&sort=rating
			new 007 movies                     | /films?q=007&sort=newest
			scary movie full movie             | /films?q=scary+movie
			titanic full movie                 | /films?q=titanic
			titanic watch online free          | /films?q=titanic
			watch titanic free                 | /films?q=titanic
			titanic imdb                       | /films?q=titanic
			who plays jack in titanic          | /films?q=jack+titanic
			is titanic on netflix              | /films?q=titanic&provider=netflix
			who is the director of titanic     | /films?q=titanic
			movie called titanic               | /films?q=titanic
			seventies thrillers                | /films?genre=thriller&decade=1970
			horror 1980-1989                   | /films?genre=horror&from=1980&to=1989
			pre-1960 horror                    | /films?genre=horror&to=1959
			films under an hour                | /films?max-runtime=59
			no sci-fi comedies                 | /films?q=-genre%3Ascience-fiction&genre=comedy&sort=rating
			comedy without science fiction     | /films?q=-genre%3Ascience-fiction&genre=comedy&sort=rating
			comedy without romance             | /films?q=-genre%3Aromance&genre=comedy&sort=rating
			best comedies 00s                  | /films?genre=comedy&decade=2000
			the 1990s                          | /films?decade=1990
			best horror 90s                    | /films?genre=horror&decade=1990
			new horror movies                  | /films?genre=horror&sort=newest
			new york comedies                  | /films?q=new+york&genre=comedy
			new comedies                       | /films?genre=comedy&sort=newest
			popular sci-fi                     | /films?genre=science-fiction&sort=votes
			romantic comedies 2000s            | /films?genre=comedy&genre=romance&decade=2000
			romcoms                            | /films?genre=comedy&genre=romance
			documentaries                      | /films?genre=documentary
			westerns under 90 minutes          | /films?genre=western&max-runtime=89
			Westerns Under 90 Minutes          | /films?genre=western&max-runtime=89
			90S horror                         | /films?genre=horror&decade=1990
			tom hanks netflix                  | /films?q=tom+hanks&provider=netflix
			tom hanks comedies                 | /films?q=tom+hanks&genre=comedy
			movies with tom hanks and meg ryan | /films?q=tom+hanks+and+meg+ryan
			starring brad pitt                 | /films?q=brad+pitt
			films by hitchcock                 | /films?q=hitchcock
			directed by kubrick                | /films?q=director%3Akubrick&sort=rating
			films directed by stanley kubrick  | /films?q=director%3A%22stanley+kubrick%22&sort=rating
			films written by nora ephron       | /films?q=writer%3A%22nora+ephron%22&sort=rating
			directed by wilder with monroe     | /films?q=director%3Awilder+monroe
			top rated                          | /films
			good horror movies                 | /films?genre=horror
			movies like inception              | /films?q=inception
			best tom hanks films               | /films?q=tom+hanks&sort=rating
			best films                         | /films
			newest                             | /films?sort=newest
			most popular horror                | /films?genre=horror&sort=votes
			highest rated horror films         | /films?genre=horror
			films over 2 hours                 | /films?min-runtime=121
			less than 2 hours                  | /films?max-runtime=119
			films over three hours             | /films?min-runtime=181
			at least 150 minutes               | /films?min-runtime=150
			longest horror films               | /films?genre=horror&sort=longest
			shortest comedies                  | /films?genre=comedy&sort=runtime
			kids movies                        | /films?genre=family
			children's films                   | /films?genre=family
			R rated horror                     | /films?genre=horror&certificate=R
			rated R comedies                   | /films?genre=comedy&certificate=R
			pg-13                              | /films?certificate=PG-13
			between 1950 and 1960              | /films?from=1950&to=1960
			films from 1950 to 1960            | /films?from=1950&to=1960
			movies before 1950                 | /films?to=1949
			since 2020                         | /films?from=2020
			after 2015 horror                  | /films?genre=horror&from=2016
			movies about chess                 | /films?q=chess
			where can I watch Inception        | /films?q=Inception
			who directed the third man         | /films?q=the+third+man
			inception cast                     | /films?q=inception
			movies similar to the matrix       | /films?q=the+matrix
			best director                      | /films?q=director&sort=rating
			film reviews                       | /films?q=reviews
			documentaries about bees           | /films?q=bees&genre=documentary
			director christopher nolan         | /films?q=director%3A%22christopher+nolan%22&sort=rating
			actress meryl streep               | /films?q=meryl+streep
			tom hanks 1990s                    | /films?q=tom+hanks&decade=1990
			tom hanks thriller 2019            | /films?q=tom+hanks+2019&genre=thriller
			""")
	void saysPlainWordsWithFilters(String typed, String said) {
		assertThat(PlainWords.of(List.of(typed.split(" ")), GENRES, PROVIDERS)).as(typed)
			.hasValueSatisfying((paraphrase) -> assertThat(paraphrase.filter().href()).isEqualTo(said));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tom hanks", "the door", "alien 1979", "1984", "from here to eternity",
			"on the waterfront", "1850", "films from 1865", "star horror 4", "the director", "good will hunting",
			"the good the bad and the ugly", "new york", "2001 a space odyssey", "before midnight", "rated",
			"singin in the rain", "of mice and men", "the longest day", "the longest yard", "longest ride",
			"night watch", "the night watch", "born free", "step brothers", "the blues brothers", "waiting for guffman",
			"horror or thriller", "comedy or" })
	void leavesTitlesAndNamesAlone(String typed) {
		assertThat(PlainWords.of(List.of(typed.split(" ")), GENRES, PROVIDERS)).as(typed).isEmpty();
	}

	@Test
	void offersNothingThatOnlySaysThatFilmsAreLookedFor() {
		assertThat(PlainWords.of(List.of("scary", "movie"), Set.of(), Map.of())).get()
			.extracting(Paraphrases.Paraphrase::telling)
			.isEqualTo(false);
		assertThat(PlainWords.of(List.of("scary", "movie"), GENRES, Map.of())).get()
			.extracting(Paraphrases.Paraphrase::telling)
			.isEqualTo(true);
	}

}
