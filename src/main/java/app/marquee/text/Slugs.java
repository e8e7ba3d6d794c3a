package app.marquee.text;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The readable part of an address. Letters of any script stay; what it is made of is cut
 * between two words after at most 100 characters, or after 50 where they are that long.
 */
public final class Slugs {

	private static final int LONGEST = 100;

	private static final Pattern WELL_FORMED = Pattern.compile("[-" + Folding.LETTERS + "]+");

	private Slugs() {
	}

	/**
	 * The slug of somebody or something, if nobody else has it.
	 * @param text what it is made of
	 * @param year appended where it is known
	 * @param otherwise what stands for a text without a single letter or digit
	 */
	public static String of(String text, @Nullable Integer year, String otherwise) {
		String words = Folding.words(text).replace(' ', '-');
		if (words.length() > LONGEST) {
			int hyphen = words.lastIndexOf('-', LONGEST);
			words = words.substring(0, (hyphen > LONGEST / 2) ? hyphen : words.offsetByCodePoints(0, LONGEST / 2));
		}
		String slug = words.isEmpty() ? otherwise : words;
		return (year != null) ? slug + "-" + year : slug;
	}

	/** The slug of somebody by a name. */
	public static String ofPerson(String name) {
		return of(name, null, "person");
	}

	/**
	 * The same for a name: AMC and AMC+ are two services, the second is {@code amc-plus}.
	 */
	public static String ofName(String name, String otherwise) {
		return of(name.replace("+", " plus "), null, otherwise);
	}

	/** Whether a text can be somebody's slug at all; spares the database what cannot. */
	public static boolean wellFormed(String slug) {
		return slug.length() <= 160 && WELL_FORMED.matcher(slug).matches();
	}

}
