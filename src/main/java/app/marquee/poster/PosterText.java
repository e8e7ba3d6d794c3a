package app.marquee.poster;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Any text, made fit to be set on a poster.
 */
final class PosterText {

	/** In UTF-16 units: letters under heaps of marks are cut off sooner. */
	private static final int LONGEST = 200;

	private PosterText() {
	}

	/**
	 * As set in capitals where the script has them in use, without what XML 1.0 forbids,
	 * the accents that Greek capitals do not carry, and marks that turn the direction.
	 */
	static String capitals(String text) {
		StringBuilder clean = new StringBuilder();
		text.codePoints()
			.map((c) -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
			.filter(PosterText::isPrintable)
			.forEach((c) -> clean
				.append(hasCapitals(c) ? Character.toString(c).toUpperCase(Locale.ROOT) : Character.toString(c)));
		String bare = Normalizer.normalize(clean, Normalizer.Form.NFD).replaceAll("(?<=\\p{IsGreek})\\u0301", "");
		return Normalizer.normalize(bare, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
	}

	private static boolean hasCapitals(int c) {
		return Character.isLowerCase(c) && PosterLetters.CAPITALS.contains(UnicodeScript.of(c));
	}

	private static boolean isPrintable(int c) {
		boolean joiner = c == 0x200C || c == 0x200D;
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
			case Character.FORMAT -> joiner;
			default -> true;
		};
	}

	/** What a reader calls letters: a base with its marks is one. */
	static List<String> graphemes(String text) {
		BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
		letters.setText(text);
		List<String> found = new ArrayList<>();
		for (int from = 0, to = letters.next(); to != BreakIterator.DONE; from = to, to = letters.next()) {
			found.add(text.substring(from, to));
		}
		return found;
	}

	/**
	 * As much of the text as the width in em holds, with an ellipsis if that is not all.
	 */
	static String shortened(String text, double width) {
		StringBuilder kept = new StringBuilder();
		double left = width;
		for (String letter : graphemes(text)) {
			left -= PosterLetters.width(letter);
			if (left < 0 || kept.length() + letter.length() > LONGEST) {
				int space = kept.lastIndexOf(" ");
				return kept.substring(0, (space > kept.length() / 2) ? space : kept.length()) + '…';
			}
			kept.append(letter);
		}
		return kept.toString();
	}

	static boolean isRightToLeft(String text) {
		return text.codePoints()
			.mapToObj(Character::getDirectionality)
			.filter((direction) -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
					|| direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
					|| direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
			.findFirst()
			.filter((direction) -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
			.isPresent();
	}

}
