package app.marquee.search;

import java.util.List;
import java.util.Map;

/**
 * What may have been meant where words are misspelt, looked up once: to forgive slips
 * then costs no more than to look for a few words more.
 *
 * @param words for a word that was typed, those that are a slip or two away
 * @param sure whether each is a slip away from a word, and no more than one word is
 * misspelt: no title that is two slips away is nearer
 * @param together whether all words are known: then no more than one of them is bent, and
 * only to stand beside the others
 * @param initials slugs of films of which the first letters of a title were typed
 * @param titles slugs of films of which a whole title is one slip away, or two if they
 * are far better known than those
 * @param furtherTitles the same for two slips
 */
record Slips(Map<String, List<String>> words, boolean sure, boolean together, List<String> initials,
		List<String> titles, List<String> furtherTitles) {

	static final Slips NONE = new Slips(Map.of(), false, false, List.of(), List.of(), List.of());

	boolean none() {
		return this.words.isEmpty() && this.initials.isEmpty() && this.titles.isEmpty() && this.furtherTitles.isEmpty();
	}

	List<String> of(String typed) {
		return this.words.getOrDefault(typed, List.of());
	}

}
