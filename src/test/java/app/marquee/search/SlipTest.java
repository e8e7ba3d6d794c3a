package app.marquee.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlipTest {

	@ParameterizedTest
	@CsvSource({ "ruptash, ruptash, 0", "ruptash, ruptach, 1", "ruptash, ruptsah, 1", "ruptash, rptash, 1",
			"ruptash, ruptaash, 1", "ruptash, urptash, 1", "ruptash, rutpahs, 2", "'', abc, 3", "abc, '', 3",
			"'', '', 0", "ca, abc, 3" })
	void countsTheLettersThatWentWrong(String one, String other, int slips) {
		assertThat(Slip.between(one, other)).isEqualTo(slips);
		assertThat(Slip.between(other, one)).isEqualTo(slips);
	}

	@Test
	void mendsEachMisspeltWordByTheClosestThatIsKnown() {
		assertThat(Slip.mend(Words.of("leavin ruptach"), List.of("Leaving Metropolis", "Leaves"),
				List.of("Troy Ruptash|David")))
			.isEqualTo("leaving ruptash");
	}

	@Test
	void takesAWholeTitleWhereThatIsAllThatDiffers() {
		assertThat(Slip.mend(Words.of("levaingmetropolis"), List.of("Leaving Metropolis"), List.of()))
			.isEqualTo("leaving metropolis");
		assertThat(Slip.mend(Words.of("shaw shenk"), List.of("Shawshank"), List.of())).isEqualTo("shawshank");
	}

	@Test
	void takesANameThatIsNearerThanATitle() {
		assertThat(Slip.mend(Words.of("ema stone"), List.of("Egg and Stone"), List.of("Emma Stone")))
			.isEqualTo("emma stone");
	}

	@Test
	void findsAnotherWordOfANameForEachThatWasTyped() {
		assertThat(Slip.fit(Words.of("charles chaplin"), "Charlie Chaplin"))
			.isEqualTo(new Slip.Fit("charlie chaplin", 2));
		assertThat(Slip.fit(Words.of("hofman philip"), "Philip Seymour Hoffman"))
			.isEqualTo(new Slip.Fit("hoffman philip", 1));
		assertThat(Slip.fit(Words.of("charles chaplin"), "Charlie Sheen")).isNull();
	}

	@Test
	void mendsNothingWhereTwoWordsWouldBecomeOne() {
		assertThat(Slip.mend(Words.of("kill bill part 1"), List.of("Till the Death Do Us Apart, Part 1"), List.of()))
			.isEqualTo("kill bill part 1");
	}

	@Test
	void leavesAWordAloneThatNothingComesCloseTo() {
		assertThat(Slip.mend(Words.of("xylophone ruptach"), List.of(), List.of("Troy Ruptash")))
			.isEqualTo("xylophone ruptash");
		assertThat(Slip.mend(Words.of("it"), List.of("at"), List.of())).isEqualTo("it");
	}

}
