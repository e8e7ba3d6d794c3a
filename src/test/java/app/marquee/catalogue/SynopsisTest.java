package app.marquee.catalogue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SynopsisTest {

	private static final String SENTENCE = "Somebody goes somewhere and comes back another. ";

	@Test
	void showsAShortOneWhole() {
		Synopsis synopsis = Synopsis.of("One paragraph.\n\nAnother.");

		assertThat(synopsis.lede()).containsExactly("One paragraph.", "Another.");
		assertThat(synopsis.rest()).isEmpty();
	}

	@Test
	void hasNothingToShowOfNothing() {
		assertThat(Synopsis.of(null)).isEqualTo(Synopsis.of(""));
		assertThat(Synopsis.of(null).lede()).isEmpty();
	}

	@Test
	void foldsALongOneAfterASentence() {
		Synopsis synopsis = Synopsis.of(SENTENCE.repeat(30));

		assertThat(synopsis.lede()).singleElement().asString().endsWith("another.").hasSizeLessThanOrEqualTo(420);
		assertThat(synopsis.rest()).singleElement().asString().startsWith("Somebody");
		assertThat(synopsis.lede().get(0) + " " + synopsis.rest().get(0)).isEqualTo(SENTENCE.repeat(30).strip());
	}

	@Test
	void foldsNothingThatIsHardlyLonger() {
		assertThat(Synopsis.of(SENTENCE.repeat(11)).rest()).isEmpty();
	}

	@Test
	void losesNothingOfASentenceThatNeverEnds() {
		String endless = "and so on ".repeat(100).strip();
		Synopsis synopsis = Synopsis.of(endless);

		assertThat(String.join(" ", synopsis.lede()) + String.join(" ", synopsis.rest())).isEqualTo(endless);
	}

}
