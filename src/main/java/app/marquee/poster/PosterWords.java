package app.marquee.poster;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A title cut where its lines may break: at spaces and hyphens, between ideographs, and
 * within words that no line could hold.
 */
final class PosterWords {

	/** In em, some 80 letters; what is longer ends in an ellipsis. */
	private static final double LONGEST_TITLE = 42;

	/** In em; a longer word takes several lines. */
	private static final double LONGEST_WORD = 8.6;

	/** In em. */
	private static final double LONGEST_HYPHENED = 7;

	/** French sets a space there, at which no line breaks. */
	private static final String SPACE_BEFORE_MARK = " (?=[:;!?»])";

	private static final Set<String> SMALL = Set.of("THE", "A", "AN", "OF", "AND", "&", "OR", "IN", "ON", "AT", "TO",
			"FOR", "FROM", "BY", "WITH", "LE", "LA", "LES", "DE", "DU", "DES", "EL", "LOS", "LAS", "UN", "UNE", "DER",
			"DIE", "DAS", "UND", "ET", "Y", "IL", "THE:", "VS.", "INTO", "И", "В", "НА");

	private PosterWords() {
	}

	/**
	 * Pieces in order; one that ends in a space is parted from the next by that space.
	 */
	static List<String> of(String capitals) {
		String text = PosterText.shortened(capitals, LONGEST_TITLE).replaceAll(SPACE_BEFORE_MARK, "\u00A0");
		BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
		breaks.setText(text);
		List<String> pieces = new ArrayList<>();
		for (int from = 0, to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
			String piece = text.substring(from, to);
			if (!pieces.isEmpty() && isOneWord(pieces.get(pieces.size() - 1), piece)) {
				piece = pieces.remove(pieces.size() - 1) + piece;
			}
			pieces.addAll(broken(piece));
		}
		return pieces;
	}

	static boolean isSmall(String piece) {
		return SMALL.contains(piece.strip());
	}

	/** A short word with a hyphen stays whole: Spider-Man. */
	private static boolean isOneWord(String start, String end) {
		return start.endsWith("-") && PosterLetters.width(start + end) <= LONGEST_HYPHENED;
	}

	private static List<String> broken(String word) {
		int parts = (int) Math.ceil(PosterLetters.width(word) / LONGEST_WORD);
		if (parts < 2) {
			return List.of(word);
		}
		List<String> letters = PosterText.graphemes(word);
		List<String> pieces = new ArrayList<>();
		for (int i = 0; i < parts; i++) {
			String piece = String.join("",
					letters.subList(letters.size() * i / parts, letters.size() * (i + 1) / parts));
			pieces.add((i < parts - 1 && takesHyphen(piece.codePointBefore(piece.length()))) ? piece + '-' : piece);
		}
		return pieces;
	}

	private static boolean takesHyphen(int c) {
		return Character.isLetter(c) && PosterLetters.CAPITALS.contains(UnicodeScript.of(c));
	}

}
