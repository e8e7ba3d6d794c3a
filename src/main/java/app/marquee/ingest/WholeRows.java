package app.marquee.ingest;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The text of a file of separated values without what would lead a parser astray: a quote
 * that is never closed, text behind a closing quote, a line without end, more values than
 * columns, of which nobody knows which belongs where. Such a line is told to the
 * rejections and left empty, and what comes after it keeps its line number. Without this,
 * one quote too many takes all rows up to the next quote with it. A file that ends within
 * a row is cut off: that row is given to nobody.
 */
final class WholeRows extends Reader {

	/** Characters of the largest row; a description is a page, not a book. */
	static final int LARGEST = 1 << 20;

	/**
	 * Lines of the largest row, for the values that have line breaks: how far an open
	 * quote is followed before it is given up.
	 */
	private static final int MOST_LINES = 200;

	/** Columns that a file may have; parsers have a bound of their own. */
	private static final int MOST_FIELDS = 1000;

	private static final String UNCLOSED = "a quote that is not closed";

	private static final String BEHIND = "text behind a closing quote";

	private static final String TOO_LONG = "a line of more than " + LARGEST + " characters";

	private static final String TOO_MANY = "a line of more than " + MOST_FIELDS + " values";

	private static final String SHIFTED = "more values than there are columns";

	private static final int EXAMPLE = 200;

	private final String file;

	private final Reader text;

	private final char separator;

	private final boolean quotes;

	private final Rejections rejections;

	private char[] buffer = new char[1 << 16];

	/** From here to the next is what may be given away. */
	private int given;

	/** From here to the next is what was read and not looked at yet. */
	private int from;

	private int to;

	/** Of the row that begins there. */
	private long line = 1;

	private boolean afterReturn;

	/** As many as the first row has values. */
	private int columns;

	/**
	 * Reads rows.
	 * @param quotes whether values stand in quotes; else a quote is a letter like others
	 */
	WholeRows(String file, Reader text, char separator, boolean quotes, Rejections rejections) {
		this.file = file;
		this.text = text;
		this.separator = separator;
		this.quotes = quotes;
		this.rejections = rejections;
	}

	@Override
	public int read(char[] into, int offset, int length) throws IOException {
		int count = 0;
		try {
			while (count < length && (this.given < this.from || row())) {
				int part = Math.min(length - count, this.from - this.given);
				System.arraycopy(this.buffer, this.given, into, offset + count, part);
				this.given += part;
				count += part;
			}
		}
		catch (IOException ex) {
			// the rows before come first; whoever reads on learns of it
			if (count == 0) {
				throw ex;
			}
		}
		return (count > 0 || length == 0) ? count : -1;
	}

	/** Takes up the next row or what is left of it; false at the end of the file. */
	private boolean row() throws IOException {
		int length = 0;
		int firstEnd = -1;
		int lines = 0;
		int fields = 1;
		int beyond = -1;
		boolean start = true;
		boolean quoted = false;
		boolean closed = false;
		boolean ended = false;
		while (!ended && (this.from + length < this.to || more())) {
			char letter = this.buffer[this.from + length];
			if (letter > '\r' && !this.quotes && length < LARGEST) {
				// nothing but line ends and tabs matters
				length++;
				continue;
			}
			boolean end = letter == '\n' || letter == '\r';
			if (quoted && end) {
				firstEnd = (firstEnd < 0) ? length : firstEnd;
				lines++;
			}
			else if (quoted) {
				closed = letter == '"';
				quoted = !closed;
			}
			else if (end) {
				ended = true;
			}
			else if (letter == this.separator) {
				fields++;
				beyond = (fields == this.columns + 1) ? length : beyond;
				closed = false;
			}
			else if (letter == '"' && (closed || start && this.quotes)) {
				quoted = true;
				closed = false;
			}
			else if (closed) {
				break;
			}
			start = letter == this.separator && !quoted;
			length++;
			if (length > LARGEST || lines > MOST_LINES || fields > MOST_FIELDS) {
				break;
			}
		}
		if (length == 0) {
			return false;
		}
		if (!ended && this.columns > 0 && fields < this.columns && length > 0 && length <= LARGEST
				&& this.from + length == this.to) {
			// neither all values nor the end of the line: a part of it would be taken for
			// the whole
			throw SourceText.cutOff(this.file, this.line);
		}
		String wrong = quoted ? UNCLOSED
				: (length > LARGEST) ? TOO_LONG
						: (fields > MOST_FIELDS) ? TOO_MANY : (closed && !ended && this.from + length < this.to)
								? BEHIND : (firstEnd >= 0 && fields > this.columns) ? UNCLOSED
										: (this.quotes && beyond >= 0 && !isBlank(beyond, length)) ? SHIFTED : null;
		if (wrong != null) {
			leaveOut((firstEnd >= 0) ? firstEnd : ended ? length - 1 : length, (firstEnd >= 0) ? UNCLOSED : wrong);
			return true;
		}
		if (this.columns == 0 && length > 1) {
			this.columns = fields;
		}
		for (int i = (firstEnd >= 0) ? 0 : length - 1; i < length; i++) {
			count(this.buffer[this.from + i]);
		}
		this.from += length;
		return true;
	}

	/** Whether nothing stands there but separators, and quotes around nothing. */
	private boolean isBlank(int start, int end) {
		return IntStream.range(this.from + start, this.from + end)
			.mapToObj((index) -> this.buffer[index])
			.allMatch((letter) -> letter == this.separator || letter == '"' || letter <= ' ');
	}

	/** Leaves out the rest of a line, but not its end. */
	private void leaveOut(int length, String why) throws IOException {
		this.rejections.line(this.file, this.line, new String(this.buffer, this.from, Math.min(length, EXAMPLE)), why);
		this.from += length;
		this.given = this.from;
		while (this.from < this.to || more()) {
			char letter = this.buffer[this.from++];
			if (letter == '\n' || letter == '\r') {
				count(letter);
				return;
			}
			this.given = this.from;
		}
	}

	private void count(char letter) {
		if (letter == '\r' || letter == '\n' && !this.afterReturn) {
			this.line++;
		}
		this.afterReturn = letter == '\r';
	}

	/** Reads more; nothing is to be given away when it is called. */
	private boolean more() throws IOException {
		System.arraycopy(this.buffer, this.from, this.buffer, 0, this.to - this.from);
		this.to -= this.from;
		this.from = 0;
		this.given = 0;
		if (this.buffer.length - this.to < 64) {
			this.buffer = Arrays.copyOf(this.buffer, 2 * this.buffer.length);
		}
		int count = this.text.read(this.buffer, this.to, this.buffer.length - this.to);
		this.to += Math.max(0, count);
		return count > 0;
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
