package app.marquee.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Values as data sets print them. What cannot be a value of its kind becomes null, not
 * known, and is told to the rejections; nothing is guessed.
 */
class Values {

	/**
	 * Sources announce films a few years ahead; what lies further is a slip of the hand.
	 */
	private static final int YEARS_AHEAD = 10;

	/** The first films. */
	static final int FIRST_YEAR = 1874;

	/** A day. There are a few longer works of art; far more such values are mistakes. */
	static final int LONGEST = 1440;

	/** {@code 1h 30min}, {@code 1 hr 30 min}, {@code 2 hours}. */
	private static final Pattern HOURS = Pattern
		.compile("(?i)(\\d{1,2})\\s*h(?:(?:ou)?rs?)?\\.?(?:\\s*(\\d{1,2})\\s*(?:m(?:in(?:ute)?s?)?\\.?)?)?");

	private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final int DECIMALS = 30;

	private static final int ZWNJ = 0x200C;

	private static final int ZWJ = 0x200D;

	private static final int NEXT_LINE = 0x85;

	private static final int LOST = 0xFFFD;

	private final String file;

	private final Rejections rejections;

	private final int lastYear;

	Values(String file, Rejections rejections, LocalDate today) {
		this.file = file;
		this.rejections = rejections;
		this.lastYear = today.getYear() + YEARS_AHEAD;
	}

	/**
	 * Text without what nobody sees, and with single blanks; null where nothing is left.
	 * The joiners of Persian and Indian scripts stay between letters.
	 */
	static @Nullable String text(@Nullable String value) {
		if (value == null || value.equals("\\N")) {
			return null;
		}
		if (isPlain(value)) {
			return value;
		}
		StringBuilder text = new StringBuilder(value.length());
		boolean blank = false;
		int joiner = 0;
		for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
			int letter = value.codePointAt(i);
			if (letter == ZWNJ || letter == ZWJ) {
				joiner = (text.isEmpty() || blank) ? 0 : letter;
			}
			else if (isBlank(letter)) {
				blank = true;
				joiner = 0;
			}
			else if (!isInvisible(letter)) {
				if (blank && !text.isEmpty()) {
					text.append(' ');
				}
				else if (joiner != 0) {
					text.appendCodePoint(joiner);
				}
				blank = false;
				joiner = 0;
				text.appendCodePoint(letter);
			}
		}
		return text.isEmpty() ? null : text.toString();
	}

	/** Most values are as they should be: visible ASCII with single blanks inside. */
	private static boolean isPlain(String value) {
		char before = ' ';
		for (int i = 0; i < value.length(); i++) {
			char letter = value.charAt(i);
			if (letter < ' ' || letter > '~' || letter == ' ' && before == ' ') {
				return false;
			}
			before = letter;
		}
		return before != ' ';
	}

	private static boolean isBlank(int letter) {
		return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == NEXT_LINE;
	}

	/** Controls, formats, halves of characters, and what stands for a lost one. */
	private static boolean isInvisible(int letter) {
		int type = Character.getType(letter);
		return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE || letter == LOST;
	}

	/** Text of a length; empty where nothing is left. */
	static String text(@Nullable String value, int longest) {
		String text = text(value);
		if (text == null) {
			return "";
		}
		if (text.length() <= longest) {
			return text;
		}
		// not through the middle of a character
		int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
		return text.substring(0, end).strip();
	}

	@Nullable Integer year(@Nullable String value, long line) {
		Integer year = whole(value, line, "a year is four digits");
		if (year != null && (year < FIRST_YEAR || year > this.lastYear)) {
			this.rejections.value(this.file, line, value,
					"a year between " + FIRST_YEAR + " and " + this.lastYear + " was expected");
			return null;
		}
		return year;
	}

	@Nullable Integer runtime(@Nullable String value, long line) {
		Matcher hours = HOURS.matcher((value != null) ? value.strip() : "");
		String minutes = hours.matches() ? minutes(hours)
				: (value != null) ? value.replaceFirst("(?i)\\s*min(ute)?s?\\.?\\s*$", "") : null;
		Integer runtime = whole(minutes, value, line, "a runtime is a number of minutes");
		if (runtime != null && (runtime < 1 || runtime > LONGEST)) {
			this.rejections.value(this.file, line, value,
					"a runtime between 1 and " + LONGEST + " minutes was expected");
			return null;
		}
		return runtime;
	}

	private static String minutes(Matcher hours) {
		int rest = (hours.group(2) != null) ? Integer.parseInt(hours.group(2)) : 0;
		return Integer.toString(60 * Integer.parseInt(hours.group(1)) + rest);
	}

	@Nullable Integer votes(@Nullable String value, long line) {
		Integer votes = whole(value, line, "a number of votes was expected");
		return (votes != null && votes > 0) ? votes : null;
	}

	/** A mean score out of 10, to a tenth. */
	@Nullable BigDecimal score(@Nullable String value, long line) {
		String text = text(value);
		if (text == null) {
			return null;
		}
		try {
			BigDecimal score = new BigDecimal(text);
			// to round a number with a billion decimals would take for ever
			if (score.scale() <= DECIMALS && score.signum() > 0 && score.compareTo(BigDecimal.TEN) <= 0) {
				return score.setScale(1, RoundingMode.HALF_UP);
			}
		}
		catch (NumberFormatException ex) {
			// told below
		}
		this.rejections.value(this.file, line, value, "a score above 0 and up to 10 was expected");
		return null;
	}

	private @Nullable Integer whole(@Nullable String value, long line, String expected) {
		return whole(value, value, line, expected);
	}

	/**
	 * {@code 94681.0} is a whole number, as spreadsheets write it.
	 * @param printed the value with what stands around the number
	 */
	private @Nullable Integer whole(@Nullable String value, @Nullable String printed, long line, String expected) {
		String text = text(value);
		if (text == null) {
			return null;
		}
		try {
			return new BigDecimal(text).intValueExact();
		}
		catch (NumberFormatException | ArithmeticException ex) {
			this.rejections.value(this.file, line, printed, expected);
			return null;
		}
	}

	/** {@code September 25, 2021}, or ISO. */
	@Nullable PartialDate date(@Nullable String value, long line) {
		String text = text(value);
		if (text == null) {
			return null;
		}
		try {
			return PartialDate.ofDay(LocalDate.parse(text, AMERICAN));
		}
		catch (DateTimeParseException | IllegalArgumentException american) {
			try {
				return new PartialDate(text);
			}
			catch (IllegalArgumentException iso) {
				this.rejections.value(this.file, line, value, "a date such as September 25, 2021 was expected");
				return null;
			}
		}
	}

	/** Parts between commas, without empty ones and repetitions. */
	static List<String> list(@Nullable String value, String separator) {
		return (value == null) ? List.of()
				: Arrays.stream(value.split(separator))
					.map((part) -> text(part, 300))
					.filter((part) -> !part.isEmpty())
					.distinct()
					.toList();
	}

}
