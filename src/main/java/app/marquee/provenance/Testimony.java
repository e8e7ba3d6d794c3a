package app.marquee.provenance;

import java.util.List;

/**
 * All that was said of a film, one statement after the other. It stands in the records of
 * the sources; the room that knows their format takes them apart.
 */
@FunctionalInterface
public interface Testimony {

	List<Statement> about(long film);

}
