package app.marquee.search;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkedTest {

	@Test
	void marksWholeWords() {
		assertThat(marked("Leaving Metropolis", "metropolis leaving", false)).isEqualTo("[Leaving] [Metropolis]");
	}

	@Test
	void marksTheBeginningOfAWordOnlyForTheWordThatIsStillTyped() {
		assertThat(marked("Leaving Metropolis", "lea metro", false)).isEqualTo("Leaving [Metropolis]");
	}

	@Test
	void marksWhateverTheCaseAndTheAccents() {
		assertThat(marked("Jürgen Prochnow as Dr. O’Brien", "JURGEN obrien", false))
			.isEqualTo("[Jürgen] Prochnow as Dr. [O’Brien]");
	}

	@Test
	void marksMisspeltWordsWhereSlipsAreForgiven() {
		assertThat(marked("Troy Ruptash", "ruptach", true)).isEqualTo("Troy [Ruptash]");
		assertThat(marked("Troy Ruptash", "ruptach", false)).isEqualTo("Troy Ruptash");
	}

	@Test
	void losesNothingOfTheText() {
		String text = " …Leaving -- <b>Las</b> Vegas! ";

		assertThat(Marked.of(text, Words.of("las"), false)
			.parts()
			.stream()
			.map(Marked.Part::text)
			.collect(Collectors.joining())).isEqualTo(text);
	}

	@Test
	void marksNothingWithoutWords() {
		assertThat(Marked.of("Leaving Metropolis", Words.of(""), true).any()).isFalse();
		assertThat(Marked.of("Leaving Metropolis", Words.of("leaving"), true).any()).isTrue();
	}

	private static String marked(String text, String words, boolean slips) {
		return Marked.of(text, Words.of(words), slips)
			.parts()
			.stream()
			.map((part) -> part.marked() ? "[" + part.text() + "]" : part.text())
			.collect(Collectors.joining());
	}

}
