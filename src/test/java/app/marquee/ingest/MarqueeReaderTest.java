package app.marquee.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIOException;

class MarqueeReaderTest {

	private static final String SOURCE = """
			{"type": "source", "id": "portal", "name": "Portal", "kind": "page", "trust": 50, "asOf": "2022-03"}""";

	private static final String FILM = """
			{"type": "film", "key": "m", "title": "Metropolis", "year": 1927, "rating": {"score": 8.3, "votes": 200}, \
			"credits": [{"name": "Fritz Lang", "job": "director"}]}""";

	@Test
	void readsASourceAndItsFilms() throws IOException {
		MarqueeReader.Edition edition = read("[" + SOURCE + "," + FILM + "]");

		assertThat(edition.source().name()).isEqualTo("Portal");
		assertThat(edition.source().asOf()).hasToString("2022-03");
		assertThat(edition.films()).singleElement().satisfies((film) -> {
			assertThat(film.title()).isEqualTo("Metropolis");
			assertThat(film.year()).isEqualTo(1927);
			assertThat(film.rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("8.3"), 200));
			assertThat(film.credits()).extracting(FilmRecord.Credit::name).containsExactly("Fritz Lang");
			assertThat(film.genres()).isEmpty();
		});
	}

	@Test
	void readsObjectsOneAfterTheOtherAsWellAsAnArray() throws IOException {
		assertThat(read(SOURCE + "\n" + FILM + "\n")).isEqualTo(read("[" + SOURCE + "," + FILM + "]"));
	}

	@Test
	void readsASourceThatHasNoFilms() throws IOException {
		assertThat(read("[" + SOURCE + "]").films()).isEmpty();
	}

	@Test
	void saysInWhichFileAndLineItMeetsAPropertyThatItDoesNotKnow() {
		refuses("[" + SOURCE + ",\n" + FILM + ",\n" + FILM.replace("\"year\"", "\"yaer\"") + "]", "line 3", "yaer");
	}

	@Test
	void saysInWhichFileAndLineAValueCannotBeRead() {
		refuses("[" + SOURCE + ",\n" + FILM.replace("1927", "\"silent\"") + "]", "line 2", "silent");
		refuses("[" + SOURCE.replace("2022-03", "31.3.2022") + "]", "line 1", "31.3.2022");
	}

	@Test
	void wantsASourceBeforeTheFirstFilm() {
		refuses("[" + FILM + "," + SOURCE + "]", "line 1", "source");
		refuses(SOURCE.replace("\"page\"", "\"book\""), "line 1", "kind");
		refuses(SOURCE.replace("50", "101"), "line 1", "trust");
		refuses(SOURCE.replace("\"portal\"", "\"curator\""), "line 1", "id: another than curator");
		refuses("[]", "source");
		refuses("", "source");
	}

	@Test
	void wantsAKeyAndATitle() {
		refuses("[" + SOURCE + ",\n" + FILM.replace("\"key\": \"m\", ", "") + "]", "line 2", "key");
		refuses("[" + SOURCE + ",\n" + FILM.replace("\"Metropolis\"", "\" \"") + "]", "line 2", "title");
	}

	@Test
	void knowsNoOtherTypeOfEntry() {
		refuses("[" + SOURCE + ",\n {\"type\": \"person\"}]", "line 2", "film");
		refuses("[" + SOURCE + ",\n {}]", "line 2", "film");
		refuses("[" + SOURCE + ",\n 7]", "line 2", "film");
	}

	@Test
	void saysWhereTheJsonBreaksOff() {
		refuses("[" + SOURCE + ",\n" + FILM.substring(0, 40), "line 2");
	}

	@Test
	void rejectsAWrongLineAndGoesOnWhereAnImportAsksForIt() throws IOException {
		String lines = SOURCE + "\n{\"type\":\"film\",\"key\":\"a\",\"title\":\"A\",\"year\":\"long ago\"}\n7\n\n"
				+ "{\"type\":\"song\"}\n{\"type\":\"film\",\"key\":\"c\",\"tit\n"
				+ "{\"type\":\"film\",\"key\":\"d\",\"title\":\"" + "D".repeat(WholeRows.LARGEST) + "\"}\n"
				+ "{\"type\":\"film\",\"key\":\"e\",\"title\":\"E\"} {}\n"
				+ "{\"type\":\"film\",\"key\":\"b\",\"title\":\"B\"}\n";
		Rejections rejections = new Rejections();
		try (MarqueeReader.Editions editions = editions(lines)) {
			assertThat(editions.nextSource()).isNotNull();
			assertThat(editions.films(rejections)).toIterable().extracting(FilmRecord::key).containsExactly("b");
			assertThat(editions.nextSource()).isNull();
		}
		assertThat(rejections.reasons()).flatExtracting(Rejections.Reason::examples)
			.extracting(Rejections.Example::line)
			.containsExactlyInAnyOrder(2L, 3L, 5L, 6L, 7L, 8L);
		assertThat(rejections.reasons()).extracting(Rejections.Reason::reason)
			.contains("year: a whole number was expected")
			.noneMatch((reason) -> reason.contains("REDACTED") || reason.contains("java"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"titel":"A"                            | titel: there is no such property
					"rating":{"score":"good"}              | rating.score: a number was expected
					"rating":{"score":7,"votes":"94681.0"} | rating.votes: a whole number was expected
					"genres":"Drama"                       | genres: a list was expected
					"year":2115                            | year: from 1874 to 2100
					"runtime":51420                        | runtime: from 1 to 1440
					"rating":{"score":11}                  | rating.score: from 0 to 10
					"offers":[{"provider":"P","kind":"stream","checked":"2999-01"}] | offers.checked: 2999-01 is still to come
					"offers":[{"provider":"P","kind":"stream","checked":"2024","ended":"2999-01"}] | offers.ended: 2999-01 is still to come
					"reviews":[{"key":"1","text":"Good.","written":"2999"}] | reviews.written: 2999 is still to come
					""")
	void saysInTheWordsOfItsFormatWhatIsWrong(String property, String reason) throws IOException {
		Rejections rejections = new Rejections();
		try (MarqueeReader.Editions editions = editions(
				SOURCE + "\n{\"type\":\"film\",\"key\":\"a\",\"title\":\"A\"," + property + "}\n" + FILM)) {
			editions.nextSource();
			assertThat(editions.films(rejections)).toIterable().hasSize(1);
		}

		assertThat(rejections.reasons()).extracting(Rejections.Reason::reason).containsExactly(reason);
	}

	@Test
	void refusesAnEditionThatIsStillToCome() {
		assertThatIOException().isThrownBy(() -> read(SOURCE.replace("2022-03", "2999") + "\n" + FILM))
			.withMessageContaining("asOf: 2999 is still to come");
	}

	@Test
	void takesWhatAnArrayHasBeforeItIsBroken() throws IOException {
		Rejections rejections = new Rejections();
		try (MarqueeReader.Editions editions = editions("[\n" + SOURCE + ",\n" + FILM + ",\n{\"type\" \"film\"}]")) {
			assertThat(editions.nextSource()).isNotNull();
			assertThat(editions.films(rejections)).toIterable().extracting(FilmRecord::key).containsExactly("m");
		}
		assertThat(rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.reason()).startsWith("no JSON: "));
	}

	@Test
	void saysThatAFileEndsTooEarly() throws IOException {
		String cut = FILM.substring(0, 40);
		for (String file : List.of("[\n" + SOURCE + ",\n" + FILM + ",\n" + cut, SOURCE + "\n" + FILM + "\n\n" + cut)) {
			try (MarqueeReader.Editions editions = editions(file)) {
				editions.nextSource();
				RecordReader films = editions.films(new Rejections());
				films.next();
				assertThatException().isThrownBy(films::hasNext)
					.withMessageContaining("some.json ends too early, in line 4");
			}
		}
	}

	@Test
	void doesNotTakeTheFilmsOfABrokenSourceForThoseOfTheOneBefore() throws IOException {
		try (MarqueeReader.Editions editions = editions(
				SOURCE + "\n" + FILM + "\n" + SOURCE.substring(0, 50) + "\n" + FILM)) {
			editions.nextSource();
			RecordReader films = editions.films(new Rejections());
			films.next();
			assertThatException().isThrownBy(films::hasNext).withMessageContaining("some.json, line 3");
		}
	}

	@Test
	void readsAFileWithAMarkInFrontAndSaysWhereItIsNotUtf8() throws IOException {
		Rejections rejections = new Rejections();
		byte[] lines = ("\u00EF\u00BB\u00BF" + SOURCE + "\n" + FILM.replace("Metropolis", "Am\u00E9lie"))
			.getBytes(StandardCharsets.ISO_8859_1);
		try (MarqueeReader.Editions editions = new MarqueeReader(JsonMapper.shared(), Clock.systemUTC())
			.editions("some.json", new ByteArrayInputStream(lines))) {
			editions.nextSource();
			assertThat(editions.films(rejections)).toIterable()
				.extracting(FilmRecord::title)
				.containsExactly("Am\u00E9lie");
		}
		assertThat(rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.examples().get(0).line()).isEqualTo(2));
		assertThatIOException().isThrownBy(() -> new MarqueeReader(JsonMapper.shared(), Clock.systemUTC())
			.read("some.json", new ByteArrayInputStream(lines))).withMessageContaining("line 2");
	}

	@Test
	void rejectsWhatTheCatalogueCannotHold() {
		assertThat(rejectionsOf(FILM.replace("Fritz Lang", "F".repeat(301))))
			.containsExactly("credits.name: more than 300 characters");
		assertThat(rejectionsOf(FILM.replace("Fritz Lang", "Fritz\\u0000")))
			.containsExactly("credits.name: a character that is none");
		assertThat(rejectionsOf(FILM.replace("Fritz Lang", "Fritz\\ud800")))
			.containsExactly("credits.name: a character that is none");
		assertThat(rejectionsOf(FILM.replace("[{", "[null, {"))).containsExactly("an entry of a list is null");
		assertThat(rejectionsOf(with("\"ids\":{\"im:db\":\"x\"}")))
			.containsExactly("ids: a scheme such as imdb, without a colon");
		assertThat(rejectionsOf(with("\"credits\":[{\"id\":\"imdb:a\\u0000\",\"name\":\"A\",\"job\":\"editor\"}]")))
			.containsExactly("credits.id: such as imdb:nm0000115");
		assertThat(rejectionsOf(with("""
				"offers":[{"provider":"P","kind":"buy","price":999999.995,"currency":"CAD","checked":"2026"}]""")))
			.containsExactly("offers.price: from 0 to less than a million");
		String review = """
				{"key":"%d","author":"y","score":7,"text":"xxx","summarised":true,"spoiler":true,"doubt":"d","written":"2026-01-01"}"""
			.replace("xxx", "x".repeat(90));
		assertThat(rejectionsOf(with("\"reviews\":["
				+ IntStream.range(0, 5000).mapToObj(review::formatted).collect(Collectors.joining(",")) + "]")))
			.containsExactly("a record of more than 1000000 characters");
		assertThat(rejectionsOf(FILM.replace("8.3", "1e9999999991995"))).hasSize(1);
		assertThat(rejectionsOf(FILM.replace("8.3", "1e-999999999"))).containsExactly("rating.score: from 0 to 10");
		assertThat(rejectionsOf(FILM.replace("\"key\"", "\"people\":[\" \"],\"key\""))).hasSize(1);
	}

	@Test
	void takesNothingAfterTheAddressesOfBefore() throws IOException {
		String former = "{\"type\":\"former\",\"person\":\"ada-lane-2\",\"now\":\"ada-lane\"}";
		assertThat(rejectionsOf(former)).isEmpty();
		assertThat(rejectionsOf(former + "\n" + FILM))
			.containsExactly("sources and films stand before the addresses of before");
		assertThatThrownBy(() -> rejectionsOf(former + "\n" + SOURCE)).isInstanceOf(UncheckedIOException.class)
			.hasMessageContaining("line 3: sources and films stand before the addresses of before");
		assertThatThrownBy(() -> editions(former).nextSource())
			.hasMessageContaining("line 1: the first entry's type is \"source\"");
		assertThatThrownBy(() -> new MarqueeReader(JsonMapper.shared(), Clock.systemUTC()).read("seed.json",
				new ByteArrayInputStream((SOURCE + "\n" + former).getBytes(StandardCharsets.UTF_8))))
			.hasMessage("seed.json has an address of before; only an export has those");
	}

	private static String with(String property) {
		return "{\"type\":\"film\",\"key\":\"a\",\"title\":\"A\"," + property + "}";
	}

	/** Why an import does not take an entry. */
	static List<String> rejectionsOf(String entry) {
		Rejections rejections = new Rejections();
		try (MarqueeReader.Editions editions = editions(SOURCE + "\n" + entry + "\n")) {
			editions.nextSource();
			editions.films(rejections).forEachRemaining((film) -> {
			});
			editions.former(rejections).forEachRemaining((former) -> {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rejections.reasons().stream().map(Rejections.Reason::reason).toList();
	}

	private static MarqueeReader.Editions editions(String json) throws IOException {
		return new MarqueeReader(JsonMapper.shared(), Clock.systemUTC()).editions("some.json",
				new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
	}

	private static MarqueeReader.Edition read(String json) throws IOException {
		return new MarqueeReader(JsonMapper.shared(), Clock.systemUTC()).read("some.json",
				new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
	}

	private static void refuses(String json, String... said) {
		assertThatIOException().isThrownBy(() -> read(json))
			.satisfies((refusal) -> assertThat(refusal).hasMessageContaining("some.json").message().contains(said));
	}

}
