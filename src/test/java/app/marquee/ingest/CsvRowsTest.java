package app.marquee.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class CsvRowsTest {

	@TempDir
	private Path folder;

	private final Rejections rejections = new Rejections();

	@Test
	void goesOnAfterAQuoteThatIsNeverClosed() throws IOException {
		assertThat(commas("a,b\n1,\"one\n" + "2,two\n".repeat(1000))).hasSize(1000).containsOnly("2=two");
		assertThat(this.rejections.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.reason()).isEqualTo("a quote that is not closed");
			assertThat(reason.examples()).containsExactly(new Rejections.Example("some.csv", 2, "1,\"one"));
		});
	}

	@Test
	void goesOnAfterQuotesThatAreNeverClosedInManyLines() throws IOException {
		assertThat(commas("a,b\n" + "1,\"one\n2,two\n".repeat(1000))).hasSize(1000).containsOnly("2=two");
		assertThat(this.rejections.lines()).isEqualTo(1000);
	}

	@Test
	void keepsLineBreaksAndDoubledQuotesInValues() throws IOException {
		assertThat(commas("a,b\r\n1,\"one\r\n\"\"two\"\",\r\nthree\"\r\n\"\",\"\"\r\n2,\"\"\"\"\r\n"))
			.containsExactly("1=one\r\n\"two\",\r\nthree", "null=null", "2=\"");
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void leavesOutALineWithoutEnd() throws IOException {
		String long1 = "x".repeat(3 * WholeRows.LARGEST);
		assertThat(commas("a,b\n1," + long1 + "\n2,two\n3,\"" + long1 + "\"\n4,four")).containsExactly("2=two",
				"4=four");
		assertThat(tabs("a\tb\n1\t" + long1 + "\n2\ttwo\n")).containsExactly("2=two");
		assertThat(this.rejections.lines()).isEqualTo(3);
		assertThat(this.rejections.reasons()).flatExtracting(Rejections.Reason::examples)
			.extracting(Rejections.Example::line)
			.containsExactlyInAnyOrder(2L, 4L, 2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a,b,c\n1,one,x\n2,tw", "a,b,c\n1,one,x\n2,\"tw", "a,b,c\n1,one,x\n2" })
	void takesNoPartOfTheLastLineForTheWhole(String cut) throws IOException {
		Path file = Files.writeString(this.folder.resolve("some.csv"), cut);
		try (CsvRows rows = CsvRows.commas(file, this.rejections, "a", "b")) {
			assertThat(rows.next().get("b")).isEqualTo("one");
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(rows::hasNext)
				.havingCause()
				.withMessage("some.csv ends too early, in line 3");
		}
		assertThat(commas("a,b,c\n2,two\n")).as("a line with an end").containsExactly("2=two");
		assertThat(commas("a,b,c\n2,two,x")).as("all values").containsExactly("2=two");
	}

	@Test
	void leavesOutALineOfTooManyValues() throws IOException {
		assertThat(commas("a,b\n" + ",".repeat(100_000) + "\n2,two\n")).containsExactly("2=two");
		assertThat(tabs("a\tb\n" + "\t".repeat(100_000) + "\n2\ttwo\n")).containsExactly("2=two");
		assertThat(this.rejections.lines()).isEqualTo(2);
	}

	@Test
	void leavesOutALineOfMoreValuesThanColumns() throws IOException {
		assertThat(commas("a,b\n1,Ten, The\n2,two,\n3,\"three, too\"\n4,four, ,\"\"\n")).containsExactly("2=two",
				"3=three, too", "4=four");
		assertThat(this.rejections.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.reason()).isEqualTo("more values than there are columns");
			assertThat(reason.examples()).extracting(Rejections.Example::value).containsExactly("1,Ten, The");
		});
	}

	@Test
	void takesNothingForAQuoteWhereQuotesAreLetters() throws IOException {
		assertThat(tabs("a\tb\n\0\t\"one\n\uFFFF\ttwo\"\n\"3\tthree\n")).containsExactly("\0=\"one", "\uFFFD=two\"",
				"\"3=three");
	}

	@Test
	void survivesNulBytes() throws IOException {
		assertThat(commas("a,b\n1,o\0ne\n\0,\0\n2,two")).containsExactly("1=o\0ne", "\0=\0", "2=two");
	}

	@Test
	void refusesAFileWithTwoColumnsOfOneName() {
		assertThatIOException().isThrownBy(() -> commas("a,b,a\n1,2,3\n")).withMessageContaining("two columns \"a\"");
	}

	@Test
	void saysWhichColumnIsMissing() {
		assertThatIOException().isThrownBy(() -> commas("a,c\n1,2\n")).withMessageContaining("\"b\"");
		assertThatIOException().isThrownBy(() -> commas(""))
			.withMessageContaining("is empty; it needs")
			.withMessageContaining("a, b");
		assertThatIOException().isThrownBy(() -> commas("a;b\n1;2\n"))
			.withMessageContaining("seem to be separated by something else");
	}

	private List<String> commas(String text) throws IOException {
		return rows(CsvRows.commas(file(text), this.rejections, "a", "b"));
	}

	private List<String> tabs(String text) throws IOException {
		return rows(CsvRows.tabs("some.csv", Files.newInputStream(file(text)), false, this.rejections, "a", "b"));
	}

	private Path file(String text) throws IOException {
		return Files.write(this.folder.resolve("some.csv"), text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<String> rows(CsvRows rows) throws IOException {
		List<String> read = new ArrayList<>();
		try (rows) {
			rows.forEachRemaining((row) -> read.add(row.get("a") + "=" + row.get("b")));
		}
		return read;
	}

}
