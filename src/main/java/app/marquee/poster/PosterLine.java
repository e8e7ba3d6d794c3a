package app.marquee.poster;

/**
 * One line of a title. Lengths are in user units of the poster.
 *
 * @param natural the estimated width of the letters as cut
 * @param width the width to hold the line to, within a seventh of the natural one
 */
record PosterLine(String text, double size, double natural, double width) {

	/** The most that letters are stretched to reach an edge that they nearly reach. */
	static final double MOST_STRETCH = 1.15;

	double ascent() {
		return this.size * PosterLetters.ascent(this.text);
	}

	double height() {
		return ascent() + this.size * PosterLetters.descent(this.text);
	}

	/** The space to the next line. */
	double lead() {
		return this.size * 0.14;
	}

}
