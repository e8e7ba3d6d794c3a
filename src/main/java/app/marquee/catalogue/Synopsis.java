package app.marquee.catalogue;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A synopsis as the page shows it: its beginning, and what folds away if it is long.
 *
 * @param lede paragraphs that always show
 * @param rest paragraphs that fold away
 */
record Synopsis(List<String> lede, List<String> rest) {

	/** About six lines on a desktop. */
	private static final int SHORT = 420;

	/** A fold that hides less than this costs the reader more than it spares. */
	private static final int WORTH_FOLDING = 160;

	static Synopsis of(@Nullable String text) {
		if (text == null) {
			return new Synopsis(List.of(), List.of());
		}
		if (text.length() <= SHORT + WORTH_FOLDING) {
			return new Synopsis(paragraphs(text), List.of());
		}
		int end = lastSentenceEnd(text);
		return new Synopsis(paragraphs(text.substring(0, end)), paragraphs(text.substring(end)));
	}

	private static int lastSentenceEnd(String text) {
		BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
		sentences.setText(text);
		int end = sentences.preceding(SHORT);
		return (end > SHORT / 3) ? end : sentences.following(SHORT);
	}

	private static List<String> paragraphs(String text) {
		List<String> paragraphs = new ArrayList<>();
		for (String paragraph : text.split("\\R\\s*\\R|\\R")) {
			if (!paragraph.isBlank()) {
				paragraphs.add(paragraph.strip());
			}
		}
		return paragraphs;
	}

}
