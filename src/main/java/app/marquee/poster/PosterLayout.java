package app.marquee.poster;

/**
 * Where a poster's parts are, in user units from its upper edge: the title above its
 * motif or below it, and the foot. No two of them overlap.
 */
record PosterLayout(PosterTitle title, double titleTop, double ruleTop, double stageTop, double stageBottom) {

	static final double WIDTH = 200;

	static final double HEIGHT = 300;

	static final double MARGIN = 14;

	static final double RULE = 3;

	static final double FOOT_TOP = 284;

	/** Between a title's letters and what is next to them. */
	private static final double CLEAR = 10;

	static PosterLayout titleAbove(PosterTitle title) {
		double titleTop = MARGIN + RULE + CLEAR - 2;
		double stageTop = title.lines().isEmpty() ? MARGIN + RULE : titleTop + title.height() + CLEAR;
		return new PosterLayout(title, titleTop, MARGIN, stageTop, FOOT_TOP);
	}

	static PosterLayout titleBelow(PosterTitle title) {
		double titleTop = FOOT_TOP - CLEAR - title.height();
		double ruleTop = titleTop - CLEAR - RULE;
		return new PosterLayout(title, titleTop, ruleTop, 0, ruleTop);
	}

	double titleBottom() {
		return this.titleTop + this.title.height();
	}

	double baseline(int line) {
		double top = this.titleTop;
		for (int i = 0; i < line; i++) {
			top += this.title.lines().get(i).height() + this.title.lines().get(i).lead();
		}
		return top + this.title.lines().get(line).ascent();
	}

	boolean isTitleBelow() {
		return this.stageTop == 0;
	}

}
