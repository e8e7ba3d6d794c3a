package app.marquee.ingest;

import java.io.IOException;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A reader of a file in which not every row gives a film. */
abstract class FilteredReader implements RecordReader {

	/** How series and episodes are counted. */
	static final String NO_FILMS = "what is no film";

	private final String file;

	private final CsvRows rows;

	private final Rejections rejections;

	/** Keys of the films so far, where they stand in no order. */
	private final Set<String> keys = new HashSet<>();

	private @Nullable FilmRecord next;

	private boolean ended;

	/**
	 * Reads films.
	 * @param file what the rejections call it
	 */
	FilteredReader(String file, CsvRows rows, Rejections rejections) {
		this.file = file;
		this.rows = rows;
		this.rejections = rejections;
	}

	/** Told when the last row was read. */
	void ended() {
		// most readers have nothing left then
	}

	/** The film of a row, or null if it gives none. */
	abstract @Nullable FilmRecord read(CsvRows.Row row);

	/** Whether a row is of a film, by its type; what is neither is told. */
	boolean isFilm(CsvRows.Row row, String film, String series) {
		String type = Values.text(row.get("type"), Limits.KEY);
		if (series.equalsIgnoreCase(type)) {
			this.rejections.passOver(NO_FILMS);
		}
		else if (!film.equalsIgnoreCase(type)) {
			this.rejections.line(this.file, row.line(), type,
					"the type \"" + film + "\" or \"" + series + "\" was expected");
		}
		return film.equalsIgnoreCase(type);
	}

	/**
	 * Whether a film came before in the same file; it is told, and the first is taken.
	 */
	boolean isAgain(String key, CsvRows.Row row) {
		boolean again = !this.keys.add(key);
		if (again) {
			this.rejections.line(this.file, row.line(), key, "a film that came before; the first row was taken");
		}
		return again;
	}

	@Override
	public boolean hasNext() {
		while (this.next == null && this.rows.hasNext()) {
			CsvRows.Row row = this.rows.next();
			FilmRecord film = read(row);
			if (film != null && row.isShort()) {
				this.rejections.value(this.file, row.line(), film.key(),
						"a row with fewer values than there are columns");
			}
			String broken = (film != null) ? Limits.broken(film) : null;
			if (film != null && broken != null) {
				this.rejections.line(this.file, row.line(), film.key(), broken);
			}
			else {
				this.next = film;
			}
		}
		if (this.next == null && !this.ended) {
			this.ended = true;
			ended();
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
	public double share() {
		return this.rows.share();
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
