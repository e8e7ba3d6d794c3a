package app.marquee.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Łódź & Œuvre      | lodz & oeuvre
			AMÉLIE            | amelie
			Straße            | strasse
			ＷＩＤＥ           | wide
			Ærø               | aero
			Москва            | москва
			東京物語           | 東京物語
			が                | が
			기생충             | 기생충
			दिलवाले           | दिलवाले
			ไทย ชั่ว           | ไทย ชั่ว
			שָׁלוֹם           | שלום
			مَدِينَة          | مدينة
			""")
	void takesAwayCaseAccentsLigaturesAndWidth(String text, String letters) {
		assertThat(Folding.letters(text)).isEqualTo(letters);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			WALL·E: Part-2            | walle part 2
			John O’Brien              | john obrien
			John O'Brien              | john obrien
			Romeo & Juliet            | romeo and juliet
			M*A*S*H                   | m a s h
			S.W.A.T.                  | swat
			'   spread   out   '      | spread out
			8½                        | 8 1 2
			'...'                     | ''
			🎬                        | ''
			""")
	void keepsTheWordsAlone(String text, String words) {
		assertThat(Folding.words(text)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The Third Man   | third man
			A Single Man    | single man
			An Education    | education
			The The         | the
			The             | the
			A               | a
			Theremin        | theremin
			'!!!'           | '!!!'
			""")
	void comparesTitlesWithoutAnArticleInFrontButNeverWithoutAnything(String title, String folded) {
		assertThat(Folding.title(title)).isEqualTo(folded);
	}

}
