package app.marquee.search;

import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import app.marquee.text.Sha256;
import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An index of another shape has to have another number, or it is read as what it is not.
 */
class IndexFormatTest {

	private static final List<String> TITLES = List.of("The Lord of the Rings: The Two Towers", "WALL·E", "8½",
			"Batman v Superman", "M*A*S*H", "Ocean's Twenty-One", "Der Himmel über Berlin", "千と千尋の神隠し",
			"Doctor Who Volume II", "Łódź & Œuvre", "The Sixth Sense", "The The");

	@Test
	void hasAnotherNumberWhereTheDocumentsAreOthers() {
		String shape = Stream.of(FilmDocument.class, PersonDocument.class)
			.flatMap((document) -> Arrays.stream(document.getRecordComponents()))
			.map((field) -> field.getName() + " " + field.getGenericType() + " "
					+ Stream.of(field.getAccessor().getAnnotations()).map(IndexFormatTest::written).sorted().toList())
			.collect(Collectors.joining("\n"));
		String words = TITLES.stream()
			.map((title) -> Folding.words(title) + Spellings.keys(Spellings.of(title)) + Spellings.initials(title)
					+ Beginnings.TITLE.of(Spellings.of(title).stream()))
			.collect(Collectors.joining("\n"));

		assertThat(Index.FORMAT + " " + Sha256.hex((shape + words).getBytes(StandardCharsets.UTF_8)).substring(0, 12))
			.as("where documents or spellings are others, raise Index.FORMAT and note what they are now")
			.isEqualTo("15 7462690d1bb9");
	}

	/** As its own toString has it, which differs from one Java to the next. */
	private static String written(Annotation annotation) {
		return annotation.annotationType().getSimpleName() + Stream.of(annotation.annotationType().getDeclaredMethods())
			.filter((value) -> value.getReturnType() == String.class || value.getReturnType().isEnum())
			.map((value) -> value.getName() + "=" + ReflectionUtils.invokeMethod(value, annotation))
			.sorted()
			.toList();
	}

}
