package app.marquee.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Text as it is compared and addressed: without case, accents, ligatures and width.
 */
public final class Folding {

	/** What words are made of, as they come out of this: for the inside of a pattern. */
	public static final String LETTERS = "\\p{L}\\p{M}\\p{N}";

	/**
	 * Accents, and the points of Hebrew and Arabic, which may be left out. The vowel
	 * signs of Indian and Thai words, and what makes a Japanese ka a ga, are no such
	 * marks.
	 */
	private static final Pattern MARKS = Pattern
		.compile("[\\p{Mn}&&[\\p{IsInherited}\\p{IsHebrew}\\p{IsArabic}]&&[^\u3099\u309A]]+");

	/** The last two join or part letters within an Indian or a Persian word. */
	private static final Pattern INSIDE_WORDS = Pattern.compile("['’`´.·\u200C\u200D]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^" + LETTERS + "]+");

	/** "8½" is no 81. */
	private static final Pattern FRACTION = Pattern.compile("(?=[\u00BC-\u00BE\u2150-\u215E])");

	private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an) (?=.)|(?<=.) the$");

	/** Letters below this have no other form. */
	private static final int ASCII = 0x80;

	private Folding() {
	}

	/**
	 * Lower case, without accents; {@code "Łódź & Œuvre"} gives {@code "lodz & oeuvre"}.
	 */
	public static String letters(String text) {
		if (text.chars().allMatch((letter) -> letter < ASCII)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String wide = Normalizer.normalize(text, Normalizer.Form.NFKD);
		char[] from = MARKS.matcher(wide).replaceAll("").toCharArray();
		char[] to = new char[from.length * 4];
		int length = ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length);
		return Normalizer.normalize(new String(to, 0, length).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
	}

	/**
	 * Words alone, with one space between; {@code "WALL·E: Part-2"} gives
	 * {@code "walle part 2"}.
	 */
	public static String words(String text) {
		if (isPlain(text)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String joined = INSIDE_WORDS.matcher(letters(FRACTION.matcher(text).replaceAll(" ")).replace("&", " and "))
			.replaceAll("");
		return BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip();
	}

	/**
	 * Most words need no more than lower case; to see that is far cheaper than to fold
	 * them.
	 */
	private static boolean isPlain(String text) {
		char before = ' ';
		for (int index = 0; index < text.length(); index++) {
			char letter = text.charAt(index);
			boolean plain = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z'
					|| letter >= '0' && letter <= '9' || letter == ' ' && before != ' ';
			if (!plain) {
				return false;
			}
			before = letter;
		}
		return before != ' ' || text.isEmpty();
	}

	/**
	 * A name as it is compared with others of one film: its letters. Sources space
	 * initials and syllables as they like: {@code "T. J. Miller"} and
	 * {@code "T.J. Miller"} give the same.
	 */
	public static String name(String name) {
		return words(name).replace(" ", "");
	}

	/** A title as it is compared: its words without an article at either end. */
	public static String title(String title) {
		String words = words(title);
		return words.isEmpty() ? title.strip() : ARTICLE.matcher(words).replaceFirst("");
	}

}
