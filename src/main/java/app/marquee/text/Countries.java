package app.marquee.text;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries by their two capitals (ISO 3166-1 alpha-2). */
public final class Countries {

	/** Kosovo has its code by common use. */
	private static final Set<String> CODES = Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK"))
		.collect(Collectors.toUnmodifiableSet());

	private Countries() {
	}

	/** Its name in English; the code itself where no country has it. */
	public static String name(String code) {
		return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
	}

	/** Whether a country has this code; in capitals. */
	public static boolean have(String code) {
		return CODES.contains(code);
	}

}
