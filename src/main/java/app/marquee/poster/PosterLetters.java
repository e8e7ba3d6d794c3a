package app.marquee.poster;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;

/**
 * What is known of letters without their font: their estimated width, and how far they
 * reach from the baseline. Lengths are in em of a bold condensed sans.
 */
final class PosterLetters {

	/** The scripts that have capitals in use. */
	static final Set<UnicodeScript> CAPITALS = Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC,
			UnicodeScript.ARMENIAN);

	private static final Set<UnicodeScript> SQUARES = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);

	private PosterLetters() {
	}

	static double width(String text) {
		return text.codePoints().mapToDouble(PosterLetters::width).sum();
	}

	private static double width(int c) {
		if (isMark(c) || Character.getType(c) == Character.FORMAT) {
			return 0;
		}
		if (c >= 0x80) {
			return foreignWidth(c);
		}
		if ("IJ.,:;!'| ".indexOf(c) >= 0) {
			return (c == 'J') ? 0.46 : 0.24;
		}
		if ("-()[]/\\\"".indexOf(c) >= 0) {
			return 0.3;
		}
		if ("MW%@".indexOf(c) >= 0) {
			return (c == 'M') ? 0.69 : 0.78;
		}
		if ("GOQ".indexOf(c) >= 0) {
			return 0.64;
		}
		return ("ABCDHKNRU&#".indexOf(c) >= 0) ? 0.59 : ("EPSVXY".indexOf(c) >= 0) ? 0.55 : 0.49;
	}

	private static double foreignWidth(int c) {
		String base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
		if (base.codePointAt(0) < 0x80) {
			return width(base.codePointAt(0));
		}
		UnicodeScript script = UnicodeScript.of(c);
		if (SQUARES.contains(script) || (c >= 0x3000 && c < 0x3100) || c >= 0x1F000) {
			return 1;
		}
		if ("ЖМФШЩЮЫΩΦΨΜ—…ÆŒ".indexOf(c) >= 0) {
			return 0.78;
		}
		return switch (script) {
			case CYRILLIC, GREEK -> 0.6;
			case HEBREW, ARABIC -> 0.62;
			case COMMON -> 0.5;
			default -> 0.68;
		};
	}

	/** Whether the estimate is good enough to hold a line to it. */
	static boolean isMeasured(String text) {
		return text.codePoints()
			.mapToObj(UnicodeScript::of)
			.allMatch((script) -> script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED
					|| CAPITALS.contains(script) || SQUARES.contains(script));
	}

	/** How far the text reaches above its baseline. */
	static double ascent(String text) {
		return text.codePoints().mapToDouble(PosterLetters::ascent).max().orElse(0);
	}

	private static double ascent(int c) {
		UnicodeScript script = UnicodeScript.of(c);
		if (SQUARES.contains(script) || c >= 0x3000 && c < 0x3100) {
			return 0.88;
		}
		if (CAPITALS.contains(script) || script == UnicodeScript.COMMON && c < 0x2100) {
			String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
			return (parts.length() > 1) ? 0.94 : 0.73;
		}
		return (script == UnicodeScript.HEBREW) ? 0.75 : 1;
	}

	/** How far the text reaches below its baseline. */
	static double descent(String text) {
		return text.codePoints().mapToDouble(PosterLetters::descent).max().orElse(0);
	}

	private static double descent(int c) {
		UnicodeScript script = UnicodeScript.of(c);
		if ("QJ,;ÇŞŢĄĘЦЩДҐ()[]@".indexOf(c) >= 0) {
			return 0.16;
		}
		if (CAPITALS.contains(script) || script == UnicodeScript.COMMON && c < 0x2100) {
			return 0.02;
		}
		return SQUARES.contains(script) || c >= 0x3000 && c < 0x3100 ? 0.12 : 0.38;
	}

	private static boolean isMark(int c) {
		int type = Character.getType(c);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
	}

}
