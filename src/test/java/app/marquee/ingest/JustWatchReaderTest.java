package app.marquee.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.Map;

import app.marquee.text.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JustWatchReaderTest {

	private static final String COLUMNS = "id,title,type,description,release_year,age_certification,runtime,genres,"
			+ "production_countries,seasons,imdb_id,imdb_score,imdb_votes,tmdb_popularity,tmdb_score\n";

	@TempDir
	private Path folder;

	private final Rejections rejections = new Rejections();

	@Test
	void readsAFilmWithItsCredits() throws IOException {
		FilmRecord film = read("""
				tm1,Harbour Lights,MOVIE,"A keeper of lights
				goes to sea.",2019,PG-13,91,"['drama', 'scifi']",['CA'],,tt0299172,7.25,94681.0,12.1,6.9
				""", """
				person_id,id,name,character,role
				31,tm1,Cleo Nash,"The Keeper, ""Kit""\",ACTOR
				32,tm1,Ada Lane,,DIRECTOR
				""").get(0);

		assertThat(film.key()).isEqualTo("tm1");
		assertThat(film.ids()).isEqualTo(Map.of("justwatch", "tm1", "imdb", "tt0299172"));
		assertThat(film.genres()).containsExactly("Drama", "Science Fiction");
		assertThat(film.certificate()).isEqualTo("PG-13");
		assertThat(film.runtime()).isEqualTo(91);
		assertThat(film.rating()).isEqualTo(new FilmRecord.Rating(new BigDecimal("7.3"), 94_681, "IMDb"));
		assertThat(film.credits()).containsExactly(
				new FilmRecord.Credit("justwatch:31", "Cleo Nash", "actor", "The Keeper, \"Kit\"", List.of(), null),
				new FilmRecord.Credit("justwatch:32", "Ada Lane", "director", null, List.of(), null));
		assertThat(film.offers()).extracting(FilmRecord.Offer::since).containsExactly((PartialDate) null);
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void passesOverShows() throws IOException {
		assertThat(read("""
				ts1,Long Winter,SHOW,,2019,TV-14,48,['drama'],['US'],1.0,tt0299173,8.2,10.0,1.0,1.0
				""", null)).isEmpty();
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void rejectsAFilmWithoutAnId() throws IOException {
		assertThat(read(",One,MOVIE,,2019,,90,[],[],,,,,,\n", null)).isEmpty();
		assertThat(this.rejections.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.reason()).isEqualTo("a film without an id");
			assertThat(reason.examples()).extracting(Rejections.Example::value).containsExactly("One");
		});
	}

	@Test
	void rejectsAFilmWithoutATitle() throws IOException {
		assertThat(read("tm1,,MOVIE,,2019,,90,[],[],,,,,,\n", null)).isEmpty();
		assertThat(this.rejections.lines()).isOne();
		assertThat(this.rejections.reasons().get(0).examples()).extracting(Rejections.Example::value)
			.containsExactly("tm1");
	}

	@Test
	void takesImpossibleValuesForNotKnown() throws IOException {
		FilmRecord film = read("tm1,One,MOVIE,,2115,,51420,[],[],,nm0299172,11,many,,\n", null).get(0);

		assertThat(film.year()).isNull();
		assertThat(film.runtime()).isNull();
		assertThat(film.genres()).isEmpty();
		assertThat(film.rating()).isNull();
		assertThat(film.ids()).isEqualTo(Map.of("justwatch", "tm1"));
		assertThat(this.rejections.reasons()).hasSize(5).noneMatch(Rejections.Reason::wholeLine);
	}

	@Test
	void readsAFilmOfWhichLittleIsKnown() throws IOException {
		FilmRecord film = read("tm1,One,MOVIE,,2019,,0,[],[],,,,,,\n", null).get(0);

		assertThat(film.runtime()).isNull();
		assertThat(film.certificate()).isNull();
		assertThat(film.text()).isNull();
		assertThat(film.credits()).isEmpty();
	}

	@Test
	void rejectsCreditsThatNameNobody() throws IOException {
		FilmRecord film = read("tm1,One,MOVIE,,2019,,90,[],[],,,,,,\n", """
				person_id,id,name,character,role
				31,tm1,,Kit,ACTOR
				32,,Ada Lane,,DIRECTOR
				33,tm1,Ben Moor,,
				,tm1,Cleo Nash,,ACTOR
				""").get(0);

		assertThat(film.credits()).extracting(FilmRecord.Credit::name).containsExactly("Cleo Nash");
		assertThat(film.credits()).extracting(FilmRecord.Credit::id).containsExactly((String) null);
		assertThat(this.rejections.lines()).isEqualTo(3);
		assertThat(this.rejections.reasons().get(0).examples()).extracting(Rejections.Example::file)
			.containsOnly("credits.csv");
	}

	@Test
	void tellsOfCreditsWhoseTitleIsNotThere() throws IOException {
		read("tm1,One,MOVIE,,2019,,90,[],[],,,,,,\n", """
				person_id,id,name,character,role
				31,tm1,Mara Quill,Kit,ACTOR
				32,tm2,Ada Lane,,DIRECTOR
				""");

		assertThat(this.rejections.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.reason()).contains("a title that the file of titles does not have");
			assertThat(reason.examples()).containsExactly(new Rejections.Example("credits.csv", 3, "tm2"));
		});
	}

	@Test
	void readsACutOffListOfTitlesUpToThereBesideItsCredits() throws IOException {
		Path titles = Files.writeString(this.folder.resolve("titles.csv"),
				COLUMNS + "tm1,One,MOVIE,,2019,,90,[],[],,,,,,\ntm2,Tw");
		Path credits = Files.writeString(this.folder.resolve("credits.csv"),
				"person_id,id,name,character,role\n31,tm1,Mara Quill,Kit,ACTOR\n32,tm2,Ada Lane,,DIRECTOR\n");
		try (RecordReader reader = new JustWatchReader(titles, credits,
				new OfferTerms("Streamly", null, new PartialDate("2022")), this.rejections,
				LocalDate.of(2026, 11, 22))) {
			assertThat(reader.next().title()).isEqualTo("One");
			assertThatThrownBy(reader::hasNext).rootCause().hasMessageContaining("ends too early");
		}
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void refusesTheCreditsOfAnotherCatalogue() {
		String titles = IntStream.rangeClosed(1, 10)
			.mapToObj((number) -> "tm" + number + ",Title " + number + ",MOVIE,,2019,,90,[],[],,,,,,\n")
			.collect(Collectors.joining());
		String credits = "person_id,id,name,character,role\n31,tm1,Mara Quill,Kit,ACTOR\n"
				+ "32,tm21,Ada Lane,,DIRECTOR\n33,tm22,Ben Moor,,DIRECTOR\n";

		assertThatIOException().isThrownBy(() -> read(titles, credits))
			.withMessageContaining("credits.csv is of another catalogue")
			.withMessageContaining("1 are in titles.csv, and 2 are not");
	}

	@Test
	void saysThatAFileIsNoListOfTitles() {
		assertThatIOException().isThrownBy(() -> read("", "a,b\n1,2\n")).withMessageContaining("credits.csv");
	}

	private List<FilmRecord> read(String titles, String credits) throws IOException {
		Path file = Files.writeString(this.folder.resolve("titles.csv"), COLUMNS + titles);
		Path people = (credits != null) ? Files.writeString(this.folder.resolve("credits.csv"), credits) : null;
		List<FilmRecord> films = new ArrayList<>();
		try (RecordReader reader = new JustWatchReader(file, people,
				new OfferTerms("Streamly", null, new PartialDate("2022")), this.rejections,
				LocalDate.of(2026, 11, 22))) {
			reader.forEachRemaining(films::add);
		}
		return films;
	}

}
