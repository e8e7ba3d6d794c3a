package app.marquee.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugsTest {

	@Test
	void consistsOfTitleAndYear() {
		assertThat(Slugs.of("Leaving Metropolis", 2002, "film")).isEqualTo("leaving-metropolis-2002");
		assertThat(Slugs.of("Leaving Las Vegas", null, "film")).isEqualTo("leaving-las-vegas");
		assertThat(Slugs.of("Hitchhiker: Windows", 1990, "film")).isEqualTo("hitchhiker-windows-1990");
	}

	@Test
	void keepsLettersOfAnyScript() {
		assertThat(Slugs.of("東京物語", 1953, "film")).isEqualTo("東京物語-1953");
		assertThat(Slugs.of("Jürgen Prochnow", null, "person")).isEqualTo("jurgen-prochnow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "二〇三高地", "दिलवाले दुल्हनिया", "ไทย", "Ⅻ", "½", "ﷺ", "İstanbul", "நாயகன்", "می‌خواهم",
			"E\u0301tat" })
	void givesOnlyWhatIsOneItself(String text) {
		String slug = Slugs.of(text, 1980, "film");

		assertThat(Slugs.wellFormed(slug)).as(slug).isTrue();
		assertThat(slug).doesNotStartWith("film").doesNotStartWith("-").doesNotContain("--");
	}

	@Test
	void namesAThingThatHasNoLetters() {
		assertThat(Slugs.of("!!!", 1999, "film")).isEqualTo("film-1999");
		assertThat(Slugs.of("🎬", null, "film")).isEqualTo("film");
	}

	@Test
	void endsWhereAWordEndsIfATitleIsEndless() {
		String slug = Slugs.of("word ".repeat(60), 2000, "film");

		assertThat(slug).hasSizeLessThanOrEqualTo(105).endsWith("word-2000");
		assertThat(Slugs.of("w".repeat(300), null, "film")).hasSizeLessThanOrEqualTo(100);
	}

	@Test
	void knowsWhatCanBeASlug() {
		assertThat(Slugs.wellFormed("leaving-metropolis-2002")).isTrue();
		assertThat(Slugs.wellFormed("東京物語-1953")).isTrue();
		assertThat(Slugs.wellFormed("")).isFalse();
		assertThat(Slugs.wellFormed("a b")).isFalse();
		assertThat(Slugs.wellFormed("a/b")).isFalse();
		assertThat(Slugs.wellFormed("a'b")).isFalse();
		assertThat(Slugs.wellFormed("a\u0000")).isFalse();
		assertThat(Slugs.wellFormed("a".repeat(161))).isFalse();
	}

}
