package app.marquee.web;

import java.text.NumberFormat;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of {@code messages.properties}, for what is composed outside a template. */
@Component
public class Texts {

	private final MessageSource messages;

	public Texts(MessageSource messages) {
		this.messages = messages;
	}

	/** A word as it stands at the beginning of a line. */
	public static String capitalised(String word) {
		return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

	/** As the messages write numbers: {@code 52,542}. */
	public static String number(long number) {
		return (number < 1000) ? Long.toString(number) : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
	}

	public String of(String key, Object... values) {
		return this.messages.getMessage(key, values, Locale.ENGLISH);
	}

}
