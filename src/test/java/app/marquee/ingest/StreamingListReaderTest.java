package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import app.marquee.text.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class StreamingListReaderTest {

	private static final String COLUMNS = "show_id,type,title,director,cast,country,date_added,release_year,rating,"
			+ "duration,listed_in,description\n";

	@TempDir
	private Path folder;

	private final Rejections rejections = new Rejections();

	@Test
	void readsAFilmWithItsOffer() throws IOException {
		FilmRecord film = one("""
				s1,Movie,Harbour Lights,"Ada Lane, Ben Moor","Cleo Nash, Dan Orr",Canada,"September 25, 2021",2019,\
				PG-13,91 min,"Dramas, International Movies",A keeper of lights goes to sea.
				""");

		assertThat(film.title()).isEqualTo("Harbour Lights");
		assertThat(film.year()).isEqualTo(2019);
		assertThat(film.runtime()).isEqualTo(91);
		assertThat(film.certificate()).isEqualTo("PG-13");
		assertThat(film.genres()).containsExactly("Drama");
		assertThat(film.credits()).extracting((credit) -> credit.name() + ", " + credit.job())
			.containsExactly("Ada Lane, director", "Ben Moor, director", "Cleo Nash, actor", "Dan Orr, actor");
		assertThat(film.text()).isNotNull()
			.satisfies((text) -> assertThat(text.synopsis()).isEqualTo("A keeper of lights goes to sea."));
		assertThat(film.offers()).containsExactly(new FilmRecord.Offer("Streamly", "stream", "CA", null, null, null,
				null, new PartialDate("2021-09-25"), new PartialDate("2022"), null));
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void passesOverShowsAndCountsThem() throws IOException {
		assertThat(read("""
				s1,TV Show,Long Winter,,,,,2019,TV-14,2 Seasons,TV Dramas,Snow.
				s2,Movie,Short Winter,,,,,2019,PG,80 min,Dramas,Snow.
				""")).extracting(FilmRecord::title).containsExactly("Short Winter");
		assertThat(this.rejections.reasons()).isEmpty();
		assertThat(this.rejections.passedOver()).containsExactly(Map.entry(FilteredReader.NO_FILMS, 1L));
	}

	@Test
	void tellsOfWhatIsNeitherAFilmNorAShow() throws IOException {
		assertThat(read("""
				s1,Film,Long Winter,,,,,2019,PG,80 min,Dramas,Snow.
				s2,,Mild Winter,,,,,2019,PG,80 min,Dramas,Snow.
				""")).isEmpty();
		assertThat(this.rejections.lines()).isEqualTo(2);
		assertThat(this.rejections.reasons()).extracting(Rejections.Reason::reason)
			.containsExactly("the type \"Movie\" or \"TV Show\" was expected");
	}

	@Test
	void takesARowThatEndsTooEarlyAndTellsOfIt() throws IOException {
		assertThat(read("s1,Movie,Long Winter,,,,,2019\n")).extracting(FilmRecord::year).containsExactly(2019);
		assertThat(this.rejections.lines()).isZero();
		assertThat(this.rejections.reasons()).extracting(Rejections.Reason::reason)
			.containsExactly("a row with fewer values than there are columns");
	}

	@Test
	void believesNoDayAfterThatOfTheList() throws IOException {
		assertThat(read("""
				s1,Movie,Late,,,,"January 1, 2023",2019,PG,80 min,Dramas,Snow.
				s2,Movie,In Time,,,,"December 31, 2022",2019,PG,80 min,Dramas,Snow.
				""")).extracting((film) -> film.offers().get(0).since())
			.containsExactly(null, new PartialDate("2022-12-31"));
		assertThat(this.rejections.reasons()).extracting(Rejections.Reason::reason)
			.containsExactly("added after the date of the list");
	}

	@Test
	void readsAFileWithAMarkInFrontAndWindowsLineEnds() throws IOException {
		Path file = write("\uFEFF" + (COLUMNS + """
				s1,Movie,First,,,,,2019,PG,80 min,Dramas,"Two
				lines, and ""quotes""."
				s2,Movie,Second,,,,,2020,PG,81 min,Dramas,One.
				""").replace("\n", "\r\n"));

		List<FilmRecord> films = read(file);

		assertThat(films).extracting(FilmRecord::title).containsExactly("First", "Second");
		assertThat(films.get(0).text()).isNotNull()
			.satisfies((text) -> assertThat(text.synopsis()).isEqualTo("Two lines, and \"quotes\"."));
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void movesARuntimeThatStandsInTheRatingColumn() throws IOException {
		FilmRecord film = one("s1,Movie,Stand Up,,,,,2017,74 min ,,Movies,Jokes.\n");

		assertThat(film.runtime()).isEqualTo(74);
		assertThat(film.certificate()).isNull();
		assertThat(this.rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.reason()).contains("rating column"));
	}

	@Test
	void takesNoPieceOfTheDescriptionForACast() throws IOException {
		FilmRecord film = one(
				"s1,Movie,Belugas,,\"casting a light on the sea, this film follows eighteen whales\",,,2017,,"
						+ "80 min,Movies,\"Casting a light on the sea, this film follows eighteen whales to their home.\"\n");

		assertThat(film.credits()).isEmpty();
		assertThat(this.rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.reason()).contains("names of a cast were expected"));
		assertThat(
				one("s1,Movie,Two,,\"Ada Lane, Ben Lane\",,,2017,,80 min,Movies,With Ada Lane Ben Lane.\n").credits())
			.hasSize(2);
	}

	@Test
	void keepsTheRuntimeOfItsOwnColumnIfThereAreTwo() throws IOException {
		assertThat(one("s1,Movie,Stand Up,,,,,2017,74 min,80 min,Movies,Jokes.\n").runtime()).isEqualTo(80);
	}

	@Test
	void takesInvisibleCharactersOutOfTitles() throws IOException {
		assertThat(one("s1,Movie,\u200BBlue\u00A0Moon ,,,,,2017,PG,74 min,Dramas,Night.\n").title())
			.isEqualTo("Blue Moon");
	}

	@Test
	void rejectsAFilmWithoutATitle() throws IOException {
		assertThat(read("s1,Movie,\u00A0,,,,,2017,PG,74 min,Dramas,Night.\n")).isEmpty();
		assertThat(this.rejections.lines()).isOne();
		assertThat(this.rejections.reasons().get(0).examples()).extracting(Rejections.Example::line)
			.containsExactly(2L);
	}

	@Test
	void readsADateWithStrayBlanksAndReportsOneThatIsNone() throws IOException {
		List<FilmRecord> films = read("""
				s1,Movie,One,,,," August 4, 2017",2017,PG,74 min,Dramas,A.
				s2,Movie,Two,,,,someday,2017,PG,74 min,Dramas,B.
				""");

		assertThat(films).extracting((film) -> film.offers().get(0).since())
			.containsExactly(new PartialDate("2017-08-04"), null);
		assertThat(this.rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.examples()).extracting(Rejections.Example::value)
				.containsExactly("someday"));
	}

	@Test
	void takesImpossibleNumbersForNotKnown() throws IOException {
		FilmRecord film = one("s1,Movie,One,,,,,2115,PG,\"51,420 min\",Dramas,A.\n");

		assertThat(film.year()).isNull();
		assertThat(film.runtime()).isNull();
		assertThat(this.rejections.reasons()).hasSize(2).noneMatch(Rejections.Reason::wholeLine);
	}

	@Test
	void takesQuotesInsideAValueForLetters() throws IOException {
		assertThat(read("""
				s1,Movie,The "Great" Fog,,,,,2017,PG,74 min,Dramas,He said "no" and left.
				""")).extracting(FilmRecord::title).containsExactly("The \"Great\" Fog");
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void rejectsLinesOfBrokenQuotingAndNoOthers() throws IOException {
		assertThat(read("""
				s1,Movie,"Left "open,,,,,2018,PG,75 min,Dramas,B.
				s2,Movie,Two,,,,,2018,PG,75 min,Dramas,"It begins, and
				s3,Movie,Three,,,,,2018,PG,75 min,Dramas,"A line
				and another, with ""quotes"".
				"
				s4,Movie,"Four, or not",,,,,2018,PG,75 min,Dramas,"C, D."
				s5,Movie,Five,"Ada Lane,,,,2018,PG,75 min,Dramas,E.
				s6,Movie,Six,,,,,2018,PG,75 min,Dramas,F.
				s7,Movie,Seven,,,,,2018,PG,75 min,Dramas,"G.
				""")).extracting(FilmRecord::title).containsExactly("Three", "Four, or not", "Six");
		assertThat(this.rejections.reasons()).allMatch(Rejections.Reason::wholeLine)
			.flatExtracting(Rejections.Reason::examples)
			.extracting(Rejections.Example::line)
			.containsExactlyInAnyOrder(2L, 3L, 8L, 10L);
	}

	@Test
	void takesAFilmOnceThatStandsInTheListTwice() throws IOException {
		assertThat(read("""
				s1,Movie,Blue Moon,Ada Lane,,,,2017,PG,74 min,Dramas,Night.
				s2,Movie,Blue Moon,Ben Moor,,,,2017,PG,74 min,Dramas,Night.
				s3,Movie,Blue\u00A0Moon\u200B,Ada Lane,,,,2017,PG,75 min,Dramas,Night.
				""")).hasSize(2);
		assertThat(this.rejections.lines()).isEqualTo(1);
	}

	@Test
	void countsLinesAsEditorsDo() throws IOException {
		read("s1,Movie,One,,,,,2017,PG,74 min,Dramas,\"A\r\nB\rC\nD\"\r\n\r\ns2,Movie,Two,,,,,2115,PG,74 min,D,E\r\n");

		assertThat(this.rejections.reasons()).singleElement()
			.satisfies(
					(reason) -> assertThat(reason.examples()).extracting(Rejections.Example::line).containsExactly(7L));
	}

	@Test
	void knowsAFilmAgainWhenItsNumberIsAnother() throws IOException {
		assertThat(one("s1,Movie,Blue Moon,Ada Lane,,,,2017,PG,74 min,Dramas,Night.\n").key())
			.isEqualTo(one("s900,Movie,Blue  moon,ADA LANE,,,,2017,R,75 min,Dramas,Day.\n").key())
			.isNotEqualTo(one("s2,Movie,Blue Moon,Ben Moor,,,,2017,PG,74 min,Dramas,Night.\n").key());
	}

	@Test
	void saysWhichColumnIsMissing() throws IOException {
		Path file = write("id,name\n1,One\n");

		assertThatIOException().isThrownBy(() -> read(file))
			.withMessageContaining("list.csv")
			.withMessageContaining("\"show_id\"");
	}

	private FilmRecord one(String rows) throws IOException {
		List<FilmRecord> films = read(rows);
		assertThat(films).hasSize(1);
		return films.get(0);
	}

	private List<FilmRecord> read(String rows) throws IOException {
		return read(write(COLUMNS + rows));
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.folder.resolve("list.csv"), text);
	}

	private List<FilmRecord> read(Path file) throws IOException {
		List<FilmRecord> films = new ArrayList<>();
		try (RecordReader reader = new StreamingListReader(file,
				new OfferTerms("Streamly", "CA", new PartialDate("2022")), this.rejections,
				LocalDate.of(2026, 11, 22))) {
			reader.forEachRemaining(films::add);
		}
		return films;
	}

}
