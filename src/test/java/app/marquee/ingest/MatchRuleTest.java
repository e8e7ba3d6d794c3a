package app.marquee.ingest;

import java.util.List;

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

		assertThat(decide(record, identified(known(1, 1995, 90, "fog")))).isEqualTo(Match.NONE);
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
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1995, 100, "fog"), known(2, 1996, 90, "fog")))
			.isEqualTo(FIRST);
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
				known(2, 1950, null, "long way to the harbour")))
			.isEqualTo(Match.NONE);
	}

	@Test
	void takesAShortTitleOfTheNextYearForAnotherFilm() {
		assertThat(decide(film("Fog").of(1995), known(1, 1996, null, "fog"))).isEqualTo(Match.NONE);
	}

	@Test
	void doubtsFilmsOfTheNextYearThatAreBorneOutAlike() {
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1994, 90, "fog"), known(2, 1996, 91, "fog"),
				known(3, 1996, 120, "fog")))
			.isEqualTo(Match.doubt(List.of(1L, 2L)));
	}

	@Test
	void takesATitleOfAnotherTimeForAnotherFilm() {
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, 1997, 90, "fog"))).isEqualTo(Match.NONE);
		assertThat(decide(film("Fog").of(1995).minutes(90), known(1, null, 90, "fog"))).isEqualTo(Match.NONE);
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
	void comparesAllTitlesFolded() {
		assertThat(MatchRule.titles(film("The Thïrd Man").also("Third Man, The").also("霧").record()))
			.containsExactlyInAnyOrder("third man", "霧");
	}

	private static Match decide(FilmRecords record, Candidate... films) {
		return MatchRule.decide(record.record(), List.of(films));
	}

	private static Candidate known(long id, Integer year, Integer runtime, String... titles) {
		Candidate film = new Candidate(id, year, runtime);
		film.titles.addAll(List.of(titles));
		return film;
	}

	private static Candidate identified(Candidate film) {
		film.ids.add("imdb:tt1");
		return film;
	}

}
