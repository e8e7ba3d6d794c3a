package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What an import could not use: lines that it rejected whole, and values that it took for
 * not known. All are counted by their reason; the first of each reason are kept as
 * examples, so that a file of nothing but mistakes takes no more than some megabytes.
 */
class Rejections {

	/** Of each reason, and of all. */
	private static final int EXAMPLES = 1_000;

	private static final int ALL_EXAMPLES = 20_000;

	/**
	 * Reasons that are told apart; those that quote a parser are never the same twice.
	 */
	private static final int REASONS = 200;

	/** Letters of a value that is quoted. */
	private static final int LONGEST = 120;

	private static final String OTHER = "other reasons";

	private final Map<String, Reason> reasons = new TreeMap<>();

	private int kept;

	/**
	 * Something that could not be used.
	 *
	 * @param line where it stands, from 1; 0 where it is no matter of a line
	 */
	record Example(String file, long line, String value) {
	}

	/** Why, how often, and where for example. */
	record Reason(String reason, boolean wholeLine, List<Example> examples, long[] times) {

		long count() {
			return this.times[0];
		}

	}

	/** What is there, and was not asked for: by what it is, how often. */
	private final Map<String, Long> passedOver = new TreeMap<>();

	void passOver(String what) {
		this.passedOver.merge(what, 1L, Long::sum);
	}

	Map<String, Long> passedOver() {
		return Collections.unmodifiableMap(this.passedOver);
	}

	/** A line that gives no film. */
	void line(String file, long line, String value, String reason) {
		add(file, line, value, reason, true);
	}

	/** A value that is taken for not known; the rest of its line is used. */
	void value(String file, long line, @Nullable String value, String reason) {
		add(file, line, String.valueOf(value), reason, false);
	}

	private void add(String file, long line, String value, String reason, boolean wholeLine) {
		String told = (this.reasons.size() < REASONS || this.reasons.containsKey(reason)) ? reason : OTHER;
		Reason known = this.reasons.computeIfAbsent(told,
				(first) -> new Reason(told, wholeLine, new ArrayList<>(), new long[1]));
		known.times[0]++;
		if (known.examples.size() < EXAMPLES && this.kept < ALL_EXAMPLES) {
			this.kept++;
			known.examples
				.add(new Example(file, line, (value.length() > LONGEST) ? Values.text(value, LONGEST) + "…" : value));
		}
	}

	/** Takes over what another has. */
	void addAll(Rejections others) {
		others.reasons.values().forEach((other) -> {
			other.examples()
				.forEach((example) -> add(example.file(), example.line(), example.value(), other.reason(),
						other.wholeLine()));
			Reason known = this.reasons.get(other.reason());
			if (known != null) {
				known.times()[0] += other.count() - other.examples().size();
			}
		});
		others.reasons.clear();
		others.kept = 0;
	}

	List<Reason> reasons() {
		return List.copyOf(this.reasons.values());
	}

	long lines() {
		return this.reasons.values().stream().filter(Reason::wholeLine).mapToLong(Reason::count).sum();
	}

}
