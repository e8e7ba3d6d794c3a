package app.marquee.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

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
	 * Words of a text for what was typed.
	 *
	 * @param meant in the order in which they were typed
	 * @param slips how many they are away together
	 */
	record Fit(String meant, int slips) {
	}

	/**
	 * For each word that was typed another word of the text, the closest one; null where
	 * there is none for one of them.
	 */
	static @Nullable Fit fit(Words words, String text) {
		List<String> left = new ArrayList<>(List.of(Folding.words(text).split(" ")));
		List<String> meant = new ArrayList<>();
		int slips = 0;
		for (String typed : words.printed().split(" ")) {
			String closest = left.stream()
				.filter((word) -> between(typed, word) <= Words.slips(typed))
				.min(Comparator.comparing((word) -> between(typed, word)))
				.orElse(null);
			if (closest == null) {
				return null;
			}
			left.remove(closest);
			meant.add(closest);
			slips += between(typed, closest);
		}
		return new Fit(String.join(" ", meant), slips);
	}

	/**
	 * What was probably meant: a title that has these initials; a title or a name that is
	 * a slip or two away as a whole; else the words with each one that is misspelt
	 * replaced by the closest one in these texts, unless that is one for two of them.
	 * @param titles the first of them is the likeliest
	 * @param names of people and parts
	 */
	static String mend(Words words, List<String> titles, List<String> names) {
		Optional<String> initials = titles.stream()
			.filter((title) -> Spellings.initials(title).contains(words.printed()))
			.findFirst();
		return initials.map(Folding::words)
			.or(() -> Stream
				.concat(titles.stream().flatMap((title) -> whole(words, title).stream()),
						names.stream().flatMap((name) -> Stream.ofNullable(fit(words, name))))
				.min(Comparator.comparing(Fit::slips))
				.map(Fit::meant))
			.orElseGet(() -> wordByWord(words, titles, names));
	}

	/** A title that is a slip away as a whole, or two if it is long. */
	private static Optional<Fit> whole(Words words, String title) {
		String typed = Spellings.key(words.printed());
		String printed = Folding.words(title);
		String key = Spellings.key(printed);
		int slips = between(typed, key);
		return (typed.length() > 3 && Spellings.numbers(typed).equals(Spellings.numbers(key))
				&& slips <= ((typed.length() < Words.LONG) ? 1 : 2)) ? Optional.of(new Fit(printed, slips))
						: Optional.empty();
	}

	private static String wordByWord(Words words, List<String> titles, List<String> names) {
		List<String> known = Stream.concat(titles.stream(), names.stream())
			.flatMap((text) -> Stream.of(Folding.words(text).split(" ")))
			.distinct()
			.toList();
		List<String> typed = List.of(words.printed().split(" "));
		List<String> meant = typed.stream()
			.map((token) -> known.stream()
				.filter((word) -> between(token, word) <= Words.slips(token))
				.min(Comparator.comparing((word) -> between(token, word)))
				.orElse(token))
			.toList();
		return (Set.copyOf(meant).size() < Set.copyOf(typed).size()) ? words.printed() : String.join(" ", meant);
	}

}
