package app.marquee.ingest;

import java.io.IOException;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/** A reader of a file in which not every row gives a film. */
abstract class FilteredReader implements RecordReader {

	private final CsvRows rows;

	private @Nullable FilmRecord next;

	FilteredReader(CsvRows rows) {
		this.rows = rows;
	}

	/** The film of a row, or null if it gives none. */
	abstract @Nullable FilmRecord read(CsvRows.Row row);

	@Override
	public boolean hasNext() {
		while (this.next == null && this.rows.hasNext()) {
			this.next = read(this.rows.next());
		}
		return this.next != null;
	}

	@Override
	public FilmRecord next() {
		if (!hasNext() || this.next == null) {
			throw new NoSuchElementException();
		}
		FilmRecord film = this.next;
		this.next = null;
		return film;
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
