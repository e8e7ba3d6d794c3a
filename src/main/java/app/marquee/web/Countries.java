package app.marquee.web;

import java.util.Locale;
import java.util.Set;

/** Countries by their two capitals (ISO 3166-1 alpha-2). */
public final class Countries {

	private static final Set<String> CODES = Set.of(Locale.getISOCountries());

	private Countries() {
	}

	/** Whether a country has this code; in capitals. */
	public static boolean have(String code) {
		return CODES.contains(code);
	}

}
