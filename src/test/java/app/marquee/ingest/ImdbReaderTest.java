package app.marquee.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

/** In the fixtures a stroke stands for a tab. */
class ImdbReaderTest {

	private static final String BASICS = "tconst|titleType|primaryTitle|originalTitle|isAdult|startYear|endYear|"
			+ "runtimeMinutes|genres\n";

	private static final String PRINCIPALS = "tconst|ordering|nconst|category|job|characters\n";

	private static final String NAMES = """
			nconst|primaryName|birthYear|deathYear|primaryProfession|knownForTitles
			nm0000001|Ada Lane|1950|\\N|director|tt0000001
			nm0000002|Ben Moor|\\N|\\N|actor|\\N
			""";

	private static final String ONE = BASICS + "tt0000001|movie|One|One|0|1995|\\N|90|Drama,Sci-Fi\n";

	@TempDir
	private Path folder;

	private final Rejections rejections = new Rejections();

	@Test
	void readsAFilmFromAllItsFiles() throws IOException {
		write("title.basics", BASICS + "tt0000001|movie|Fog|Brouillard|0|1995|\\N|90|Drama,Sci-Fi\n");
		write("title.ratings", "tconst|averageRating|numVotes\ntt0000001|7.4|1200\n");
		write("title.principals", PRINCIPALS + "tt0000001|1|nm0000002|actor|\\N|[\"Kit\",\"Self\"]\n");
		write("title.crew", "tconst|directors|writers\ntt0000001|nm0000001|nm0000001,nm0000002\n");
		write("title.akas", """
				titleId|ordering|title|region|language|types|attributes|isOriginalTitle
				tt0000001|1|Fog|US|en|\\N|\\N|0
				tt0000001|2|Туман|RU|ru|\\N|\\N|0
				tt0000001|3|霧|JP|ja|imdbDisplay|\\N|0
				""");
		write("name.basics", NAMES);

		FilmRecord film = one();

		assertThat(film.key()).isEqualTo("tt0000001");
		assertThat(film.ids()).isEqualTo(Map.of("imdb", "tt0000001"));
		assertThat(film.titles()).containsExactly(new FilmRecord.Title("Brouillard", "original", null),
				new FilmRecord.Title("Туман", "alternative", "ru"), new FilmRecord.Title("霧", "alternative", "ja"));
		assertThat(film.year()).isEqualTo(1995);
		assertThat(film.runtime()).isEqualTo(90);
		assertThat(film.genres()).containsExactly("Drama", "Science Fiction");
		assertThat(film.rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("7.4"), 1200));
		assertThat(film.credits()).containsExactly(
				new FilmRecord.Credit("imdb:nm0000002", "Ben Moor", "actor", "Kit, Self", List.of(), null),
				new FilmRecord.Credit("imdb:nm0000001", "Ada Lane", "director", null, List.of(), null),
				new FilmRecord.Credit("imdb:nm0000001", "Ada Lane", "writer", null, List.of(), null),
				new FilmRecord.Credit("imdb:nm0000002", "Ben Moor", "writer", null, List.of(), null));
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void readsBasicsAloneIfTheOtherFilesAreAbsent() throws IOException {
		write("title.basics", ONE);

		FilmRecord film = one();

		assertThat(film.credits()).isEmpty();
		assertThat(film.rating()).isNull();
	}

	@Test
	void readsGzippedFilesAsWellAsPlainOnes() throws IOException {
		try (OutputStream out = new GZIPOutputStream(
				Files.newOutputStream(this.folder.resolve("title.basics.tsv.gz")))) {
			out.write(ONE.replace('|', '\t').getBytes(StandardCharsets.UTF_8));
		}
		write("title.ratings", "tconst|averageRating|numVotes\ntt0000001|7.4|1200\n");

		assertThat(one().rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("7.4"), 1200));
	}

	@Test
	void saysWhichFileIsNeeded() {
		assertThatIOException().isThrownBy(this::read).withMessageContaining("title.basics.tsv");
	}

	@Test
	void takesFilmsAndNothingElse() throws IOException {
		write("title.basics", BASICS + """
				tt0000001|movie|One|One|0|1995|\\N|90|\\N
				tt0000002|tvEpisode|Two|Two|0|1995|\\N|90|\\N
				tt0000003|tvMovie|Three|Three|0|1995|\\N|90|\\N
				tt0000004|videoGame|Four|Four|0|1995|\\N|90|\\N
				tt0000005|short|Five|Five|0|1995|\\N|9|Short
				tt0000006|movie|Six|Six|1|1995|\\N|90|\\N
				""");

		assertThat(read()).extracting(FilmRecord::title).containsExactly("One", "Three", "Five");
		assertThat(read(true)).extracting(FilmRecord::title).containsExactly("One", "Three", "Five", "Six");
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void doesNotMindAnExtraLastColumnAndAStrayBlankLine() throws IOException {
		write("title.basics", ONE.replace("genres", "genres|").replace("Sci-Fi", "Sci-Fi|x") + "\n");
		write("title.principals", PRINCIPALS + "tt0000001|1|nm0000002|actor|\\N|\\N|more\n");
		write("name.basics", NAMES + "\n \n");

		assertThat(one().credits()).extracting(FilmRecord.Credit::name).containsExactly("Ben Moor");
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void takesQuotesForLettersLikeOthers() throws IOException {
		write("title.basics", BASICS + """
				tt0000001|movie|"One|"One|0|1995|\\N|90|\\N
				tt0000002|movie|Two" and "half|Two|0|1995|\\N|90|\\N
				""");

		assertThat(read()).extracting(FilmRecord::title).containsExactly("\"One", "Two\" and \"half");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "[\"Maya\"]|Maya", "\"[\"\"X\"\"]\"|X", "\"[\"\"X\"\",\"\"Y\"\"]\"|X, Y", "[\"Broken|Broken",
					"Plain|Plain", "[\"Kit \\\"Kid\\\" Fox\"]|Kit \"Kid\" Fox", "[]|", "null|", "\\N|" })
	void readsCharactersHoweverTheyAreQuoted(String printed, String character) throws IOException {
		write("title.basics", ONE);
		write("title.principals", PRINCIPALS + "tt0000001|1|nm0000002|actor|\\N|" + printed + "\n");
		write("name.basics", NAMES);

		assertThat(one().credits()).extracting(FilmRecord.Credit::character).containsExactly(character);
	}

	@Test
	void leavesOutPeopleWhomNobodyNames() throws IOException {
		write("title.basics", ONE);
		write("title.principals", PRINCIPALS + "tt0000001|1|nm0000009|actor|\\N|\\N\n");
		write("title.crew", "tconst|directors|writers\ntt0000001|nm0000001,nm0000008|\\N\n");
		write("name.basics", NAMES);

		assertThat(one().credits()).extracting(FilmRecord.Credit::name).containsExactly("Ada Lane");
		assertThat(this.rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.examples()).containsExactly(
					new Rejections.Example("title.principals", 2, "nm0000009"),
					new Rejections.Example("title.crew", 2, "nm0000008")));
	}

	@Test
	void namesAPersonOnceForEachWork() throws IOException {
		write("title.basics", ONE);
		write("title.principals", PRINCIPALS + """
				tt0000001|1|nm0000001|director|\\N|\\N
				tt0000001|2|nm0000001|director|co-director|\\N
				tt0000001|3|nm0000001|production_designer|\\N|\\N
				""");
		write("title.crew", "tconst|directors|writers\ntt0000001|nm0000001|\\N\n");
		write("name.basics", NAMES);

		assertThat(one().credits()).extracting(FilmRecord.Credit::job)
			.containsExactly("director", "production designer");
	}

	@Test
	void takesImpossibleValuesForNotKnownAndSaysWhereTheyStand() throws IOException {
		write("title.basics", BASICS + "tt0000001|movie|One|One|0|2115|\\N|51420|\\N\n");
		write("title.ratings", "tconst|averageRating|numVotes\ntt0000001|11|1200\n");

		FilmRecord film = one();

		assertThat(film.year()).isNull();
		assertThat(film.runtime()).isNull();
		assertThat(film.rating()).isNull();
		assertThat(this.rejections.reasons()).flatExtracting(Rejections.Reason::examples)
			.containsExactlyInAnyOrder(new Rejections.Example("title.basics", 2, "2115"),
					new Rejections.Example("title.basics", 2, "51420"),
					new Rejections.Example("title.ratings", 2, "11"));
	}

	@Test
	void rejectsLinesWithoutIdOrTitle() throws IOException {
		write("title.basics", BASICS + """
				nm0000001|movie|One|One|0|1995|\\N|90|\\N
				tt0000002|movie|\\N|\\N|0|1995|\\N|90|\\N
				torn off
				tt0000003|movie|Three|Three|0|1995|\\N|90|\\N
				""");

		assertThat(read()).extracting(FilmRecord::title).containsExactly("Three");
		assertThat(this.rejections.lines()).isEqualTo(3);
	}

	@Test
	void readsFilesThatAreInNoOrder() throws IOException {
		write("title.basics", BASICS + """
				tt0000003|movie|Three|Three|0|1995|\\N|90|\\N
				tt0000001|movie|One|One|0|1995|\\N|90|\\N
				tt0000002|tvSeries|Two|Two|0|1995|\\N|90|\\N
				tt00000010|movie|Ten|Ten|0|2115|\\N|90|\\N
				""");
		write("title.ratings", """
				tconst|averageRating|numVotes
				tt0000003|3.0|30
				tt0000002|2.0|20
				tt00000010|4.0|40
				tt0000001|11|10
				""");
		write("title.principals", PRINCIPALS + """
				tt0000001|10|nm0000002|actor|\\N|\\N
				tt00000010|1|nm0000002|actor|\\N|\\N
				tt0000001|2|nm0000001|actor|\\N|\\N
				""");
		write("name.basics", """
				primaryName|nconst
				Ben Moor|nm0000002
				Ada Lane|nm0000001
				""");

		assertThat(read())
			.extracting(FilmRecord::title, (film) -> (film.rating() != null) ? film.rating().votes() : null,
					(film) -> film.credits().stream().map(FilmRecord.Credit::name).toList())
			.containsExactly(tuple("One", null, List.of("Ada Lane", "Ben Moor")), tuple("Ten", 40, List.of("Ben Moor")),
					tuple("Three", 30, List.of()));
		assertThat(this.rejections.reasons()).flatExtracting(Rejections.Reason::examples)
			.containsExactlyInAnyOrder(new Rejections.Example("title.basics", 5, "2115"),
					new Rejections.Example("title.ratings", 5, "11"));
	}

	@Test
	void sortsMoreThanItHoldsInMemory() throws IOException {
		StringBuilder basics = new StringBuilder(BASICS);
		StringBuilder ratings = new StringBuilder("tconst|averageRating|numVotes\n");
		int films = 2_500;
		for (int i = films; i > 0; i--) {
			basics.append("tt").append(1_000_000 + i).append("|movie|" + "M".repeat(4000) + "|M|0|1995|\\N|90|\\N\n");
			ratings.append("tt").append(1_000_000 + (i * 7919L) % films + 1).append("|5.0|").append(i).append('\n');
		}
		write("title.basics", basics.toString());
		write("title.ratings", ratings.toString());

		assertThat(read()).hasSize(films).allMatch((film) -> film.rating() != null);
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void reportsRowsOfTitlesThatDoNotExistAndRowsThatComeTwice() throws IOException {
		write("title.basics", ONE + "tt0000001|movie|One again|One|0|1996|\\N|90|\\N\n");
		write("title.ratings", """
				tconst|averageRating|numVotes
				tt0000000|1.0|10
				tt0000001|7.4|1200
				tt0000001|7.5|1300
				tt0000009|1.0|10
				""");

		assertThat(one().rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("7.4"), 1200));
		assertThat(this.rejections.reasons()).flatExtracting(Rejections.Reason::examples)
			.containsExactlyInAnyOrder(new Rejections.Example("title.ratings", 2, "tt0000000"),
					new Rejections.Example("title.ratings", 5, "tt0000009"),
					new Rejections.Example("title.ratings", 4, "tt0000001"),
					new Rejections.Example("title.basics", 3, "tt0000001"));
	}

	@Test
	void keepsAllCharactersOfAPersonWhoHasSeveralRows() throws IOException {
		write("title.basics", ONE);
		write("title.principals", PRINCIPALS + """
				tt0000001|1|nm0000002|actor|\\N|["Kit"]
				tt0000001|2|nm0000002|actor|\\N|["Fox"]
				tt0000001|3|nm0000002|actor|\\N|\\N
				tt0000001|4|nm0000002|\\N|\\N|\\N
				""");
		write("name.basics", NAMES);

		assertThat(one().credits()).extracting(FilmRecord.Credit::character).containsExactly("Kit, Fox");
		assertThat(this.rejections.lines()).isEqualTo(1);
	}

	@Test
	void readsLargeCasts() throws IOException {
		write("title.basics", ONE);
		StringBuilder principals = new StringBuilder(PRINCIPALS);
		StringBuilder names = new StringBuilder("nconst|primaryName\n");
		for (int i = 1; i <= 344; i++) {
			principals.append("tt0000001|").append(i).append("|nm").append(1_000_000 + i).append("|actor|\\N|\\N\n");
			names.append("nm").append(1_000_000 + i).append("|Person ").append(i).append('\n');
		}
		write("title.principals", principals.toString());
		write("name.basics", names.toString());

		assertThat(one().credits()).hasSize(344)
			.extracting(FilmRecord.Credit::name)
			.startsWith("Person 1", "Person 2")
			.endsWith("Person 344");
	}

	@Test
	void saysThatAFileIsDamaged() throws IOException {
		write("title.basics", ONE);
		Files.write(this.folder.resolve("title.ratings.tsv.gz"),
				new byte[] { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1 });

		assertThatException().isThrownBy(this::read).withMessageContaining("title.ratings");
	}

	private FilmRecord one() throws IOException {
		List<FilmRecord> films = read();
		assertThat(films).hasSize(1);
		return films.get(0);
	}

	@Test
	void tellsOfWhichPartsItHasNoFile() throws IOException {
		write("title.basics", ONE);
		assertThat(unsaid()).containsExactlyInAnyOrder(FilmRecord.Part.TITLES, FilmRecord.Part.RATING,
				FilmRecord.Part.CREDITS);

		write("title.ratings", "tconst|averageRating|numVotes\n");
		write("title.akas", "titleId|title\n");
		write("title.principals", PRINCIPALS);
		write("title.crew", "tconst|directors|writers\n");
		assertThat(unsaid()).containsExactly(FilmRecord.Part.CREDITS);

		write("name.basics", NAMES);
		assertThat(unsaid()).isEmpty();
	}

	private Set<FilmRecord.Part> unsaid() throws IOException {
		try (RecordReader reader = new ImdbReader(this.folder, false, JsonMapper.shared(), this.rejections,
				LocalDate.of(2026, 11, 22))) {
			return reader.unsaid();
		}
	}

	private List<FilmRecord> read() throws IOException {
		return read(false);
	}

	private List<FilmRecord> read(boolean adult) throws IOException {
		List<FilmRecord> films = new ArrayList<>();
		try (RecordReader reader = new ImdbReader(this.folder, adult, JsonMapper.shared(), this.rejections,
				LocalDate.of(2026, 11, 22))) {
			reader.forEachRemaining(films::add);
		}
		return films;
	}

	private void write(String name, String rows) throws IOException {
		Files.writeString(this.folder.resolve(name + ".tsv"), rows.replace('|', '\t'));
	}

}
