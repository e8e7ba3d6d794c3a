package app.marquee.ingest;

import java.io.Closeable;
import java.util.Iterator;
import java.util.Set;

/**
 * Reads the films of one data set, one after the other, and knows nothing but its format.
 * What it cannot use it tells {@link Rejections}, and goes on.
 */
interface RecordReader extends Iterator<FilmRecord>, Closeable {

	/** Of which parts it says nothing, because their files are not there. */
	default Set<FilmRecord.Part> unsaid() {
		return Set.of();
	}

	/** How much of it is read, 0 to 1; below 0 where nobody can say. */
	default double share() {
		return -1;
	}

}
