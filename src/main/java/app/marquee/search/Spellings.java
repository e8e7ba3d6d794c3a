package app.marquee.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which people write one and the same title or name. The index holds them
 * all, so that asking for one of them costs no more than asking for a word.
 */
final class Spellings {

	/**
	 * What glues or splits words, as one likes: Spider-Man, M*A*S*H, WALL·E, Face/Off.
	 */
	private static final Pattern HINGE = Pattern
		.compile("(?<=[\\p{L}\\p{M}\\p{N}])[-\u2010\u2011'’`´.·*/](?=[\\p{L}\\p{M}\\p{N}])");

	private static final Pattern TITLE_PARTS = Pattern.compile("[:–—]| - ");

	private static final Pattern INITIAL = Pattern.compile("(?<![^ ])[^ ]");

	private static final int FEWEST_INITIALS = 3;

	private static final int MOST_INITIALS = 10;

	/** Shorter words are a slip away from many others. */
	private static final int SHORTEST_MISSPELT = 5;

	private static final Pattern NO_NUMBER = Pattern.compile("\\D+");

	private static final Pattern HALF = Pattern.compile("\\band a half\\b");

	/**
	 * Stands behind a text among others in one field: no phrase goes over it, for the
	 * folding takes it out of whatever is typed.
	 */
	static final String END = " | |";

	private static final String AND = "and";

	/**
	 * In front of a title or, after a comma that the folding took away, behind it. Words
	 * that mean something else in English titles (die, as, in) are none of them.
	 */
	private static final Set<String> ARTICLES = Set.of("the", "a", "an", "le", "la", "les", "une", "el", "los", "las",
			"una", "unos", "der", "das", "ein", "eine", "il", "gli", "het", "een");

	/** After these an "i" is a number, and no person. */
	private static final Set<String> PARTS = Set.of("part", "chapter", "volume", "vol", "episode", "book");

	private static final Map<String, String> NUMBERS = numbers();

	/** What stands in front of units: twenty one. */
	private static final Map<String, Integer> TENS = tens();

	private static final List<String> UNITS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine");

	/** 6th, and not 13 or the. */
	private static final Pattern ORDINAL = Pattern.compile("^(\\d+)(?:st|nd|rd|th)$");

	/** A "v" between words is no 5. */
	private static final Pattern AGAINST = Pattern.compile("(?<=[^ ] )v(?= [^ ])");

	/** What is written short as often as not. */
	private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("saint", "st"), Map.entry("mister", "mr"),
			Map.entry("missus", "mrs"), Map.entry("doctor", "dr"), Map.entry("versus", "vs"), Map.entry("mount", "mt"),
			Map.entry("volume", "vol"), Map.entry("junior", "jr"), Map.entry("senior", "sr"),
			Map.entry("private", "pvt"), Map.entry("sergeant", "sgt"), Map.entry("lieutenant", "lt"));

	private Spellings() {
	}

	private static Map<String, String> numbers() {
		List<String> words = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
				"ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
				"nineteen", "twenty");
		List<String> ordinals = List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
				"ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
				"seventeenth", "eighteenth", "nineteenth", "twentieth");
		List<String> romans = List.of("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
				"xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx");
		Map<String, String> numbers = new HashMap<>();
		words.forEach((word) -> numbers.put(word, "" + words.indexOf(word)));
		ordinals.forEach((word) -> numbers.put(word, "" + (ordinals.indexOf(word) + 1)));
		romans.forEach((word) -> numbers.put(word, "" + (romans.indexOf(word) + 2)));
		tens().forEach((word, ten) -> numbers.put(word, ten.toString()));
		return Map.copyOf(numbers);
	}

	private static Map<String, Integer> tens() {
		List<String> words = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
		return words.stream().collect(Collectors.toMap(Function.identity(), (word) -> 20 + 10 * words.indexOf(word)));
	}

	/** The words of a text: as they are, split at every hinge, glued at every hinge. */
	static List<String> of(String text) {
		Set<String> spellings = new LinkedHashSet<>();
		spellings.add(Folding.words(text));
		if (HINGE.matcher(text).find()) {
			spellings.add(Folding.words(HINGE.matcher(text).replaceAll(" ")));
			spellings.add(Folding.words(HINGE.matcher(text).replaceAll("")));
		}
		spellings.remove("");
		return List.copyOf(spellings);
	}

	/**
	 * The pairs of neighbours in a word of a script that is written without spaces
	 * between words, as words: to look for some letters is to look for their pairs. Empty
	 * for other words.
	 */
	static String pairs(String word) {
		int[] letters = word.codePoints().toArray();
		return (letters.length < 2 || !IntStream.of(letters).allMatch(Spellings::unspaced)) ? ""
				: IntStream.range(1, letters.length)
					.mapToObj((second) -> Character.toString(letters[second - 1]) + Character.toString(letters[second]))
					.collect(Collectors.joining(" "));
	}

	private static boolean unspaced(int letter) {
		return switch (Character.UnicodeScript.of(letter)) {
			case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
			// the mark of a long vowel
			case COMMON -> letter == 'ー';
			default -> false;
		};
	}

	/** The numbers of a text that are written in digits. */
	static String numbers(String words) {
		return NO_NUMBER.matcher(words).replaceAll(" ").strip();
	}

	/** Each of the spellings, with its numbers also in digits, and against also short. */
	static List<String> withDigits(List<String> spellings) {
		return spellings.stream()
			.flatMap((words) -> Stream.of(words, digits(words), digits(AGAINST.matcher(words).replaceAll("vs"))))
			.distinct()
			.toList();
	}

	/** Those of the spellings that have an article in front, without it. */
	static List<String> bare(List<String> spellings) {
		return spellings.stream().flatMap((words) -> {
			int space = words.indexOf(' ');
			return (space > 0 && ARTICLES.contains(words.substring(0, space))) ? Stream.of(words.substring(space + 1))
					: Stream.empty();
		}).distinct().toList();
	}

	/**
	 * The first letters of the words of a title and of its parts, with and without the
	 * article in front: a title of four words is known to many as {@code lotr}.
	 */
	static List<String> initials(String title) {
		return Stream.concat(Stream.of(title), Stream.of(TITLE_PARTS.split(title)))
			.flatMap((part) -> of(part).stream())
			.flatMap((words) -> Stream.concat(Stream.of(words), bare(List.of(words)).stream()))
			.map((words) -> INITIAL.matcher(words).results().map(MatchResult::group).collect(Collectors.joining()))
			.filter(Spellings::areInitials)
			.distinct()
			.toList();
	}

	/** Whether a number behind this word is that of a part. */
	static boolean isPart(String word) {
		return PARTS.contains(word);
	}

	/** Fewer or more letters nobody takes for those of a title. */
	static boolean areInitials(String word) {
		return word.length() >= FEWEST_INITIALS && word.length() <= MOST_INITIALS;
	}

	/**
	 * Each of the spellings as one word, by which titles are the same or not; glued with
	 * its articles as well, for "lalaland" has no articles.
	 */
	static List<String> keys(List<String> spellings) {
		return withDigits(spellings).stream()
			.flatMap((words) -> Stream.of(key(words), words.replace(" ", "")))
			.distinct()
			.toList();
	}

	/** What the keys of titles begin with that begin so. */
	static List<String> beginnings(String words) {
		return withDigits(List.of(words)).stream().map((written) -> key(written, false)).distinct().toList();
	}

	/** A text as one word, without articles at its ends. */
	static String key(String words) {
		return key(words, true);
	}

	private static String key(String words, boolean whole) {
		List<String> all = List.of(words.split(" "));
		return String.join("", matter(all, whole).stream().map(all::get).toList());
	}

	/**
	 * Which of the words have to be there: no "and", no article at either end, unless
	 * there is nothing else.
	 * @param whole whether nothing more follows, so that the last word can be an article
	 */
	static List<Integer> matter(List<String> words, boolean whole) {
		List<Integer> all = IntStream.range(0, words.size()).boxed().toList();
		List<Integer> matter = new ArrayList<>(all);
		matter.removeIf((index) -> words.get(index).equals(AND));
		if (matter.size() > 1 && matter.get(0) == 0 && ARTICLES.contains(words.get(0))) {
			matter.remove(0);
		}
		if (whole && matter.size() > 1 && ARTICLES.contains(words.get(matter.get(matter.size() - 1)))) {
			matter.remove(matter.size() - 1);
		}
		return matter.isEmpty() ? all : matter;
	}

	/** The number in digits, or what is written short, of a word that is a slip away. */
	static Stream<String> shortFor(String misspelt) {
		return Stream.of(NUMBERS, SHORT)
			.flatMap((written) -> written.entrySet().stream())
			.filter((word) -> word.getKey().length() >= SHORTEST_MISSPELT && Slip.between(word.getKey(), misspelt) == 1)
			.map(Map.Entry::getValue);
	}

	/**
	 * The words with numbers in digits and with what can be written short:
	 * {@code doctor who ii} gives {@code dr who 2}.
	 */
	static String digits(String words) {
		List<String> all = List.of(HALF.matcher(words).replaceAll("1 2").split(" "));
		List<String> digits = new ArrayList<>();
		int index = 0;
		while (index < all.size()) {
			Counted counted = Counted.at(all, index);
			if (counted != null) {
				digits.add("" + counted.number());
				index += counted.words();
			}
			else {
				String word = all.get(index);
				boolean one = word.equals("i") && index > 0
						&& (index == all.size() - 1 || PARTS.contains(all.get(index - 1)));
				digits.add(one ? "1" : ORDINAL.matcher(NUMBERS.getOrDefault(word, SHORT.getOrDefault(word, word)))
					.replaceFirst("$1"));
				index++;
			}
		}
		return String.join(" ", digits);
	}

	/** A number of several words: twenty one, one hundred and one. */
	private record Counted(int number, int words) {

		static @Nullable Counted at(List<String> all, int index) {
			int hundreds = UNITS.indexOf(all.get(index)) + 1;
			if (hundreds == 0 || index + 1 == all.size() || !all.get(index + 1).equals("hundred")) {
				return belowHundred(all, index);
			}
			int next = (index + 2 < all.size() && all.get(index + 2).equals(AND)) ? 3 : 2;
			Counted rest = (index + next < all.size()) ? belowHundred(all, index + next) : null;
			int unit = (index + next < all.size()) ? UNITS.indexOf(all.get(index + next)) + 1 : 0;
			if (rest != null) {
				return new Counted(100 * hundreds + rest.number, next + rest.words);
			}
			return (unit > 0 && next == 3) ? new Counted(100 * hundreds + unit, 4) : new Counted(100 * hundreds, 2);
		}

		private static @Nullable Counted belowHundred(List<String> all, int index) {
			Integer tens = TENS.get(all.get(index));
			if (tens == null) {
				return null;
			}
			int unit = (index + 1 < all.size()) ? UNITS.indexOf(all.get(index + 1)) + 1 : 0;
			return new Counted(tens + unit, (unit > 0) ? 2 : 1);
		}

	}

}
