package app.marquee;

import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the seeds say, where they contradict each other, and what the pages make of it.
 */
@MarqueeTest
class SeedFactsTest {

	private static final String METROPOLIS = "/films/leaving-metropolis-2002";

	private static final String KILLERS = "/films/the-killers-leaving-las-vegas-2007";

	@Autowired
	private MockMvcTester mvc;

	@Test
	void believesTheRatingOfMostSourcesAndShowsTheOtherBesideItWithItsSource() {
		Page page = page(METROPOLIS);

		assertThat(page.text(".film .score strong")).isEqualTo("6.1");
		assertThat(page.text(".film .score span")).contains("out of 10, from 631 votes");
		assertThat(page.texts(".film .score small")).containsExactly("Film portal: 6.1",
				"Streaming guide: 6.1 from 631 votes", "Where-to-watch guide: 6.2");
		assertThat(page.links(".film .score a.doubt")).containsExactly("#said-rating");
		assertThat(page.texts("#said-rating td")).containsExactly(
				"6.1 Film portal, Streaming guide (631 votes). 2 of 3 sources say so.", "6.2 Where-to-watch guide");
	}

	@Test
	void believesTheCharactersOfTwoSourcesAndShowsTheOthersAsDisputed() {
		Page page = page(METROPOLIS);

		assertThat(page.texts(".bill li")).anyMatch((one) -> one.startsWith("Troy Ruptash David"))
			.anyMatch((one) -> one.startsWith("Vince Corazza Matt"))
			.anyMatch((one) -> one.startsWith("Lynda Boyd Violet"))
			.noneMatch((one) -> one.contains("Elliot") || one.contains("Derek") || one.contains("Linda"));
		assertThat(page.links(".bill a.doubt")).contains("#said-character-troyruptash", "#said-character-vincecorazza",
				"#said-character-lyndaboyd");
		assertThat(page.texts("#said-character-troyruptash td")).containsExactly(
				"David Where-to-watch guide, Film portal (names the character). 2 of 3 sources say so.",
				"Elliot Streaming guide");
		assertThat(page.texts("#said-character-vincecorazza td")).containsExactly(
				"Matt Where-to-watch guide, Film portal (names the character). 2 of 3 sources say so.",
				"Derek Streaming guide");
		assertThat(page.texts("#said-character-lyndaboyd td")).containsExactly(
				"Violet Where-to-watch guide, Film portal (names the character). 2 of 3 sources say so.",
				"Linda Streaming guide");
	}

	@Test
	void saysOnTheSourcesPageWhyACharacterIsBelieved() {
		Page page = page(METROPOLIS + "/sources");

		assertThat(page.texts("#character-troyruptash tr:has(td)")).containsExactly(
				"David 2 of 3 sources say so. Where-to-watch guide, Film portal (names the character) accepted",
				"Elliot Believed is “David”: 2 of 3 sources say so. Streaming guide disputed");
	}

	@Test
	void showsThatTheSourcesDisagreeOnDavidsWork() {
		assertThat(page(METROPOLIS).texts("#said-told-davids-work td")).containsExactly(
				"painter Film portal (the reviews say the same). Film portal is trusted more than Where-to-watch guide.",
				"playwright Where-to-watch guide");
		assertThat(page(METROPOLIS + "/sources").texts("#told-davids-work .std")).containsExactly("accepted",
				"disputed");
	}

	@Test
	void leavesOutOfTheCastWhoOnlyTheDisputedTellingNames() {
		Page page = page(METROPOLIS);
		Page credits = page(METROPOLIS + "/credits");
		Page sources = page(METROPOLIS + "/sources");

		assertThat(page.texts(".bill a[href^=/people/]")).contains("Troy Ruptash", "Cherilee Taylor")
			.doesNotContain("Chad Faust", "Gregory Jbara");
		assertThat(credits.text("main")).doesNotContain("Chad Faust").doesNotContain("Gregory Jbara");
		assertThat(sources.texts("#credit-actor tr:has(td)")).anyMatch(disputed("Chad Faust"))
			.anyMatch(disputed("Gregory Jbara"));
		assertThat(Page.get(this.mvc, "/people/chad-faust").status()).isEqualTo(404);
	}

	@Test
	void tellsTheStoryOfThePortalAndNotThatOfTheContradictedGuide() {
		Page page = page(METROPOLIS);

		assertThat(page.text(".lede")).startsWith("David, a painter").doesNotContain("Elliot");
		assertThat(page(METROPOLIS + "/sources").texts("#synopsis .std")).containsExactly("accepted", "accepted",
				"disputed");
	}

	@Test
	void showsTheFactsThatNobodyContradicts() {
		Page page = page(METROPOLIS);

		assertThat(page.text("h1")).isEqualTo("Leaving Metropolis (2002)");
		assertThat(page.texts("p.facts span")).containsSubsequence("NR", "2002", "1 hr 29 min");
		assertThat(page.texts("ul.chips.facts a")).containsExactly("Drama", "Romance", "Comedy");
		assertThat(definition(page, "Director")).containsExactly("Brad Fraser");
		assertThat(definition(page, "Writer")).containsExactly("Brad Fraser");
		assertThat(definition(page, "Studio")).containsExactly("Original Pictures");
		assertThat(definition(page, "Filmed in")).containsExactly("Winnipeg Film portal (told in a review)");
	}

	@Test
	void printsNoHeadingThatASourceLeftWithoutNames() {
		assertThat(page(METROPOLIS).text("main")).doesNotContain("Art direction").doesNotContain("Production design");
		assertThat(page(METROPOLIS + "/sources").texts("#credit-art-direction tr:has(td)"))
			.containsExactly("nobody named A heading without a name below it. Film portal rejected");
	}

	@Test
	void tellsNothingOfTheOtherFilmOnThePageOfTheConcert() {
		Page page = page(KILLERS);

		assertThat(page.text("main")).doesNotContain("Ben Sanderson")
			.doesNotContain("Cage")
			.doesNotContain("Figgis")
			.doesNotContain("Drama");
		assertThat(page.body()).doesNotContain("undefined").doesNotContain("Sera");
		assertThat(page.text(".lede")).isEqualTo("No source has told us yet what it is about.");
		assertThat(page.text(".score")).isEqualTo("Not rated yet.");
		assertThat(page.texts("p.facts span")).containsExactly("2007", "1 hr 1 min");
		assertThat(page.texts("ul.chips.facts a")).containsExactly("Concerts", "Music", "Documentary");
	}

	@Test
	void saysOnTheSourcesPageWhyTheConcertsTextIsRejected() {
		Page page = page(KILLERS + "/sources");
		String reason = "This text describes another work, Leaving Las Vegas: it names Mike Figgis";

		assertThat(page.text("#synopsis del")).startsWith("Ben Sanderson");
		assertThat(page.text("#synopsis small")).startsWith(reason);
		assertThat(page.text("#synopsis .std")).isEqualTo("rejected");
		assertThat(page.texts("#credit-director tr:has(td)")).singleElement()
			.asString()
			.contains("Mike Figgis " + reason);
		assertThat(page.text("#rating del")).isEqualTo("undefined");
		assertThat(page.text("#rating small"))
			.isEqualTo("The source prints this where its score should be. It is no number.");
		assertThat(page.texts("#runtime .std")).containsExactly("accepted");
	}

	@Test
	void givesTheOtherFilmAPageOfItsOwnWithoutAYear() {
		Page page = page("/films/leaving-las-vegas");

		assertThat(page.text("h1")).isEqualTo("Leaving Las Vegas");
		assertThat(page.text("title")).isEqualTo("Leaving Las Vegas · Marquee");
		assertThat(page.texts("p.facts span")).containsExactly("Year not known", "Runtime not known");
		assertThat(page.texts(".bill li")).containsExactly("Nicolas Cage Ben Sanderson", "Elisabeth Shue Sera");
		assertThat(definition(page, "Director")).containsExactly("Mike Figgis");
		assertThat(definition(page, "Novel")).containsExactly("John O'Brien");
		assertThat(page.text(".score")).isEqualTo("Not rated yet.");
	}

	@Test
	void knowsOfNoOfferOfTheBuddiesOf1985() {
		assertThat(page("/films/buddies-1985").text(".ticket")).contains("No service is known to offer this film.");
		assertThat(page("/films/buddies-1985/watch").text("main")).contains("No source says that any service offers")
			.doesNotContain("Checked");
	}

	@Test
	void showsTheAgeingOffersOfUnknownRegionWithTheirDates() {
		Page romper = page("/films/romper-stomper-1992/watch");
		Page amy = page("/films/chasing-amy-1997/watch");

		assertThat(romper.texts(".ticket p, .ticket h3")).containsExactly("Stream", "Amazon Prime Video",
				"Price and quality not stated", "Region not stated",
				"Checked in 2022, more than 3 years ago: it may be gone");
		assertThat(amy.texts(".ticket p, .ticket h3")).containsExactly("Stream", "Netflix",
				"Price and quality not stated", "Region not stated · There since 1 January 2020",
				"Checked in 2021, more than 4 years ago: it may be gone");
		assertThat(page("/films/romper-stomper-1992").text(".ticket")).contains("Amazon Prime Video");
	}

	@Test
	void showsTheReviewsOfThePortalInItsOrder() {
		Page page = page(METROPOLIS + "/reviews");

		assertThat(page.texts(".review h2")).containsExactly("An unnamed viewer", "Mandeep Tyson", "An unnamed viewer",
				"Haven Kaycee", "Jay Harris", "An unnamed viewer", "An unnamed viewer", "An unnamed viewer");
		assertThat(page.texts(".review header > span")).containsExactly("10 out of 10");
		assertThat(page.text(".score")).isEqualTo("10 out of 10 1 of 8 reviews gives a score.");
		assertThat(page.texts(".review > footer"))
			.contains("Summarised from a review by Jay Harris, Film portal",
					"Summarised from a review by an unnamed viewer, Film portal")
			.allMatch((footer) -> footer.startsWith("Summarised from a review by "));
	}

	@Test
	void foldsTheReviewThatAnnouncesASpoiler() {
		Page page = page(METROPOLIS + "/reviews");

		assertThat(page.html().select(".review details")).hasSize(1);
		assertThat(page.text(".review details")).contains("Cherilee Taylor");
		assertThat(page.has(".review details[open]")).isFalse();
		assertThat(page.text(".review > p")).doesNotContain("bus station");
	}

	@Test
	void marksTheReviewThatSeemsToBeAboutAnotherFilm() {
		List<Element> doubted = page(METROPOLIS + "/reviews").html().select(".review:has(.std)");

		assertThat(doubted).hasSize(1);
		assertThat(doubted.get(0).text()).contains("called a sequel here")
			.contains("In doubt It speaks of a sequel, which this film is not. It may belong to another film.");
	}

	@Test
	void makesAWholePageOfAFilmWithLittleMoreThanATitleAndAYear() {
		Page page = page("/films/hitchhiker-windows-1990");

		assertThat(page.text("h1")).isEqualTo("Hitchhiker: Windows (1990)");
		assertThat(page.texts("p.facts span")).containsExactly("1990", "Runtime not known");
		assertThat(page.text(".score"))
			.isEqualTo("5.5 out of 10; how many voted is not known According to Film portal, which gives no date");
		assertThat(page.texts("main h2")).containsExactly("Where to watch", "Related films", "Reviews");
		assertThat(page.html().select("main dl, main ul.chips, main ul.bill, main table")).isEmpty();
		assertThat(page.texts(".crumbs li")).containsExactly("Home", "Films", "Hitchhiker: Windows");
	}

	@Test
	void showsNotKnownWhereNoSourceGivesARuntime() {
		Page list = page("/films?runtime=unknown");

		assertThat(list.texts(".wall b")).contains("Pleasantville", "Hitchhiker: Windows")
			.doesNotContain("Leaving Metropolis");
		assertThat(list.texts(".chips a")).singleElement().asString().startsWith("Runtime not known");
		assertThat(page("/films/pleasantville-1998").texts("p.facts span")).containsExactly("1998",
				"Runtime not known");
	}

	@Test
	void holdsTheFilmsOfTheSeedsAndNoOther() {
		assertThat(page("/films?sort=title").texts(".wall b")).containsExactly("The Basketball Diaries", "Buddies",
				"Chasing Amy", "Hitchhiker: Windows", "In the Mouth of Madness", "The Killers - Leaving Las Vegas",
				"Leaving Las Vegas", "Leaving Metropolis", "Payton Collins: Serial Rapist", "Pleasantville",
				"Romper Stomper");
	}

	private Page page(String address) {
		Page page = Page.get(this.mvc, address);
		assertThat(page.status()).as(address).isEqualTo(200);
		return page;
	}

	private static java.util.function.Predicate<String> disputed(String name) {
		return (row) -> row.startsWith(name) && row.endsWith("Streaming guide disputed");
	}

	private static List<String> definition(Page page, String term) {
		return page.html()
			.select("dt")
			.stream()
			.filter((dt) -> dt.text().equals(term))
			.flatMap((dt) -> dt.nextElementSiblings().stream().takeWhile((next) -> next.tagName().equals("dd")))
			.map(Element::text)
			.toList();
	}

}
