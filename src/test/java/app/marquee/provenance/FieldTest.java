package app.marquee.provenance;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FieldTest {

	@Test
	void comparesNamesOfPeopleWithoutTheirSpacesAndAllElseByItsWords() {
		assertThat(Field.CREDIT.foldedValue("T. J. Miller")).isEqualTo(Field.CREDIT.foldedValue("T.J. Miller"));
		assertThat(Field.CHARACTER.foldedSubject("Seo Ju Park"))
			.isEqualTo(Field.CHARACTER.foldedSubject("Seo Ju-park"));

		assertThat(Field.CHARACTER.foldedValue("No One")).isNotEqualTo(Field.CHARACTER.foldedValue("Noone"));
		assertThat(Field.TITLE.foldedValue("Out Cast")).isNotEqualTo(Field.TITLE.foldedValue("Outcast"));
		assertThat(Field.TITLE.foldedValue("Outcast!")).isEqualTo(Field.TITLE.foldedValue("OUTCAST"));
	}

}
