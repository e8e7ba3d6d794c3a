package app.marquee.search;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Which films or people to read.
 *
 * @param test what a column with such an id has to fulfil, in SQL
 * @param parameters of the test
 */
record Ids(String test, Map<String, Object> parameters) {

	/**
	 * All from one id to another, both included: one by one, since H2 takes a range for a
	 * large part of a table, and rather reads the whole of it.
	 */
	static Ids between(long first, long last) {
		return of(LongStream.rangeClosed(first, last).boxed().toList());
	}

	static Ids of(List<Long> ids) {
		return new Ids("in (:ids)", Map.of("ids", ids));
	}

}
