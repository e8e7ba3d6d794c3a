package app.marquee.search;

import java.util.List;
import java.util.Map;

/**
 * Which films or people to read.
 *
 * @param test what a column with such an id has to fulfil, in SQL
 * @param parameters of the test
 */
record Ids(String test, Map<String, Object> parameters) {

	/** All from one id to another, both included. */
	static Ids between(long first, long last) {
		return new Ids("between :first and :last", Map.of("first", first, "last", last));
	}

	static Ids of(List<Long> ids) {
		return new Ids("in (:ids)", Map.of("ids", ids));
	}

}
