package app.marquee.provenance;

import java.util.List;

import app.marquee.TestTexts;
import app.marquee.catalogue.Film;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

class DoubtSectionTest {

	/** The page then says that nobody contradicts, and where that is written. */
	@Test
	void hasNothingToShowWhereOnlyACuratorSaysMore() {
		Statement.By curator = new Statement.By("curator", "The curator", "The curator", true, 100, null);
		Statement year = new Statement(curator, 1, Field.YEAR, "", "2002", null, null, 0, 0, null);
		Facts facts = new Facts((film) -> List.of(year), TestTexts.texts());
		Film film = Mockito.mock(Film.class);
		Mockito.when(film.remarked()).thenReturn(true);

		assertThat(new DoubtSection(facts, TestTexts.texts()).of(film)).isEmpty();
	}

}
