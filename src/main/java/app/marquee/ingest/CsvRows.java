package app.marquee.ingest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of comma- or tab-separated values, plain or gzipped, by the names of
 * its columns. {@link SourceText} takes care of the encoding and {@link WholeRows} of
 * what is broken; both tell the rejections.
 */
class CsvRows implements Iterator<CsvRows.Row>, Closeable {

	private static final int GZIP = 0x1f8b;

	private final CsvReader<CsvRecord> reader;

	private final CloseableIterator<CsvRecord> rows;

	private final Map<String, Integer> columns = new LinkedHashMap<>();

	/** Columns up to the last one that has a name. */
	private int width;

	private final boolean numbered;

	private @Nullable SeekableByteChannel file;

	private @Nullable CsvRecord next;

	private CsvRows(String file, CsvReader<CsvRecord> reader, boolean numbered, List<String> needed)
			throws IOException {
		this.reader = reader;
		this.rows = reader.iterator();
		this.numbered = numbered;
		if (this.rows.hasNext()) {
			List<String> names = this.rows.next().getFields();
			for (int column = 0; column < names.size(); column++) {
				String name = Values.text(names.get(column), 100);
				this.width = name.isEmpty() ? this.width : column + 1;
				if (this.columns.putIfAbsent(name, column) != null && needed.contains(name)) {
					close();
					throw new IOException(file + " has two columns \"" + name + "\": nobody can tell which is meant");
				}
			}
		}
		for (String name : needed) {
			if (!this.columns.containsKey(name)) {
				close();
				throw new IOException(unlike(file, name, needed));
			}
		}
	}

	/** Why a file that has no such column is not what it should be. */
	private String unlike(String file, String missing, List<String> needed) {
		String header = Values.text(String.join(", ", this.columns.keySet()), 300);
		if (header.isEmpty()) {
			return file + " is empty; it needs a first line with the columns " + String.join(", ", needed);
		}
		boolean glued = this.columns.size() == 1 && needed.size() > 1 && needed.stream().allMatch(header::contains);
		return file + " has no column \"" + missing + "\"; it needs " + String.join(", ", needed) + ", and has "
				+ header
				+ (glued ? ". Its values seem to be separated by something else than in files of this kind." : "");
	}

	/** Comma-separated, with quotes (RFC 4180). */
	static CsvRows commas(Path file, Rejections rejections, String... needed) throws IOException {
		String name = String.valueOf(file.getFileName());
		SeekableByteChannel channel = Files.newByteChannel(file);
		return new CsvRows(name, builder().ofCsvRecord(text(name, bytes(name, channel), ',', rejections)), false,
				List.of(needed))
			.from(channel);
	}

	/**
	 * Tab-separated, as IMDb writes it: quotes are letters like any other.
	 * @param name what the rejections call the file
	 */
	static CsvRows tabs(String name, Path file, Rejections rejections, String... needed) throws IOException {
		SeekableByteChannel channel = Files.newByteChannel(file);
		return tabs(name, bytes(name, channel), false, rejections, needed).from(channel);
	}

	/**
	 * Tab-separated.
	 * @param numbered whether the first value of each row is its line number, as in a
	 * {@link SortedCopy}
	 */
	static CsvRows tabs(String name, InputStream bytes, boolean numbered, Rejections rejections, String... needed)
			throws IOException {
		// the parser wants a character for quotes: one that never comes
		return new CsvRows(name,
				builder().fieldSeparator('\t')
					.quoteCharacter(SourceText.NEVER)
					.ofCsvRecord(text(name, bytes, '\t', rejections)),
				numbered, List.of(needed));
	}

	private CsvRows from(SeekableByteChannel file) {
		this.file = file;
		return this;
	}

	/** How much of the file is read, 0 to 1; below 0 where nobody can say. */
	double share() {
		try {
			return (this.file != null && this.file.isOpen()) ? (double) this.file.position() / this.file.size() : -1;
		}
		catch (IOException ex) {
			return -1;
		}
	}

	private static WholeRows text(String name, InputStream bytes, char separator, Rejections rejections)
			throws IOException {
		return new WholeRows(name, new SourceText(name, bytes, rejections), separator, separator == ',', rejections);
	}

	private static CsvReader.CsvReaderBuilder builder() {
		return CsvReader.builder()
			.skipEmptyLines(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE);
	}

	/** A file's bytes, unpacked if they are gzipped, whatever the file is called. */
	static InputStream bytes(Path file) throws IOException {
		return bytes(String.valueOf(file.getFileName()), Files.newByteChannel(file));
	}

	private static InputStream bytes(String name, SeekableByteChannel file) throws IOException {
		InputStream bytes = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
		try {
			bytes.mark(2);
			int magic = bytes.read() << 8 | bytes.read();
			bytes.reset();
			return (magic == GZIP) ? new GZIPInputStream(bytes, 1 << 16) : bytes;
		}
		catch (IOException ex) {
			bytes.close();
			throw new IOException(name + " cannot be read: " + ex.getMessage());
		}
	}

	@Override
	public boolean hasNext() {
		while (this.next == null && this.rows.hasNext()) {
			CsvRecord row = this.rows.next();
			this.next = isBlank(row) ? null : row;
		}
		return this.next != null;
	}

	/** A stray line of blanks has one value, and that is blank. */
	private boolean isBlank(CsvRecord row) {
		return row.getFieldCount() == (this.numbered ? 2 : 1) && row.getField(row.getFieldCount() - 1).isBlank();
	}

	@Override
	public Row next() {
		if (!hasNext() || this.next == null) {
			throw new NoSuchElementException();
		}
		Row row = new Row(this.next, this.columns, this.width, this.numbered);
		this.next = null;
		return row;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/** One row; what is absent or empty or {@code \N} is null. */
	record Row(CsvRecord fields, Map<String, Integer> columns, int width, boolean numbered) {

		@Nullable String get(String name) {
			Integer column = this.columns.get(name);
			if (column == null || column >= this.fields.getFieldCount()) {
				return null;
			}
			String value = this.fields.getField(column);
			return (value.isBlank() || value.equals("\\N")) ? null : value;
		}

		/** Whether it ends before the last column that has a name. */
		boolean isShort() {
			return this.fields.getFieldCount() < this.width;
		}

		/** Where it begins in the file, from 1. */
		long line() {
			return this.numbered ? Long.parseLong(this.fields.getField(0)) : this.fields.getStartingLineNumber();
		}

	}

}
