package app.marquee.ingest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The titles of one film in the forms in which they are compared, from the strictest to
 * the loosest: their words; their words without an article at either end; their
 * {@link #key keys}, which are also what films are looked up by; and the keys of what
 * stands before and behind a colon, a dash or a bracket.
 */
final class Titles {

	/** Shorter parts of titles are many films' ("Part 2", "The Movie"). */
	private static final int SHORTEST_PART = 6;

	/** In front of a subtitle stands a name, and names are short ("ABCD", "Dune"). */
	private static final int SHORTEST_HEAD = 4;

	private static final Pattern BETWEEN_PARTS = Pattern.compile("\\s*[:;(\\[)\\]]\\s*|\\s+[-–—]+\\s+|\\s+[Oo]r:?\\s+");

	private static final Pattern TWICE = Pattern.compile("(\\p{L})\\1+");

	/** Words that one source prints and the next leaves out. */
	private static final Set<String> LITTLE = Set.of("the", "and", "part", "pt", "vol", "volume", "chapter");

	/** The same at the end of a title. */
	private static final Set<String> LITTLE_AT_THE_END = Set.of("movie", "film", "3d");

	/** Behind these, one letter is a number. */
	private static final Set<String> BEFORE_A_NUMBER = Set.of("part", "pt", "vol", "volume", "chapter", "episode");

	private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve", "thirteen");

	private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi",
			"xii", "xiii");

	private final Set<String> words = new HashSet<>();

	private final Set<String> folded = new HashSet<>();

	private final Set<String> keys = new HashSet<>();

	private final Set<String> heads = new HashSet<>();

	private final Set<String> parts = new HashSet<>();

	void add(String title) {
		String words = Folding.words(title);
		String key = key(title);
		if (key.isEmpty()) {
			return;
		}
		this.words.add(words);
		this.folded.add(Folding.title(title));
		this.keys.add(key);
		parts(title).filter((part) -> part.length() >= SHORTEST_PART).forEach(this.parts::add);
		String head = head(title);
		if (head != null) {
			this.heads.add(head);
		}
	}

	/**
	 * The key of what stands before the first colon, dash or bracket, if it says
	 * anything.
	 */
	static @Nullable String head(String title) {
		return parts(title).findFirst().filter((part) -> part.length() >= SHORTEST_HEAD).orElse(null);
	}

	private static Stream<String> parts(String title) {
		String[] parts = BETWEEN_PARTS.split(title);
		return (parts.length > 1) ? Arrays.stream(parts).map(Titles::key) : Stream.of();
	}

	/**
	 * What they are looked up by, the parts that may be a title of their own included.
	 */
	Set<String> lookUps() {
		Set<String> all = new HashSet<>(this.keys);
		all.addAll(this.parts);
		return all;
	}

	Set<String> keys() {
		return this.keys;
	}

	Set<String> heads() {
		return this.heads;
	}

	boolean shareWords(Titles other) {
		return shared(this.words, other.words);
	}

	boolean shareFolded(Titles other) {
		return shared(this.folded, other.folded);
	}

	boolean shareKey(Titles other) {
		return shared(this.keys, other.keys);
	}

	/** Whether a title of the one is a part of a title of the other. */
	boolean sharePart(Titles other) {
		return shared(this.parts, other.keys) || shared(this.keys, other.heads);
	}

	/** The length of the longest form that both have, in letters. */
	int sharedLength(Titles other) {
		Set<String> mine = lookUps();
		Set<String> its = new HashSet<>(other.keys);
		its.addAll(other.heads);
		mine.retainAll(its);
		return mine.stream().mapToInt(String::length).max().orElse(0);
	}

	private static boolean shared(Set<String> some, Set<String> others) {
		return some.stream().anyMatch(others::contains);
	}

	/**
	 * A title as films are looked up by it: letters and digits alone, without the words
	 * and doubled letters that come and go between sources, numbers as digits.
	 * {@code "Pad Man"} and {@code "Padman"}, {@code "Chapter Two"} and {@code "2"},
	 * {@code "Vol. II"} and {@code "Volume 2"}, {@code "Baahubali"} and
	 * {@code "Bahubali"} give the same.
	 */
	static String key(String title) {
		String[] words = Folding.title(title).split(" ");
		StringBuilder key = new StringBuilder();
		for (int index = 0; index < words.length; index++) {
			String word = words[index];
			boolean last = index == words.length - 1;
			if (!LITTLE.contains(word) && !(last && LITTLE_AT_THE_END.contains(word))) {
				key.append(digits(word, index > 0 && BEFORE_A_NUMBER.contains(words[index - 1])));
			}
		}
		String text = key.isEmpty() ? String.join("", words) : key.toString();
		// folding may make three letters of one
		return Values.text(TWICE.matcher(text).replaceAll("$1"), Limits.TITLE);
	}

	/** One letter is a number only where a number has to be. */
	private static String digits(String word, boolean numbered) {
		int number = NUMBERS.indexOf(word);
		if (number < 0 && (numbered || word.length() > 1)) {
			number = ROMAN.indexOf(word);
		}
		return (number < 0) ? word : Integer.toString(number + 1);
	}

}
