package app.marquee.search;

import java.util.Arrays;
import java.util.List;

import app.marquee.web.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as the index compares it.
 *
 * @param tokens the folded words, at most {@link #MOST}
 * @param title all of it as one title
 * @param joined all of it as one word
 */
record Words(List<String> tokens, String title, String joined) {

	/**
	 * Nobody remembers more of a title than this; more words cost time and find nothing.
	 */
	static final int MOST = 12;

	static Words of(String typed) {
		String folded = Folding.words(typed);
		List<String> tokens = folded.isEmpty() ? List.of() : Arrays.stream(folded.split(" ")).limit(MOST).toList();
		return new Words(tokens, folded.isEmpty() ? "" : Folding.title(typed), folded.replace(" ", ""));
	}

	boolean none() {
		return this.tokens.isEmpty();
	}

	/** The word that is still being typed. */
	String last() {
		return this.tokens.get(this.tokens.size() - 1);
	}

	/**
	 * Beside other words, four digits that can be a year are a hint at the year, and no
	 * word of the title.
	 */
	@Nullable Integer year(String token) {
		if (this.tokens.size() < 2 || !token.matches("(18[7-9]|19\\d|20\\d|21\\d)\\d")) {
			return null;
		}
		return Integer.valueOf(token);
	}

	/**
	 * How many slips are forgiven: none in short words, where every slip is another word.
	 */
	static int slips(String token) {
		return (token.length() < 3) ? 0 : (token.length() < 6) ? 1 : 2;
	}

}
