package app.marquee.provenance;

import java.util.Locale;

/** What became of a claim. */
public enum Standing {

	/** Believed, or at least contradicted by nobody. */
	ACCEPTED,

	/** Another value is believed, but this one may be true. */
	DISPUTED,

	/** Cannot be right for this film. */
	REJECTED;

	/** As it is stored. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Standing of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

}
