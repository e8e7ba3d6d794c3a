package app.marquee.search;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The bands that facets count in. */
final class Bands {

	static final String UNKNOWN = "unknown";

	/** Below, nobody tells them apart. */
	private static final int LOWEST_SCORE = 5;

	private static final int HIGHEST_SCORE = 9;

	private Bands() {
	}

	/** Four digits of a decade: 90 is 1990, and 10 is 2010. */
	static String fourDigits(String digits) {
		return (digits.length() > 2) ? digits : ((digits.compareTo("30") < 0) ? "20" : "19") + digits;
	}

	/** {@code 1990}, or that it is not known. */
	static String decade(@Nullable Integer year) {
		return (year != null) ? Integer.toString(year - year % 10) : UNKNOWN;
	}

	/**
	 * Lengths as people choose an evening by them, in minutes; the upper bound is not in
	 * the band.
	 */
	enum Runtime {

		SHORT("short", 0, 60), HOUR("60-90", 60, 90), USUAL("90-120", 90, 120), GENEROUS("120-150", 120, 150),
		LONG("long", 150, Integer.MAX_VALUE), UNKNOWN("unknown", 0, 0);

		private final String code;

		private final int from;

		private final int to;

		Runtime(String code, int from, int to) {
			this.code = code;
			this.from = from;
			this.to = to;
		}

		String code() {
			return this.code;
		}

		String message() {
			return "runtime.band." + name().toLowerCase(Locale.ROOT);
		}

	}

	/** The band of a code. */
	static Runtime named(String code) {
		return Arrays.stream(Runtime.values())
			.filter((band) -> band.code.equals(code))
			.findFirst()
			.orElse(Runtime.UNKNOWN);
	}

	/** The whole points of a rating, but for the lowest. */
	static String score(@Nullable Double rating) {
		return (rating == null) ? UNKNOWN
				: Integer.toString(Math.max(LOWEST_SCORE - 1, Math.min(HIGHEST_SCORE, (int) Math.floor(rating))));
	}

	static Runtime runtime(@Nullable Integer minutes) {
		if (minutes != null) {
			for (Runtime band : Runtime.values()) {
				if (minutes >= band.from && minutes < band.to) {
					return band;
				}
			}
		}
		return Runtime.UNKNOWN;
	}

}
