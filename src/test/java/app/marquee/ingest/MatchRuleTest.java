package app.marquee.ingest;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

class MatchRuleTest {

	private static final Match FIRST = Match.of(1);

	@Test
	void findsNothingAmongNoFilms() {
		assertThat(decide(film("Fog").of(1995))).isEqualTo(Match.NONE);
		assertThat(decide(film("Fog").of(1995), known(1, 1995, 90, "rain"))).isEqualTo(Match.NONE);
	}

	@Test
	void believesAnIdThatOneThingBearsOut() {
		FilmRecords record = film("Fog").id("imdb", "tt1").of(1995).minutes(90);

		assertThat(decide(record, identified(known(1, 1950, 200, "fog")))).isEqualTo(FIRST);
		assertThat(decide(record, identified(known(1, 1996, 200, "rain")))).isEqualTo(FIRST);
		assertThat(decide(record, identified(known(1, 1950, 110, "rain")))).isEqualTo(FIRST);
	}

	@Test
	void doubtsAnIdThatTitleYearAndRuntimeContradict() {
		FilmRecords record = film("Fog").id("imdb", "tt1").of(1995).minutes(90);

		assertThat(decide(record, identified(known(1, 1950, 200, "rain")))).isEqualTo(Match.doubt(List.of(1L)));
	}

	@Test
	void believesAnIdThatPeopleBearOut() {
		FilmRecords record = film("Fog").id("imdb", "tt1").of(1995).minutes(90).directedBy("Ada Lane");
		Candidate film = identified(known(1, 1950, 200, "rain"));
		film.people.add("lane ada");

		assertThat(decide(record, film)).isEqualTo(FIRST);
	}

	@Test
	void takesWhatNobodySaysForNoContradictionOfAnId() {
		FilmRecords record = film("Fog").id("imdb", "tt1").of(1995).minutes(90);

		assertThat(decide(record, identified(known(1, null, 200, "rain")))).isEqualTo(FIRST);
		assertThat(decide(record, identified(known(1, 1950, null, "rain")))).isEqualTo(FIRST);
	}

	@Test
	void doubtsIdsOfSeveralFilms() {
		Candidate other = known(2, 1995, 90, "fog");
		other.ids.add("tmdb:2");

		assertThat(decide(film("Fog").id("imdb", "tt1").id("tmdb", "2").of(1995), identified(known(1, 1995, 90, "fog")),
				other))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
	}

	@Test
	void takesFilmsWithDifferentIdsOfOneSchemeForTwo() {
		FilmRecords record = film("Fog").id("imdb", "tt9").of(1995).minutes(90);

		assertThat(decide(record, identified(known(1, 1995, 80, "fog")))).isEqualTo(Match.NONE);
		assertThat(decide(film("Fog").id("tmdb", "9").of(1995), identified(known(1, 1995, 90, "fog"))))
			.isEqualTo(FIRST);
	}

	@Test
	void findsAFilmByTitleAndYear() {
		assertThat(decide(film("The FOG").of(1995), known(1, 1995, null, "fog"))).isEqualTo(FIRST);
		assertThat(decide(film("Brouillard").also("Fog, The").of(1995), known(1, 1995, null, "fog", "niebla")))
			.isEqualTo(FIRST);
	}

	@Test
	void doubtsTitleAndYearIfTheRuntimeIsAnother() {
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1995, 111, "fog")))
			.isEqualTo(Match.doubt(List.of(1L)));
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1995, 110, "fog"))).isEqualTo(FIRST);
	}

	@Test
	void tellsFilmsOfOneTitleAndYearApartByRuntime() {
		FilmRecords record = film("Fog").of(1995).minutes(90);

		assertThat(decide(record, known(1, 1995, 80, "fog"), known(2, 1995, 150, "fog"))).as("one is contradicted")
			.isEqualTo(FIRST);
		assertThat(decide(record, known(1, 1995, 93, "fog"), known(2, 1995, 94, "fog"))).as("one is borne out")
			.isEqualTo(FIRST);
	}

	@Test
	void tellsFilmsOfOneTitleAndYearApartByPeople() {
		Candidate film = known(1, 1995, null, "fog");
		film.people.add("lane ada");

		assertThat(decide(film("Fog").of(1995).with("Ada Lane", null), film, known(2, 1995, null, "fog")))
			.isEqualTo(FIRST);
	}

	@Test
	void doubtsWhatItCannotTellApart() {
		assertThat(decide(film("Fog").of(1995), known(1, 1995, 80, "fog"), known(2, 1995, 150, "fog")))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1995, 89, "fog"), known(2, 1995, 91, "fog"),
				known(3, 1995, 200, "fog")))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
	}

	@Test
	void prefersTheSameYearToTheNext() {
		assertThat(decide(film("Fog").of(1995), known(1, 1995, 100, "fog"), known(2, 1996, 90, "fog")))
			.isEqualTo(FIRST);
	}

	@Test
	void doubtsIfTheYearSpeaksForOneFilmAndTheRuntimeForAnother() {
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1995, 100, "fog"), known(2, 1996, 90, "fog")))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
	}

	@Test
	void findsAFilmOfTheNextYearIfSomethingBearsItOut() {
		Candidate film = known(2, 1994, null, "fog");
		film.people.add("lane ada");

		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1996, 92, "fog"))).isEqualTo(FIRST);
		assertThat(decide(film("Fog").of(1995).directedBy("Ada Lane"), film, known(3, 1996, 90, "fog")))
			.isEqualTo(Match.of(2));
	}

	@Test
	void findsAFilmOfTheNextYearIfItsTitleIsLong() {
		assertThat(
				decide(film("The Long Way to the Harbour").of(1995), known(1, 1996, null, "long way to the harbour")))
			.isEqualTo(FIRST);
		assertThat(decide(film("The Long Way to the Harbour").of(1995).minutes(90),
				known(1, 1996, 150, "long way to the harbour")))
			.isEqualTo(Match.NONE);
		assertThat(decide(film("The Long Way to the Harbour").of(1995), known(1, 1996, null, "long way to the harbour"),
				known(2, 1994, null, "long way to the harbour")))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
	}

	@Test
	void takesAShortTitleOfTheNextYearForAnotherFilmOrDoubts() {
		assertThat(decide(film("Fog").of(1995), known(1, 1996, null, "fog"), known(2, 1994, null, "fog")))
			.isEqualTo(Match.NONE);
		assertThat(decide(film("Fog").of(1995), known(1, 1996, null, "fog"))).isEqualTo(Match.doubt(List.of(1L)));
	}

	@Test
	void doubtsFilmsOfTheNextYearThatAreBorneOutAlike() {
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1994, 90, "fog"), known(2, 1996, 91, "fog"),
				known(3, 1996, 120, "fog")))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
	}

	@Test
	void takesATitleOfAnotherTimeForAnotherFilm() {
		assertThat(decide(film("Fog").of(1995), known(1, 1997, 90, "fog"))).isEqualTo(Match.NONE);
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1999, 90, "fog"))).isEqualTo(Match.NONE);
	}

	@Test
	void findsAFilmWithoutYearAmongThoseWithout() {
		assertThat(decide(film("Fog"), known(1, null, 90, "fog"), known(2, 1995, 90, "fog"))).isEqualTo(FIRST);
		assertThat(decide(film("Fog"), known(2, 1995, 90, "fog"))).isEqualTo(Match.NONE);
		assertThat(decide(film("Fog"), known(1, null, 90, "fog"), known(2, null, 90, "fog")))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
		assertThat(decide(film("Fog").minutes(200), known(1, null, 90, "fog"))).isEqualTo(Match.NONE);
	}

	@Test
	void findsAFilmWithoutYearByItsPeople() {
		Candidate film = known(1, 1995, 90, "fog");
		film.people.add("lane ada");

		assertThat(decide(film("Fog").directedBy("Ada Lane"), film, known(2, 1996, 90, "fog"))).isEqualTo(FIRST);
	}

	@Test
	void takesOneNameOneYearApartForOneFilmIfNoOtherBearsItAndAGenreAgrees() {
		FilmRecords record = film("Fog").of(1995).genre("Drama");

		assertThat(decide(record, drama(known(1, 1996, null, "fog")))).isEqualTo(FIRST);
		assertThat(decide(record, drama(known(1, 1996, null, "fog")), known(2, 1950, null, "fog"))).isEqualTo(FIRST);
		assertThat(decide(record, drama(known(1, 1996, null, "fog")), known(2, 1993, null, "fog")))
			.as("another of that time")
			.isEqualTo(Match.doubt(List.of(1L)));
	}

	@Test
	void neverTakesADocumentaryForADrama() {
		Candidate documentary = known(1, 1995, null, "fog");
		documentary.genres.add("Documentary");

		assertThat(decide(film("Fog").of(1995).genre("Drama"), documentary)).isEqualTo(Match.doubt(List.of(1L)));
		assertThat(decide(film("Fog").of(1995).genre("Drama"), documentary, drama(known(2, 1995, null, "fog"))))
			.isEqualTo(Match.of(2));
	}

	@Test
	void takesARatedRecordForTheFilmThatViewersKnowBeyondComparison() {
		FilmRecords rated = film("Fog").of(1995).rated("7.0", 3);

		assertThat(decide(rated, voted(1, 50_000, "fog"), voted(2, 12, "fog"))).isEqualTo(FIRST);
		assertThat(decide(rated, voted(1, 50_000, "fog"), voted(2, 2_000, "fog"))).as("both are known")
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
		assertThat(decide(rated, voted(1, 900, "fog"), voted(2, 2, "fog"))).as("neither is known")
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
		assertThat(decide(film("Fog").of(1995), voted(1, 50_000, "fog"), voted(2, 12, "fog")))
			.as("nobody rated the record")
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
	}

	@Test
	void prefersTheTitleWithTheSameArticle() {
		assertThat(
				decide(film("Lion").of(1995).minutes(90), known(1, 1995, 91, "Lion"), known(2, 1995, 100, "The Lion")))
			.isEqualTo(FIRST);
	}

	@Test
	void findsATitleThatIsSpeltOrNumberedDifferently() {
		assertThat(decide(film("Pad Man").of(1995).minutes(90), known(1, 1995, 90, "Padman"))).isEqualTo(FIRST);
		assertThat(decide(film("Stone: Chapter Two").of(1995).minutes(90), known(1, 1995, 90, "Stone: Chapter 2")))
			.isEqualTo(FIRST);
	}

	@Test
	void findsATitleWithoutItsSubtitleIfItIsLongOrTheRuntimeAgrees() {
		assertThat(decide(film("The Harbour at Midnight: A Film of the Sea").of(1995).genre("Drama"),
				drama(known(1, 1995, null, "The Harbour at Midnight"))))
			.isEqualTo(FIRST);
		assertThat(decide(film("Harbour").of(1995).minutes(90), known(1, 1995, 90, "Harbour: A Film of the Sea")))
			.isEqualTo(FIRST);
	}

	@Test
	void doesNotTakeOneOfASeriesForAnother() {
		assertThat(decide(film("Fogman: Soul of the Dragon").of(1995).genre("Drama"),
				drama(known(1, 1995, null, "Fogman"))))
			.isEqualTo(Match.NONE);
		assertThat(decide(film("Fogman 2").of(1995), known(1, 1995, null, "Fogman"))).isEqualTo(Match.NONE);
	}

	/** Their sequel is as long, by the same people, and came out a year later. */
	@Test
	void takesFilmsThatOneSourceListsForTwo() {
		Candidate prince = known(1, 2017, 92, "A Christmas Prince");
		prince.people.add("zamm alex");
		FilmRecords sequel = film("A Christmas Prince: The Royal Wedding").of(2018).minutes(92).with("Alex Zamm", null);
		assertThat(decide(sequel, prince)).isEqualTo(FIRST);

		prince.listed = true;

		assertThat(decide(sequel, prince)).isEqualTo(Match.NONE);
		assertThat(decide(film("A Christmas Prince").of(2017).minutes(92), prince)).as("the same entry, corrected")
			.isEqualTo(FIRST);
	}

	@Test
	void doubtsAnotherIdIfAllElseAgrees() {
		FilmRecords record = film("Fog").id("imdb", "tt9").of(1995).minutes(90);

		assertThat(decide(record, identified(known(1, 1995, 90, "fog")))).isEqualTo(Match.doubt(List.of(1L)));
		assertThat(decide(record, identified(known(1, 1995, 90, "fog")), known(2, 1995, 90, "fog")))
			.as("the one without an id")
			.isEqualTo(Match.of(2));
		assertThat(decide(record, identified(known(1, 1995, 80, "fog")))).isEqualTo(Match.NONE);
	}

	@Test
	void believesASourceThatItKnowsItsOwnFilmsApart() {
		FilmRecords record = film("Fog").key("tt9").id("imdb", "tt9").of(1995).minutes(90);

		assertThat(decide(record, identified(known(1, 1995, 90, "fog")))).isEqualTo(Match.NONE);
	}

	@Test
	void knowsPeopleByTheirIdsIfBothHaveThem() {
		Candidate film = known(1, 1996, null, "fog");
		film.people.add("lane ada");
		film.personIds.add("imdb:nm1");

		assertThat(decide(film("Fog").of(1995).with("imdb:nm1", "A. Lane", null), film)).isEqualTo(FIRST);
		assertThat(decide(film("Fog").of(1995).with("imdb:nm2", "Ada Lane", null), film)).as("another of that name")
			.isEqualTo(Match.doubt(List.of(1L)));
		assertThat(decide(film("Fog").of(1995).with("tmdb:7", "Ada Lane", null), film)).as("ids of another scheme")
			.isEqualTo(FIRST);
	}

	@Test
	void takesFilmsWithOtherPeopleForTwo() {
		Candidate film = known(1, 1995, null, "fog");
		film.people.addAll(List.of("lane ada", "stone max", "hill eve"));

		assertThat(decide(film("Fog").of(1995), film)).isEqualTo(FIRST);
		assertThat(decide(film("Fog").of(1995).with("Ben Reed", null).with("Mia Ford", null).with("Leo Marsh", null),
				film))
			.isEqualTo(Match.doubt(List.of(1L)));
	}

	@Test
	void takesTheLikestOfSeveralRecordsForTheOneThatIsMeant() {
		FilmRecords likest = film("Fog").key("tt2").of(1995).minutes(90);
		FilmRecords other = film("Fog").key("tt1").of(1996).minutes(120);

		assertThat(decide(likest, among(known(1, 1995, 91, "fog"), likest, other))).isEqualTo(FIRST);
		assertThat(decide(other, among(known(1, 1995, 91, "fog"), likest, other))).isEqualTo(Match.NONE);
	}

	@Test
	void doubtsWhichOfTwoRecordsIsMeantThatAreAsLikeTheFilm() {
		FilmRecords one = film("Fog").key("tt1").of(1995).minutes(90);
		FilmRecords other = film("The Fog").key("tt2").of(1995).minutes(92);
		Candidate film = among(known(1, 1995, 91, "fog"), one, other);

		assertThat(decide(one, film)).isEqualTo(Match.doubt(List.of(1L)));
		assertThat(decide(other, film)).isEqualTo(Match.doubt(List.of(1L)));
		assertThat(decide(one, among(known(1, 1995, 91, "fog"), one))).isEqualTo(FIRST);
	}

	@Test
	void takesTheRecordForTheOneThatIsMeantWhichViewersKnowBeyondComparison() {
		FilmRecords known = film("Fog").key("tt2").of(1995).minutes(92).rated("7.1", 50_000);
		FilmRecords other = film("Fog").key("tt1").of(1995).minutes(90).rated("7.1", 900);
		Candidate rated = new Candidate(1, 1995, 91, 40);
		rated.titles.add("fog");

		assertThat(decide(known, among(rated, known, other))).isEqualTo(FIRST);
		assertThat(decide(other, among(rated, known, other))).isEqualTo(Match.NONE);
		assertThat(decide(known, among(known(1, 1995, 91, "fog"), known, other))).as("nobody rated the film")
			.isEqualTo(Match.doubt(List.of(1L)));
	}

	@Test
	void leavesAFilmToTheRecordThatHasItsIdAndMindsNoRecordThatHasAnother() {
		FilmRecords record = film("Fog").key("w1").id("list", "w1").of(1995).minutes(90);
		FilmRecords same = film("Mist").key("w2").id("list", "w2").id("imdb", "tt1").of(1994);
		FilmRecords another = film("Fog").key("w3").id("list", "w3").id("imdb", "tt3").of(1995).minutes(90);

		assertThat(decide(record, among(identified(known(1, 1995, 90, "fog")), record, same))).isEqualTo(Match.NONE);
		assertThat(decide(record, among(identified(known(1, 1995, 90, "fog")), record, another))).isEqualTo(FIRST);
	}

	@Test
	void knowsByItsPeopleWhichOfSeveralRecordsIsMeant() {
		FilmRecords record = film("Fog").key("tt1").of(1995).directedBy("Ada Lane");
		FilmRecords other = film("Fog").key("tt2").of(1995);
		Candidate film = among(known(1, 1995, null, "fog"), record, other);
		film.people.add("lane ada");

		assertThat(decide(record, film)).isEqualTo(FIRST);
	}

	@Test
	void doubtsARecordOfTheSamePeopleThatIsLessLikeTheFilmThanAnotherMayBe() {
		FilmRecords cut = film("Fog").key("tt1").of(1996).minutes(96).directedBy("Ada Lane");
		FilmRecords other = film("Fog").key("tt2").of(1995).minutes(91);
		Candidate film = among(known(1, 1995, 90, "fog"), cut, other);
		film.people.add("lane ada");

		assertThat(decide(cut, film)).isEqualTo(Match.doubt(List.of(1L)));
		assertThat(decide(other.directedBy("Ada Lane"), film)).isEqualTo(FIRST);
	}

	@Test
	void leavesAFilmToTheRecordThatHasItsIdThoughItHasTheSamePeople() {
		FilmRecords record = film("Fog").key("w1").id("list", "w1").of(1995).minutes(90).directedBy("Ada Lane");
		FilmRecords same = film("Mist").key("w2").id("list", "w2").id("imdb", "tt1").of(1994);
		Candidate film = among(identified(known(1, 1995, 90, "fog")), record, same);
		film.people.add("lane ada");

		assertThat(decide(record, film)).isEqualTo(Match.NONE);
	}

	@Test
	void comparesAllTitlesFolded() {
		assertThat(MatchRule.titles(film("The Thïrd Man").also("Third Man, The").also("霧").record()).keys())
			.containsExactlyInAnyOrder("thirdman", "霧");
	}

	private static Match decide(FilmRecords record, Candidate... films) {
		return MatchRule.decide(record.record(), List.of(films));
	}

	private static Candidate known(long id, Integer year, Integer runtime, String... titles) {
		Candidate film = new Candidate(id, year, runtime, null);
		List.of(titles).forEach(film.titles::add);
		return film;
	}

	/** A film of which all these records of one source may speak. */
	private static Candidate among(Candidate film, FilmRecords... records) {
		film.rivals = Stream.of(records)
			.map((record) -> new Rivals.Rival(record.record(), MatchRule.titles(record.record())))
			.toList();
		return film;
	}

	private static Candidate voted(long id, int votes, String title) {
		Candidate film = new Candidate(id, 1995, null, votes);
		film.titles.add(title);
		return film;
	}

	private static Candidate drama(Candidate film) {
		film.genres.add("Drama");
		return film;
	}

	private static Candidate identified(Candidate film) {
		film.ids.add("imdb:tt1");
		return film;
	}

}
