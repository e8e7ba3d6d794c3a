package app.marquee.web;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of {@code messages.properties}, for what is composed outside a template. */
@Component
public class Texts {

	/** Letters of Hebrew, Arabic and their kin. */
	private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC]");

	private final MessageSource messages;

	public Texts(MessageSource messages) {
		this.messages = messages;
	}

	/** A word as it stands at the beginning of a line. */
	public static String capitalised(String word) {
		return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

	/** A word as it stands within a line. */
	public static String uncapitalised(String word) {
		return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
	}

	/** As the messages write numbers: {@code 52,542}. */
	public static String number(long number) {
		return (number < 1000) ? Long.toString(number) : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
	}

	/**
	 * A text with its values. A value that is written from right to left is isolated, so
	 * that the punctuation around it keeps its place.
	 */
	public String of(String key, Object... values) {
		return this.messages.getMessage(key, Stream.of(values).map(Texts::apart).toArray(), Locale.ENGLISH);
	}

	/** The title of a page of a list; the first page has that of the list. */
	public String title(String list, int page) {
		return (page == 1) ? list : of("title.page", list, page);
	}

	private static Object apart(Object value) {
		return (value instanceof String text && RIGHT_TO_LEFT.matcher(text).find()) ? "\u2068" + text + "\u2069"
				: value;
	}

}
