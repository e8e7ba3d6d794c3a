package app.marquee.ingest;

import java.util.List;

/**
 * Which film a record speaks of.
 *
 * @param kind what was found
 * @param films one film if it is found; the candidates, if there is a doubt; else none
 */
record Match(Kind kind, List<Long> films) {

	enum Kind {

		/** One film, surely enough. */
		FOUND,

		/** The catalogue has no such film. */
		NEW,

		/**
		 * It may be one of several, or one that contradicts it: a guess would glue two
		 * films together.
		 */
		DOUBT

	}

	static final Match NONE = new Match(Kind.NEW, List.of());

	static Match of(long film) {
		return new Match(Kind.FOUND, List.of(film));
	}

	static Match doubt(List<Long> films) {
		return new Match(Kind.DOUBT, List.copyOf(films));
	}

}
