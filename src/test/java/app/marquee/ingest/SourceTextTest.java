package app.marquee.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceTextTest {

	private final Rejections rejections = new Rejections();

	@Test
	void readsUtf8WithAndWithoutAMark() throws IOException {
		assertThat(text("Brüder 霧 𝄞".getBytes(StandardCharsets.UTF_8))).isEqualTo("Brüder 霧 𝄞");
		assertThat(text("\uFEFFBrüder 霧 𝄞".getBytes(StandardCharsets.UTF_8))).isEqualTo("Brüder 霧 𝄞");
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void readsUtf16ByItsMark() throws IOException {
		assertThat(text("\uFEFFBrüder 霧 𝄞".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("Brüder 霧 𝄞");
		assertThat(text("\uFEFFBrüder 霧 𝄞".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("Brüder 霧 𝄞");
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void readsUtf16WithoutAMarkByTheZerosOfItsFirstLetters() throws IOException {
		assertThat(text("id,title\n1,霧".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("id,title\n1,霧");
		assertThat(text("id,title\n1,霧".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("id,title\n1,霧");
		assertThat(this.rejections.reasons()).isEmpty();
	}

	@Test
	void readsWhatIsNotUtf8AsWindows1252AndSaysWhere() throws IOException {
		byte[] windows = "One\r\nAmélie – “oui”\r\nThree\nPiñata".getBytes(Charset.forName("windows-1252"));

		assertThat(text(windows)).isEqualTo("One\r\nAmélie – “oui”\r\nThree\nPiñata");
		assertThat(this.rejections.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.count()).isEqualTo(2);
			assertThat(reason.wholeLine()).isFalse();
			assertThat(reason.examples()).containsExactly(new Rejections.Example("some.csv", 2, "Amé"),
					new Rejections.Example("some.csv", 4, "Piñ"));
		});
	}

	@Test
	void readsAFileInWhichSomebodyMixedEncodings() throws IOException {
		ByteArrayOutputStream mixed = new ByteArrayOutputStream();
		mixed.writeBytes("Amélie\n".getBytes(StandardCharsets.UTF_8));
		mixed.writeBytes("Amélie\n".getBytes(StandardCharsets.ISO_8859_1));
		mixed.writeBytes("霧".getBytes(StandardCharsets.UTF_8));

		assertThat(text(mixed.toByteArray())).isEqualTo("Amélie\nAmélie\n霧");
	}

	@Test
	void losesNoByte() throws IOException {
		byte[] all = new byte[256];
		for (int i = 0; i < all.length; i++) {
			all[i] = (byte) i;
		}
		assertThat(text(all)).hasSize(256).doesNotContain("\uFFFD").startsWith("\0");
	}

	@Test
	void reportsCharactersThatWereLostBefore() throws IOException {
		assertThat(text("Am\uFFFDlie and \uFFFF".getBytes(StandardCharsets.UTF_8))).isEqualTo("Am\uFFFDlie and \uFFFD");
		assertThat(text(new byte[] { (byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xD8, 'b', 0 })).isEqualTo("a\uFFFDb");
		assertThat(this.rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.examples()).extracting(Rejections.Example::line)
				.containsExactly(1L, 1L));
	}

	@Test
	void knowsTheLineAfterManyBuffers() throws IOException {
		byte[] text = ("é\r\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
		text[text.length - 3] = ' ';

		text(text);

		assertThat(this.rejections.reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.examples()).extracting(Rejections.Example::line)
				.containsExactly(100_000L));
	}

	private String text(byte[] bytes) throws IOException {
		StringWriter text = new StringWriter();
		try (SourceText reader = new SourceText("some.csv", new ByteArrayInputStream(bytes), this.rejections)) {
			reader.transferTo(text);
		}
		return text.toString();
	}

}
