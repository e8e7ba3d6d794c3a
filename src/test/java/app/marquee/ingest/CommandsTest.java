package app.marquee.ingest;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import app.marquee.MarqueeApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands on a catalogue of their own; each test imports the list of another
 * service.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {

	private static final String COLUMNS = "show_id,type,title,director,cast,country,date_added,release_year,rating,"
			+ "duration,listed_in,description\n";

	private Path folder;

	private ConfigurableApplicationContext catalogue;

	@BeforeAll
	void openAnEmptyCatalogue(@TempDir Path folder) throws IOException {
		this.folder = folder;
		this.catalogue = open("home");
	}

	@AfterAll
	void close() {
		this.catalogue.close();
	}

	@Test
	void saysWhyADatabaseHasClosedItself(CapturedOutput output) {
		SQLException closed = new SQLException("The database has been closed");
		closed.addSuppressed(new IllegalStateException(new OutOfMemoryError("Java heap space")));

		assertThat(Commands.run((settings) -> {
			throw new UncategorizedSQLException("commit", null, closed);
		}, "reindex")).isOne();

		assertThat(output.getErr()).startsWith("There is not enough memory. Give the same command again with more;");
	}

	@Test
	void keepsNoLettersThatJavaCouldNotRead(CapturedOutput output) {
		assertThat(run("films", "correct", "fog", "title", "Pl\uFFFD\uFFFDsant", "--reason", "told")).isEqualTo(2);

		assertThat(output.getErr()).contains("has letters that cannot be read").contains("C.UTF-8");
		assertThat(Commands.notUnderstood("--home=/srv/caf\uFFFD")).get()
			.asString()
			.contains("has letters that cannot be read");
	}

	@Test
	void saysThatTheDiskIsFull(CapturedOutput output) {
		for (SQLException full : List.of(new SQLException("IO Exception", new IOException("No space left on device")),
				new SQLException("could not extend file", "53100"))) {
			assertThat(Commands.run((settings) -> {
				throw new UncategorizedSQLException("commit", null, full);
			}, "reindex")).isOne();
		}

		assertThat(output.getErr().lines()).hasSize(2)
			.allMatch((line) -> line.startsWith("The disk is full. Make room and give the same command again;"));
	}

	@Test
	void importsAListAndReportsWhatBecameOfIt(CapturedOutput output) throws IOException {
		Path list = list("first", "Fog", "Rain", "");

		assertThat(run("import", "streaming-list", list.toString(), "--provider", "First", "--as-of", "2022")).isZero();

		assertThat(output.getOut().lines().map(String::strip)).contains("First list, data of 2022", "2  records read",
				"2  new films", "1  lines rejected", "1 × a film without a title (line rejected)");
		assertThat(output.getOut()).contains("first.csv, line 4").doesNotContain("as it was before");
		try (Stream<Path> reports = Files.list(this.folder.resolve("home/imports"))) {
			assertThat(reports.filter((file) -> file.toString().endsWith("-first-list.txt"))).singleElement()
				.satisfies((file) -> assertThat(Files.readString(file)).contains("2  records read"));
		}
	}

	@Test
	void saysThatASecondRunChangesNothing(CapturedOutput output) throws IOException {
		Path list = list("second", "Snow", "Hail");
		run("import", "streaming-list", list.toString(), "--provider", "Second", "--as-of", "2022-03");
		assertThat(output).doesNotContain("The catalogue is as it was before.");
		String changed = "select changed_at from catalogue";
		Object before = this.catalogue.getBean(JdbcTemplate.class).queryForObject(changed, Object.class);

		assertThat(run("import", "streaming-list", list.toString(), "--provider", "Second", "--as-of", "2022-03"))
			.isZero();

		assertThat(this.catalogue.getBean(JdbcTemplate.class).queryForObject(changed, Object.class)).isEqualTo(before);

		assertThat(output).contains("2  unchanged").contains("The catalogue is as it was before.");
		// pages that tell of imports are made anew
		assertThat(this.catalogue.getBean(JdbcTemplate.class)
			.queryForObject("select max(import_run.revision) = max(catalogue.revision) from import_run, catalogue",
					Boolean.class))
			.isTrue();
	}

	@Test
	void writesNothingInADryRun(CapturedOutput output) throws IOException {
		String list = list("dry", "Mist", "Haze").toString();

		assertThat(run("import", "streaming-list", list, "--provider", "Dry", "--as-of", "2022", "--dry-run")).isZero();

		assertThat(output).contains("2  new films").contains("A dry run: nothing was written.");
		JdbcTemplate jdbc = this.catalogue.getBean(JdbcTemplate.class);
		assertThat(jdbc.queryForObject("select count(*) from film where title in ('Mist', 'Haze')", Long.class))
			.isZero();
		assertThat(jdbc.queryForObject("select count(*) from source where slug = 'dry-list'", Long.class)).isZero();
	}

	@Test
	void correctsAFilmByCommandAndKeepsTheCorrectionThroughTheNextImport(CapturedOutput output) throws IOException {
		String list = list("curated", "Gale").toString();
		run("import", "streaming-list", list, "--provider", "Curated", "--as-of", "2022");

		assertThat(run("films", "correct", "gale-2019", "runtime", "95", "--reason", "Timed it")).isZero();
		assertThat(run("films", "correct", "gale-2019", "runtime", "51420", "--reason", "Long")).isOne();
		assertThat(run("films", "correct", "gale-2019", "colour", "red", "--reason", "Seen")).isEqualTo(2);
		assertThat(run("films", "correct", "gale-2019", "credit", "Ada", "--reason", "Seen")).isEqualTo(2);
		run("import", "streaming-list", list, "--provider", "Curated", "--as-of", "2023");
		run("films", "show", "gale-2019");

		assertThat(this.catalogue.getBean(JdbcTemplate.class)
			.queryForObject("select runtime from film where slug = 'gale-2019'", Integer.class)).isEqualTo(95);
		assertThat(output.getOut()).contains("Believed: /films/gale-2019")
			.containsPattern("runtime is 95: Timed it \\(\\d{4}-\\d\\d-\\d\\d\\)");
		assertThat(output.getErr()).contains("a runtime between 1 and 1440 minutes was expected")
			.contains("There is no field \"colour\"; there are certificate,")
			.contains("A credit needs --of: the job");
	}

	@Test
	void endsTheOffersThatANewerListNoLongerHas(CapturedOutput output) throws IOException {
		run("import", "streaming-list", list("old", "Dusk", "Dawn").toString(), "--provider", "Third", "--region", "CA",
				"--as-of", "2021");

		assertThat(run("import", "streaming-list", list("new", "Dawn").toString(), "--provider", "Third", "--region",
				"CA", "--as-of", "2022"))
			.isZero();

		assertThat(output).contains("1  gone");
		assertThat(this.catalogue.getBean(JdbcTemplate.class)
			.queryForList(
					"""
							select film.title || ' ' || offer.region || ' ' || checked_on || ' ' || coalesce(ended_on, '-') from offer
							join film on film.id = film_id join provider on provider.id = provider_id
							where provider.slug = 'third' order by 1""",
					String.class))
			.containsExactly("Dawn CA 2022 -", "Dusk CA 2021 2022");
		assertThat(this.catalogue.getBean(JdbcTemplate.class).queryForList("""
				select film_count || ' ' || last_checked || ' ' || oldest_check || ' ' || region from provider
				join provider_region on provider_id = id where slug = 'third'""", String.class))
			.as("what the page of the service says")
			.containsExactly("1 2022 2022 CA");
	}

	@Test
	void refusesDatesOfWhichNoDataSetCanBe(CapturedOutput output) throws IOException {
		String list = list("dates", "Dawn").toString();
		for (String date : List.of("2999", "0202", "1200-01")) {
			assertThat(run("import", "streaming-list", list, "--provider", "Dates", "--as-of", date)).isEqualTo(2);
		}
		assertThat(output.getErr()).contains("2999 is still to come").contains("there were no data sets in 0202");
	}

	@Test
	void endsMostOffersOfAServiceOnlyIfTheListIsSaidToBeWhole(CapturedOutput output) throws IOException {
		String[] titles = IntStream.range(0, 12).mapToObj((number) -> "Reel " + number).toArray(String[]::new);
		run("import", "streaming-list", list("all", titles).toString(), "--provider", "Tenth", "--as-of", "2021");
		String[] half = { "import", "streaming-list", list("half", "Reel 0", "Reel 1").toString(), "--provider",
				"Tenth", "--as-of", "2022" };
		String ended = """
				select count(*) from offer join provider on provider.id = offer.provider_id
				where provider.name = 'Tenth' and ended_on is not null""";

		assertThat(run(half)).isZero();
		assertThat(output.getOut().lines().map(String::strip)).contains("10  missing, and left as they are", "0  gone");
		assertThat(output).contains("import it again with --whole");
		assertThat(number(ended)).isZero();

		String[] others = IntStream.range(0, 12).mapToObj((number) -> "Other " + number).toArray(String[]::new);
		run("import", "streaming-list", list("another", others).toString(), "--provider", "Tenth", "--as-of", "2022");
		assertThat(number(ended)).as("another service's list").isZero();

		assertThat(run(Stream.concat(Stream.of(half), Stream.of("--whole")).toArray(String[]::new))).isZero();
		assertThat(number(ended)).isEqualTo(22);
	}

	@Test
	void keepsWhatASourceSaidInAFileThatIsNotThereThisTime(CapturedOutput output) throws IOException {
		Path titles = write("titles.csv", """
				id,title,type,description,release_year,age_certification,runtime,genres,imdb_id,imdb_score,imdb_votes
				tm1,Low Tide,MOVIE,,1990,R,90,['drama'],,,
				""");
		Path credits = write("credits.csv", "person_id,id,name,character,role\n1,tm1,Mara Quill,Kit,ACTOR\n");
		Path newer = write("newer.csv", Files.readString(titles).replace(",90,", ",91,"));
		run("import", "justwatch", titles.toString(), credits.toString(), "--provider", "Eleventh", "--as-of", "2021");

		assertThat(run("import", "justwatch", titles.toString(), "--provider", "Eleventh", "--as-of", "2021")).isZero();
		assertThat(output.getOut().lines().map(String::strip)).contains("1  unchanged");
		assertThat(run("import", "justwatch", newer.toString(), "--provider", "Eleventh", "--as-of", "2021")).isZero();

		assertThat(number("""
				select film.runtime from credit join film on film.id = credit.film_id
				where credit.played = 'Kit'""")).isEqualTo(91);
	}

	@Test
	void takesNoEditionOfWhichEveryLineIsRejected(CapturedOutput output) throws IOException {
		Path good = write("whole.jsonl", """
				{"type": "source", "id": "thirteenth", "name": "Thirteenth", "kind": "page", "asOf": "2021"}
				{"type": "film", "key": "sleet", "title": "Sleet", "year": 1998}
				""");
		Path bad = write("broken.jsonl", """
				{"type": "source", "id": "thirteenth", "name": "Thirteenth", "kind": "page", "asOf": "2022"}
				{"type": "film", "key": "sleet", "year": 1998}
				{"type": "source", "id": "fourteenth", "name": "Fourteenth", "kind": "page"}
				{"type": "film", "key": "thaw", "title": "Thaw", "year": 1999}
				""");
		run("import", "marquee", good.toString());

		assertThat(run("import", "marquee", bad.toString())).isOne();

		assertThat(output.getOut()).contains("broken.jsonl, line 2")
			.contains("There is no film in it. Nothing was changed.");
		JdbcTemplate jdbc = this.catalogue.getBean(JdbcTemplate.class);
		assertThat(jdbc.queryForObject("select as_of from source where slug = 'thirteenth'", String.class))
			.isEqualTo("2021");
		assertThat(jdbc.queryForObject("select count(*) from film where slug = 'thaw-1999'", Long.class)).isOne();
		assertThat(run("import", "marquee", good.toString())).isZero();
	}

	@Test
	void withdrawsASourceThatShouldNotHaveBeenImported(CapturedOutput output) throws IOException {
		String list = list("mistaken", "Squall", "Gust").toString();
		run("import", "streaming-list", list, "--provider", "Misteken", "--as-of", "2022");
		run("sources", "list");
		assertThat(output.getOut())
			.containsPattern("misteken-list  Misteken list, data of 2022, trust 40, 2 records, imported \\d{4}-");
		String films = "select count(*) from film where title in ('Squall', 'Gust')";

		assertThat(run("sources", "withdraw", "misteken-list", "--dry-run")).isZero();
		assertThat(output.getOut()).contains("A dry run: nothing was written.");
		assertThat(number(films)).isEqualTo(2);

		assertThat(run("sources", "withdraw", "misteken-list")).isZero();
		assertThat(output.getOut()).contains("2  records withdrawn")
			.contains("2  films gone, of which nobody else speaks");
		assertThat(number(films)).isZero();
		assertThat(run("sources", "withdraw", "misteken-list")).isOne();
		assertThat(output.getErr()).contains("There is no source \"misteken-list\".");
	}

	@Test
	void endsNoOfferForAListWithoutAFilm(CapturedOutput output) throws IOException {
		run("import", "streaming-list", list("full", "One").toString(), "--provider", "Ninth", "--as-of", "2021");

		assertThat(run("import", "streaming-list", list("empty").toString(), "--provider", "Ninth", "--as-of", "2022"))
			.isOne();

		assertThat(
				run("import", "streaming-list", list("empty").toString(), "--provider", "Nowhere", "--as-of", "2022"))
			.isOne();
		assertThat(this.catalogue.getBean(JdbcTemplate.class)
			.queryForList("select slug from source where slug = 'nowhere-list'", String.class)).isEmpty();
		assertThat(output.getOut())
			.contains("There is no film in it. Nothing was changed: all that Ninth list offers would be gone.");
		assertThat(this.catalogue.getBean(JdbcTemplate.class).queryForList("""
				select source.as_of from offer join source on source.id = offer.source_id
				where source.slug = 'ninth-list' and ended_on is null""", String.class)).containsExactly("2021");
	}

	@Test
	void keepsWhatACuratorSaidOfASeedThroughAnExport() throws IOException {
		Path seeds = Files.createDirectories(this.folder.resolve("sown"));
		Files.writeString(seeds.resolve("portal.json"), """
				[{"type": "source", "id": "portal", "name": "Portal", "kind": "page"},
				{"type": "film", "key": "fog", "title": "Fog", "year": 1998},
				{"type": "film", "key": "mist", "title": "Mist", "year": 1999}]""");
		Path first = this.folder.resolve("sown.jsonl");
		Path second = this.folder.resolve("sown-again.jsonl");
		try (ConfigurableApplicationContext one = open("sown-1", seeds, Map.of())) {
			assertThat(run(one, "films", "correct", "fog-1998", "year", "1997", "--reason", "So it says.")).isZero();
			assertThat(run(one, "films", "merge", "mist-1999", "fog-1997", "--reason", "The same.")).isZero();
			assertThat(run(one, "export", first.toString())).isZero();
		}

		assertThat(Commands.run((settings) -> open("sown-2", seeds, settings), "import", "marquee", first.toString()))
			.isZero();

		try (ConfigurableApplicationContext other = open("sown-2", seeds, Map.of())) {
			assertThat(run(other, "export", second.toString())).isZero();
		}
		assertThat(second).hasSameTextualContentAs(first);
	}

	@Test
	void leavesTheSeedsToTheServerWhateverSettingsItIsCalledWith() throws IOException {
		Path seeds = Files.createDirectories(this.folder.resolve("own"));
		Files.writeString(seeds.resolve("own.json"), """
				[{"type": "source", "id": "own", "name": "Own", "kind": "page"},
				{"type": "film", "key": "dew", "title": "Dew", "year": 1998}]""");
		Path none = Files.createDirectories(this.folder.resolve("none"));
		open("owned", seeds, Map.of()).close();
		List<Integer> checksums;
		try (ConfigurableApplicationContext server = open("owned", seeds, Map.of())) {
			checksums = checksums(server);
		}

		assertThat(Commands.run((settings) -> open("owned", none, settings), "films", "show", "dew-1998")).isZero();

		try (ConfigurableApplicationContext server = open("owned", seeds, Map.of())) {
			assertThat(checksums(server)).isEqualTo(checksums);
			assertThat(server.getBean(JdbcTemplate.class).queryForList("select slug from film", String.class))
				.containsExactly("dew-1998");
		}
	}

	/** Of all that Flyway has run. */
	private static List<Integer> checksums(ConfigurableApplicationContext catalogue) {
		return catalogue.getBean(JdbcTemplate.class)
			.queryForList("select checksum from flyway_schema_history order by installed_rank", Integer.class);
	}

	@Test
	void judgesEachSourceOfAnExportByThoseBeforeItAlsoInADryRun(CapturedOutput output) throws IOException {
		Path file = Files.writeString(this.folder.resolve("two.jsonl"), """
				{"type":"source","id":"dry-a","name":"Dry A","kind":"page"}
				{"type":"film","key":"1","title":"Drizzle","year":1931}
				{"type":"source","id":"dry-b","name":"Dry B","kind":"page"}
				{"type":"film","key":"1","title":"Drizzle","year":1931}
				""");

		assertThat(run("import", "marquee", file.toString(), "--dry-run")).isZero();

		assertThat(output.getOut()).containsSubsequence("Dry A", "1  new films", "Dry B", "0  new films",
				"1  joined to films that were known");
		assertThat(this.catalogue.getBean(JdbcTemplate.class)
			.queryForList("select slug from film where title = 'Drizzle'")).isEmpty();
	}

	@Test
	void makesNoCatalogueToReadFrom(CapturedOutput output) throws IOException {
		Path seeds = Files.createDirectories(this.folder.resolve("seeds"));
		for (List<String> command : List.of(List.of("films", "show", "fog-1998"), List.of("reindex"))) {
			assertThat(Commands.run((settings) -> open("misspelt", seeds, settings), command.toArray(String[]::new)))
				.isOne();
		}

		assertThat(output.getAll()).contains("There is no catalogue in " + this.folder.resolve("misspelt") + " yet.")
			.contains("Nothing was changed.")
			.doesNotContain("It failed");
		assertThat(this.folder.resolve("misspelt").resolve("marquee.mv.db")).doesNotExist();
	}

	@Test
	void triesAnImportWhereThereIsNoCatalogueYetAndLeavesNone(CapturedOutput output) throws IOException {
		Path seeds = Files.createDirectories(this.folder.resolve("seeds"));

		assertThat(Commands.run((settings) -> open("untouched", seeds, settings), "import", "streaming-list",
				list("dry", "One", "Two").toString(), "--provider", "Tenth", "--as-of", "2022", "--dry-run"))
			.isZero();

		assertThat(output.getOut())
			.contains("There is no catalogue in " + this.folder.resolve("untouched")
					+ " yet: this is tried on an empty one.")
			.contains("           2  new films")
			.contains("A dry run: nothing was written.");
		assertThat(this.folder.resolve("untouched")).doesNotExist();
	}

	@Test
	void writesMoreExamplesToTheReportThanItPrints(CapturedOutput output) throws IOException {
		StringBuilder rows = new StringBuilder(COLUMNS);
		for (int i = 0; i < 50; i++) {
			rows.append("s").append(i).append(",Movie,Film ").append(i).append(",,,,,3019,PG,90 min,Dramas,\n");
		}
		Path list = write("years.csv", rows.toString());

		assertThat(run("import", "streaming-list", list.toString(), "--provider", "Eleventh", "--as-of", "2022"))
			.isZero();

		assertThat(output.getOut()).contains("50 × ")
			.containsPattern("This report, with more examples: .*eleventh-list");
		assertThat(output.getOut().lines().filter((line) -> line.endsWith(": 3019"))).hasSize(10);
		try (Stream<Path> reports = Files.list(this.folder.resolve("home/imports"))) {
			assertThat(reports.filter((file) -> file.toString().contains("eleventh"))).singleElement()
				.satisfies((
						file) -> assertThat(Files.readAllLines(file).stream().filter((line) -> line.endsWith(": 3019")))
							.hasSize(50));
		}
	}

	@Test
	void reportsHowFarAFileWentThatIsCutOff(CapturedOutput output) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream rows = new GZIPOutputStream(packed)) {
			rows.write(COLUMNS.getBytes(StandardCharsets.UTF_8));
			Random random = new Random(7);
			for (int film = 0; film < 6000; film++) {
				rows.write("c%d,Movie,Cut %s,,,,,1999,,90 min,,\n".formatted(film, Long.toString(random.nextLong(), 36))
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		Path list = this.folder.resolve("cut.csv.gz");
		Files.write(list, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

		assertThat(run("import", "streaming-list", list.toString(), "--provider", "Cut", "--as-of", "2022")).isOne();

		assertThat(output.getOut()).contains("It broke off: cut.csv.gz ends too early, in line ")
			.contains("What was read before is in the catalogue");
		JdbcTemplate jdbc = this.catalogue.getBean(JdbcTemplate.class);
		assertThat(jdbc.queryForList("""
				select films_created || ' ' || complete from import_run
				where source_id = (select id from source where slug = 'cut-list')""", String.class))
			.as("each whole line but the columns")
			.containsExactly(linesOf(list) - 1 + " FALSE");
		try (Stream<Path> reports = Files.list(this.folder.resolve("home/imports"))) {
			assertThat(reports.filter((file) -> file.toString().endsWith("-cut-list.txt"))).singleElement()
				.satisfies((file) -> assertThat(Files.readString(file)).contains("It broke off: "));
		}
	}

	/** How many lines a packed file has, as far as it can be read. */
	private static long linesOf(Path packed) throws IOException {
		long lines = 0;
		try (InputStream rows = new GZIPInputStream(Files.newInputStream(packed))) {
			for (int letter = rows.read(); letter >= 0; letter = rows.read()) {
				lines += (letter == '\n') ? 1 : 0;
			}
		}
		catch (EOFException ex) {
			return lines;
		}
		throw new IllegalStateException("it is whole");
	}

	@Test
	void takesNothingOfAPackedExportThatIsCutOffAndSaysSoInADryRun(CapturedOutput output) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream lines = new GZIPOutputStream(packed)) {
			lines.write("{\"type\":\"source\",\"id\":\"cut\",\"name\":\"Cut\",\"kind\":\"page\"}\n"
				.getBytes(StandardCharsets.UTF_8));
			Random random = new Random(7);
			for (int film = 0; film < 2000; film++) {
				lines.write("{\"type\":\"film\",\"key\":\"%d\",\"title\":\"Cut short %s\"}\n"
					.formatted(film, Long.toString(random.nextLong(), 36))
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		Path export = this.folder.resolve("cut.jsonl.gz");
		Files.write(export, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

		assertThat(run("import", "marquee", export.toString(), "--dry-run")).isOne();
		assertThat(run("import", "marquee", export.toString())).isOne();

		assertThat(output.getErr().lines()).filteredOn((line) -> line.contains("cut.jsonl.gz")).hasSize(2);
		assertThat(this.catalogue.getBean(JdbcTemplate.class)
			.queryForList("select slug from film where title like 'Cut short%'")).isEmpty();
	}

	@Test
	void takesNoEmptyFileForAnExport(CapturedOutput output) throws IOException {
		assertThat(run("import", "marquee", Files.createFile(this.folder.resolve("nothing.jsonl")).toString())).isOne();

		assertThat(output.getErr()).contains("There is nothing in ");
	}

	@Test
	void refusesAnOlderListWithASentence(CapturedOutput output) throws IOException {
		String list = list("fourth", "Noon").toString();
		run("import", "streaming-list", list, "--provider", "Fourth", "--as-of", "2022");

		assertThat(run("import", "streaming-list", list, "--provider", "Fourth", "--as-of", "2021")).isOne();

		assertThat(output.getErr())
			.contains("The catalogue already holds the edition of 2022 of Fourth list; the one of 2021 is older.");
	}

	@Test
	void exportsWhatGivesTheSameCatalogueAgain() throws IOException {
		run("import", "streaming-list", list("fifth", "Łódź, \"Night\"", "霧").toString(), "--provider", "Fifth",
				"--as-of", "2022");
		Path first = this.folder.resolve("first.jsonl");
		Path second = this.folder.resolve("second.jsonl.gz");
		assertThat(run("export", first.toString())).isZero();

		try (ConfigurableApplicationContext other = open("other")) {
			assertThat(run(other, "import", "marquee", first.toString())).isZero();
			assertThat(run(other, "export", second.toString())).isZero();
		}

		assertThat(CsvRows.bytes(second).readAllBytes()).isEqualTo(Files.readAllBytes(first));
		assertThat(first).content().contains("Łódź, \\\"Night\\\"").contains("霧");
		assertThat(this.folder.resolve("first.jsonl.part")).doesNotExist();
	}

	@Test
	void exportsASourceWhoseNameIsInAnotherScript() throws IOException {
		run("import", "streaming-list", list("list", "Сталкер").toString(), "--provider", "Кинопоиск", "--as-of",
				"2022");
		Path file = this.folder.resolve("export.jsonl");
		assertThat(run("export", file.toString())).isZero();

		assertThat(run("import", "marquee", file.toString())).isZero();
	}

	@Test
	void refusesAServiceWhoseNameIsTooLong(CapturedOutput output) throws IOException {
		assertThat(run("import", "streaming-list", list("list", "One").toString(), "--provider", "Sixth ".repeat(40),
				"--as-of", "2022"))
			.isOne();

		assertThat(output.getErr()).contains("will not do").contains("more than 80 characters");
	}

	@Test
	void saysWhyItFails(CapturedOutput output) {
		String absent = this.folder.resolve("absent.csv").toString();

		assertThat(unopened("import", "streaming-list", absent, "--provider", "Sixth", "--as-of", "2022")).isOne();
		assertThat(unopened("import", "imdb", absent)).isOne();
		assertThat(run("export", this.folder.toString())).isOne();
		assertThat(run("import", "imdb", this.folder.toString())).isOne();
		assertThat(run("export", this.folder.resolve("no/where.jsonl").toString())).isOne();

		assertThat(output.getErr()).contains("There is no file " + absent)
			.contains("There is no folder " + absent)
			.contains(this.folder + " is a folder; name a file in it.")
			.contains("title.basics.tsv")
			.contains("There is no folder")
			.doesNotContain("Exception");
	}

	@Test
	void saysWhatItDoesNotUnderstand(CapturedOutput output) {
		assertThat(unopened("improt")).isEqualTo(2);
		assertThat(unopened("import")).isEqualTo(2);
		assertThat(unopened("import", "streaming-list", "list.csv", "--provider", "X")).isEqualTo(2);
		assertThat(unopened("import", "streaming-list", "list.csv", "--provider", "X", "--as-of", "2022", "--region",
				"Canada"))
			.isEqualTo(2);
		assertThat(unopened("import", "streaming-list", "list.csv", "--provider", "Sixth", "--as-of", "31.3.2022"))
			.isEqualTo(2);
		assertThat(unopened("import", "streaming-list", "list.csv", "--provider", "Sixth", "--as-of", "2202"))
			.isEqualTo(2);
		assertThat(unopened("import", "streaming-list", "list.csv", "--provider", " ", "--as-of", "2022")).isEqualTo(2);
		assertThat(run("films", "correct", "fog-2019", "colour", "red", "--reason", "So it is.")).isEqualTo(2);
		assertThat(run("films", "correct", "fog-2019", "credit", "Ada Lane", "--reason", "So it is.")).isEqualTo(2);
		assertThat(run("films", "settle", "fourth-list/s1")).isEqualTo(2);

		assertThat(output.getErr()).contains("improt")
			.contains("--as-of")
			.contains("\"Canada\" is none")
			.contains("31.3.2022")
			.contains("2202 is still to come")
			.contains("'--provider': there is nothing in it");
	}

	@Test
	void helpsWithoutOpeningTheCatalogue(CapturedOutput output) {
		assertThat(unopened("--help")).isZero();
		assertThat(unopened("--version")).isZero();
		assertThat(unopened("import", "streaming-list", "--help")).isZero();
		assertThat(unopened("export", "--help")).isZero();
		assertThat(unopened("import", "--help")).isZero();
		assertThat(unopened("films", "--help")).isZero();

		assertThat(output.getOut()).contains("Exit codes:").contains("--provider").contains("FILE").contains("Java 1");
	}

	@Test
	void knowsACommandFromASettingOfTheServer() {
		assertThat(List.of("import", "export", "--help", "-h", "--version")).allMatch(Commands::understands);
		assertThat(Commands.understands("--home", "other", "import")).isTrue();
		assertThat(Commands.understands("--server.port=80")).isFalse();
		assertThat(Commands.understands("--home", "films", "--server.port=80")).isFalse();
		assertThat(Commands.understands("--home=other")).isFalse();
		assertThat(Commands.settings("--server.port=80", "--home=other")).containsExactly("--server.port=80",
				"--marquee.home=other");
		assertThat(Commands.settings("--home", "my films")).containsExactly("--marquee.home=my films");
		assertThat(Commands.settings()).isEmpty();
		assertThat(Commands.understands()).isFalse();
	}

	@Test
	void startsNoServerOnAnotherCatalogueForASettingThatIsMisspelt() {
		assertThat(List.of("--home=other", "--server.port=80", "--debug", "--marquee.pages.memory=1MB"))
			.allMatch((setting) -> Commands.notUnderstood(setting).isEmpty());
		assertThat(Commands.notUnderstood("--home", "other")).isEmpty();
		assertThat(Commands.notUnderstood()).isEmpty();
		assertThat(Commands.notUnderstood("--home")).get().asString().contains("--home=DIR");
		assertThat(List.of("--homee", "--homee=x", "-p", "--port=80"))
			.allSatisfy((misspelt) -> assertThat(Commands.notUnderstood(misspelt)).get()
				.asString()
				.startsWith("\"" + misspelt + "\" is no command and no setting."));
	}

	private Path list(String name, String... titles) throws IOException {
		StringBuilder rows = new StringBuilder(COLUMNS);
		for (String title : titles) {
			rows.append("s,Movie,\"")
				.append(title.replace("\"", "\"\""))
				.append("\",Ada Lane,Ben Moor,,\"March 1, 2020\",2019,PG,90 min,Dramas,Weather.\n");
		}
		return Files.writeString(this.folder.resolve(name + ".csv"), rows);
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	private @Nullable Long number(String sql) {
		return this.catalogue.getBean(JdbcTemplate.class).queryForObject(sql, Long.class);
	}

	private ConfigurableApplicationContext open(String home) throws IOException {
		return open(home, Files.createDirectories(this.folder.resolve("seeds")), Map.of());
	}

	private ConfigurableApplicationContext open(String home, Path seeds, Map<String, Object> settings) {
		return new SpringApplicationBuilder(MarqueeApplication.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties("logging.level.root=error")
			.properties(settings)
			.run("--spring.main.banner-mode=off", "--marquee.home=" + this.folder.resolve(home),
					"--marquee.seeds=" + seeds.toUri());
	}

	private int run(String... arguments) {
		return run(this.catalogue, arguments);
	}

	/** A command closes its catalogue; here it stays open for the next. */
	private static int run(ConfigurableApplicationContext catalogue, String... arguments) {
		ConfigurableApplicationContext unclosed = (ConfigurableApplicationContext) Proxy.newProxyInstance(
				CommandsTest.class.getClassLoader(), new Class<?>[] { ConfigurableApplicationContext.class },
				(proxy, method, values) -> {
					try {
						return method.getName().equals("close") ? null : method.invoke(catalogue, values);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
		return Commands.run((settings) -> unclosed, arguments);
	}

	private static int unopened(String... arguments) {
		return Commands.run((settings) -> {
			throw new AssertionError("nobody needs the catalogue");
		}, arguments);
	}

}
