package app.marquee.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class MarqueeReaderTest {

	private static final String SOURCE = """
			{"type": "source", "id": "portal", "name": "Portal", "kind": "page", "trust": 50, "asOf": "2022-03"}""";

	private static final String FILM = """
			{"type": "film", "key": "m", "title": "Metropolis", "year": 1927, "rating": {"score": 8.3, "votes": 200},
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
	void saysInWhichFileAndEntryItMeetsAPropertyThatItDoesNotKnow() {
		refuses("[" + SOURCE + "," + FILM + "," + FILM.replace("\"year\"", "\"yaer\"") + "]", "entry 3", "yaer");
	}

	@Test
	void saysInWhichFileAndEntryAValueCannotBeRead() {
		refuses("[" + SOURCE + "," + FILM.replace("1927", "\"silent\"") + "]", "entry 2", "silent");
		refuses("[" + SOURCE.replace("2022-03", "31.3.2022") + "]", "entry 1", "31.3.2022");
	}

	@Test
	void wantsASourceBeforeTheFirstFilm() {
		refuses("[" + FILM + "," + SOURCE + "]", "entry 1", "source");
		refuses("[]", "source");
		refuses("", "source");
	}

	@Test
	void wantsAKeyAndATitle() {
		refuses("[" + SOURCE + "," + FILM.replace("\"key\": \"m\", ", "") + "]", "entry 2", "key");
		refuses("[" + SOURCE + "," + FILM.replace("\"Metropolis\"", "\" \"") + "]", "entry 2", "title");
	}

	@Test
	void knowsNoOtherTypeOfEntry() {
		refuses("[" + SOURCE + ", {\"type\": \"person\"}]", "entry 2", "film");
		refuses("[" + SOURCE + ", {}]", "entry 2", "film");
		refuses("[" + SOURCE + ", 7]", "entry 2", "film");
	}

	@Test
	void saysWhereTheJsonBreaksOff() {
		refuses("[" + SOURCE + "," + FILM.substring(0, 40), "entry");
	}

	@Test
	void rejectsAWrongEntryAndGoesOnWhereAnImportAsksForIt() {
		String lines = SOURCE + "\n{\"type\":\"film\",\"key\":\"a\",\"title\":\"A\",\"year\":\"long ago\"}\n7\n"
				+ "{\"type\":\"song\"}\n{\"type\":\"film\",\"key\":\"b\",\"title\":\"B\"}\n";
		Rejections rejections = new Rejections();
		try (MarqueeReader.Editions editions = new MarqueeReader(JsonMapper.shared()).editions("some.json",
				new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))) {
			assertThat(editions.nextSource()).isNotNull();
			assertThat(editions.films(rejections)).toIterable().extracting(FilmRecord::key).containsExactly("b");
			assertThat(editions.nextSource()).isNull();
		}
		assertThat(rejections.lines()).isEqualTo(3);
		assertThat(rejections.reasons()).anyMatch((reason) -> reason.reason().startsWith("year: "));
	}

	private static MarqueeReader.Edition read(String json) throws IOException {
		return new MarqueeReader(JsonMapper.shared()).read("some.json",
				new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
	}

	private static void refuses(String json, String... said) {
		assertThatIOException().isThrownBy(() -> read(json))
			.satisfies((refusal) -> assertThat(refusal).hasMessageContaining("some.json").message().contains(said));
	}

}
