package app.marquee.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A review as the page shows it.
 *
 * @param author or that nobody is named
 * @param paragraphs the text
 * @param origin where it comes from, and whether it is a summary
 * @param published when it was written; where nobody says, when its film came
 */
record ReviewView(long id, String href, String author, @Nullable BigDecimal score, List<String> paragraphs,
		boolean spoiler, @Nullable String doubt, String origin, @Nullable String written, Instant published) {

	/** The text where there are no paragraphs, as in a feed. */
	public String text() {
		return String.join("\n\n", this.paragraphs);
	}

}
