package app.marquee.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.standard.expression.StandardExpressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Properties that are read directly come out as Spring's expression language has them.
 */
class PropertyPathsTest {

	private final SpringTemplateEngine direct = new SpringTemplateEngine();

	private final SpringTemplateEngine plain = new SpringTemplateEngine();

	private final Map<String, Object> variables = new HashMap<>();

	PropertyPathsTest() {
		new WebSetup("").readPropertiesDirectly(this.direct);
		this.variables.put("film", new FilmRow("Pleasantville", new Place("Springfield"), List.of("drama"), null, false,
				Map.of("year", "Sources differ.")));
		this.variables.put("word", "reel");
		this.variables.put("nothing", null);
	}

	record FilmRow(String title, Place place, List<String> genres, Integer year, boolean seen,
			Map<String, String> marks) {

		public String getLede() {
			return "Two siblings in a set.";
		}

	}

	record Place(String name) {
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			word                             | reel
			film.title                       | Pleasantville
			film.place.name                  | Springfield
			film.genres                      | [drama]
			film.genres.empty                | false
			film.marks.year                  | Sources differ.
			film.marks.empty                 | false
			!film.marks.empty                | true
			film.seen                       | false
			!film.seen                      | true
			!film.place.name.empty           | true
			film.lede                        | Two siblings in a set.
			!film.genres.empty               | true
			film.title + '!'                 | Pleasantville!
			film.title.length()              | 13
			word.bytes.length                | 4
			film.year                        | ''
			nothing                          | ''
			absent                           | ''
			""")
	void readsAs(String expression, String text) {
		assertThat(show(this.direct, expression)).isEqualTo(text).isEqualTo(show(this.plain, expression));
	}

	@Test
	void refusesWhatIsNotThere() {
		for (String expression : List.of("nothing.title", "film.year.value", "film.absent")) {
			assertThatExceptionOfType(TemplateProcessingException.class).as(expression)
				.isThrownBy(() -> show(this.direct, expression));
		}
	}

	private String show(SpringTemplateEngine engine, String expression) {
		IEngineConfiguration configuration = engine.getConfiguration();
		ExpressionContext context = new ExpressionContext(configuration, Locale.ENGLISH, this.variables);
		Object value = StandardExpressions.getExpressionParser(configuration)
			.parseExpression(context, "${" + expression + "}")
			.execute(context);
		return (value != null) ? value.toString() : "";
	}

}
