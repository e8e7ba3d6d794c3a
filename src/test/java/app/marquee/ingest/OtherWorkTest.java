package app.marquee.ingest;

import java.util.List;

import app.marquee.TestTexts;
import org.junit.jupiter.api.Test;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

class OtherWorkTest {

	@Test
	void seesThatATextDescribesAnotherWork() {
		FilmRecord record = film("The Killers - Leaving Las Vegas").of(2007)
			.text(text("Leaving Las Vegas", "Nicolas Cage"))
			.record();

		assertThat(OtherWork.describedIn(record)).isTrue();
		assertThat(OtherWork.reasonAgainst(record).in(TestTexts.texts())).contains("Leaving Las Vegas")
			.contains("Nicolas Cage");
	}

	@Test
	void makesARecordOfItsOwnFromTheText() {
		FilmRecord record = film("The Killers - Leaving Las Vegas").key("killers")
			.of(2007)
			.minutes(61)
			.genre("Concerts")
			.text(text("Leaving Las Vegas", "Nicolas Cage"))
			.record();

		assertThat(OtherWork.in(record)).singleElement().satisfies((other) -> {
			assertThat(other.title()).isEqualTo("Leaving Las Vegas");
			assertThat(other.key()).isEqualTo("killers#text");
			assertThat(other.year()).as("nothing of the record that it stood in").isNull();
			assertThat(other.runtime()).isNull();
			assertThat(other.genres()).containsExactly("Drama");
			assertThat(OtherWork.describedIn(other)).isFalse();
		});
	}

	@Test
	void takesAnotherTitleOfTheSameFilmForTheSameFilm() {
		FilmRecord record = film("Léon: The Professional").also("Leon").text(text("Léon", "Jean Reno")).record();

		assertThat(OtherWork.describedIn(record)).isFalse();
	}

	@Test
	void takesATextThatSharesAPersonForTheSameFilm() {
		FilmRecord record = film("The Professional").with("Jean Reno", "Léon").text(text("Léon", "Jean Reno")).record();

		assertThat(OtherWork.describedIn(record)).isFalse();
	}

	@Test
	void doesNotMindCaseOrArticle() {
		FilmRecord record = film("The Third Man").text(text("THIRD MAN", "Orson Welles")).record();

		assertThat(OtherWork.describedIn(record)).isFalse();
	}

	private static FilmRecord.Text text(String of, String actor) {
		return new FilmRecord.Text(of, List.of("Drama"), "A story.",
				List.of(new FilmRecord.Credit(null, actor, "actor", null, List.of(), null)), List.of(), List.of());
	}

}
