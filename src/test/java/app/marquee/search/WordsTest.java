package app.marquee.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

	@Test
	void foldsWhatWasTyped() {
		Words words = Words.of("  The WALL·E: Jürgen ");

		assertThat(words.printed()).isEqualTo("the walle jurgen");
		assertThat(typed(words)).containsExactly("walle", "jurgen");
		assertThat(words.last()).isEqualTo("jurgen");
		assertThat(words.unfinished()).isTrue();
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
	void needsNeitherArticlesAtTheEndsNorAndUnlessThereIsNothingElse() {
		assertThat(typed(Words.of("the seven year itch"))).containsExactly("seven", "year", "itch");
		assertThat(typed(Words.of("Seven Year Itch, The"))).containsExactly("seven", "year", "itch");
		assertThat(typed(Words.of("rock & rule"))).containsExactly("rock", "rule");
		assertThat(typed(Words.of("the the"))).containsExactly("the");
		assertThat(typed(Words.of("and"))).containsExactly("and");
		assertThat(typed(Words.of("die hard"))).containsExactly("die", "hard");
	}

	@Test
	void readsNumbersHoweverTheyAreWritten() {
		assertThat(Words.of("rocky ii").tokens().get(1).forms()).containsExactly("ii", "2");
		assertThat(Words.of("rocky two").tokens().get(1).forms()).containsExactly("two", "2");
		assertThat(Words.of("part i").tokens().get(1).forms()).containsExactly("i", "1");
		assertThat(Words.of("i robot").tokens().get(0).forms()).containsExactly("i");
	}

	@ParameterizedTest
	@CsvSource({ "metropolis 1927, 1927, 1927", "mulan (2020), 2020, 2020", "mulan 1990s, 1990, 1999",
			"mulan 90s, 1990, 1999", "mulan 1990..1995, 1990, 1995", "mulan 1990-1995, 1990, 1995",
			"2001 odyssey 1968, 1968, 1968", "1917 2019, 2019, 2019" })
	void takesAYearBesideOtherWordsForAHint(String typed, int from, int to) {
		assertThat(Words.of(typed).hint()).isEqualTo(new Words.Years(from, to));
	}

	@Test
	void takesAYearAloneForATitle() {
		for (String typed : new String[] { "1917", "1984", "apollo 13", "odyssey 3001" }) {
			assertThat(Words.of(typed).hint()).as(typed).isNull();
		}
	}

	@Test
	void forgivesMoreSlipsInLongerWords() {
		assertThat(Words.slips("it")).isZero();
		assertThat(Words.slips("2012")).isZero();
		assertThat(Words.slips("amy")).isOne();
		assertThat(Words.slips("ruptach")).isEqualTo(2);
	}

	private static List<String> typed(Words words) {
		return words.tokens().stream().map(Words.Token::typed).toList();
	}

}
