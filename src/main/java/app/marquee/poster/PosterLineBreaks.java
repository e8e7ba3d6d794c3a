package app.marquee.poster;

import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;

/**
 * Breaks a title into a given number of lines of nearly one width.
 */
final class PosterLineBreaks {

	/** What it costs to leave a small word alone on the first line, or on a later one. */
	private static final double[] ALONE = { 0.1, 0.36 };

	/** What it costs to end a line in a small word. */
	private static final double BAD_END = 0.15;

	private final List<String> words;

	/** The width of all words before each, in em. */
	private final double[] before;

	PosterLineBreaks(List<String> words) {
		this.words = words;
		this.before = new double[words.size() + 1];
		for (int i = 0; i < words.size(); i++) {
			this.before[i + 1] = this.before[i] + PosterLetters.width(words.get(i));
		}
	}

	/**
	 * The lines with the least sum of the squares of what each is off the mean, found
	 * from the shortest beginnings on.
	 */
	List<String> balanced(int count) {
		int size = this.words.size();
		double mean = this.before[size] / count;
		double[][] cost = new double[count + 1][size + 1];
		int[][] start = new int[count + 1][size + 1];
		for (double[] row : cost) {
			Arrays.fill(row, Double.POSITIVE_INFINITY);
		}
		cost[0][0] = 0;
		for (int line = 1; line <= count; line++) {
			for (int to = line; to <= size; to++) {
				for (int from = line - 1; from < to; from++) {
					double total = cost[line - 1][from] + cost(from, to, mean);
					if (total < cost[line][to]) {
						cost[line][to] = total;
						start[line][to] = from;
					}
				}
			}
		}
		LinkedList<String> lines = new LinkedList<>();
		for (int line = count, to = size; line > 0; to = start[line][to], line--) {
			lines.addFirst(String.join("", this.words.subList(start[line][to], to)).strip());
		}
		return lines;
	}

	private double cost(int from, int to, double mean) {
		boolean endsSmall = PosterWords.isSmall(this.words.get(to - 1));
		double off = (this.before[to] - this.before[from]) / mean - 1;
		if (endsSmall && off < 0 && this.words.subList(from, to).stream().allMatch(PosterWords::isSmall)) {
			return ALONE[Math.min(from, 1)];
		}
		return off * off + (endsSmall ? BAD_END : 0);
	}

}
