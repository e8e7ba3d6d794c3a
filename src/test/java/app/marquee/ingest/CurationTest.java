package app.marquee.ingest;

import java.util.List;

import app.marquee.provenance.Field;
import app.marquee.provenance.Testimony;
import app.marquee.text.PartialDate;
import org.junit.jupiter.api.Test;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CurationTest {

	private static final SourceEntry PORTAL = source("portal", 50);

	private static final SourceEntry GUIDE = source("guide", 90);

	private static final SourceEntry PAPER = source("paper", 95);

	private final EmptyCatalogue catalogue = new EmptyCatalogue();

	@Test
	void believesTheCuratorAgainstAllOthersAndAfterTheNextImport() {
		take(PORTAL, film("Metropolis").of(1926));
		take(GUIDE, film("Metropolis").of(1926));

		assertThat(this.catalogue.corrections.correct("metropolis-1926", correction("year", "1927"), true))
			.isEqualTo("metropolis-1927");
		take(PORTAL, film("Metropolis").of(1926).minutes(153));

		assertThat(strings("select slug || ' ' || runtime from film")).containsExactly("metropolis-1927 153");
		assertThat(strings("select slug from former_film_slug")).containsExactly("metropolis-1926");
		assertThat(strings("select remarked from film")).containsExactly("TRUE");
	}

	@Test
	void letsALaterCorrectionOfTheSameFactReplaceTheEarlierOne() {
		take(PORTAL, film("Metropolis").of(1926));
		this.catalogue.corrections.correct("metropolis-1926", correction("runtime", "148"), true);
		this.catalogue.corrections.correct("metropolis-1926", correction("runtime", "153"), true);
		this.catalogue.corrections.correct("metropolis-1926", correction("certificate", "PG"), true);

		assertThat(strings("select runtime || ' ' || certificate from film")).containsExactly("153 PG");
		assertThat(number("select count(*) from source_record")).isEqualTo(2);
	}

	@Test
	void takesACorrectionForOneOfTheSameFactHoweverItIsWritten() {
		take(PORTAL, film("Dawn").of(2001).with("Rita Roe", "Lady").genre("Drama"));
		this.catalogue.corrections.correct("dawn-2001",
				new FilmRecord.Correction("character", "rita roe", "Lord", false, "x"), true);
		this.catalogue.corrections.correct("dawn-2001",
				new FilmRecord.Correction("character", "Rita Roe", "Duke", false, "y"), true);
		assertThat(strings("select played from credit")).containsExactly("Duke");

		this.catalogue.corrections.correct("dawn-2001", new FilmRecord.Correction("genre", null, "Comedy", false, "x"),
				true);
		this.catalogue.corrections.correct("dawn-2001", new FilmRecord.Correction("genre", null, "comedy", true, "y"),
				true);
		assertThat(strings("select name from genre where film_count > 0")).containsExactly("Drama");
	}

	@Test
	void refusesAPartOfSomebodyWhoDoesNotPlay() {
		take(PORTAL, film("Dawn").of(2001).with("Rita Roe", "Lady").directedBy("Ada Lane"));

		for (String nobody : List.of("Nobody Here", "Ada Lane")) {
			assertThatThrownBy(() -> this.catalogue.corrections.correct("dawn-2001",
					new FilmRecord.Correction("character", nobody, "Lord", false, "x"), true))
				.hasMessageContaining("does not play in it")
				.hasMessageContaining("Rita Roe");
		}
		assertThat(number("select count(*) from source_record")).isOne();
	}

	@Test
	void takesOverTheWayInWhichTheMostTrustedWriteIt() {
		take(GUIDE, film("Amelie").of(2001).rated("7", 10).with("Andre Dussollier", "Le recitant"));
		take(PAPER, film("Amélie").of(2001).rated("7.0", 10).with("André Dussollier", "Le récitant"));
		assertThat(strings("select title || ' ' || rating || ' ' || remarked from film"))
			.containsExactly("Amélie 7.0 FALSE");
		assertThat(strings("select played from credit")).containsExactly("Le récitant");

		this.catalogue.corrections.correct("amelie-2001",
				new FilmRecord.Correction("title", null, "AMÉLIE", false, "as on the poster"), true);

		assertThat(strings("select title from film")).containsExactly("AMÉLIE");
	}

	@Test
	void tellsARatingOfTenFromOneOfOne() {
		take(GUIDE, film("One").of(2001).rated("10", 10));
		take(PAPER, film("One").of(2001).rated("1.0", 10));

		assertThat(strings("select rating || ' ' || remarked from film")).containsExactly("1.0 TRUE");
	}

	@Test
	void believesNobodyWhatTheCuratorCallsWrong() {
		take(PORTAL, film("Metropolis").of(1927).genre("Drama").genre("Comedy"));

		this.catalogue.corrections.correct("metropolis-1927",
				new FilmRecord.Correction("genre", null, "comedy", true, "It is not."), true);

		assertThat(strings("select name from genre where film_count > 0")).containsExactly("Drama");
	}

	@Test
	void believesNoPartOfWhomTheCuratorTakesOutOfTheCast() {
		take(PORTAL, film("Dawn").of(2001).with("Rita Roe", "Lady").with("Ada Lane", "Kit"));

		this.catalogue.corrections.correct("dawn-2001",
				new FilmRecord.Correction("credit", "actor", "Rita Roe", true, "A namesake"), true);

		assertThat(this.catalogue.testimony.about(1)).filteredOn((said) -> said.field() == Field.CHARACTER)
			.extracting((said) -> said.subject() + " " + (said.unsound() != null))
			.containsExactly("Rita Roe true", "Ada Lane false");
	}

	@Test
	void givesAFilmAnotherPosterForWhatItShowsAlone() {
		take(PORTAL, film("Dawn").of(2001).minutes(90).genre("Drama"));
		List<String> before = strings("select poster_version from film");

		this.catalogue.corrections.correct("dawn-2001", correction("synopsis", "A day begins."), true);
		assertThat(strings("select poster_version from film")).isEqualTo(before);

		this.catalogue.corrections.correct("dawn-2001", correction("runtime", "91"), true);
		assertThat(strings("select poster_version from film")).isNotEqualTo(before);
	}

	@Test
	void mergesTwoFilmsWithTheirCreditsAndLeavesARedirect() {
		take(PORTAL, film("Cinema Paradiso").of(1988).with("jw:1", "Philippe Noiret", "Alfredo"));
		take(GUIDE, film("Nuovo Cinema Paradiso").of(1989).with("Philippe Noiret", null).with("Agnese Nano", "Elena"));

		this.catalogue.mergers.merge("nuovo-cinema-paradiso-1989", "cinema-paradiso-1988", "One film by two titles");

		assertThat(number("select count(*) from film")).isOne();
		assertThat(strings("""
				select person.name || ' ' || played from credit join person on person.id = person_id order by 1"""))
			.containsExactly("Agnese Nano Elena", "Philippe Noiret Alfredo");
		assertThat(strings("select slug from person order by slug")).containsExactly("agnese-nano", "philippe-noiret");
		assertThat(strings("""
				select former.slug from former_film_slug former join film on film.id = former.film_id"""))
			.contains("nuovo-cinema-paradiso-1989");
	}

	@Test
	void keepsAMergeWhenTheSourcesSpeakAgain() {
		take(PORTAL, film("One").of(1988));
		take(GUIDE, film("Uno").of(1990));
		this.catalogue.mergers.merge("uno-1990", "one-1988", "The same");

		take(GUIDE, film("Uno").of(1990).minutes(90));

		assertThat(number("select count(*) from film")).isOne();
		assertThat(this.catalogue.dossiers.film("uno-1990")).contains("    was uno-1990: The same (2026-11-22)");
		assertThat(this.catalogue.testimony.mergers(number("select min(id) from film")))
			.containsExactly(new Testimony.Merger("uno-1990", "The same", new PartialDate("2026-11-22")));
	}

	@Test
	void takesAMergeBackWhole() {
		take(PORTAL, film("One").of(1988).with("Ada", "A").reviewed("Eve", "8", "Good."));
		take(GUIDE, film("Uno").of(1990).with("Ben", "B").reviewed("Eva", "2", "Bad."));
		List<String> before = everything();

		this.catalogue.mergers.merge("uno-1990", "one-1988", "The same");
		assertThat(everything()).isNotEqualTo(before);
		this.catalogue.mergers.split("uno-1990");

		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void keepsTheAddressOfEachReviewWhereOneSourceSpeaksOfBothFilms() {
		take(PORTAL, film("One").of(1988).reviewed("Ann", "8", "Good."),
				film("Uno").of(1990).reviewed("Bob", "2", "Bad."));
		String all = "select id || ' ' || author from review order by 1";
		List<String> reviews = strings(all);
		List<String> before = everything();

		this.catalogue.mergers.merge("uno-1990", "one-1988", "The same");
		assertThat(strings(all)).isEqualTo(reviews);
		this.catalogue.mergers.split("uno-1990");

		assertThat(strings(all)).isEqualTo(reviews);
		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void givesPeopleAndReviewsTheirAddressesBack() {
		take(PORTAL, film("One").of(1988).with("Ada", "A").with("Cy", "C"));
		take(GUIDE, film("Uno").of(1990).with("Ada", "B").with("Dot", "D").reviewed("Eva", "2", "Bad."));
		List<String> people = strings("""
				select film.slug || ' ' || person.slug from credit join film on film.id = credit.film_id
				join person on person.id = credit.person_id order by 1""");
		assertThat(people).contains("one-1988 ada", "uno-1990 ada-2");
		List<String> reviews = strings("select id from review");

		this.catalogue.mergers.merge("uno-1990", "one-1988", "The same");

		assertThat(strings("select person.slug || ' ' || person.name from credit join person on person.id = person_id"))
			.containsExactlyInAnyOrder("ada Ada", "cy Cy", "dot Dot");
		assertThat(strings("""
				select former.slug || ' is ' || person.slug from former_person_slug former
				join person on person.id = former.person_id""")).containsExactly("ada-2 is ada");
		assertThat(strings("select id from review")).isEqualTo(reviews);

		this.catalogue.mergers.split("uno-1990");

		assertThat(strings("""
				select film.slug || ' ' || person.slug from credit join film on film.id = credit.film_id
				join person on person.id = credit.person_id order by 1""")).isEqualTo(people);
		assertThat(number("select count(*) from former_person_slug")).isZero();
		assertThat(strings("select id from review")).isEqualTo(reviews);
	}

	@Test
	void givesAPersonTheirAddressBackAlsoWhereTheirFilmWentIntoAnother() {
		take(PORTAL, film("One").of(1990).with("imdb:nm1", "Bob Lee", "A"));
		take(PORTAL, film("One").of(1990));
		take(GUIDE, film("Uno").of(1992));
		this.catalogue.mergers.merge("one-1990", "uno-1992", "The same");

		take(PORTAL, film("One").of(1990).with("imdb:nm1", "Bob Lee", "A"));

		assertThat(strings("select slug from person")).containsExactly("bob-lee");
	}

	@Test
	void saysACorrectionOfTheFilmThatStaysAndNotOfTheOneThatWentIntoIt() {
		take(PORTAL, film("Uno").of(1990).minutes(95));
		take(GUIDE, film("One").of(1988).minutes(97));
		this.catalogue.corrections.correct("one-1988", correction("runtime", "92"), true);
		this.catalogue.corrections.correct("one-1988", correction("certificate", "PG"), true);
		this.catalogue.mergers.merge("one-1988", "uno-1990", "The same");

		this.catalogue.corrections.correct("uno-1990", correction("runtime", "88"), true);
		assertThat(strings("select runtime from film")).containsExactly("88");
		this.catalogue.mergers.split("one-1988");

		assertThat(
				strings("select slug || ' ' || runtime || ' ' || coalesce(certificate, '-') from film order by slug"))
			.containsExactly("one-1988 97 PG", "uno-1990 88 -");
	}

	@Test
	void leavesAFilmItsOnlyTitle() {
		take(PORTAL, film("Uno").of(1990));

		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.corrections.correct("uno-1990",
					new FilmRecord.Correction("title", null, "Uno", true, "No"), true))
			.withMessageContaining("no other title");
	}

	@Test
	void takesPeopleApartAgainOfWhomOnlyOneFilmKnowsTheId() {
		take(PORTAL, film("One").of(1990).with("imdb:nm1", "Mary Roe", "A"));
		take(GUIDE, film("Uno").of(1992).with("Mary Roe", "B"));
		String people = """
				select film.slug || ' ' || person.slug from credit join film on film.id = film_id
				join person on person.id = person_id order by 1""";
		List<String> before = strings(people);
		assertThat(before).containsExactly("one-1990 mary-roe", "uno-1992 mary-roe-2");

		for (List<String> merge : List.of(List.of("uno-1992", "one-1990"), List.of("one-1990", "uno-1992"))) {
			this.catalogue.mergers.merge(merge.get(0), merge.get(1), "The same");
			assertThat(strings("select count(*) from person")).containsExactly("1");
			this.catalogue.mergers.split(merge.get(0));
			assertThat(strings(people)).as("%s", merge).isEqualTo(before);
		}
	}

	@Test
	void givesPeopleTheirAddressesBackWhoseNamesTheOtherFilmSpacesDifferently() {
		take(PORTAL, film("One").of(1988).with("Seo Ju Park", "A"));
		take(GUIDE, film("Uno").of(1990).with("SeoJu Park", "A"));
		this.catalogue.mergers.merge("uno-1990", "one-1988", "The same");
		assertThat(strings("select slug || ' ' || name from person")).containsExactly("seo-ju-park Seo Ju Park");
		assertThat(strings("select name from person_name")).containsExactly("SeoJu Park");

		this.catalogue.mergers.split("uno-1990");

		assertThat(strings("select slug from person order by slug")).containsExactly("seo-ju-park", "seoju-park");
		assertThat(number("select count(*) from former_person_slug")).isZero();
	}

	@Test
	void leadsToTheFilmOfBeforeFromAllItsAddressesWhenAMergeIsTakenBack() {
		take(PORTAL, film("One").of(1988).with("Ada", "A"));
		take(GUIDE, film("Uno").of(1990).with("Ben", "B"));
		this.catalogue.corrections.correct("uno-1990", correction("title", "Eins"), true);
		String addresses = """
				select former.slug || ' ' || film.slug from former_film_slug former
				join film on film.id = former.film_id order by 1""";
		assertThat(strings(addresses)).containsExactly("uno-1990 eins-1990");

		assertThat(this.catalogue.mergers.merge("uno-1990", "one-1988", "The same")).isEqualTo("eins-1990");
		assertThat(strings(addresses)).containsExactly("eins-1990 one-1988", "uno-1990 one-1988");
		this.catalogue.mergers.split("eins-1990");

		assertThat(strings(addresses)).containsExactly("uno-1990 eins-1990");
	}

	@Test
	void listsFilmsThatMayBeOne() {
		take(PORTAL, film("One").key("tt1").id("imdb", "tt1").of(1988).minutes(90),
				film("One").key("tt2").id("imdb", "tt2").of(1988).minutes(91),
				film("Two").key("tt3").id("imdb", "tt3").of(1990), film("Three").key("tt4").id("imdb", "tt4").of(1990));
		take(GUIDE, film("Uno").of(1989).minutes(95).also("One!"), film("Two").of(1995));

		assertThat(this.catalogue.dossiers.alike(10)).containsExactly("uno-1989 and one-1988",
				"    uno-1989  Uno (1989), 95 min", "    one-1988  One (1988), 90 min, imdb:tt1",
				"uno-1989 and one-1988-2", "    uno-1989  Uno (1989), 95 min",
				"    one-1988-2  One (1988), 91 min, imdb:tt2");
	}

	@Test
	void makesNoFilmOfWhatACuratorAloneSays() {
		take(PORTAL, film("One").of(1988));
		this.catalogue.corrections.correct("one-1988", correction("title", "Eins"), true);

		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.mergers.split("eins-1988", List.of("curator/one-1988")))
			.withMessageContaining("nobody says anything but a curator");
	}

	@Test
	void canMergeTheNewestFilmAgainAfterTheMergeWasTakenBack() {
		take(PORTAL, film("One").of(1988).with("Ada", "A"));
		take(GUIDE, film("Uno").of(1990).with("Ben", "B"));

		for (int time = 0; time < 2; time++) {
			this.catalogue.mergers.merge("uno-1990", "one-1988", "The same");
			this.catalogue.mergers.split("uno-1990");
		}

		assertThat(strings("select slug from film order by slug")).containsExactly("one-1988", "uno-1990");
	}

	@Test
	void takesMergesBackInTheirOrderAndNoOther() {
		take(PORTAL, film("One").of(1988));
		take(GUIDE, film("Two").of(1990));
		take(PAPER, film("Three").of(1992));
		this.catalogue.mergers.merge("one-1988", "two-1990", "a");
		this.catalogue.mergers.merge("two-1990", "three-1992", "b");

		assertThatExceptionOfType(Imports.Refused.class).isThrownBy(() -> this.catalogue.mergers.split("one-1988"))
			.withMessageContaining("split \"two-1990\" first");
		this.catalogue.mergers.split("two-1990");
		this.catalogue.mergers.split("one-1988");

		assertThat(strings("select slug from film order by slug")).containsExactly("one-1988", "three-1992",
				"two-1990");
		assertThat(number("select count(*) from former_film_slug")).isZero();
	}

	@Test
	void makesAFilmOfItsOwnOfARecord() {
		take(PORTAL, film("Buddies").of(2012));
		take(GUIDE, film("Buddies").of(2012).minutes(97));

		String own = this.catalogue.mergers.split("buddies-2012", List.of("guide/Buddies"));

		assertThat(own).isEqualTo("buddies-2012-2");
		assertThat(strings("select slug from film where runtime = 97")).containsExactly(own);
		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.mergers.split("buddies-2012", List.of("portal/Buddies")))
			.withMessageContaining("leave nothing");
	}

	@Test
	void losesNoRecordWhereASplitLeavesNothingOfTheFilm() {
		take(PORTAL, film("One").of(1990).with("Ada Lane", null), film("Uno").of(1990).with("Ben Moor", null));
		this.catalogue.mergers.merge("uno-1990", "one-1990", "the same");
		this.catalogue.mergers.split("one-1990", List.of("portal/One"));

		this.catalogue.mergers.split("uno-1990");

		assertThat(this.catalogue.strings("""
				select source_record.source_key || ' ' || film.slug from source_record
				join film on film.id = source_record.film_id where source_key in ('One', 'Uno') order by 1"""))
			.containsExactly("One one-1990-2", "Uno uno-1990");
	}

	@Test
	void settlesADoubt() {
		take(PORTAL, film("Home").of(2008).key("a").minutes(90),
				film("Home").of(2008).key("b").id("imdb", "tt0000001"));
		take(GUIDE, film("Home").of(2008));
		assertThat(this.catalogue.dossiers.doubts(null, 10)).containsExactly("guide/Home  Home (2008)",
				"    home-2008  Home (2008), 90 min", "    home-2008-2  Home (2008), imdb:tt0000001");

		assertThat(this.catalogue.mergers.settle("guide", "Home", "home-2008")).isEqualTo("home-2008");

		assertThat(this.catalogue.dossiers.doubts(null, 10)).isEmpty();
		assertThat(this.catalogue.dossiers.film("home-2008")).contains("guide/Home  Home (2008)");
	}

	@Test
	void keepsADoubtUntilItsFilmsAreOne() {
		take(PORTAL, film("Home").of(2008).key("a").minutes(90),
				film("Home").of(2008).key("b").id("imdb", "tt0000001"));
		take(GUIDE, film("Home").of(2008));
		take(GUIDE, film("Home").of(2008));
		assertThat(this.catalogue.dossiers.doubts(null, 10)).hasSize(3);

		this.catalogue.mergers.merge("home-2008-2", "home-2008", "The same");
		take(GUIDE, film("Home").of(2008));

		assertThat(this.catalogue.dossiers.doubts(null, 10)).isEmpty();
		assertThat(strings("select slug from film")).containsExactly("home-2008");
	}

	@Test
	void settlesADoubtAsAFilmOfItsOwn() {
		take(PORTAL, film("Home").of(2008).key("a").minutes(90),
				film("Home").of(2008).key("b").id("imdb", "tt0000001"));
		take(GUIDE, film("Home").of(2008));

		this.catalogue.mergers.settle("guide", "Home", "");

		assertThat(strings("select slug from film order by slug")).containsExactly("home-2008", "home-2008-2",
				"home-2008-3");
	}

	@Test
	void saysWhatIsNotThere() {
		assertThatExceptionOfType(Imports.Refused.class).isThrownBy(() -> this.catalogue.dossiers.film("nothing-1900"))
			.withMessage("There is no film \"nothing-1900\".");
	}

	@Test
	void namesFilmsWhoseAddressesBeginAlike() {
		take(PORTAL, film("Metropolis").of(1927), film("Metro").of(1997));
		take(GUIDE, film("Metropolis").of(2001));

		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.dossiers.film("metropolis-1926"))
			.withMessage("There is no film \"metropolis-1926\". There is metropolis-1927, metropolis-2001.");
	}

	@Test
	void refusesToCallWrongWhatNobodySays() {
		take(PORTAL, film("Metropolis").of(1927).minutes(150));
		take(GUIDE, film("Metropolis").of(1927).minutes(153));

		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.corrections.correct("metropolis-1927",
					new FilmRecord.Correction("runtime", null, "135", true, "It is not"), false))
			.withMessage("No source says so. What they say: 150, 153");
		this.catalogue.corrections.correct("metropolis-1927",
				new FilmRecord.Correction("runtime", null, "150", true, "It is not"), false);

		assertThat(strings("select runtime from film")).containsExactly("153");
	}

	@Test
	void takesAGenreByTheNameThatItHasHere() {
		take(PORTAL, film("Metropolis").of(1927).genre("Science Fiction"));

		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(
					() -> this.catalogue.corrections.correct("metropolis-1927", correction("genre", "sci-fi"), false))
			.withMessage("\"sci-fi\" is called \"Science Fiction\" here. Say that instead, one at a time.");
	}

	@Test
	void asksWhetherAGenreOrAJobIsMeantThatThereIsNotYet() {
		take(PORTAL, film("Metropolis").of(1927).genre("Drama"));
		for (FilmRecord.Correction misspelt : List.of(correction("genre", "Darma"),
				correction("genre", "International"),
				new FilmRecord.Correction("credit", "directer", "Fritz Lang", false, "He did"))) {
			assertThatExceptionOfType(Imports.Refused.class)
				.isThrownBy(() -> this.catalogue.corrections.correct("metropolis-1927", misspelt, false))
				.withMessageEndingWith("If it is right, say so with --new.");
		}

		this.catalogue.corrections.correct("metropolis-1927", correction("genre", "drama"), false);
		this.catalogue.corrections.correct("metropolis-1927",
				new FilmRecord.Correction("credit", "director", "Fritz Lang", false, "He did"), false);
		this.catalogue.corrections.correct("metropolis-1927", correction("genre", "City Symphony"), true);

		assertThat(strings("select name from genre order by name")).containsExactly("City Symphony", "Drama");
		assertThat(strings("select job from credit")).containsExactly("director");
	}

	@Test
	void showsWhatIsBelievedOfAFilm() {
		take(PORTAL, film("Metropolis").of(1927).minutes(150));
		take(GUIDE, film("Metropolis").of(1927).minutes(153));

		assertThat(this.catalogue.dossiers.film("metropolis-1927"))
			.contains("portal/Metropolis  Metropolis (1927), 150 min", "guide/Metropolis  Metropolis (1927), 153 min")
			.anyMatch((line) -> line.startsWith("Runtime: 150 min (portal). Believed is “153”: "))
			.anyMatch((line) -> line.startsWith("Runtime: 153 min (guide). "));
	}

	@Test
	void leavesNoFilmOfWhichOnlyACuratorSpeaks() {
		take(PORTAL, film("Metropolis").of(1927));
		this.catalogue.corrections.correct("metropolis-1927", correction("runtime", "153"), false);

		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.mergers.split("metropolis-1927", List.of("portal/Metropolis")))
			.withMessageContaining("but what a curator says");
	}

	@Test
	void takesCorrectionsBack() {
		take(PORTAL, film("Metropolis").of(1927).minutes(150).genre("Drama"));
		this.catalogue.corrections.correct("metropolis-1927", correction("runtime", "153"), true);
		this.catalogue.corrections.correct("metropolis-1927", correction("genre", "Western"), true);
		this.catalogue.corrections.correct("metropolis-1927", correction("year", "1926"), true);

		this.catalogue.corrections.uncorrect("metropolis-1926", "genre", null, "western");
		assertThat(strings("select name from genre where film_count > 0")).containsExactly("Drama");
		assertThat(strings("select runtime from film")).containsExactly("153");

		this.catalogue.corrections.uncorrect("metropolis-1926", "runtime", null, null);
		assertThat(this.catalogue.corrections.uncorrect("metropolis-1926", "year", null, null))
			.hasValue("metropolis-1927");
		assertThat(strings("select slug || ' ' || runtime || ' ' || remarked from film"))
			.containsExactly("metropolis-1927 150 FALSE");
		assertThat(number("select count(*) from source_record")).isOne();
		assertThat(number("select record_count from source where slug = 'curator'")).isZero();

		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.corrections.uncorrect("metropolis-1927", "year", null, null))
			.withMessage("There is no such correction. films show metropolis-1927 lists those that are.");
	}

	@Test
	void letsAFilmGoWithTheLastCorrection() {
		take(PORTAL, film("Metropolis").of(1927), film("Faust").of(1926));
		this.catalogue.corrections.correct("metropolis-1927", correction("runtime", "153"), false);
		this.catalogue.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Faust").of(1926));
		assertThat(strings("select slug from film order by slug")).containsExactly("faust-1926", "metropolis-1927");

		assertThat(this.catalogue.corrections.uncorrect("metropolis-1927", "runtime", null, null)).isEmpty();

		assertThat(strings("select slug from film")).containsExactly("faust-1926");
	}

	@Test
	void takesCorrectionsOfAMergedFilmBackAsWell() {
		take(PORTAL, film("One").of(1988).minutes(80));
		take(GUIDE, film("Uno").of(1990).minutes(81));
		this.catalogue.corrections.correct("one-1988", correction("certificate", "PG"), true);
		this.catalogue.corrections.correct("uno-1990", correction("runtime", "99"), true);
		this.catalogue.mergers.merge("uno-1990", "one-1988", "The same");
		assertThat(strings("select runtime from film")).containsExactly("99");

		this.catalogue.corrections.uncorrect("one-1988", "runtime", null, null);

		assertThat(strings("select runtime || ' ' || certificate from film")).containsExactly("81 PG");
	}

	@Test
	void refusesWhatNoRecordMaySay() {
		take(PORTAL, film("Metropolis").of(1927));
		take(GUIDE, film("Faust").of(1926));
		for (FilmRecord.Correction bad : List.of(new FilmRecord.Correction("year", null, "1926", false, ""),
				new FilmRecord.Correction("year", null, "", true, "It is not."),
				new FilmRecord.Correction("year", null, "1926", false, "x".repeat(1001)))) {
			assertThatExceptionOfType(Imports.Refused.class)
				.isThrownBy(() -> this.catalogue.corrections.correct("metropolis-1927", bad, true))
				.withMessageStartingWith("That will not do: corrections.");
		}
		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.catalogue.mergers.merge("faust-1926", "metropolis-1927", " "))
			.withMessage("That will not do: merged.reason is missing.");

		assertThat(number("select count(*) from source_record")).isEqualTo(2);
		assertThat(number("select count(*) from film")).isEqualTo(2);
	}

	/** What visitors can see of the films, in the order of their addresses. */
	private List<String> everything() {
		return strings(
				"""
						select film.slug || '|' || film.title || '|' || coalesce(film.review_mean, 0) || '|' || person.slug || '|'
							|| credit.played || '|' || review.author
						from film join credit on credit.film_id = film.id join person on person.id = credit.person_id
						join review on review.film_id = film.id order by 1""");
	}

	private static FilmRecord.Correction correction(String field, String value) {
		return new FilmRecord.Correction(field, null, value, false, "It says so on the film.");
	}

	private void take(SourceEntry source, FilmRecords... films) {
		this.catalogue.take(source, Ingest.Gone.KEPT, films);
	}

	private long number(String sql) {
		return this.catalogue.number(sql);
	}

	private List<String> strings(String sql) {
		return this.catalogue.strings(sql);
	}

	private static SourceEntry source(String id, int trust) {
		return new SourceEntry(id, id, "page", trust, null, null, null);
	}

}
