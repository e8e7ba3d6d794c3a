package app.marquee.poster;

import java.util.List;

/**
 * The type of a title, from what the reader's system has.
 */
enum PosterFace {

	CONDENSED(
			"'Avenir Next Condensed','Roboto Condensed','Liberation Sans Narrow','Arial Narrow',Bahnschrift,sans-serif-condensed,sans-serif",
			800, 1),

	ROMAN("'Bodoni 72','Playfair Display','Big Caslon',Georgia,'Liberation Serif',serif", 700, 1.24),

	WIDE("Futura,'Avenir Next','Century Gothic','Segoe UI',Roboto,'Liberation Sans',sans-serif", 600, 1.5);

	/** In em. */
	private static final double MOST_IN_ALL = 21;

	/** In em. */
	private static final double MOST_IN_A_WORD = 7.6;

	private final String family;

	private final int weight;

	private final double breadth;

	PosterFace(String family, int weight, double breadth) {
		this.family = family;
		this.weight = weight;
		this.breadth = breadth;
	}

	/** How wide its letters are, spacing included, against a condensed sans. */
	double breadth() {
		return this.breadth;
	}

	/** Whether the title is short enough to be set large in this face. */
	boolean suits(String title) {
		List<String> words = PosterWords.of(PosterText.capitals(title));
		double whole = PosterLetters.width(String.join("", words)) * this.breadth;
		double longest = words.stream().mapToDouble(PosterLetters::width).max().orElse(0) * this.breadth;
		return whole <= MOST_IN_ALL && longest <= MOST_IN_A_WORD;
	}

	/** A wide line reaches its length by the space between letters, which stay as cut. */
	String lengthAdjust() {
		return (this == WIDE) ? "spacing" : "spacingAndGlyphs";
	}

	String attributes() {
		return " font-family=\"" + this.family + "\" font-weight=\"" + this.weight + "\""
				+ ((this == CONDENSED) ? " font-stretch=\"condensed\"" : "");
	}

}
