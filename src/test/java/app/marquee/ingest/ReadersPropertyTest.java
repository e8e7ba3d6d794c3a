package app.marquee.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import app.marquee.text.PartialDate;
import de.siegmar.fastcsv.writer.CsvWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every file, tried with many. */
class ReadersPropertyTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final OfferTerms TERMS = new OfferTerms("Netflix", null, new PartialDate("2022"));

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String SOURCE = "{\"type\":\"source\",\"id\":\"s\",\"name\":\"S\",\"kind\":\"page\",\"trust\":50}\n";

	/** What files are made of, and what breaks them. */
	private static final List<String> PIECES = List.of("\"", "\"\"", ",", "\t", "\n", "\r\n", "\r", "\\N", "\0",
			"\uFEFF", "\uFFFD", "\uFFFF", " ", "\u00A0", "é", "𝄞", "tt0000001", "tt0000002", "nm0000001", "movie",
			"Movie", "MOVIE", "1995", "2115", "94681.0", "11", "51420", "90 min", "1e999999999", "1e-999999999", "-1",
			"99999999999999999999", "NaN", "[\"Maya\"]", "[\"\\ud800\"]", "['drama', 'war']", "Fog (1995)", "(((",
			", The", "September 25, 2021", "{\"type\":\"film\",\"key\":\"a\",\"title\":\"A\"}", "{\"type\":\"film\"",
			"{}", "[", "null", "x".repeat(600), "actor", "ACTOR", "1", "2.5", "tm1", "|");

	private static Path folder = Path.of("");

	@BeforeContainer
	static void folder() throws IOException {
		folder = Files.createTempDirectory("readers");
	}

	@AfterContainer
	static void noFolder() throws IOException {
		FileSystemUtils.deleteRecursively(folder);
	}

	@Property(tries = 200)
	void imdbSurvivesAnyContent(@ForAll("content") byte[] titles, @ForAll("content") byte[] ratings,
			@ForAll("content") byte[] principals, @ForAll("content") byte[] names) throws IOException {
		write("title.basics.tsv", "tconst\ttitleType\tprimaryTitle\tstartYear\truntimeMinutes\tgenres\n", titles);
		write("title.ratings.tsv", "tconst\taverageRating\tnumVotes\n", ratings);
		write("title.principals.tsv", "tconst\tordering\tnconst\tcategory\tcharacters\n", principals);
		write("title.akas.tsv", "titleId\tordering\ttitle\tlanguage\n", principals);
		write("title.crew.tsv", "tconst\tdirectors\twriters\n", ratings);
		write("name.basics.tsv", "nconst\tprimaryName\n", names);
		Rejections rejections = new Rejections();
		readAll(() -> new ImdbReader(folder, true, JSON, rejections, TODAY));
	}

	@Property(tries = 200)
	void movieLensSurvivesAnyContent(@ForAll("content") byte[] films, @ForAll("content") byte[] links,
			@ForAll("content") byte[] ratings) throws IOException {
		write("movies.csv", "movieId,title,genres\n", films);
		write("links.csv", "movieId,imdbId,tmdbId\n", links);
		write("ratings.csv", "userId,movieId,rating,timestamp\n", ratings);
		readAll(() -> new MovieLensReader(folder, new Rejections(), TODAY));
	}

	@Property(tries = 200)
	void listsSurviveAnyContent(@ForAll("content") byte[] rows) throws IOException {
		Path file = write("list.csv",
				"show_id,type,title,director,cast,country,date_added,release_year,rating,duration,"
						+ "listed_in,description\n",
				rows);
		readAll(() -> new StreamingListReader(file, TERMS, new Rejections(), TODAY));
	}

	@Property(tries = 200)
	void justWatchSurvivesAnyContent(@ForAll("content") byte[] titles, @ForAll("content") byte[] credits)
			throws IOException {
		Path one = write("titles.csv", "id,title,type,description,release_year,age_certification,runtime,genres,"
				+ "imdb_id,imdb_score,imdb_votes\n", titles);
		Path other = write("credits.csv", "person_id,id,name,character,role\n", credits);
		readAll(() -> new JustWatchReader(one, other, TERMS, new Rejections(), TODAY));
	}

	@Property(tries = 200)
	void ourOwnFormatSurvivesAnyContentBehindASource(@ForAll("content") byte[] entries) throws IOException {
		Path file = write("some.jsonl", SOURCE, entries);
		try (MarqueeReader.Editions editions = new MarqueeReader(JSON, Clock.systemUTC()).editions("some.jsonl",
				CsvRows.bytes(file))) {
			editions.nextSource();
			readAll(() -> editions.films(new Rejections()));
		}
	}

	@Property(tries = 200)
	void whatIsNoFileOfTheFormatIsRefusedWithASentence(@ForAll("content") byte[] content) throws IOException {
		Path file = write("some.file", "", content);
		try {
			readAll(() -> new StreamingListReader(file, TERMS, new Rejections(), TODAY));
		}
		catch (IOException ex) {
			assertThat(ex).hasMessageMatching("(?s)some\\.file (has no column|is empty).*");
		}
		try (MarqueeReader.Editions editions = new MarqueeReader(JSON, Clock.systemUTC()).editions("some.file",
				CsvRows.bytes(file))) {
			editions.nextSource();
		}
		catch (UncheckedIOException ex) {
			assertThat(ex.getCause()).hasMessageMatching("(?s)some\\.file(, line | ends too early, in line ).*");
		}
	}

	@Property(tries = 200)
	void valuesComeBackFromCsvAsTheyWentIn(@ForAll("random") Random random) throws IOException {
		List<List<String>> rows = new ArrayList<>();
		Path file = folder.resolve("round.csv");
		try (CsvWriter csv = CsvWriter.builder().build(file)) {
			csv.writeRecord("a", "b", "c");
			for (int i = random.nextInt(20); i > 0; i--) {
				List<String> row = List.of(RandomFilms.text(random, 50), RandomFilms.text(random, 2000),
						RandomFilms.text(random, 20));
				rows.add(row);
				csv.writeRecord(row);
			}
		}
		Rejections rejections = new Rejections();
		List<List<String>> read = new ArrayList<>();
		try (CsvRows csv = CsvRows.commas(file, rejections, "a", "b", "c")) {
			csv.forEachRemaining((row) -> read.add(
					List.of(String.valueOf(row.get("a")), String.valueOf(row.get("b")), String.valueOf(row.get("c")))));
		}
		assertThat(read).isEqualTo(rows);
		assertThat(rejections.reasons()).isEmpty();
	}

	@Property(tries = 200)
	void recordsComeBackFromOurOwnFormatAsTheyWentIn(@ForAll("random") Random random) throws IOException {
		List<FilmRecord> films = new ArrayList<>();
		StringBuilder lines = new StringBuilder(SOURCE);
		for (int i = random.nextInt(5); i > 0; i--) {
			FilmRecord film = RandomFilms.film(random);
			films.add(film);
			lines.append(line(film)).append('\n');
		}
		MarqueeReader.Edition read = new MarqueeReader(JSON, Clock.systemUTC()).read("some.jsonl",
				new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
		assertThat(read.films()).isEqualTo(films);
	}

	@Property(tries = 40)
	void takesInWhateverIsWithinTheLimits(@ForAll("random") Random random) {
		EmptyCatalogue catalogue = new EmptyCatalogue();
		SourceEntry source = new SourceEntry("any", "Any", "page", 50, null, null, null);
		for (int round = 0; round < 3; round++) {
			List<FilmRecord> films = new ArrayList<>();
			for (int i = random.nextInt(20); i > 0; i--) {
				FilmRecord film = RandomFilms.film(random);
				films.add((random.nextInt(4) == 0) ? film : film.with(film.offers(), List.of()));
			}
			assertThat(films).allSatisfy((film) -> assertThat(Limits.broken(film)).isNull());

			IngestReport report = catalogue.ingest.take(catalogue.jdbc, source, films.iterator(),
					EmptyCatalogue.way(Ingest.Gone.WITHDRAWN));

			assertThat(report.read()).isGreaterThanOrEqualTo(films.size());
		}
	}

	/** As export writes it. */
	static String line(FilmRecord film) {
		ObjectNode line = JSON.createObjectNode().put("type", "film");
		line.setAll((ObjectNode) JSON.valueToTree(film));
		return JSON.writeValueAsString(line);
	}

	@Provide
	Arbitrary<Random> random() {
		return Arbitraries.longs().map(Random::new);
	}

	/** Pieces in any order, and bytes that are no text. */
	@Provide
	Arbitrary<byte[]> content() {
		Arbitrary<byte[]> pieces = Arbitraries.of(PIECES).map((piece) -> piece.getBytes(StandardCharsets.UTF_8));
		Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
		return Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, bytes)).list().ofMaxSize(60).map((parts) -> {
			ByteArrayOutputStream content = new ByteArrayOutputStream();
			parts.forEach(content::writeBytes);
			return content.toByteArray();
		});
	}

	private static Path write(String name, String header, byte[] rows) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(header.getBytes(StandardCharsets.UTF_8));
		content.writeBytes(rows);
		if (rows.length % 2 == 0) {
			content.write('\n');
		}
		return Files.write(folder.resolve(name), content.toByteArray());
	}

	/** Opens something to read. */
	@FunctionalInterface
	private interface Opening {

		RecordReader open() throws IOException;

	}

	/** Reads all there is, which may end in the middle of a row. */
	private static void readAll(Opening opening) throws IOException {
		try (RecordReader reader = opening.open()) {
			reader.forEachRemaining((film) -> assertThat(Limits.broken(film)).isNull());
		}
		catch (IOException | UncheckedIOException ex) {
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			String why = String.valueOf(cause.getMessage());
			if (!why.contains(" ends too early, in line ") && !why.contains(" is of another catalogue")) {
				throw ex;
			}
		}
	}

}
