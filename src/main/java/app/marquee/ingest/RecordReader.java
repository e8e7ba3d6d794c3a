package app.marquee.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the films of one data set, one after the other, and knows nothing but its format.
 * What it cannot use it tells {@link Rejections}, and goes on.
 */
interface RecordReader extends Iterator<FilmRecord>, Closeable {

	/** Of which parts it says nothing, because their files are not there. */
	default Set<FilmRecord.Part> unsaid() {
		return Set.of();
	}

	/**
	 * The same films from the first on, as far as they are told apart by it: with titles,
	 * years, runtimes and ratings, and without the people. Says nothing of what it cannot
	 * use. Null where films have no ids of their own that tell them apart.
	 */
	default @Nullable RecordReader again() throws IOException {
		return null;
	}

	/** How much of it is read, 0 to 1; below 0 where nobody can say. */
	default double share() {
		return -1;
	}

}
