package app.marquee.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

class RivalsTest {

	private static final List<FilmRecords> FILMS = List.of(film("The Lantern").key("1"),
			film("Lantern: A Story").key("2"), film("Brouillard").also("Lantern").key("3"), film("Rain").key("4"));

	@Test
	void remembersTheRecordsThatBearATitleOfAFilm() {
		Rivals rivals = Rivals.of(EmptyCatalogue.way(() -> EmptyCatalogue.reader(FILMS)), "lantern"::equals);

		assertThat(keys(rivals, "Lantern")).containsExactlyInAnyOrder("1", "2", "3");
		assertThat(keys(rivals, "Lantern", "Lantern (again)")).as("each once").containsExactlyInAnyOrder("1", "2", "3");
		assertThat(keys(rivals, "Rain")).as("no film is called so").isEmpty();
	}

	@Test
	void readsASourceThatIsCutOffAsFarAsItGoes() {
		Rivals rivals = Rivals.of(EmptyCatalogue.way(() -> new RecordReader() {

			private final RecordReader films = EmptyCatalogue.reader(FILMS.subList(0, 2));

			@Override
			public boolean hasNext() {
				if (!this.films.hasNext()) {
					throw new UncheckedIOException(new IOException("cut off"));
				}
				return true;
			}

			@Override
			public FilmRecord next() {
				return this.films.next();
			}

			@Override
			public void close() {
			}

		}), (any) -> true);

		assertThat(keys(rivals, "Lantern")).containsExactlyInAnyOrder("1", "2");
	}

	@Test
	void knowsNoRivalsInASourceThatIsNotReadTwice() {
		assertThat(keys(Rivals.of(EmptyCatalogue.way(() -> null), (any) -> true), "Lantern")).isEmpty();
	}

	@Test
	void knowsThatItKnowsNotAllOfASourceOfManySuchTitles() {
		FilmRecords lantern = film("Lantern");
		IntStream.range(0, 1000).forEach((number) -> lantern.also("Lantern " + number));

		assertThat(rivals(Collections.nCopies(90, lantern)).areAll()).isTrue();
		Rivals tooMany = rivals(Collections.nCopies(101, lantern));
		assertThat(tooMany.areAll()).isFalse();
		assertThat(keys(tooMany, "Lantern")).isEmpty();
	}

	private static Rivals rivals(List<FilmRecords> films) {
		return Rivals.of(EmptyCatalogue.way(() -> EmptyCatalogue.reader(films)), (any) -> true);
	}

	private static List<String> keys(Rivals rivals, String... called) {
		Titles titles = new Titles();
		List.of(called).forEach(titles::add);
		return rivals.of(titles).stream().map((rival) -> rival.film().key()).toList();
	}

}
