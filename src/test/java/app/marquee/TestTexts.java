package app.marquee;

import app.marquee.web.Texts;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The genuine texts, for tests that start no catalogue. */
public final class TestTexts {

	private TestTexts() {
	}

	public static Texts texts() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		return new Texts(messages);
	}

}
