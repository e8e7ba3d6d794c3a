package app.marquee.provenance;

import java.util.List;

import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for visitors that is not written yet: millions of verdicts are reached while
 * data sets come in, and only those that somebody reads are put into words.
 *
 * @param code in messages.properties, or null where the first value is the text itself
 * @param values for the text; a wording among them is put into words as well
 */
public record Wording(@Nullable String code, List<Object> values) {

	public static Wording of(String code, Object... values) {
		return new Wording(code, List.of(values));
	}

	/** A text as somebody wrote it. */
	public static Wording verbatim(String text) {
		return new Wording(null, List.of(text));
	}

	public String in(Texts texts) {
		Object[] words = this.values.stream()
			.map((value) -> (value instanceof Wording wording) ? wording.in(texts) : value)
			.toArray();
		return (this.code != null) ? texts.of(this.code, words) : String.valueOf(words[0]);
	}

}
