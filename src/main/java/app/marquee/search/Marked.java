package app.marquee.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.marquee.text.Folding;

/**
 * A text with the words marked that were looked for.
 *
 * @param parts the text, cut where marks begin and end
 */
record Marked(List<Part> parts) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}'’]+");

	/** A stretch of the text. */
	record Part(String text, boolean marked) {
	}

	static Marked of(String text, Words words, boolean slips) {
		List<Part> parts = new ArrayList<>();
		int done = 0;
		Matcher word = WORD.matcher(text);
		while (word.find()) {
			if (matches(Folding.words(word.group()), words, slips)) {
				if (word.start() > done) {
					parts.add(new Part(text.substring(done, word.start()), false));
				}
				parts.add(new Part(word.group(), true));
				done = word.end();
			}
		}
		if (done < text.length()) {
			parts.add(new Part(text.substring(done), false));
		}
		return new Marked(parts);
	}

	/**
	 * The first of the texts that have most marks, if these are more than so many.
	 */
	static Optional<String> most(List<String> texts, Words words, boolean slips, long moreThan) {
		long most = moreThan;
		String best = null;
		for (String text : texts) {
			long count = of(text, words, slips).count();
			if (count > most) {
				most = count;
				best = text;
			}
		}
		return Optional.ofNullable(best);
	}

	/**
	 * Whether each of the words is in the text.
	 * @param begun whether it is enough for the last of them that a word begins so, where
	 * it may still be being typed
	 */
	static boolean all(String text, Words words, boolean begun) {
		List<String> have = List.of(Folding.words(text).split(" "));
		return !words.none() && words.tokens()
			.stream()
			.allMatch((token) -> have.stream()
				.anyMatch((word) -> token.forms().contains(word) || begun && words.unfinished()
						&& token.typed().equals(words.last()) && word.startsWith(token.typed())));
	}

	/** The text without its marks. */
	String whole() {
		return this.parts.stream().map(Part::text).collect(Collectors.joining());
	}

	boolean any() {
		return count() > 0;
	}

	/** How many marks there are. */
	long count() {
		return this.parts.stream().filter(Part::marked).count();
	}

	private static boolean matches(String word, Words words, boolean slips) {
		return words.tokens()
			.stream()
			.anyMatch((token) -> token.forms().contains(word) || token.joined().contains(word)
					|| words.unfinished() && token.typed().equals(words.last()) && word.startsWith(token.typed())
					|| slips && Slip.between(token.typed(), word) <= Words.slips(token.typed()));
	}

}
