package app.marquee.ingest;

import java.io.Closeable;
import java.util.Iterator;

/**
 * Reads the films of one data set, one after the other, and knows nothing but its format.
 * What it cannot use it tells {@link Rejections}, and goes on.
 */
interface RecordReader extends Iterator<FilmRecord>, Closeable {

	/** How much of it is read, 0 to 1; below 0 where nobody can say. */
	default double share() {
		return -1;
	}

}
