package app.marquee.poster;

import static app.marquee.poster.PosterPath.path;

/**
 * The evening of a first night, from the 1920s to the 1950s.
 */
final class PremiereMotifs {

	private PremiereMotifs() {
	}

	static void searchlights(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double swing = dice.between(-16, 16);
		canvas.fill(inks.accent(), path().polygon(30, h, 128 + swing, -6, 176 + swing, -6, 40, h));
		canvas.wash(inks.shape(), path().polygon(160, h, 14 + swing, -6, 66 + swing, -6, 170, h));
		canvas.wash(inks.shape(), path().polygon(96, h, 78 - swing, -6, 112 - swing, -6, 104, h));
		canvas.fill(inks.ink(),
				path().rect(0, h - 10, 200, 10)
					.rect(14, h - 20, 172, 10)
					.rect(28, h - 30, 144, 10)
					.dome(35, h - 30, 12)
					.dome(100, h - 30, 12)
					.dome(165, h - 30, 12));
	}

	static void curtain(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double x = dice.between(80, 120);
		canvas.fill(inks.hush(), path().polygon(x - 8, 0, x + 8, 0, x + 62, h * 0.86, x - 62, h * 0.86));
		canvas.fill(inks.ink(), path().ellipse(x, h * 0.88, 62, h * 0.055, 0));
		PosterPath cloth = path();
		PosterPath folds = path();
		for (int side = 0; side < 2; side++) {
			double edge = 200 * side;
			double inward = (side == 0) ? 1 : -1;
			cloth.move(edge, 0)
				.line(edge + inward * 92, 0)
				.quadratic(edge + inward * 78, h * 0.5, edge + inward * 30, h * 0.62)
				.line(edge + inward * 40, h)
				.line(edge, h)
				.close();
			for (int fold = 1; fold < 4; fold++) {
				folds.move(edge + inward * 23 * fold, 0)
					.quadratic(edge + inward * 20 * fold, h * 0.5, edge + inward * 7.5 * fold, h * 0.62)
					.line(edge + inward * 10 * fold, h);
			}
		}
		canvas.fill(inks.shape(), cloth);
		canvas.stroke(inks.ground(), 1.6, folds);
		canvas.stroke(inks.accent(), 6,
				path().segment(0, h * 0.62, 31, h * 0.62).segment(169, h * 0.62, 200, h * 0.62));
		canvas.dots(inks.accent(), 29, 28.6, path().segment(0, 0, 200, 0));
	}

}
