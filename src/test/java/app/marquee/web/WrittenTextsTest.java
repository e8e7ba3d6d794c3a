package app.marquee.web;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenTextsTest {

	private WrittenTexts texts;

	@BeforeEach
	void say() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("film.cast", Locale.ENGLISH, "Cast");
		messages.addMessage("film.no-synopsis", Locale.ENGLISH, "Nobody’s \"word\" & <none> for $1");
		this.texts = new WrittenTexts(messages, Locale.ENGLISH);
	}

	@Test
	void textStandsBetweenTheTags() {
		assertThat(this.texts.write("<h2 th:text=\"#{film.cast}\">The cast</h2>")).isEqualTo("<h2>Cast</h2>");
	}

	@Test
	void otherAttributesStay() {
		assertThat(this.texts.write("<a href=\"/\" th:if=\"${film.cast}\" th:text=\"#{film.cast}\" class=\"x\"></a>"))
			.isEqualTo("<a href=\"/\" th:if=\"${film.cast}\" class=\"x\">Cast</a>");
	}

	@Test
	void textStandsInAnAttribute() {
		assertThat(this.texts.write("<nav th:aria-label=\"#{film.cast}\" th:title=\"#{film.cast}\">x</nav>"))
			.isEqualTo("<nav aria-label=\"Cast\" title=\"Cast\">x</nav>");
	}

	@Test
	void textIsNoMarkup() {
		assertThat(this.texts.write("<p th:title=\"#{film.no-synopsis}\" th:text=\"#{film.no-synopsis}\">x</p>"))
			.isEqualTo("<p title=\"Nobody’s &quot;word&quot; &amp; &lt;none&gt; for $1\">"
					+ "Nobody’s &quot;word&quot; &amp; &lt;none&gt; for $1</p>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p th:text=\"#{film.rated(${film.votes})}\">x</p>",
			"<p th:text=\"#{|standing.${one.code}|}\">x</p>", "<p th:text=\"#{film.cast}\">x <b>y</b></p>",
			"<p th:text=\"${film.year} ?: #{film.cast}\">x</p>",
			"<p th:text=\"#{film.cast}\" th:if=\"${film.votes > 1}\">x</p>" })
	void whatNeedsAValueIsLeftToThymeleaf(String template) {
		assertThat(this.texts.write(template)).isEqualTo(template);
	}

}
