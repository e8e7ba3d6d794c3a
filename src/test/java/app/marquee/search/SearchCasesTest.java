package app.marquee.search;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

/** What people type, and what they must get. */
@Sample
class SearchCasesTest {

	@Autowired
	private FilmsPages pages;

	@Autowired
	private FilmSearch search;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			leon                     | leon-the-professional-1994
			Léon                     | leon-the-professional-1994
			LEON                     | leon-the-professional-1994
			ＬＥＯＮ                  | leon-the-professional-1994
			coeur                    | un-coeur-en-hiver-1992
			cœur                     | un-coeur-en-hiver-1992
			lodz                     | lodz-ghetto-1988
			ŁÓDŹ                     | lodz-ghetto-1988
			spider man               | spider-man-2002
			spider-man               | spider-man-2002
			spiderman                | spider-man-2002
			lalaland                 | la-la-land-2016
			lala land                | la-la-land-2016
			thematrix                | the-matrix-1999
			forest gump              | forrest-gump-1994
			rinceytion               | inception-2010
			citizenkane              | citizen-kane-1941
			kane citizen             | citizen-kane-1941
			jurassicpark 1993        | jurassic-park-1993
			spiderman 2              | spider-man-2-2004
			spiderman homecoming     | spider-man-homecoming-2017
			homecoming spiderman     | spider-man-homecoming-2017
			wall e                   | walle-2008
			walle                    | walle-2008
			wall-e                   | walle-2008
			WALL·E                   | walle-2008
			mash                     | m-a-s-h-1970
			M*A*S*H                  | m-a-s-h-1970
			m.a.s.h.                 | m-a-s-h-1970
			et                       | et-the-extra-terrestrial-1982
			E.T.                     | et-the-extra-terrestrial-1982
			e t                      | et-the-extra-terrestrial-1982
			extraterrestrial         | et-the-extra-terrestrial-1982
			faceoff                  | face-off-1997
			face off                 | face-off-1997
			don                      | don-2006
			spider                   | spider-2002
			wall                     | wall-2017
			sha                      | shazam-2019
			rock and rule            | rock-and-rule-1983
			rock & rule              | rock-and-rule-1983
			rock + rule              | rock-and-rule-1983
			romeo and juliet         | romeo-juliet-1996
			romeo & juliet           | romeo-juliet-1996
			rocky 2                  | rocky-ii-1979
			rocky ii                 | rocky-ii-1979
			rocky two                | rocky-ii-1979
			rocky                    | rocky-1976
			rocky v                  | rocky-v-1990
			ocean's 11               | oceans-eleven-2001
			oceans eleven            | oceans-eleven-2001
			twelve monkeys           | 12-monkeys-1995
			8 1/2                    | 8-1-2-1963
			8½                       | 8-1-2-1963
			eight and a half         | 8-1-2-1963
			There There              | there-there-2022
			It                       | it-2017
			Us                       | us-2019
			Her                      | her-2013
			The The                  | the-the-2023
			Be                       | be-2018
			If                       | if-1968
			M                        | m-1931
			the door                 | the-door-2009
			alien                    | alien-1979
			eden 2025                | eden-2025
			eden 2012                | eden-2012
			carter 2022              | carter-2022
			john carter 2012         | john-carter-2012
			mulan (2020)             | mulan-2020
			mulan 1998               | mulan-1998
			mulan 1990s              | mulan-1998
			mulan 90s                | mulan-1998
			mulan 2015..2025         | mulan-2020
			alien 1997               | alien-resurrection-1997
			1984                     | 1984-1956
			2012                     | 2012-2009
			300                      | 300-2006
			1917                     | 1917-2019
			1917 2019                | 1917-2019
			rush 2013                | rush-2013
			blade runner 2049        | blade-runner-2049-2017
			blade runner 1982        | blade-runner-1982
			death race 2000          | death-race-2000-1975
			death race 2008          | death-race-2008
			2001 a space odyssey     | 2001-a-space-odyssey-1968
			seven year itch          | the-seven-year-itch-1955
			seven year itch, the     | the-seven-year-itch-1955
			matrix                   | the-matrix-1999
			a matrix                 | the-matrix-1999
			sen to chihiro           | spirited-away-2001
			千と千尋                   | spirited-away-2001
			la vita è bella          | life-is-beautiful-1997
			vita bella               | life-is-beautiful-1997
			ruptash                  | leaving-metropolis-2002
			troy ruptash             | leaving-metropolis-2002
			vince coraza             | leaving-metropolis-2002
			ben sanderson            | leaving-las-vegas-1995
			jack dawson              | titanic-1997
			sarah connor             | terminator-2-judgment-day-1991
			clarice starling         | the-silence-of-the-lambs-1991
			birdman                  | birdman-or-the-unexpected-virtue-of-ignorance-2014
			doctor no                | dr-no-1962
			christopher nolan batman | batman-begins-2005
			lord of                  | the-lord-of-the-rings-the-fellowship-of-the-ring-2001
			lord of the              | the-lord-of-the-rings-the-fellowship-of-the-ring-2001
			千尋                      | spirited-away-2001
			神隠し                    | spirited-away-2001
			hanks zemeckis           | forrest-gump-1994
			nicolas cage shue        | leaving-las-vegas-1995
			fraser leaving           | leaving-metropolis-2002
			levaing metropolis       | leaving-metropolis-2002
			leavnig metroplis        | leaving-metropolis-2002
			shawshenk                | the-shawshank-redemption-1994
			hsawshank                | the-shawshank-redemption-1994
			shawsh enk redemption    | the-shawshank-redemption-1994
			fincher 1995             | se7en-1995
			batman vs superman       | batman-v-superman-dawn-of-justice-2016
			five hundred days of summer | 500-days-of-summer-2009
			titaanik                 | titanic-1997
			twelv monkeys            | 12-monkeys-1995
			lotr                     | the-lord-of-the-rings-the-fellowship-of-the-ring-2001
			TLOTR                    | the-lord-of-the-rings-the-fellowship-of-the-ring-2001
			rotk                     | the-lord-of-the-rings-the-return-of-the-king-2003
			ofotcn                   | one-flew-over-the-cuckoos-nest-1975
			leavingmetropolis        | leaving-metropolis-2002
			leaving met              | leaving-metropolis-2002
			the dark kni             | the-dark-knight-2008
			incept                   | inception-2010
			knight ris               | the-dark-knight-rises-2012
			director:fraser          | leaving-metropolis-2002
			cast:"lynda boyd"        | leaving-metropolis-2002
			actor:"lynda boyd"       | leaving-metropolis-2002
			writer:kaufman           | eternal-sunshine-of-the-spotless-mind-2004
			character:deckard        | blade-runner-1982
			person:wilder            | the-seven-year-itch-1955
			title:rock director:bay  | the-rock-1996
			genre:horror sam neill   | event-horizon-1997
			horror sam neill         | event-horizon-1997
			Mission:Impossible       | mission-impossible-1996
			"seven year itch"        | the-seven-year-itch-1955
			“the rock”               | the-rock-1996
			rock -school -rocky -and | the-rock-1996
			title:alien              | alien-1979
			title:rocky              | rocky-1976
			title:"the rock"         | the-rock-1996
			title:"spider man"       | spider-man-2002
			title:spider-man         | spider-man-2002
			""")
	void putsFirstWhatIsMeant(String typed, String slug) {
		assertThat(found(typed)).as(typed).first().isEqualTo(slug);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			leon               | Léon
			coeur              | cœur
			spider man         | spider-man
			spider man         | spiderman
			wall e             | WALL·E
			mash               | M*A*S*H
			rock and rule      | rock & rule
			rocky 2            | rocky two
			seven year itch    | the seven year itch
			""")
	void findsTheSameBeginningHoweverItIsWritten(String one, String other) {
		assertThat(found(one).subList(0, 1)).isEqualTo(found(other).subList(0, 1));
		assertThat(found(one)).containsAnyElementsOf(found(other));
	}

	@Test
	void putsTheExactTitleBeforeTitlesThatBeginSoAndTheseBeforeTitlesThatContainIt() {
		assertThat(found("the door")).containsSubsequence("the-door-2009", "someones-knocking-at-the-door-2009");
		assertThat(found("door")).containsSubsequence("the-door-2009", "door-to-door-2002",
				"someones-knocking-at-the-door-2009");
		assertThat(found("alien")).containsSubsequence("alien-1979", "alien-resurrection-1997", "aliens-1986");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			the door   | the-doors-1991                | the-door-2009
			spider     | spider-man-2002               | spider-2002
			wall       | walle-2008                    | wall-2017
			don        | don-2006                      | dont-look-up-2021
			et         | et-the-extra-terrestrial-1982 | eternal-sunshine-of-the-spotless-mind-2004
			""")
	void takesWhatIsBeingTypedForTheBeginningOfAFarBetterKnownTitle(String typed, String first, String second) {
		assertThat(this.search.whileTyping(typed, 6).hits()).extracting(FilmHit::slug)
			.as(typed)
			.startsWith(first)
			.containsSubsequence(first, second);
	}

	@Test
	void putsTheBetterKnownFirstAmongEquals() {
		assertThat(found("halloween")).startsWith("halloween-1978", "halloween-2018");
		assertThat(found("tom hanks")).startsWith("forrest-gump-1994", "catch-me-if-you-can-2002", "cast-away-2000");
	}

	@Test
	void joinsThePeopleWhoAreNamed() {
		assertThat(found("hanks zemeckis")).containsExactly("forrest-gump-1994", "cast-away-2000",
				"the-polar-express-2004");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ruptash       | Troy Ruptash
			troy ruptash  | Troy Ruptash
			vince coraza  | Vince Corazza
			nicolas cag   | Nicolas Cage
			nicolas c     | Nicolas Cage
			nicolas ca    | Nicolas Cage
			robert de n   | Robert De Niro
			jurgen prochnow | Jürgen Prochnow
			nyongo        | Lupita Nyong'o
			nyong'o       | Lupita Nyong'o
			day lewis     | Daniel Day-Lewis
			""")
	void putsThePersonFirst(String typed, String name) {
		assertThat(this.search.people(typed, 5).hits()).as(typed).first().extracting(PersonHit::name).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "jonny depp, johnny depp", "tim cruise, tom cruise", "tom robbins, tim robbins" })
	void saysWhoIsMeantWhereAFilmHasTheWordsOnlyByChance(String typed, String meant) {
		FilmsPage page = this.pages.of(FilmFilter.words(typed));

		assertThat(page.films()).isNotEmpty();
		assertThat(page.closest()).as("each word is written so").isFalse();
		assertThat(page.didYouMean()).isNotNull().extracting(FilmsPage.DidYouMean::words).isEqualTo(meant);
		assertThat(page.people().get(0).name().whole()).isEqualToIgnoringCase(meant);
	}

	@Test
	void showsNobodyAboveAFilmThatIsCalledSoWhoseNameOnlyBeginsSo() {
		assertThat(this.search.people("heat", 5).hits()).extracting(PersonHit::name).contains("Heath Ledger");
		assertThat(this.pages.of(FilmFilter.words("heat")).people()).isEmpty();
		assertThat(this.pages.of(FilmFilter.words("heath")).people()).isNotEmpty();
	}

	@Test
	void namesAFilmFarBetterKnownThanTheFewThatAreCalledSo() {
		FilmSearch.Found found = this.search.films(FilmFilter.words("titanik"));

		assertThat(found.films()).extracting(FilmHit::slug).containsExactly("titanik-2003");
		assertThat(found.slips()).isFalse();
		assertThat(this.search.betterKnown(Words.of("titanik"), found, List.of())).isEqualTo("Titanic");
		assertThat(
				this.search.betterKnown(Words.of("titanic"), this.search.films(FilmFilter.words("titanic")), List.of()))
			.isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			levaing metropolis | leaving metropolis
			leavnig metroplis  | leaving metropolis
			shawshenk          | shawshank
			vince coraza       | vince corazza
			tikatnic           | titanic
			rotk               | the lord of the rings the return of the king
			""")
	void forgivesSlipsAndSaysSo(String typed, String meant) {
		FilmSearch.Found found = this.search.films(FilmFilter.words(typed));

		assertThat(found.slips()).as(typed).isTrue();
		assertThat(Slip.mend(Words.of(typed), found.films().stream().limit(1).map(FilmHit::title).toList(),
				found.films().stream().limit(1).flatMap((film) -> film.credit().stream()).toList()))
			.isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "alien", "metropolis", "ruptash", "hanks zemeckis", "leaving met", "nicolas cag" })
	void forgivesNothingWhereItIsWrittenSo(String typed) {
		assertThat(this.search.films(FilmFilter.words(typed)).slips()).as(typed).isFalse();
	}

	@Test
	void neverPutsASlipBeforeWhatIsWrittenSo() {
		assertThat(found("metropolis")).startsWith("metropolis-1927", "leaving-metropolis-2002");
		assertThat(found("creed")).first().isEqualTo("creed-2015");
		assertThat(found("her")).first().isEqualTo("her-2013");
	}

	@ParameterizedTest
	@ValueSource(strings = { "la la land 2016", "gone baby gone 2007", "american beauty 1990s", "lego movie 2014" })
	void takesATitleWithAYearForATitle(String typed) {
		assertThat(this.pages.of(FilmFilter.words(typed)).paraphrase()).isNull();
	}

	@Test
	void leadsNobodyAwayFromAFilmThatIsTypedWithItsYear() {
		FilmsPage page = this.pages.of(FilmFilter.words("scary movie 2000"));

		assertThat(page.films().get(0).href()).isEqualTo("/films/scary-movie-2000");
		assertThat(page.paraphrase()).isNotNull().extracting(FilmsPage.Paraphrase::instead).isEqualTo(false);
	}

	@Test
	void offersTheYearsBesideAName() {
		assertThat(this.pages.of(FilmFilter.words("tom hanks 1990s")).paraphrase()).isNotNull()
			.extracting(FilmsPage.Paraphrase::href)
			.isEqualTo("/films?q=tom+hanks&decade=1990");
	}

	@Test
	void saysForEachFilmWhyItStandsWhereItStands() {
		for (String typed : List.of("alien", "alien 1997", "hanks zemeckis", "levaing metropolis", "clarice starling",
				"incept")) {
			RankingEndpoint.Ranking ranking = new RankingEndpoint(this.search).ranking(typed);
			assertThat(ranking.films()).as(typed)
				.isNotEmpty()
				.allSatisfy((place) -> assertThat(place.reasons()
					.stream()
					.mapToInt((reason) -> Integer.parseInt(reason.substring(1, reason.indexOf(' '))))
					.sum()).as("%s: %s", typed, place).isEqualTo((int) place.sum()));
		}
		assertThat(new RankingEndpoint(this.search).ranking("alien").films().get(0).reasons()).contains(
				"+20 The words are one of its titles, whatever the hyphens, articles and numbers are written like.");
	}

	@Test
	void knowsByWhichOtherTitleAFilmWasFound() {
		FilmHit found = this.search.first("sen to chihiro", 1).hits().get(0);

		assertThat(found.title()).isEqualTo("Spirited Away");
		assertThat(found.alsoCalled(Words.of("sen to chihiro"), false))
			.hasValueSatisfying((title) -> assertThat(title).startsWith("Sen to Chihiro"));
		assertThat(found.alsoCalled(Words.of("spirited"), false)).isEmpty();
	}

	@Test
	void forgivesNothingWhereOnlyAFilterIsInTheWay() {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("q", "alien");
		parameters.add("genre", "western");
		FilmSearch.Found found = this.search.films(FilmFilter.of(parameters));

		assertThat(found.films()).isEmpty();
		assertThat(found.slips()).isFalse();
		assertThat(found.nowhere()).isFalse();
		assertThat(this.search.films(FilmFilter.words("zzzzzz")).nowhere()).isTrue();
	}

	@Test
	void givesNothingForNamesThatATitleWithTheWordsDoesNotHave() {
		assertThat(this.search.reasons("carter", List.of("john-carter-2012", "carter-2022")))
			.extractingByKey(Reason.BEGUN_NAMES, list(String.class))
			.containsExactlyInAnyOrder("john-carter-2012", "carter-2022");
	}

	@Test
	void leadsToAllPeopleWhereThereMayBeMore() {
		FilmsPage many = this.pages.of(FilmFilter.words("john"));
		assertThat(many.people()).hasSize(6);
		assertThat(many.everybody()).isNotNull().satisfies((all) -> assertThat(all.href()).isEqualTo("/people?q=john"));
		assertThat(this.pages.of(FilmFilter.words("xyzzy")).everybody()).isNull();
	}

	@Test
	void takesQuotesAndMinusAsPeopleExpect() {
		assertThat(this.search.films(FilmFilter.words("drama -comedy")).films()).hasSizeGreaterThan(10)
			.allSatisfy((film) -> assertThat(film.genreName()).contains("Drama").doesNotContain("Comedy"));
		assertThat(found("alien -resurrection")).doesNotContain("alien-resurrection-1997").contains("alien-1979");
		assertThat(found("\"door to\"")).containsExactly("door-to-door-2002");
		assertThat(found("\"to door\"")).containsExactly("door-to-door-2002");
		assertThat(found("\"door door\"")).isEmpty();
		assertThat(found("\"hanks zemeckis\"")).as("two names are no phrase").isEmpty();
		assertThat(found("rocky -decade:1970 -year:1990")).containsExactly("rocky-iv-1985", "rocky-iii-1982",
				"creed-2015");
		assertThat(found("cage -director:woo -\"las vegas\"")).contains("the-rock-1996")
			.doesNotContain("face-off-1997", "leaving-las-vegas-1995");
	}

	@Test
	void findsNothingWhereTheWordsHaveNoFilmInCommon() {
		for (String typed : List.of("shawshenk metropolis", "levaing casablanca", "ruptash zemeckis", "western xyzzy",
				"matrix gump", "alien hanks", "zzzzzz")) {
			assertThat(found(typed)).as(typed).isEmpty();
		}
	}

	static Stream<String> odd() {
		return Stream.of("*", "???", "\"", "((((", "🎬", "' OR 1=1 --", "\u200F\u202E", "-", "--", "\"\"", ":", "a:b:c",
				"title:", "-title:\"", "year:soon", "AND", "OR", "NOT", "[a TO z]", "x".repeat(300), "a ".repeat(150),
				"star wars dark knight rises alien mulan rocky spider 1999 2001",
				"wrong wrods evrywhere heer agian nd agian", "\\", "^5", "~2", "%", "_", "\uD83C", "ﷺ", "ﷺ".repeat(300),
				"㍍".repeat(300), "İ", "ß", "\u0301\u0301", "½", "1/0", "..", "1990..");
	}

	@ParameterizedTest
	@MethodSource("odd")
	void neverFails(String odd) {
		assertThat(this.search.films(FilmFilter.words(odd)).counts().total()).isNotNegative();
		assertThat(this.search.people(odd, 5).hits()).isNotNull();
	}

	private List<String> found(String typed) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("q", typed);
		return this.search.films(FilmFilter.of(parameters)).films().stream().map(FilmHit::slug).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "die hard 4", "die hard four", "die hard part 4" })
	void offersTheTitlesOfASeriesWhereNoneHasTheNumber(String typed) {
		FilmsPage page = this.pages.of(FilmFilter.words(typed));
		assertThat(page.paraphrase()).isNotNull().satisfies((said) -> {
			assertThat(said.href()).isEqualTo("/films?q=title%3A%22die+hard%22&sort=oldest");
			assertThat(said.instead()).isTrue();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "terminator 2", "mission impossible 2", "8 1/2", "2", "xylophone 3", "matrix keanu 3" })
	void offersNoSeriesWhereATitleIsMeantOrNone(String typed) {
		assertThat(this.pages.of(FilmFilter.words(typed)).paraphrase()).isNull();
	}

	@Test
	void keepsTheNumberWhereABetterKnownFilmIsOffered() {
		assertThat(this.pages.of(FilmFilter.words("1918")).didYouMean()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "leo dicaprio, Leonardo DiCaprio", "jen lawrence, Jennifer Lawrence",
			"matt mcconaughey, Matthew McConaughey" })
	void findsPeopleByWhatTheirNamesBeginWith(String typed, String name) {
		assertThat(this.pages.of(FilmFilter.words(typed)).people()).first()
			.extracting((person) -> person.name().whole())
			.isEqualTo(name);
		assertThat(this.pages.of(FilmFilter.words(typed)).closest()).isFalse();
	}

}
