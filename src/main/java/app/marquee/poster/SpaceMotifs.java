package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * To the moon before 1930, and past the planets in the 1980s.
 */
final class SpaceMotifs {

	private SpaceMotifs() {
	}

	static void moonshot(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.4;
		double x = dice.between(92, 108);
		double y = h - r * 1.06;
		canvas.dots(inks.ink(), 2.4, dice.between(37, 45),
				path().segment(8, h * 0.12, 210, h * 0.05)
					.segment(-6, h * 0.4, 210, h * 0.3)
					.segment(14, h * 0.72, 210, h * 0.66));
		canvas.fill(inks.accent(), path().disc(x, y, r));
		canvas.fill(inks.ground(),
				path().disc(x - r * 0.4, y - r * 0.2, r * 0.13)
					.disc(x - r * 0.1, y + r * 0.52, r * 0.2)
					.disc(x - r * 0.62, y + r * 0.3, r * 0.09));
		canvas.fill(inks.shape(),
				path()
					.polygon(x + r * 0.2, y + r * 0.02, x + r * 0.86, y - r * 0.78, x + r * 1.08, y - r * 0.58,
							x + r * 0.42, y + r * 0.2)
					.disc(x + r * 0.3, y + r * 0.1, r * 0.145));
		canvas.fill(inks.ink(), path().disc(x + r * 0.62, y - r * 0.29, r * 0.09));
	}

	static void warp(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double x = dice.between(60, 84);
		double y = h * 0.42;
		PosterPath[] streaks = { path(), path() };
		for (int angle = 0; angle < 360; angle += 12) {
			double near = dice.between(34, 80);
			double far = near + dice.between(30, 120);
			double turned = angle + dice.between(-4, 4);
			streaks[dice.below(2)].polygon(x + across(near, turned), y + down(near, turned),
					x + across(far, turned - 1.2), y + down(far, turned - 1.2), x + across(far, turned + 1.2),
					y + down(far, turned + 1.2));
		}
		canvas.fill(inks.shape(), streaks[0]);
		canvas.fill(inks.ink(), streaks[1]);
		double r = canvas.span() * 0.25;
		canvas.fill(inks.accent(), path().disc(144, h * 0.66, r));
		canvas.stroke(inks.ink(), r * 0.11,
				path().move(144 - r * 0.93, h * 0.66 + r * 0.36)
					.cubic(144 - r * 2.6, h * 0.66 + r * 1.3, 144 + r * 2, h * 0.66 + r * 0.1, 144 + r * 0.93,
							h * 0.66 - r * 0.36));
	}

}
