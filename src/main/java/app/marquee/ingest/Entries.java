package app.marquee.ingest;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON values of a file: one to a line (JSON Lines), or the elements of one array.
 * One of them is in memory at a time.
 */
abstract class Entries implements Closeable {

	/** What JSON takes for blanks. */
	private static final String JSON_BLANKS = " \t\r\n";

	/** Blanks in front of the first bracket. */
	private static final int BLANKS = 1000;

	/** Of the last one that was read. */
	long line;

	String text = "";

	/**
	 * Opens a file, in whichever form it is.
	 * @param told is told of lines that cannot be read
	 */
	static Entries of(String name, InputStream file, JsonMapper json, Rejections told) throws IOException {
		PushbackReader text = new PushbackReader(new BufferedReader(new SourceText(name, file, told)), BLANKS);
		return isArray(text) ? new Elements(text, json)
				: new Lines(new WholeRows(name, text, SourceText.NEVER, false, told), json);
	}

	/**
	 * The next entry, null at the end.
	 * @throws JacksonException if it is no JSON
	 * @throws NumberFormatException if it has a number of billions of digits
	 */
	abstract @Nullable JsonNode next();

	/** The line on which the last one begins, from 1. */
	long line() {
		return this.line;
	}

	/** What it looks like, as far as that is known. */
	String text() {
		return this.text;
	}

	/** Whether nothing follows. */
	abstract boolean isAtEnd();

	@Override
	public abstract void close();

	private static boolean isArray(PushbackReader text) throws IOException {
		char[] start = new char[BLANKS];
		int length = 0;
		int letter = text.read();
		while (letter >= 0) {
			start[length++] = (char) letter;
			letter = (length < BLANKS && JSON_BLANKS.indexOf(letter) >= 0) ? text.read() : -1;
		}
		text.unread(start, 0, length);
		return length > 0 && start[length - 1] == '[';
	}

	/** One to a line. */
	private static final class Lines extends Entries {

		private final JsonMapper json;

		private final BufferedReader lines;

		private Lines(Reader text, JsonMapper json) {
			this.json = json;
			this.lines = new BufferedReader(text);
		}

		@Override
		@Nullable JsonNode next() {
			try {
				String next = this.lines.readLine();
				for (this.line++; next != null && next.isBlank(); this.line++) {
					next = this.lines.readLine();
				}
				this.text = (next != null) ? next : "";
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return this.text.isEmpty() ? null : this.json.readTree(this.text);
		}

		@Override
		boolean isAtEnd() {
			try {
				// one character, and the second half of a line end before it
				this.lines.mark(2);
				boolean end = this.lines.read() < 0;
				this.lines.reset();
				return end;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() {
			try {
				this.lines.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** The elements of an array. */
	private static final class Elements extends Entries {

		private final MappingIterator<JsonNode> elements;

		private boolean broken;

		private Elements(Reader text, JsonMapper json) {
			this.line = 1;
			this.elements = json.readerFor(JsonNode.class).readValues(text);
		}

		@Override
		@Nullable JsonNode next() {
			if (this.broken) {
				return null;
			}
			this.text = "";
			// no JSON any more: what comes after cannot be told apart
			this.broken = true;
			boolean more = this.elements.hasNextValue();
			this.line = Math.max(1, this.elements.parser().currentTokenLocation().getLineNr());
			JsonNode element = more ? this.elements.nextValue() : null;
			this.text = (element != null) ? element.toString() : "";
			this.broken = false;
			return element;
		}

		@Override
		boolean isAtEnd() {
			return this.broken;
		}

		@Override
		public void close() {
			this.elements.close();
		}

	}

}
