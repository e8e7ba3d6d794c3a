package app.marquee.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.marquee.text.Folding;
import org.hibernate.search.engine.search.aggregation.AggregationKey;

/** What a list of films can be narrowed by; several values of one can be chosen. */
enum Facet {

	/** A film has several: it has to have all that are chosen. */
	GENRE("genre", "[-" + Folding.LETTERS + "]{1,80}", "bad.genre"),

	/** Beside a decade, years from … to narrow by the same fact. */
	DECADE("decade", "(18|19|20|21)\\d0|unknown", "bad.decade"),

	/** By whole points: 8 is 8.0 to 8.9, 4 is all below 5. */
	SCORE("score", "[4-9]|unknown", "bad.score-band"),

	RUNTIME("runtime", "short|60-90|90-120|120-150|long|unknown", "bad.runtime"),

	CERTIFICATE("certificate", ".{1,40}", "bad.certificate"),

	/** With a region, only what the service offers there. */
	PROVIDER("provider", "[-" + Folding.LETTERS + "]{1,120}", "bad.provider");

	private final String code;

	private final String form;

	private final String takes;

	private final AggregationKey<Map<String, Long>> key;

	Facet(String code, String form, String takes) {
		this.code = code;
		this.form = form;
		this.takes = takes;
		this.key = AggregationKey.of(code);
	}

	static Optional<Facet> of(String code) {
		return Arrays.stream(values()).filter((facet) -> facet.code.equals(code)).findFirst();
	}

	/** The name of its parameter, and of its field in the index. */
	String code() {
		return this.code;
	}

	boolean takes(String value) {
		return value.matches(this.form);
	}

	/** The message that says what it takes. */
	String takes() {
		return this.takes;
	}

	AggregationKey<Map<String, Long>> key() {
		return this.key;
	}

	/** Whether a value of it stands for films of which it is not known. */
	boolean isUnknown(String value) {
		return (this == DECADE || this == SCORE || this == RUNTIME) && value.equals(Bands.UNKNOWN);
	}

	/** Whether a film has to have all chosen values, or one of them. */
	boolean all() {
		return this == GENRE;
	}

	String message() {
		return "facet." + name().toLowerCase(Locale.ROOT);
	}

}
