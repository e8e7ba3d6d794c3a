package app.marquee.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * From one whole number to another, with both.
 *
 * @param least null where it is open
 * @param most null where it is open
 */
record Span(@Nullable Integer least, @Nullable Integer most) {

	static final Span ANY = new Span(null, null);

	/** 1999, 1990..1999, 1990-1999, 1990.., ..1999, >1990, <=1999. */
	private static final Pattern WRITTEN = Pattern
		.compile("(\\d{1,4})|(\\d{0,4})(?:\\.\\.|-)(\\d{0,4})|([<>]=?)(\\d{1,4})");

	/** What was written; null where that is no span, or an open one at both ends. */
	static @Nullable Span of(String text) {
		Matcher written = WRITTEN.matcher(text);
		if (!written.matches()) {
			return null;
		}
		if (written.group(1) != null) {
			return new Span(number(written.group(1)), number(written.group(1)));
		}
		if (written.group(4) == null) {
			Span span = new Span(number(written.group(2)), number(written.group(3)));
			return span.any() ? null : span;
		}
		int bound = Integer.parseInt(written.group(5));
		return switch (written.group(4)) {
			case ">" -> new Span(bound + 1, null);
			case ">=" -> new Span(bound, null);
			case "<" -> new Span(null, bound - 1);
			default -> new Span(null, bound);
		};
	}

	private static @Nullable Integer number(String digits) {
		return digits.isEmpty() ? null : Integer.valueOf(digits);
	}

	/** Whether it is open at both ends. */
	boolean any() {
		return this.least == null && this.most == null;
	}

	/** Whether it ends before it begins. */
	boolean turned() {
		return this.least != null && this.most != null && this.least > this.most;
	}

	/** The same from its lower end to its higher. */
	Span ordered() {
		return turned() ? new Span(this.most, this.least) : this;
	}

	/** Whether both ends, where they are not open, are from one number to another. */
	boolean within(int lowest, int highest) {
		return (this.least == null || this.least >= lowest && this.least <= highest)
				&& (this.most == null || this.most >= lowest && this.most <= highest);
	}

}
