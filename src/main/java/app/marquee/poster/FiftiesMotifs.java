package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * Cut paper, atoms and mobiles of the 1950s.
 */
final class FiftiesMotifs {

	private FiftiesMotifs() {
	}

	static void cutPaper(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		int slabs = (canvas.height() > 170) ? 5 : 4;
		double pitch = canvas.height() * 0.96 / slabs;
		boolean left = dice.chance(0.5);
		for (int i = 0; i < slabs; i++, left = !left) {
			double y = i * pitch + 4;
			double w = dice.between(96, 158);
			double x = left ? dice.between(-12, 16) : 200 - w + dice.between(-16, 12);
			double slant = dice.between(-8, 8);
			double thick = pitch * 0.78;
			String colour = (i == slabs / 2) ? inks.ink() : (i % 2 == 0) ? inks.shape() : inks.accent();
			canvas.fill(colour,
					path().polygon(x, y + slant, x + w * 0.5, y + dice.between(-3, 3), x + w, y - slant,
							x + w - dice.between(2, 12), y + thick, x + w * 0.4, y + thick - dice.between(-2, 4),
							x + dice.between(4, 14), y + thick + slant * 0.5));
		}
	}

	static void atoms(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		burst(canvas, inks.shape(), inks.accent(), 72, h * 0.56, canvas.span() * 0.36, 8);
		burst(canvas, inks.ink(), inks.shape(), 158, h * dice.between(0.2, 0.28), canvas.span() * 0.16, 6);
		burst(canvas, inks.accent(), inks.ink(), 156, h * dice.between(0.74, 0.82), canvas.span() * 0.2, 7);
	}

	private static void burst(PosterCanvas canvas, String ray, String tip, double x, double y, double r, int rays) {
		PosterPath lines = path();
		PosterPath tips = path();
		for (int i = 0; i < 2 * rays; i++) {
			double angle = 180.0 * i / rays + 11;
			double reach = (i % 2 == 0) ? r : r * 0.62;
			lines.segment(x, y, x + across(reach, angle), y + down(reach, angle));
			if (i % 2 == 0) {
				tips.disc(x + across(r, angle), y + down(r, angle), r * 0.09);
			}
		}
		canvas.stroke(ray, r * 0.045 + 0.6, lines);
		canvas.fill(tip, tips.disc(x, y, r * 0.2));
	}

	static void mobile(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double a = dice.between(-4, 4);
		canvas.stroke(inks.ink(), 1.8,
				path().segment(108, 0, 108, h * 0.14)
					.move(40, h * 0.3 + a)
					.quadratic(100, h * 0.04, 170, h * 0.24 - a)
					.segment(40, h * 0.3 + a, 40, h * 0.5)
					.segment(170, h * 0.24 - a, 170, h * 0.36)
					.move(14, h * 0.6)
					.quadratic(40, h * 0.4, 92, h * 0.56)
					.segment(92, h * 0.56, 92, h * 0.68)
					.segment(14, h * 0.6, 14, h * 0.68)
					.move(128, h * 0.46)
					.quadratic(168, h * 0.24, 188, h * 0.46)
					.segment(128, h * 0.46, 128, h * 0.56)
					.segment(188, h * 0.46, 188, h * 0.6));
		double s = canvas.span() / 200;
		canvas.fill(inks.shape(), path().ellipse(92, h * 0.68 + 26 * s, 44 * s, 23 * s, -16 + a)
			.ellipse(188, h * 0.6 + 12 * s, 12 * s, 20 * s, 10));
		canvas.fill(inks.accent(), path().ellipse(22, h * 0.68 + 18 * s, 13 * s, 26 * s, 14)
			.ellipse(134, h * 0.56 + 16 * s, 26 * s, 15 * s, 24 + a));
		canvas.fill(inks.ink(), path().disc(170, h * 0.26, 7 * s).disc(40, h * 0.38, 9 * s));
	}

	static void spirograph(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double y = canvas.height() * 0.52;
		double r = canvas.span() * 0.47;
		double flat = dice.between(0.3, 0.5);
		int loops = 10 + dice.below(4);
		canvas.fill(inks.shape(), path().disc(100, y, r));
		PosterPath orbits = path();
		for (int i = 0; i < loops; i++) {
			orbits.ellipse(100, y, r * 0.95, r * flat, 180.0 * i / loops);
		}
		canvas.stroke(inks.ground(), 1.5, orbits);
		canvas.fill(inks.accent(), path().disc(100, y, r * flat * 0.72));
		canvas.fill(inks.ground(), path().disc(100, y, r * flat * 0.34));
	}

	static void harlequin(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double tall = canvas.height() / Math.max(2, Math.round(canvas.height() / 62));
		PosterPath[] layers = { path(), path(), path() };
		int row = 0;
		for (double y = 0; y <= canvas.height() + 1; y += tall / 2, row++) {
			for (double x = (row % 2 == 0) ? 0 : 25; x <= 200; x += 50) {
				int layer = dice.chance(0.12) ? 2 : row % 2;
				layers[layer].polygon(x, y - tall / 2 + 1.5, x + 24, y, x, y + tall / 2 - 1.5, x - 24, y);
			}
		}
		canvas.fill(inks.shape(), layers[0]);
		canvas.fill(inks.accent(), layers[1]);
		canvas.fill(inks.ink(), layers[2]);
	}

}
