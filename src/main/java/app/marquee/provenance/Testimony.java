package app.marquee.provenance;

import java.util.List;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of a film, one statement after the other. It stands in the records of
 * the sources; the room that knows their format takes them apart.
 */
@FunctionalInterface
public interface Testimony {

	List<Statement> about(long film);

	/** The films that a curator made one with it. */
	default List<Merger> mergers(long film) {
		return List.of();
	}

	/**
	 * A film that is one with another since.
	 *
	 * @param film its slug of then
	 * @param reason why, in the curator's words
	 * @param on when the curator made them one, where that is known
	 */
	record Merger(String film, String reason, @Nullable PartialDate on) {
	}

}
