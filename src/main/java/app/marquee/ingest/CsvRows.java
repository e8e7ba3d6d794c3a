package app.marquee.ingest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of comma- or tab-separated values, plain or gzipped, by the names of
 * its columns. A mark of the byte order in front is passed over.
 */
class CsvRows implements Iterator<CsvRows.Row>, Closeable {

	private static final int GZIP = 0x1f8b;

	/** Characters of the largest row; a description is a page, not a book. */
	private static final int LARGEST = 16 * 1024 * 1024;

	private final CsvReader<CsvRecord> reader;

	private final CloseableIterator<CsvRecord> rows;

	private final Map<String, Integer> columns = new HashMap<>();

	private CsvRows(CsvReader<CsvRecord> reader, Path file, List<String> needed) throws IOException {
		this.reader = reader;
		this.rows = reader.iterator();
		if (this.rows.hasNext()) {
			List<String> names = this.rows.next().getFields();
			for (int column = 0; column < names.size(); column++) {
				this.columns.putIfAbsent(names.get(column).strip().replace("\uFEFF", ""), column);
			}
		}
		for (String name : needed) {
			if (!this.columns.containsKey(name)) {
				close();
				throw new IOException(file.getFileName() + " has no column \"" + name + "\"; it needs "
						+ String.join(", ", needed) + ", and has " + String.join(", ", this.columns.keySet()));
			}
		}
	}

	/**
	 * Comma-separated, with quotes (RFC 4180); broken quoting spoils its own row alone,
	 * as far as that can be.
	 */
	@SuppressWarnings("removal") // deprecated with nothing in its place; without it one
									// bad quote ends an import
	static CsvRows commas(Path file, String... needed) throws IOException {
		return new CsvRows(lenient().allowUnclosedQuote(true)
			.allowExtraCharsAfterClosingQuote(true)
			.maxBufferSize(LARGEST)
			.ofCsvRecord(bytes(file), StandardCharsets.UTF_8), file, List.of(needed));
	}

	/** Tab-separated, as IMDb writes it: quotes are letters like any other. */
	static CsvRows tabs(Path file, String... needed) throws IOException {
		return new CsvRows(
				lenient().fieldSeparator('\t').quoteCharacter('\0').ofCsvRecord(bytes(file), StandardCharsets.UTF_8),
				file, List.of(needed));
	}

	private static CsvReader.CsvReaderBuilder lenient() {
		return CsvReader.builder()
			.detectBomHeader(true)
			.skipEmptyLines(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE);
	}

	/** A file's bytes, unpacked if they are gzipped, whatever the file is called. */
	static InputStream bytes(Path file) throws IOException {
		InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		bytes.mark(2);
		int magic = bytes.read() << 8 | bytes.read();
		bytes.reset();
		return (magic == GZIP) ? new GZIPInputStream(bytes, 1 << 16) : bytes;
	}

	@Override
	public boolean hasNext() {
		return this.rows.hasNext();
	}

	@Override
	public Row next() {
		return new Row(this.rows.next(), this.columns);
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/** One row; what is absent or empty or {@code \N} is null. */
	record Row(CsvRecord fields, Map<String, Integer> columns) {

		@Nullable String get(String name) {
			Integer column = this.columns.get(name);
			if (column == null || column >= this.fields.getFieldCount()) {
				return null;
			}
			String value = this.fields.getField(column);
			return (value.isBlank() || value.equals("\\N")) ? null : value;
		}

		/** Where it begins in the file, from 1. */
		long line() {
			return this.fields.getStartingLineNumber();
		}

	}

}
