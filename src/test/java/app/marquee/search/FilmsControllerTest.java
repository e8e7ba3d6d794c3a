package app.marquee.search;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import app.marquee.web.PageParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class FilmsControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void everyFacetMakesAnotherPageOfAnAddress() {
		PageParameters counted = Arrays.stream(FilmsController.class.getDeclaredMethods())
			.map((method) -> method.getAnnotation(PageParameters.class))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();

		assertThat(counted.value()).contains(Arrays.stream(Facet.values()).map(Facet::code).toArray(String[]::new));
		assertThat(counted.several())
			.containsExactlyInAnyOrder(Arrays.stream(Facet.values()).map(Facet::code).toArray(String[]::new));
	}

	@Test
	void showsAllFilmsAsAWallTheHighestRatedFirst() {
		Page page = page("/films");

		assertThat(page.text("h1")).isEqualTo("All films");
		assertThat(page.text("#found")).isEqualTo("11 films");
		assertThat(page.texts(".wall b")).hasSize(11);
		assertThat(page.text(".menu summary")).isEqualTo("Highest rated first");
		assertThat(page.links("link[rel=canonical]")).containsExactly("http://localhost:8080/films");
		assertThat(page.has("nav.pager")).as("one page needs no numbers").isFalse();
	}

	@Test
	void isOneClickAwayFromTheRuleOfTheRating() {
		assertThat(page("/films").links("main .why a")).containsExactly("/about#rating");
		assertThat(page("/films?sort=title").has("main .why")).isFalse();
	}

	@Test
	void showsWhatAFieldSaysAsAChip() {
		Page page = page("/films?q=leaving+director%3Afraser+-vegas+genre%3Adrama");

		assertThat(page.texts("ul[aria-label='Filters in force'] a")).containsExactly(
				"directed by fraser ×: remove this filter", "without vegas ×: remove this filter",
				"Drama ×: remove this filter");
		assertThat(page.texts(".rows h3")).containsExactly("Leaving Metropolis (2002)");
		assertThat(page.html().select("input[name=q]").attr("value")).isEqualTo("leaving director:fraser -vegas");
	}

	@Test
	void forgivesNoSlipsUnderAFilterForWhatIsWrittenSoElsewhere() {
		Page page = page("/films?q=pleasantville&decade=1950");

		assertThat(page.has("nav.pager")).isFalse();
		assertThat(page.text("main")).contains("No film here answers to these words and passes all of these filters.");
	}

	@Test
	void endsASearchWithTheTwelfthPageInWords() {
		assertThat(this.mvc.get().uri("/films?q=the&page=13")).hasStatus(400)
			.bodyText()
			.contains("from 1 to 12: the best matches stand there.");
	}

	@Test
	void putsFilmsWithoutARatingLast() {
		assertThat(page("/films").texts(".wall b").subList(9, 11)).containsExactlyInAnyOrder("Leaving Las Vegas",
				"The Killers - Leaving Las Vegas");
	}

	@Test
	void sortsByYearWithUnknownYearsLast() {
		assertThat(page("/films?sort=oldest").texts(".wall b")).startsWith("Buddies", "Hitchhiker: Windows")
			.endsWith("Leaving Las Vegas");
		assertThat(page("/films?sort=newest").texts(".wall b")).startsWith("Payton Collins: Serial Rapist")
			.endsWith("Leaving Las Vegas");
	}

	@Test
	void sortsByRuntimeWithUnknownRuntimesLast() {
		assertThat(page("/films?sort=runtime").texts(".wall b").subList(0, 2))
			.containsExactlyInAnyOrder("Leaving Metropolis", "The Killers - Leaving Las Vegas");
	}

	@Test
	void narrowsByEveryFacetAndSaysSoInAChipThatRemovesItself() {
		narrows("genre=drama", "Drama", 6);
		narrows("decade=1990", "1990s", 6);
		narrows("decade=unknown", "Year not known", 1);
		narrows("from=1997&to=1998", "1997–1998", 2);
		narrows("from=2007", "from 2007", 2);
		narrows("to=1990", "up to 1990", 2);
		narrows("certificate=NR", "Certificate NR", 1);
		narrows("runtime=60-90", "1 to 1½ hours", 2);
		narrows("max-runtime=80", "1 hr 20 min or less", 1);
		narrows("min-runtime=80", "1 hr 20 min or more", 1);
		narrows("min-runtime=61&max-runtime=89", "1 hr 1 min to 1 hr 29 min", 2);
		narrows("min-rating=7", "Rated 7 or more", 5);
		narrows("provider=netflix", "Netflix", 1);
		narrows("region=CA", "Canada", 2);
		narrows("score=7", "Rated 7 to 8", 5);
		narrowsTo("provider=netflix&region=CA", 1);
		narrowsTo("decade=1990&decade=1980", 7);
		narrowsTo("certificate=NR&certificate=R", 1);
		narrows("certificate=nr", "Certificate NR", 1);
	}

	@Test
	void narrowsByGenresThatAFilmHasAllOf() {
		assertThat(page("/films?genre=drama&genre=comedy").texts(".wall b"))
			.containsExactlyInAnyOrder("Leaving Metropolis", "Pleasantville", "Chasing Amy");
	}

	@Test
	void countsInEachFacetWhatAChoiceWouldGive() {
		Page page = page("/films");
		List<String> choices = page.links(".facets li a");

		assertThat(choices).hasSizeGreaterThan(20);
		assertThat(page.html().select(".facets li a"))
			.allSatisfy((choice) -> assertThat(page(choice.attr("href")).text("#found")).as(choice.attr("href"))
				.startsWith(choice.select("small").text() + " film"));
	}

	@Test
	void keepsTheOtherChoicesOfAFacetThatIsSet() {
		Page page = page("/films?decade=1990");

		assertThat(page.texts(".facets a[href*='decade=1990&decade=2000']")).containsExactly("2000s 2");
		assertThat(page.texts(".facets a[href*='decade=1980&decade=1990']")).containsExactly("1980s 1");
		assertThat(page.text(".facets a[aria-current=true]")).isEqualTo("1990s 6");
	}

	@Test
	void findsAFilmByItsTitleAndMarksTheWords() {
		Page page = page("/films?q=leaving+metropolis");

		assertThat(page.text("h1")).isEqualTo("Films for “leaving metropolis”");
		assertThat(page.texts(".rows h3").get(0)).isEqualTo("Leaving Metropolis (2002)");
		assertThat(page.texts(".rows li:first-child mark")).contains("Leaving", "Metropolis");
		assertThat(page.html().select("input[name=q]").attr("value")).isEqualTo("leaving metropolis");
		assertThat(page.has("link[rel=canonical]")).as("no list of words is canonical").isFalse();
		assertThat(page.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@Test
	void findsAFilmByWhoPlaysInItAndBySomebodyInTheStory() {
		Page cast = page("/films?q=ruptash");
		assertThat(cast.texts("section[aria-labelledby=people] li"))
			.containsExactly("Troy Ruptash Leaving Metropolis (2002)");
		assertThat(cast.text(".rows")).contains("Troy Ruptash as David");

		assertThat(page("/films?q=violet").texts(".rows h3")).containsExactly("Leaving Metropolis (2002)");
		assertThat(page("/films?q=ben+sanderson").texts(".rows h3")).containsExactly("Leaving Las Vegas");
	}

	@Test
	void leavesOutTheFilmsOfAYearWithAMinus() {
		assertThat(page("/films?q=leaving").texts(".rows h3")).contains("Leaving Metropolis (2002)");
		assertThat(page("/films?q=leaving+-2002").texts(".rows h3")).isNotEmpty()
			.doesNotContain("Leaving Metropolis (2002)");
	}

	@Test
	void knowsAServiceByAPartOfItsNameThatNoOtherHas() {
		assertThat(Page.get(this.mvc, "/films?q=prime+video").header("Location"))
			.isEqualTo("/films?provider=amazon-prime-video");
		assertThat(Page.get(this.mvc, "/films?q=amazon").status()).isEqualTo(302);
		assertThat(Page.get(this.mvc, "/films?q=amazon+prime+comedies").header("Location"))
			.isEqualTo("/films?genre=comedy&provider=amazon-prime-video");
		assertThat(page("/films?q=video").body()).doesNotContain("provider=amazon-prime-video");
	}

	@Test
	void caresForNeitherCaseNorAccents() {
		assertThat(page("/films?q=PROCHNOW").texts(".rows h3")).containsExactly("In the Mouth of Madness (1995)");
		assertThat(page("/films?q=jurgen").text(".rows mark")).isEqualTo("Jürgen");
		assertThat(page("/films?q=j%C3%BCrgen").texts(".rows h3")).hasSize(1);
	}

	@Test
	void readsPlainWordsAsFiltersWhereNothingIsWrittenSo() {
		Page page = Page.get(this.mvc, "/films?q=netflix+comedies");

		assertThat(page.status()).isEqualTo(302);
		assertThat(page.header("Location")).isEqualTo("/films?genre=comedy&provider=netflix");
	}

	@Test
	@Transactional
	void takesTheGenreInATitleForAWordOfTheTitle() {
		this.jdbc.update("insert into genre (id, slug, name, film_count) values (9999, 'madness', 'Madness', 0)");

		assertThat(Page.get(this.mvc, "/films?q=in+the+mouth+of+madness+on+netflix").header("Location"))
			.isEqualTo("/films?q=in+the+mouth+of+madness&provider=netflix");
		assertThat(Page.get(this.mvc, "/films?q=netflix+madness").header("Location"))
			.isEqualTo("/films?genre=madness&provider=netflix");
	}

	@Test
	void looksForNoMovieInATitleThatHasNone() {
		assertThat(Page.get(this.mvc, "/films?q=leaving+metropolis+movie").header("Location"))
			.isEqualTo("/films?q=leaving+metropolis");
	}

	@Test
	void offersTheFilmsOfAYearThatStandsAlone() {
		assertThat(Page.get(this.mvc, "/films?q=2002").header("Location")).isEqualTo("/films?from=2002&to=2002");
	}

	@Test
	void namesWhatFieldsSayAsItsFiltersDo() {
		assertThat(page("/films?q=-genre:drama").text("h1")).isEqualTo("Films: without drama");
	}

	@Test
	void takesNobodyAwayFromWhatASlipHasFound() {
		assertThat(page("/films?q=films+ruptach").texts(".rows h3")).isEmpty();
		assertThat(page("/films?q=the+leaving+metropolsi").texts(".rows h3"))
			.containsExactly("Leaving Metropolis (2002)");
		assertThat(page("/films?q=best+metropolsi").body()).doesNotContain("q=metropolsi&amp;sort=rating");
		assertThat(Page.get(this.mvc, "/films?q=netflix+comedies&sort=title").status()).isEqualTo(200);
	}

	@Test
	void offersWhatPlainWordsMayMeanAsFiltersBesideWhatIsWrittenSo() {
		Page page = page("/films?q=comedy");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.links("a:contains(Comedy · Highest rated first)")).contains("/films?genre=comedy");
	}

	@Test
	void forgivesASlipAndSaysWhatWasProbablyMeant() {
		Page page = page("/films?q=ruptach");

		assertThat(page.text("main")).contains("There is no exact match. This comes closest.");
		assertThat(page.links("a:contains(ruptash)")).contains("/films?q=ruptash");
		assertThat(page.texts(".rows h3")).containsExactly("Leaving Metropolis (2002)");
	}

	@Test
	void helpsOnWhereNothingMatches() {
		Page page = page("/films?q=leaving+metropolis+xylophone&genre=drama");

		assertThat(page.text("h1")).isEqualTo("An empty house for “leaving metropolis xylophone”");
		assertThat(page.links("main ul a")).contains("/films?q=leaving+metropolis+xylophone",
				"/films?q=leaving+metropolis", "/genres/drama");
		assertThat(page.texts("main ul a")).contains("Only “leaving metropolis”", "Drama ×: remove this filter")
			.doesNotContain("Only “leaving xylophone”", "Only “metropolis”");
		assertThat(page("/films?q=metropolis+xylophone").texts("main ul a")).contains("Only “metropolis”")
			.doesNotContain("Only “xylophone”");
		assertThat(page.has(".wall a")).isTrue();
	}

	@Test
	void saysWhatItCannotKnowOrFind() {
		assertThat(page("/films?genre=heist").text("main")).contains("No genre here is called “heist”.");
		assertThat(page("/films?provider=nobodys").text("main")).contains("No service here is called “nobodys”.");
		assertThat(page("/films?q=%3F%3F%3F").text("main")).contains("There is no word in this to look for.");
		assertThat(page("/films?q=metropolis+1927").text("main"))
			.contains("None of the films on this page is from 1927.");
		assertThat(page("/films?q=metropolis+2002").text("main")).doesNotContain("None of the films");
	}

	@ParameterizedTest
	@CsvSource({ "q=on:amazon, provider=amazon-prime-video", "genre=comedies&sort=title, genre=comedy&sort=title",
			"genre=romcoms, genre=comedy&genre=romance",
			"provider=prime&decade=2000, decade=2000&provider=amazon-prime-video" })
	void leadsOnFromAGenreOrAServiceThatIsCalledOtherwise(String asked, String meant) {
		Page page = Page.get(this.mvc, "/films?" + asked);

		assertThat(page.status()).isEqualTo(302);
		assertThat(page.header("Location")).isEqualTo("/films?" + meant);
	}

	@Test
	void takesYearsInOneParameterAsWell() {
		assertThat(page("/films?year=1997..1998").texts(".wall b"))
			.containsExactlyElementsOf(page("/films?from=1997&to=1998").texts(".wall b"));
		assertThat(Page.get(this.mvc, "/films?year=soon").status()).isEqualTo(400);
		assertThat(Page.get(this.mvc, "/films?from=2000&to=1990").text("main"))
			.contains("Takes a year that is not after the other one.");
	}

	@Test
	void callsANarrowedListByItsFilters() {
		assertThat(page("/films?genre=drama&decade=1990").text("h1")).isEqualTo("Films: Drama · 1990s");
	}

	@Test
	void printsWordsAsTheyWereTypedAndNeverAsMarkup() {
		Page page = page("/films?q=%3Cscript%3Ealert(1)%3C/script%3E");

		assertThat(page.body()).doesNotContain("<script>alert");
		assertThat(page.text("h1")).contains("<script>alert(1)</script>");
	}

	@Test
	void passesOverParametersThatItDoesNotKnow() {
		assertThat(page("/films?utm_source=somewhere&genre=").text("h1")).isEqualTo("All films");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			decade=1995        | decade      | first year of a decade
			decade=90s         | decade      | first year of a decade
			from=last          | from        | from 1870 to 2200
			from=1             | from        | from 1870 to 2200
			to=20000           | to          | from 1870 to 2200
			runtime=90         | runtime     | short, 60-90
			min-rating=0       | min-rating  | Takes a number from 1 to 10
			max-rating=10.1    | max-rating  | Takes a number from 1 to 10
			min-rating=7.55    | min-rating  | Takes a number from 1 to 10
			genre=dra%2Fma     | genre       | the page of genres lists them
			certificate=12345678901234567890123456789012345678901 | certificate | such as NR or PG-13
			provider=a%20b     | provider    | the page of services lists them
			provider=netflix&region=Canada | region | two-letter code
			region=ZZ          | region      | two-letter code
			sort=best          | sort        | relevance, title
			page=0             | page        | from 1 to 100
			page=two           | page        | from 1 to 100
			page=101           | page        | from 1 to 100
			page=2             | page        | no more than there are pages
			""")
	void saysWhichParameterIsWrongAndWhatItTakes(String query, String name, String takes) {
		Page page = Page.get(this.mvc, "/films?" + query);

		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("dt")).isEqualTo(name);
		assertThat(page.text("dd")).contains(takes);
		assertThat(page.links("main a").get(0)).startsWith("/films").doesNotContain(name + "=");
	}

	private void narrows(String query, String chip, int films) {
		Page page = page("/films?" + query);
		assertThat(page.texts(".wall a")).as(query).hasSize(films);
		assertThat(page.texts("ul[aria-label='Filters in force'] a")).as(query)
			.containsExactly(chip + " ×: remove this filter");
		assertThat(page.links("ul[aria-label='Filters in force'] a")).as(query).containsExactly("/films");
	}

	private void narrowsTo(String query, int films) {
		Page page = page("/films?" + query);
		assertThat(page.texts(".wall a")).as(query).hasSize(films);
		assertThat(page.texts("ul[aria-label='Filters in force'] a")).as(query).hasSize(query.split("&").length);
	}

	private Page page(String address) {
		Page page = Page.get(this.mvc, address);
		assertThat(page.status()).as(address).isEqualTo(200);
		return page;
	}

}
