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

	/** As the messages and the stylesheet name it. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
