package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import app.marquee.text.PartialDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds whatever the sources say, tried with many: records of few titles, years,
 * people and ids, so that they meet, are joined, contradict each other and are in doubt.
 */
class AgainPropertyTest {

	private static final String[] TITLES = { "Home", "The Home", "Home, the", "Fog", "Fog: The Return", "Fog 2", "霧",
			"A Long Way from Anywhere", "Long Way from Anywhere", "Lane" };

	private static final String[] PEOPLE = { "Ada Lane", "Ben Moor", "Cleo Nash", "Dan Orr", "Ada Lane" };

	@Property(tries = 25, seed = "20261128")
	void theSameAgainChangesNothing(@ForAll long seed) {
		EmptyCatalogue catalogue = new EmptyCatalogue();
		List<List<FilmRecord>> sources = sources(new Random(seed), true);
		takeAll(catalogue, sources);
		List<String> before = ExporterTest.state(catalogue);

		List<IngestReport> again = takeAll(catalogue, sources);

		assertThat(again).allSatisfy(
				(report) -> assertThat(report.created() + report.updated() + report.withdrawn()).as("%s", report)
					.isZero());
		assertThat(ExporterTest.state(catalogue)).isEqualTo(before);
	}

	/** People are known by their names, as in the lists of services. */
	@Property(tries = 25, seed = "20261128")
	void anExportGivesTheSameCatalogueAndTheSameExport(@ForAll long seed) throws IOException {
		EmptyCatalogue catalogue = new EmptyCatalogue();
		takeAll(catalogue, sources(new Random(seed), false));
		Path first = Files.createTempFile("first", ".jsonl");
		Path second = Files.createTempFile("second", ".jsonl");
		try {
			ExporterTest.export(catalogue, first);
			EmptyCatalogue other = new EmptyCatalogue();

			ExporterTest.take(other, first);

			assertThat(lasting(ExporterTest.state(other))).isEqualTo(lasting(ExporterTest.state(catalogue)));
			assertThat(lasting(Files.readAllLines(ExporterTest.export(other, second))))
				.isEqualTo(lasting(Files.readAllLines(first)));
		}
		finally {
			Files.delete(first);
			Files.delete(second);
		}
	}

	/**
	 * Without addresses that only somebody had who was there between one source and the
	 * next.
	 */
	private static List<String> lasting(List<String> lines) {
		return lines.stream()
			.filter((line) -> !line.matches("former person .* to -|\\{\"type\":\"former\",\"person\":\"[^\"]*\"}"))
			.toList();
	}

	private static List<IngestReport> takeAll(EmptyCatalogue catalogue, List<List<FilmRecord>> sources) {
		List<IngestReport> reports = new ArrayList<>();
		for (int source = 0; source < sources.size(); source++) {
			SourceEntry entry = new SourceEntry("s" + source, "Source " + source, "list", 40 + 10 * source,
					new PartialDate("202" + source), null, null);
			reports.add(catalogue.ingest.take(catalogue.jdbc, entry, sources.get(source).iterator(),
					EmptyCatalogue.way(Ingest.Gone.ENDED)));
		}
		return reports;
	}

	private static List<List<FilmRecord>> sources(Random random, boolean ids) {
		List<List<FilmRecord>> sources = new ArrayList<>();
		for (int source = 0; source < 3; source++) {
			List<FilmRecord> films = new ArrayList<>();
			for (int key = 1 + random.nextInt(12); key > 0; key--) {
				films.add(film(random, "k" + key, ids ? "s" + source : ""));
			}
			sources.add(films);
		}
		return sources;
	}

	private static FilmRecord film(Random random, String key, String scheme) {
		FilmRecords film = FilmRecords.film(one(random, TITLES)).key(key).genre(one(random, "Drama", "Comedy"));
		if (random.nextInt(5) > 0) {
			film.of(1990 + random.nextInt(3));
		}
		if (random.nextInt(3) > 0) {
			film.minutes(90 + random.nextInt(2) * 2);
		}
		if (random.nextInt(3) == 0) {
			film.id("imdb", "tt000000" + random.nextInt(6));
		}
		if (random.nextBoolean()) {
			film.rated("7." + random.nextInt(3), 10 + random.nextInt(100));
		}
		for (int person = random.nextInt(3); person < PEOPLE.length; person += 1 + random.nextInt(3)) {
			if (!scheme.isEmpty()) {
				film.with(scheme + ":" + person, PEOPLE[person], null);
			}
			else {
				film.with(PEOPLE[person], "Part " + random.nextInt(3));
			}
		}
		if (random.nextInt(3) == 0) {
			film.offered(new FilmRecord.Offer("List", "stream", null, null, null, null, null, null,
					new PartialDate("2022"), null));
		}
		return film.record();
	}

	private static String one(Random random, String... of) {
		return of[random.nextInt(of.length)];
	}

}
