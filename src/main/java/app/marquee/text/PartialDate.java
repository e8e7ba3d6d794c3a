package app.marquee.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A date to the precision that is known: {@code 2022}, {@code 2022-03} or
 * {@code 2022-03-31} (ISO 8601, so that the text sorts as the date does). Sources often
 * give no more than a year, and to print a day would be to invent it.
 */
public record PartialDate(@JsonValue String iso) implements Comparable<PartialDate> {

	private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

	@JsonCreator
	public PartialDate {
		if (!FORM.matcher(iso).matches()) {
			throw new IllegalArgumentException("a date is 2022, 2022-03 or 2022-03-31, not \"" + iso + "\"");
		}
		try {
			first(iso);
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("no such day: \"" + iso + "\"", ex);
		}
	}

	public static @Nullable PartialDate of(@Nullable String iso) {
		return (iso != null) ? new PartialDate(iso) : null;
	}

	public static PartialDate ofDay(LocalDate day) {
		return new PartialDate(day.toString());
	}

	/** The day of a time in UTC: databases answer in the zone of the machine. */
	public static PartialDate ofDay(OffsetDateTime time) {
		return ofDay(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
	}

	/** {@code 2022}, {@code March 2022} or {@code 31 March 2022}. */
	public String inWords() {
		return switch (this.iso.length()) {
			case 4 -> this.iso;
			case 7 -> DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH).format(first(this.iso));
			default -> DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(first(this.iso));
		};
	}

	public LocalDate firstDay() {
		return first(this.iso);
	}

	/** Whole years that have gone by since, at the least. */
	public int yearsUntil(LocalDate day) {
		return Math.max(0, Period.between(last(), day).getYears());
	}

	/** Whole months that have gone by since, at the least. */
	public int monthsUntil(LocalDate day) {
		return (int) Math.max(0, Period.between(last(), day).toTotalMonths());
	}

	/**
	 * Whether it has begun nowhere yet: days begin in the east, fourteen hours before
	 * UTC.
	 */
	public boolean isToCome(Clock clock) {
		return this.iso.compareTo(LocalDate.now(clock.withZone(ZoneOffset.ofHours(14))).toString()) > 0;
	}

	@Override
	public int compareTo(PartialDate other) {
		return this.iso.compareTo(other.iso);
	}

	@Override
	public String toString() {
		return this.iso;
	}

	private LocalDate last() {
		LocalDate first = first(this.iso);
		return switch (this.iso.length()) {
			case 4 -> first.plusYears(1).minusDays(1);
			case 7 -> first.plusMonths(1).minusDays(1);
			default -> first;
		};
	}

	private static LocalDate first(String iso) {
		return LocalDate.parse((iso + "-01-01").substring(0, 10));
	}

}
