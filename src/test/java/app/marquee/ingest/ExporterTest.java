package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import app.marquee.text.PartialDate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

/** What goes out comes in again, with all that curators and newer editions made of it. */
class ExporterTest {

	private static final SourceEntry PORTAL = new SourceEntry("portal", "Portal", "page", 50, null, null, null);

	/** Comes after the curator, in the order of the alphabet. */
	private static final SourceEntry ATLAS = new SourceEntry("the-atlas", "Atlas", "data set", 90, null, "CC0",
			"An atlas.");

	@TempDir
	private Path folder;

	@Test
	void givesTheSameBytesAfterAnImportIntoAnEmptyCatalogue() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		fill(one);
		Path first = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
		assertThat(state(other)).isEqualTo(state(one));
	}

	@Test
	void writesToWhereALinkLeads() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		fill(one);
		Path file = Files.createFile(this.folder.resolve("file.jsonl"));
		Path link = Files.createSymbolicLink(this.folder.resolve("link.jsonl"), file);

		export(one, link);

		assertThat(link).isSymbolicLink();
		assertThat(file).isNotEmptyFile();
		assertThat(this.folder).isDirectoryNotContaining("glob:**.part");

		Files.delete(file);
		export(one, link);

		assertThat(link).isSymbolicLink();
		assertThat(file).isNotEmptyFile();
	}

	@Test
	void writesSourcesAsTheyCameAndTheCuratorLast() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(ATLAS, Ingest.Gone.KEPT, film("Zed").of(1990));
		one.corrections.correct("zed-1990", new FilmRecord.Correction("runtime", null, "75", false, "So long it takes"),
				true);
		one.take(PORTAL, Ingest.Gone.KEPT, film("Here").of(1991).key("b"), film("Abc").of(1992).key("a"));

		assertThat(Files.readAllLines(export(one, this.folder.resolve("first.jsonl")))).satisfiesExactly(
				(line) -> assertThat(line).contains("\"id\":\"the-atlas\""), (line) -> assertThat(line).contains("Zed"),
				(line) -> assertThat(line).contains("\"id\":\"portal\""), (line) -> assertThat(line).contains("Here"),
				(line) -> assertThat(line).contains("Abc"), (line) -> assertThat(line).contains("\"kind\":\"curator\""),
				(line) -> assertThat(line).contains("So long it takes"));
	}

	@Test
	void movesToPostgres() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		fill(one);
		Path first = export(one, this.folder.resolve("first.jsonl"));

		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
				SingleConnectionDataSource database = new SingleConnectionDataSource(
						postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", true)) {
			EmptyCatalogue other = new EmptyCatalogue(database);
			take(other, first);

			assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
			assertThat(state(other)).isEqualTo(state(one));
		}
	}

	@Test
	void changesNothingWhenItComesBackWhereItCameFrom() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		fill(one);
		Path first = export(one, this.folder.resolve("first.jsonl"));
		List<String> before = state(one);

		take(one, first);

		assertThat(state(one)).isEqualTo(before);
		assertThat(export(one, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
	}

	@Test
	void keepsTheAddressesOfPeopleWhoHaveOneName() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.KEPT, film("Zed").of(1990).with("portal:1", "Ada Lane", "A"));
		one.take(PORTAL, Ingest.Gone.KEPT,
				film("Abc").of(1991).with("portal:4", "Bea Moor", "D").with("portal:2", "Ada Lane", "B"));
		one.take(PORTAL, Ingest.Gone.KEPT, film("Mid").of(1992).with("portal:3", "Ada\nLane", "C"));
		Path first = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(state(other)).contains("abc-1991 with bea-moor", "abc-1991 with ada-lane-2",
				"mid-1992 with ada-lane-3", "zed-1990 with ada-lane");
	}

	@Test
	void keepsTheAddressesOfPeopleWhoTurnedOutToBeOthers() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		SourceEntry guide = new SourceEntry("guide", "Guide", "data set", 40, null, null, null);
		one.take(guide, Ingest.Gone.KEPT, film("Abc").of(1991).with("TJ Lane", "B"),
				film("Mid").of(1992).with("TJ Lane", "C"), film("Low").of(1993).directedBy("Bo Lee"));
		one.take(PORTAL, Ingest.Gone.KEPT, film("Zed").of(1990).with("portal:1", "T. J. Lane", "A"),
				film("Top").of(1995).with("portal:2", "Bo Lee", "D"));
		one.take(PORTAL, Ingest.Gone.KEPT, film("Abc").of(1991).with("portal:1", "T. J. Lane", "B"),
				film("Mid").of(1992).with("portal:1", "T. J. Lane", "C"),
				film("Low").of(1993).with("portal:2", "Bo Lee", "E"));
		Path first = export(one, this.folder.resolve("first.jsonl"));
		assertThat(first).content().contains("{\"type\":\"former\",\"person\":\"tj-lane-2\",\"now\":\"t-j-lane\"}");

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
		assertThat(state(other)).contains("abc-1991 with t-j-lane", "mid-1992 with t-j-lane", "zed-1990 with t-j-lane");
	}

	@Test
	void keepsTheAddressOfAFilmIntoWhichACorrectedOneWent() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.KEPT, film("Alpha").of(2001), film("Alpha Two").of(2003));
		one.corrections.correct("alpha-two-2003", new FilmRecord.Correction("year", null, "2004", false, "x"), true);
		one.mergers.merge("alpha-two-2004", "alpha-2001", "The same");
		Path first = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(other.strings("select slug from film")).containsExactly("alpha-2001");
		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
	}

	@Test
	void keepsTheAddressesOfWhoWasCalledWrongBeforeAMergeThatWasTakenBack() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.KEPT, film("Alpha").of(2001).directedBy("Ada Lane"),
				film("Alpha Two").of(2003).directedBy("Old Director"));
		one.corrections.correct("alpha-two-2003",
				new FilmRecord.Correction("credit", "director", "Old Director", true, "x"), true);
		one.mergers.merge("alpha-two-2003", "alpha-2001", "The same");
		one.mergers.split("alpha-two-2003");
		Path first = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
	}

	@Test
	void keepsTheAddressesOfPeopleWhoAreCreditedNoLonger() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.KEPT, film("Abc").of(1991).with("Bob Lee", "A").with("Cy", "B"),
				film("Zed").of(1990).with("Bob Lee", "C").with("Dot", null));
		for (String film : List.of("abc-1991", "zed-1990")) {
			one.corrections.correct(film, new FilmRecord.Correction("credit", "actor", "Bob Lee", true, "Not them"),
					true);
		}
		one.take(PORTAL, Ingest.Gone.KEPT, film("Zed").of(1990).with("Bob Lee", "C"));
		Path first = export(one, this.folder.resolve("first.jsonl"));
		assertThat(first).content()
			.contains("\"person\":\"bob-lee\"", "\"person\":\"bob-lee-2\"", "\"person\":\"dot\"");

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
		other.corrections.uncorrect("zed-1990", "credit", "actor", "Bob Lee");
		other.corrections.uncorrect("abc-1991", "credit", "actor", "Bob Lee");
		assertThat(state(other)).contains("abc-1991 with bob-lee", "zed-1990 with bob-lee-2");
	}

	@Test
	void keepsARecordApartWhoseFilmComesWithALaterSource() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		SourceEntry zine = new SourceEntry("zine", "Zine", "page", 50, null, null, null);
		one.take(ATLAS, Ingest.Gone.KEPT, film("Fog").key("tt9").id("imdb", "tt9").of(1980));
		one.take(zine, Ingest.Gone.KEPT, film("The Long Way Round").of(1952));
		one.take(ATLAS, Ingest.Gone.KEPT, film("The Long Way Round").key("tt1").id("imdb", "tt1").of(1954));
		Path first = export(one, this.folder.resolve("first.jsonl"));
		assertThat(first).content().contains("\"candidates\":[\"the-long-way-round-1952\"]");

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
	}

	@Test
	void knowsWhoIsMeantByANameThatHadAnotherAddressInTheFilm() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.KEPT, film("One").of(1990).with("imdb:nm1", "Bob Lee", "A"));
		one.take(PORTAL, Ingest.Gone.KEPT, film("One").of(1990));
		one.take(PORTAL, Ingest.Gone.KEPT, film("Two").of(1991).with("imdb:nm1", "Bob Lee", "B"));
		one.take(ATLAS, Ingest.Gone.KEPT, film("One").of(1990).with("Bob Lee", "A"));
		Path first = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
	}

	@Test
	void givesNobodyTheAddressOfSomebodyElse() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.KEPT, film("Zed").of(1990).with("portal:1", "Ada Lane", "A"));
		one.take(PORTAL, Ingest.Gone.KEPT, film("Abc").of(1991).with("portal:2", "Ada Lane", "B"));
		Path file = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		other.take(ATLAS, Ingest.Gone.KEPT, film("Own").of(1980).with("atlas:1", "Ada Lane", "A"),
				film("Own Too").of(1981).with("atlas:2", "Ada Lane", "B"));
		take(other, file);

		assertThat(state(other)).contains("own-1980 with ada-lane", "own-too-1981 with ada-lane-2",
				"zed-1990 with ada-lane-3", "abc-1991 with ada-lane-4");
	}

	@Test
	void keepsTheAddressesOfNamesakesInOneFilm() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		SourceEntry closed = new SourceEntry("closed", "Closed", "page", 20, null, null, null);
		one.take(closed, Ingest.Gone.WITHDRAWN,
				film("Zed").of(1990).with("portal:1", "Ada Lane", "A").with("portal:2", "Ben Moor", "B"),
				film("Mid").of(1991).with("portal:3", "Ada Lane", "A").with("portal:4", "Ben Moor", "B"));
		one.take(PORTAL, Ingest.Gone.KEPT,
				film("Abc").of(1992)
					.with("portal:3", "Ada Lane", "C")
					.with("portal:1", "Ada Lane", "D")
					.with("portal:2", "Ben Moor", "E")
					.with("portal:4", "Ben Moor", "F"));
		// this film alone is left to say who has which address
		one.take(closed, Ingest.Gone.WITHDRAWN);
		Path first = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);

		assertThat(other.strings("select slug from credit join person on person.id = person_id order by billing"))
			.containsExactly("ada-lane-2", "ada-lane", "ben-moor", "ben-moor-2");
		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
	}

	@Test
	void givesNobodyTheAddressOfWhatIsGone() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Lost").of(1990).with("portal:1", "Ada Lane", "A"),
				film("Here").of(1991));
		one.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Here").of(1991));
		Path first = export(one, this.folder.resolve("first.jsonl"));
		assertThat(first).content()
			.endsWith("{\"type\":\"former\",\"film\":\"lost-1990\"}\n{\"type\":\"former\",\"person\":\"ada-lane\"}\n");

		EmptyCatalogue other = new EmptyCatalogue();
		take(other, first);
		assertThat(export(other, this.folder.resolve("second.jsonl"))).hasSameTextualContentAs(first);
		other.take(ATLAS, Ingest.Gone.KEPT, film("Lost").of(1990).minutes(80).with("atlas:1", "Ada Lane", "A"));

		assertThat(state(other)).contains("lost-1990-2 with ada-lane-2");
	}

	@Test
	void takesNoAddressFromWhoeverHasIt() throws IOException {
		EmptyCatalogue one = new EmptyCatalogue();
		one.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Lost").of(1990).with("portal:1", "Ada Lane", "A"));
		one.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Here").of(1991));
		Path file = export(one, this.folder.resolve("first.jsonl"));

		EmptyCatalogue other = new EmptyCatalogue();
		other.take(ATLAS, Ingest.Gone.KEPT, film("Lost").of(1990).with("atlas:1", "Ada Lane", "A"));
		take(other, file);

		assertThat(state(other)).contains("lost-1990 with ada-lane").noneMatch((line) -> line.startsWith("former"));
	}

	private static void fill(EmptyCatalogue catalogue) {
		SourceEntry list = new SourceEntry("list", "List", "list", 40, new PartialDate("2021"), null, null, "Guide");
		SourceEntry newer = new SourceEntry("list", "List", "list", 40, new PartialDate("2022"), null, null, "Guide");
		catalogue.take(list, Ingest.Gone.ENDED, film("Gone").of(1990).offered(offer("2021")),
				film("Here").of(1991).offered(offer("2021")));
		catalogue.take(newer, Ingest.Gone.ENDED,
				film("Here").of(1991).rated("7.1", 90, "Portal").offered(offer("2022")));
		catalogue.take(PORTAL, Ingest.Gone.KEPT, film("Home").key("a").of(2008).minutes(90),
				film("Home").key("b").of(2008).id("imdb", "tt0000001"), film("Uno").of(1970).with("Ada", "A"),
				film("Late").of(1980).reviewed("Eve", "8", "Good."));
		catalogue.take(ATLAS, Ingest.Gone.KEPT, film("Home").of(2008), film("One").of(1972).with("Ada", "B"),
				film("Late").of(1980).minutes(80));
		catalogue.mergers.merge("uno-1970", "one-1972", "One film by two titles");
		// its address becomes another, and leads from the first to this one
		catalogue.corrections.correct("late-1980",
				new FilmRecord.Correction("title", null, "Too Late", false, "So it says on the film"), true);
		catalogue.take(ATLAS, Ingest.Gone.KEPT, film("Alone").of(1999).minutes(70), glued());
		catalogue.corrections.correct("alone-1999",
				new FilmRecord.Correction("runtime", null, "75", false, "So long it takes"), true);
		catalogue.mergers.merge("other", "alone-1999", "The same after all");
		assertThat(catalogue.dossiers.doubts(null, 10)).isNotEmpty();
		SourceEntry closed = new SourceEntry("closed", "Closed", "page", 20, null, null, null);
		catalogue.take(closed, Ingest.Gone.WITHDRAWN, film("Lost").of(1960).with("Zoe Fern", "B"));
		catalogue.take(closed, Ingest.Gone.WITHDRAWN);
		assertThat(state(catalogue)).contains("former film lost-1960", "former person zoe-fern to -");
	}

	@Test
	void keepsAddressesFreeForThoseWhoseTheyAre() {
		EmptyCatalogue catalogue = new EmptyCatalogue();
		catalogue.former.take(Stream.of("bo-lee", "bo-lee", "bo-lee-2", "bo-lee-3")
			.map((slug) -> new FormerAddress(null, slug, null))
			.iterator());

		catalogue.ingest.take(catalogue.jdbc, PORTAL, Stream
			.of("{'key':'a','title':'A','credits':[{'name':'Bo Lee','job':'actor'}]}",
					"{'key':'b','title':'B','credits':[{'id':'portal:1','name':'Bo Lee','job':'actor'}],"
							+ "'people':['bo-lee-2 atlas:9','bo-lee portal:1']}",
					"{'key':'c','title':'C','credits':[{'id':'portal:2','name':'Bo Lee','job':'actor'}],"
							+ "'people':['bo-lee-2 atlas:9']}",
					"{'key':'d','title':'D','credits':[{'name':'Bo Lee','job':'actor'}],'people':['bo-lee-2 atlas:9']}")
			.map((film) -> JsonMapper.shared().readValue(film.replace('\'', '"'), FilmRecord.class))
			.iterator(), EmptyCatalogue.way(Ingest.Gone.KEPT));
		catalogue.former.take(List.of(new FormerAddress(null, "bo-lee-3", "bo-lee")).iterator());

		assertThat(state(catalogue)).contains("a with bo-lee-4", "b with bo-lee", "c with bo-lee-5", "d with bo-lee-2",
				"former person bo-lee-3 to bo-lee");
	}

	/** A page below whose title stands the text of another film. */
	private static FilmRecords glued() {
		return film("Glued").of(2001)
			.directedBy("Ada Lane")
			.text(new FilmRecord.Text("Other", List.of(), "Something happens.",
					List.of(new FilmRecord.Credit(null, "Ben Moor", "director", null, List.of(), null)), List.of(),
					List.of()));
	}

	private static FilmRecord.Offer offer(String checked) {
		return new FilmRecord.Offer("List", "stream", null, null, null, null, null, null, new PartialDate(checked),
				null);
	}

	static void take(EmptyCatalogue catalogue, Path file) throws IOException {
		try (MarqueeReader.Editions editions = new MarqueeReader(JsonMapper.shared(), Clock.systemUTC())
			.editions("export", Files.newInputStream(file))) {
			catalogue.former.take(editions.addresses((source) -> {
			}));
		}
		try (MarqueeReader.Editions editions = new MarqueeReader(JsonMapper.shared(), Clock.systemUTC())
			.editions("export", Files.newInputStream(file))) {
			for (SourceEntry source = editions.nextSource(); source != null; source = editions.nextSource()) {
				catalogue.ingest.take(catalogue.jdbc, source, editions.films(), EmptyCatalogue.way(Ingest.Gone.KEPT));
			}
			Rejections rejections = new Rejections();
			catalogue.former.take(editions.former(rejections));
			assertThat(rejections.reasons()).isEmpty();
		}
	}

	static Path export(EmptyCatalogue catalogue, Path file) throws IOException {
		catalogue.exporter.export(file);
		return file;
	}

	static List<String> state(EmptyCatalogue catalogue) {
		return catalogue.strings("""
				select film.slug || '|' || film.title || '|' || coalesce(film.runtime, 0) || '|' || film.review_count
					|| '|' || (select count(*) from source_record where film_id = film.id)
					|| '|' || (select count(*) from credit where film_id = film.id)
					|| '|' || coalesce((select max(ended_on) from offer where film_id = film.id), '-') from film
				union all select 'from ' || former.slug || ' to ' || film.slug from former_film_slug former
					join film on film.id = former.film_id
				union all select film.slug || ' with ' || person.slug from credit
					join film on film.id = credit.film_id join person on person.id = credit.person_id
				union all select 'doubt ' || source_key from doubtful_record
				union all select 'former film ' || slug from former_film_slug where film_id is null
				union all select 'former person ' || former.slug || ' to ' || coalesce(person.slug, '-')
					from former_person_slug former left join person on person.id = former.person_id
				order by 1""");
	}

}
