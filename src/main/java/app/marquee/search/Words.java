package app.marquee.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as the index compares it.
 *
 * @param printed all the words, folded, with one space between
 * @param tokens those that have to be somewhere, at most {@link #MOST}
 * @param unfinished whether the last token may be the beginning of a longer word
 * @param hint the years that they hint at, or null
 * @param rest the words beside the hint: these are then the title, or null
 */
record Words(String printed, List<Token> tokens, boolean unfinished, @Nullable Years hint, @Nullable Words rest) {

	/**
	 * Nobody remembers more of a title than this; more words cost time and find nothing.
	 */
	static final int MOST = 8;

	/**
	 * A shorter beginning, alone, is one of too many words to mean any of them; at the
	 * beginning of a title it counts all the same.
	 */
	private static final int SHORTEST_BEGINNING = 3;

	/** As many letters as may be typed; the index cannot look for many more at once. */
	private static final int LONGEST = 300;

	/** Lucene cannot compare longer ones, and nobody types them. */
	static final int LONGEST_WITH_SLIPS = 80;

	/** Letters from which on two slips are forgiven. */
	static final int LONG = 6;

	/** Letters from which on a word may be two that are glued, and up to which. */
	private static final int SHORTEST_OF_TWO = 6;

	private static final int LONGEST_OF_TWO = 16;

	private static final Pattern YEAR = Pattern.compile("(?:1[89]|20|21)\\d\\d");

	private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\.\\.|[-–])(\\d{4})");

	private static final Pattern DECADE = Pattern.compile("['’]?((?:1[89]|20)?)(\\d0)['’]?s");

	/** What is typed where no words were. */
	static final Words NONE = new Words("", List.of(), false, null, null);

	/**
	 * A word that has to be somewhere.
	 *
	 * @param forms the word as typed and, if it is a number, in digits
	 * @param joined how it may be written besides: as one with a neighbour, for "spider
	 * man", or in two, for "spiderman"
	 */
	record Token(String typed, List<String> forms, List<String> joined) {
	}

	/** From a year to a year. */
	record Years(int from, int to) {
	}

	static Words of(String typed) {
		List<String> parts = List.of(typed.strip().split("\\s+"));
		Years hint = null;
		for (String part : parts) {
			Years years = years(part);
			hint = (years != null) ? years : hint;
		}
		Words rest = NONE;
		if (hint != null) {
			List<String> title = parts.stream().filter((part) -> years(part) == null).toList();
			// of two years, the first is a title: 1917 2019
			rest = read(String.join(" ", title.isEmpty() ? parts.subList(0, parts.size() - 1) : title), null, null);
		}
		return rest.none() ? read(typed, null, null) : read(typed, hint, rest);
	}

	private static Words read(String typed, @Nullable Years hint, @Nullable Words rest) {
		String printed = beginning(Folding.words(typed));
		if (printed.isEmpty()) {
			return NONE;
		}
		List<String> all = Arrays.asList(printed.split(" "));
		List<String> digits = Arrays.asList(Spellings.digits(printed).split(" "));
		List<Token> tokens = Spellings.matter(all, true)
			.stream()
			.limit(MOST)
			.map((index) -> new Token(all.get(index),
					(digits.size() == all.size()) ? Stream.of(all.get(index), digits.get(index)).distinct().toList()
							: List.of(all.get(index)),
					joined(all, index)))
			.toList();
		boolean unfinished = (tokens.size() > 1 || tokens.get(tokens.size() - 1).typed().length() >= SHORTEST_BEGINNING)
				&& tokens.get(tokens.size() - 1).typed().equals(all.get(all.size() - 1));
		return new Words(printed, tokens, unfinished, hint, rest);
	}

	/** Folding may make eighteen letters of one. */
	private static String beginning(String words) {
		return (words.length() <= LONGEST) ? words
				: words.substring(0, words.offsetByCodePoints(0, LONGEST / 2)).strip();
	}

	private static List<String> joined(List<String> words, int index) {
		String word = words.get(index);
		Stream<String> glued = Stream.of(Map.entry(index - 1, index), Map.entry(index, index + 1))
			.filter((pair) -> pair.getKey() >= 0 && pair.getValue() < words.size())
			.map((pair) -> words.get(pair.getKey()) + words.get(pair.getValue()));
		Stream<String> split = (word.length() < SHORTEST_OF_TWO || word.length() > LONGEST_OF_TWO) ? Stream.of()
				: IntStream.rangeClosed(2, word.length() - 2)
					.mapToObj((at) -> word.substring(0, at) + " " + word.substring(at));
		String pairs = Spellings.pairs(word);
		return Stream.concat(Stream.concat(glued, split), pairs.isEmpty() ? Stream.of() : Stream.of(pairs)).toList();
	}

	/** All ways to write words as one or in two. */
	List<String> joined() {
		return Stream.of(this, (this.rest != null) ? this.rest : NONE)
			.flatMap((words) -> words.tokens.stream())
			.flatMap((token) -> token.joined.stream())
			.distinct()
			.toList();
	}

	/** The same words, with no other of these ways than some. */
	Words joinedOnlyAs(Set<String> known) {
		List<Token> kept = this.tokens.stream()
			.map((token) -> new Token(token.typed, token.forms, token.joined.stream().filter(known::contains).toList()))
			.toList();
		return new Words(this.printed, kept, this.unfinished, this.hint,
				(this.rest != null) ? this.rest.joinedOnlyAs(known) : null);
	}

	/** The years that a word may stand for; null if it is no such word. */
	static @Nullable Years years(String part) {
		String bare = part.replaceAll("[()\\[\\],]", "");
		if (YEAR.matcher(bare).matches()) {
			return new Years(Integer.parseInt(bare), Integer.parseInt(bare));
		}
		Matcher years = YEARS.matcher(bare);
		if (years.matches()) {
			return new Years(Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2)));
		}
		Matcher decade = DECADE.matcher(bare);
		if (decade.matches()) {
			int first = Integer.parseInt(Bands.fourDigits(decade.group(1) + decade.group(2)));
			return new Years(first, first + 9);
		}
		return null;
	}

	boolean none() {
		return this.tokens.isEmpty();
	}

	/** The word that may still be being typed. */
	String last() {
		return this.tokens.get(this.tokens.size() - 1).typed();
	}

	/**
	 * How many slips are forgiven: none in short words and where there is a digit, since
	 * every slip is another number.
	 */
	static int slips(String token) {
		if (token.length() < 3 || token.length() > LONGEST_WITH_SLIPS || token.chars().anyMatch(Character::isDigit)) {
			return 0;
		}
		return (token.length() < LONG) ? 1 : 2;
	}

}
