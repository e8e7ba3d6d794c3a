package app.marquee.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a file in whichever encoding it comes: UTF-8 or UTF-16 by the mark in
 * front; without one, UTF-16 by the zeros that half of its first bytes are, else UTF-8.
 * Bytes that are not UTF-8 are read as Windows-1252, which is what they are in practice,
 * and told to the rejections with their line; so are characters that were lost before
 * (U+FFFD).
 */
final class SourceText extends Reader {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final char LOST = '\uFFFD';

	/** No character at all; {@link CsvRows} needs one that never comes. */
	static final char NEVER = '\uFFFF';

	private static final int CONTEXT = 40;

	/** Bytes by which the encoding is recognised. */
	private static final int FIRST = 4;

	private final String file;

	private final InputStream bytes;

	private final Rejections rejections;

	private final CharsetDecoder decoder;

	private final ByteBuffer read = ByteBuffer.allocate(1 << 16).limit(0);

	private boolean all;

	private long line = 1;

	private boolean afterReturn;

	/** The last line whose encoding was reported, and whose lost characters were. */
	private long reported;

	private long reportedLost;

	/**
	 * Reads the text.
	 * @param file what the rejections call it
	 */
	SourceText(String file, InputStream bytes, Rejections rejections) throws IOException {
		this.file = file;
		this.bytes = bytes;
		this.rejections = rejections;
		while (!this.all && this.read.remaining() < FIRST) {
			more();
		}
		this.decoder = encoding().newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	private Charset encoding() {
		if (startsWith(0xEF, 0xBB, 0xBF)) {
			return StandardCharsets.UTF_8;
		}
		if (startsWith(0xFE, 0xFF)) {
			return StandardCharsets.UTF_16BE;
		}
		if (startsWith(0xFF, 0xFE)) {
			return StandardCharsets.UTF_16LE;
		}
		// names of columns are plain letters, each with a zero beside it
		return isZero(0, 2) && !isZero(1, 3) ? StandardCharsets.UTF_16BE
				: isZero(1, 3) && !isZero(0, 2) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
	}

	private boolean isZero(int... places) {
		return this.read.remaining() >= FIRST && Arrays.stream(places).allMatch((place) -> this.read.get(place) == 0);
	}

	/** Passes over the mark if it is there. */
	private boolean startsWith(int... mark) {
		if (this.read.remaining() < mark.length) {
			return false;
		}
		for (int i = 0; i < mark.length; i++) {
			if ((this.read.get(i) & 0xFF) != mark[i]) {
				return false;
			}
		}
		this.read.position(mark.length);
		return true;
	}

	/** What is wrong with a file that ends where more has to come. */
	static IOException cutOff(String file, long line) {
		return new IOException(file + " ends too early, in line " + line);
	}

	private void more() throws IOException {
		this.read.compact();
		try {
			int count = this.bytes.read(this.read.array(), this.read.position(), this.read.remaining());
			if (count < 0) {
				this.all = true;
			}
			else {
				this.read.position(this.read.position() + count);
			}
		}
		catch (EOFException ex) {
			throw cutOff(this.file, this.line);
		}
		catch (IOException ex) {
			throw new IOException(this.file + " cannot be read from line " + this.line + " on: " + ex.getMessage());
		}
		finally {
			this.read.flip();
		}
	}

	/** At least some characters; there has to be room for eight. */
	@Override
	public int read(char[] into, int offset, int length) throws IOException {
		CharBuffer text = CharBuffer.wrap(into, offset, length);
		int start = text.position();
		while (true) {
			int before = text.position();
			CoderResult result = this.decoder.decode(this.read, text, this.all);
			look(into, start, before, text.position());
			if (result.isError()) {
				if (text.remaining() < result.length()) {
					return text.position() - start;
				}
				mend(result.length(), into, start, text);
			}
			else if (text.position() > start) {
				return text.position() - start;
			}
			else if (this.all) {
				return -1;
			}
			else {
				more();
			}
		}
	}

	private void mend(int length, char[] into, int start, CharBuffer text) {
		int from = text.position();
		if (this.decoder.charset() != StandardCharsets.UTF_8) {
			// two bytes alone: what comes after them may be sound
			this.read.position(this.read.position() + Math.min(length, Character.BYTES));
			text.put(LOST);
		}
		else {
			for (int i = 0; i < length; i++) {
				byte one = this.read.get();
				char letter = WINDOWS.decode(ByteBuffer.wrap(new byte[] { one })).get();
				// five bytes that it leaves open are controls, as browsers have it
				text.put((letter != LOST) ? letter : (char) (one & 0xFF));
			}
			if (this.reported < this.line) {
				this.reported = this.line;
				this.rejections.value(this.file, this.line, context(into, start, text.position()),
						"bytes that are not UTF-8 were read as Windows-1252");
			}
		}
		look(into, start, from, text.position());
	}

	/** Counts lines, and sees what is no character. */
	private void look(char[] text, int start, int from, int to) {
		for (int i = from; i < to; i++) {
			char letter = text[i];
			if (letter <= '\r') {
				if (letter == '\r' || letter == '\n' && !this.afterReturn) {
					this.line++;
				}
				this.afterReturn = letter == '\r';
			}
			else {
				this.afterReturn = false;
				if (letter >= LOST) {
					text[i] = LOST;
					if (this.reportedLost < this.line) {
						this.reportedLost = this.line;
						this.rejections.value(this.file, this.line, context(text, start, i + 1),
								"a character was lost before the file came here (U+FFFD)");
					}
				}
			}
		}
	}

	/** What stands in front, as far as it is at hand and on the same line. */
	private static String context(char[] text, int start, int end) {
		int from = end;
		while (from > start && end - from < CONTEXT && text[from - 1] != '\n' && text[from - 1] != '\r') {
			from--;
		}
		return new String(text, from, end - from);
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

}
