package app.marquee.poster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A title broken into lines that are as large as its box lets them be. Lengths are in
 * user units of the poster.
 */
record PosterTitle(List<PosterLine> lines) {

	static final double BOX_WIDTH = 172;

	static final double BOX_HEIGHT = 114;

	private static final int MOST_LINES = 7;

	/** Lines of one title differ by no more than this, lest a small word shouts. */
	private static final double MOST_UNLIKE = 2.1;

	/** The size of a line of small words against the smallest other one. */
	private static final double SMALL_WORD = 0.68;

	static PosterTitle of(String title, PosterFace face, PosterSetting setting) {
		List<String> words = PosterWords.of(PosterText.capitals(title));
		return IntStream.rangeClosed(1, Math.min(MOST_LINES, words.size()))
			.mapToObj(new PosterLineBreaks(words)::balanced)
			.map((lines) -> fitted(lines, face, setting))
			.max(Comparator.comparingDouble(PosterTitle::score))
			.orElse(new PosterTitle(List.of()));
	}

	double height() {
		double height = 0;
		for (int i = 0; i < this.lines.size(); i++) {
			height += this.lines.get(i).height() + ((i > 0) ? this.lines.get(i - 1).lead() : 0);
		}
		return height;
	}

	/**
	 * The mean size of a letter, less for lines that leave the box empty or end badly.
	 */
	private double score() {
		double letters = 0;
		double sizes = 0;
		double filled = 0;
		double ends = 1;
		for (PosterLine line : this.lines) {
			letters += line.text().length();
			sizes += line.text().length() * line.size();
			filled += isSmall(line.text()) ? 1 : line.natural() / BOX_WIDTH;
			ends *= endsBadly(line.text()) ? 0.9 : 1;
		}
		return sizes / letters * Math.sqrt(filled / this.lines.size()) * ends;
	}

	private static PosterTitle fitted(List<String> texts, PosterFace face, PosterSetting setting) {
		double[] widths = texts.stream().mapToDouble((text) -> PosterLetters.width(text) * face.breadth()).toArray();
		boolean[] small = new boolean[widths.length];
		double least = Double.MAX_VALUE;
		for (int i = 0; i < widths.length; i++) {
			small[i] = !texts.stream().allMatch(PosterTitle::isSmall) && isSmall(texts.get(i));
			least = small[i] ? least : Math.min(least, BOX_WIDTH / widths[i]);
		}
		double[] sizes = new double[widths.length];
		for (int i = 0; i < sizes.length; i++) {
			double unlike = (setting != PosterSetting.FILLED) ? 1 : small[i] ? SMALL_WORD : MOST_UNLIKE;
			sizes[i] = Math.min(BOX_WIDTH / widths[i], unlike * least);
		}
		PosterTitle title = set(texts, widths, sizes, 1, setting);
		return (title.height() <= BOX_HEIGHT) ? title : set(texts, widths, sizes, BOX_HEIGHT / title.height(), setting);
	}

	private static PosterTitle set(List<String> texts, double[] widths, double[] sizes, double scale,
			PosterSetting setting) {
		return new PosterTitle(IntStream.range(0, sizes.length).mapToObj((i) -> {
			double size = sizes[i] * scale;
			double natural = size * widths[i];
			boolean stretched = setting == PosterSetting.FILLED && natural * PosterLine.MOST_STRETCH >= BOX_WIDTH;
			return new PosterLine(texts.get(i), size, natural, stretched ? BOX_WIDTH : natural);
		}).toList());
	}

	private static boolean isSmall(String line) {
		return Arrays.stream(line.split(" ")).allMatch(PosterWords::isSmall);
	}

	private static boolean endsBadly(String line) {
		return !isSmall(line) && PosterWords.isSmall(line.substring(line.lastIndexOf(' ') + 1));
	}

}
