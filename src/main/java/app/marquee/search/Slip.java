package app.marquee.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.text.Folding;

/** Slips of the hand, and what was meant. */
final class Slip {

	private Slip() {
	}

	/**
	 * How many letters have to be put in, taken out, changed, or exchanged with their
	 * neighbour to make one word of the other (Damerau's distance, restricted).
	 */
	static int between(String one, String other) {
		int[] beforeLast = new int[other.length() + 1];
		int[] last = new int[other.length() + 1];
		int[] now = new int[other.length() + 1];
		for (int column = 0; column <= other.length(); column++) {
			last[column] = column;
		}
		for (int row = 1; row <= one.length(); row++) {
			now[0] = row;
			for (int column = 1; column <= other.length(); column++) {
				boolean same = one.charAt(row - 1) == other.charAt(column - 1);
				now[column] = Math.min(Math.min(now[column - 1], last[column]) + 1, last[column - 1] + (same ? 0 : 1));
				if (row > 1 && column > 1 && one.charAt(row - 1) == other.charAt(column - 2)
						&& one.charAt(row - 2) == other.charAt(column - 1)) {
					now[column] = Math.min(now[column], beforeLast[column - 2] + 1);
				}
			}
			int[] free = beforeLast;
			beforeLast = last;
			last = now;
			now = free;
		}
		return last[other.length()];
	}

	/**
	 * What was probably meant: a title that differs by a slip or two as a whole, or has
	 * these initials, else the words with each one that is misspelt replaced by the
	 * closest one in these texts.
	 * @param titles the first of them is the likeliest
	 * @param names of people and parts
	 */
	static String mend(Words words, List<String> titles, List<String> names) {
		String typed = Spellings.key(words.printed());
		for (String title : titles) {
			String printed = Folding.words(title);
			if (Spellings.initials(title).contains(words.printed())) {
				return printed;
			}
			String key = Spellings.key(printed);
			if (typed.length() > 3 && Spellings.numbers(typed).equals(Spellings.numbers(key))
					&& between(typed, key) <= ((typed.length() < Words.LONG) ? 1 : 2)) {
				return printed;
			}
		}
		List<String> known = Stream.concat(titles.stream(), names.stream())
			.flatMap((text) -> Stream.of(Folding.words(text).split(" ")))
			.distinct()
			.toList();
		return Stream.of(words.printed().split(" "))
			.map((token) -> known.stream()
				.filter((word) -> between(token, word) <= Words.slips(token))
				.min(Comparator.comparing((word) -> between(token, word)))
				.orElse(token))
			.collect(Collectors.joining(" "));
	}

}
