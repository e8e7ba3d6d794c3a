package app.marquee.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Text as it is compared and addressed: without case, accents, ligatures and width.
 */
public final class Folding {

	private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

	private static final Pattern INSIDE_WORDS = Pattern.compile("['’`´.·]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an) (?=.)|(?<=.) the$");

	private Folding() {
	}

	/**
	 * Lower case, without accents; {@code "Łódź & Œuvre"} gives {@code "lodz & oeuvre"}.
	 */
	public static String letters(String text) {
		String wide = Normalizer.normalize(text, Normalizer.Form.NFKD);
		char[] from = MARKS.matcher(wide).replaceAll("").toCharArray();
		char[] to = new char[from.length * 4];
		int length = ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length);
		return new String(to, 0, length).toLowerCase(Locale.ROOT);
	}

	/**
	 * Words alone, with one space between; {@code "WALL·E: Part-2"} gives
	 * {@code "walle part 2"}.
	 */
	public static String words(String text) {
		String joined = INSIDE_WORDS.matcher(letters(text).replace("&", " and ")).replaceAll("");
		return BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip();
	}

	/** A title as it is compared: its words without an article at either end. */
	public static String title(String title) {
		String words = words(title);
		return words.isEmpty() ? title.strip() : ARTICLE.matcher(words).replaceFirst("");
	}

}
