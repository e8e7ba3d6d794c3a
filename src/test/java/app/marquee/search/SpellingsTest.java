package app.marquee.search;

import java.util.Collections;
import java.util.List;

import app.marquee.text.Folding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			batman vs superman          | Batman v Superman
			batman versus superman      | Batman v Superman
			rocky 5                     | Rocky V
			star trek 5                 | Star Trek V
			6th sense                   | The Sixth Sense
			friday the thirteenth       | Friday the 13th
			third man                   | The Third Man
			thirty nine steps           | The 39 Steps
			twenty-one jump street      | 21 Jump Street
			two hundred cigarettes      | 200 Cigarettes
			twenty bucks                | 20 Bucks
			kill bill volume 2          | Kill Bill: Vol. 2
			missus doubtfire            | Mrs. Doubtfire
			saving pvt ryan             | Saving Private Ryan
			eight and a half            | 8½
			part one                    | Part I
			fifty first dates           | 50 First Dates
			one hundred and one dalmatians | 101 Dalmatians
			three hundred               | 300
			rock 'n' roll high school   | Rock n Roll High School
			""")
	void takesForOneTitleWhatIsWrittenBothWays(String typed, String title) {
		assertThat(isOne(typed, title)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rocky 4      | Rocky V
			39 steps     | The 40 Steps
			twenty       | 21
			i robot      | 1 Robot
			1op          | 1-Stop
			""")
	void takesNoOtherTitleForIt(String typed, String title) {
		assertThat(isOne(typed, title)).isFalse();
	}

	private static boolean isOne(String typed, String title) {
		return !Collections.disjoint(Spellings.keys(List.of(Folding.words(typed))),
				Spellings.keys(Spellings.of(title)));
	}

}
