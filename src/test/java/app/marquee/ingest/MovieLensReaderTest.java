package app.marquee.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MovieLensReaderTest {

	@TempDir
	private Path folder;

	private final Rejections rejections = new Rejections();

	@Test
	void readsAFilmWithItsIdsAndTheMeanOfItsRatings() throws IOException {
		write("links.csv", """
				movieId,imdbId,tmdbId
				7,0048605,10653
				""");
		write("ratings.csv", """
				userId,movieId,rating,timestamp
				1,7,4.0,964982703
				2,7,3.5,964982704
				""");

		FilmRecord film = one("7,\"Seven Year Itch, The (1955)\",Comedy|Sci-Fi");

		assertThat(film.title()).isEqualTo("The Seven Year Itch");
		assertThat(film.year()).isEqualTo(1955);
		assertThat(film.genres()).containsExactly("Comedy", "Science Fiction");
		assertThat(film.ids()).isEqualTo(Map.of("movielens", "7", "imdb", "tt0048605", "tmdb", "10653"));
		assertThat(film.rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("7.5"), 2));
	}

	@Test
	void tellsOfLinksAndRatingsWithoutAFilmAndOfImpossibleStars() throws IOException {
		write("links.csv", "movieId,imdbId,tmdbId\n7,0048605,\n9,0048606,\n");
		write("ratings.csv", """
				userId,movieId,rating,timestamp
				1,7,4.0,1
				2,7,0,2
				3,7,5.9,3
				4,99,3,4
				5,99,3,5
				""");

		FilmRecord film = one("7,Alone (1999),Drama");

		assertThat(film.rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("8.0"), 1));
		assertThat(this.rejections.reasons()).flatExtracting(Rejections.Reason::examples)
			.extracting((example) -> example.file() + " " + example.line() + " " + example.value())
			.containsExactlyInAnyOrder("links.csv 3 9", "ratings.csv 3 0", "ratings.csv 4 5.9", "ratings.csv 5 99");
	}

	@Test
	void readsMoviesAloneIfTheOtherFilesAreAbsent() throws IOException {
		FilmRecord film = one("7,Alone (1999),(no genres listed)");

		assertThat(film.ids()).isEqualTo(Map.of("movielens", "7"));
		assertThat(film.rating()).isNull();
		assertThat(film.genres()).isEmpty();
	}

	@Test
	void tellsOfWhichPartsItHasNoFile() throws IOException {
		write("movies.csv", "movieId,title,genres\n");
		write("links.csv", "movieId,imdbId,tmdbId\n");

		try (RecordReader reader = new MovieLensReader(this.folder, this.rejections, LocalDate.of(2026, 11, 22))) {
			assertThat(reader.unsaid()).containsExactly(FilmRecord.Part.RATING);
		}
		Files.delete(this.folder.resolve("links.csv"));
		write("ratings.csv", "userId,movieId,rating,timestamp\n");
		try (RecordReader reader = new MovieLensReader(this.folder, this.rejections, LocalDate.of(2026, 11, 22))) {
			assertThat(reader.unsaid()).containsExactly(FilmRecord.Part.IDS);
		}
	}

	@Test
	void readsTheTitlesInBrackets() throws IOException {
		FilmRecord film = one("1,\"City of Lost Children, The (Cité des enfants perdus, La) (1995)\",Drama");

		assertThat(film.title()).isEqualTo("The City of Lost Children");
		assertThat(film.titles()).extracting(FilmRecord.Title::title).containsExactly("La Cité des enfants perdus");
	}

	@Test
	void readsSeveralTitlesInBrackets() throws IOException {
		FilmRecord film = one("1,\"Fog (a.k.a. Dense Fog) (Brouillard (Le grand)) (1995)\",Drama");

		assertThat(film.title()).isEqualTo("Fog");
		assertThat(film.titles()).extracting(FilmRecord.Title::title)
			.containsExactly("Dense Fog", "Brouillard (Le grand)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "(500) Nights (2009)|(500) Nights", "Border(s) (2007)|Border(s)",
			"You Are (Not) Here (2012)|You Are (Not) Here", "(Untitled) (2009)|(Untitled)" })
	void leavesBracketsThatBelongToTheTitle(String printed, String title) throws IOException {
		FilmRecord film = one("1," + printed + ",Drama");

		assertThat(film.title()).isEqualTo(title);
		assertThat(film.titles()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Alone|", "Alone (2006-2007)|2006", "Alone (2007-)|2007",
			"Alone (2006–2007)|2006", "'Alone (1999) '|1999", "Alone (2115)|" })
	void readsTheYearBehindATitleWhereThereIsOne(String printed, Integer year) throws IOException {
		FilmRecord film = one("1," + printed + ",Drama");

		assertThat(film.title()).isEqualTo("Alone");
		assertThat(film.year()).isEqualTo(year);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Itch, The|The Itch", "Âge, L'|L'Âge", "Boot, Das|Das Boot",
			"Me, Myself and I|Me, Myself and I", "Winter, a|a Winter", "Now, Voyager|Now, Voyager" })
	void putsTheArticleInFront(String printed, String title) {
		assertThat(MovieLensReader.articleInFront(printed)).isEqualTo(title);
	}

	@Test
	void fillsUpAnIdWithoutItsLetters() throws IOException {
		write("links.csv", """
				movieId,imdbId,tmdbId
				1,114709,
				2,12345678,x
				3,,9
				""");

		assertThat(read("1,One (1999),Drama\n2,Two (1999),Drama\n3,Three (1999),Drama"))
			.extracting((film) -> film.ids().get("imdb"), (film) -> film.ids().get("tmdb"))
			.containsExactly(tuple("tt0114709", null), tuple("tt12345678", null), tuple(null, "9"));
	}

	@Test
	void rejectsRatingsAndFilmsThatAreNone() throws IOException {
		write("ratings.csv", """
				userId,movieId,rating,timestamp
				1,1,11,964982703
				2,1,five,964982704
				3,1,5.0,964982704
				""");

		List<FilmRecord> films = read("1,One (1999),Drama\n2, ,Drama\n,Nobody (1999),Drama");

		assertThat(films).singleElement()
			.satisfies((film) -> assertThat(film.rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("10.0"), 1)));
		assertThat(this.rejections.lines()).isEqualTo(4);
	}

	@Test
	void saysWhichIdsOfOthersCannotBeRight() throws IOException {
		write("links.csv", "movieId,imdbId,tmdbId\n1,tt0114709,862\n1,,x\n");

		assertThat(one("1,Toy Story (1995),Comedy").ids()).containsOnlyKeys("movielens");
		assertThat(this.rejections.reasons()).flatExtracting(Rejections.Reason::examples)
			.extracting(Rejections.Example::value)
			.containsExactlyInAnyOrder("tt0114709", "x");
	}

	private FilmRecord one(String row) throws IOException {
		List<FilmRecord> films = read(row);
		assertThat(films).hasSize(1);
		return films.get(0);
	}

	private List<FilmRecord> read(String rows) throws IOException {
		write("movies.csv", "movieId,title,genres\n" + rows + "\n");
		List<FilmRecord> films = new ArrayList<>();
		try (RecordReader reader = new MovieLensReader(this.folder, this.rejections, LocalDate.of(2026, 11, 22))) {
			reader.forEachRemaining(films::add);
		}
		return films;
	}

	/** With the line ends of the genuine files. */
	private void write(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve(name), text.replace("\n", "\r\n"));
	}

}
