package app.marquee.provenance;

import java.util.List;

import app.marquee.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTest {

	private static final Statement.By PORTAL = new Statement.By("portal", "Portal", "Portal", false, 50, null);

	@Test
	void namesASourceOnceAndItsRemarkIfItHasOne() {
		Statement plain = new Statement(PORTAL, 1, Field.CREDIT, "director", "Ada Lane", "x:1", null, 0, 0, null);
		Statement told = new Statement(PORTAL, 1, Field.CREDIT, "director", "Ada Lane", null,
				Wording.verbatim("told in a review"), 1, 0, null);
		Statement plays = new Statement(PORTAL, 1, Field.CHARACTER, "Ben Moor", "Max", null, null, 0, 0, null);
		Statement named = new Statement(PORTAL, 1, Field.NAMED, "", "Max", null, null, 0, 0, null);

		assertThat(new Facts((film) -> List.of(plain, told, plays, named), TestTexts.texts()).of(1))
			.flatExtracting(Facts.Fact::said)
			.extracting(Facts.Said::origin)
			.containsExactly("Portal (told in a review)", "Portal", "Portal");
	}

	/** What cannot be used may not say whom it is about. */
	@ParameterizedTest
	@EnumSource
	void namesAFactOfWhichNothingCanBeUsed(Field field) {
		Statement unusable = new Statement(PORTAL, 1, field, "", "???", null, null, 0, 0, Wording.verbatim("No word."));

		List<Facts.Fact> facts = new Facts((film) -> List.of(unusable), TestTexts.texts()).of(1);

		assertThat(facts).singleElement().satisfies((fact) -> {
			assertThat(fact.label()).isNotBlank().doesNotContain("{");
			assertThat(fact.anchor()).isNotBlank();
			assertThat(fact.rejected()).isTrue();
		});
	}

}
