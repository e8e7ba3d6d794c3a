package app.marquee.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

	@Test
	void foldsWhatWasTyped() {
		Words words = Words.of("  The WALL·E: Jürgen ");

		assertThat(words.tokens()).containsExactly("the", "walle", "jurgen");
		assertThat(words.title()).isEqualTo("walle jurgen");
		assertThat(words.joined()).isEqualTo("thewallejurgen");
		assertThat(words.last()).isEqualTo("jurgen");
	}

	@Test
	void hasNoWordsWhereThereAreNoLetters() {
		for (String typed : new String[] { "", "  ", "((((", "*", "\"", "🎬", "\u202E" }) {
			assertThat(Words.of(typed).none()).as(typed).isTrue();
		}
	}

	@Test
	void takesNoMoreWordsThanAnybodyRemembers() {
		assertThat(Words.of("word ".repeat(100)).tokens()).hasSize(Words.MOST);
	}

	@Test
	void takesFourDigitsBesideOtherWordsForAHintAtTheYear() {
		assertThat(Words.of("metropolis 1927").year("1927")).isEqualTo(1927);
		assertThat(Words.of("1917").year("1917")).as("alone it is a title").isNull();
		assertThat(Words.of("apollo 13").year("13")).isNull();
		assertThat(Words.of("odyssey 3001").year("3001")).isNull();
		assertThat(Words.of("odyssey 1869").year("1869")).isNull();
	}

	@Test
	void forgivesMoreSlipsInLongerWords() {
		assertThat(Words.slips("it")).isZero();
		assertThat(Words.slips("amy")).isOne();
		assertThat(Words.slips("ruptach")).isEqualTo(2);
	}

}
