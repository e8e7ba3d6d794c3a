package app.marquee.poster;

import static app.marquee.poster.PosterPath.path;

/**
 * Stripes, sunsets and a glitter ball of the 1970s.
 */
final class SeventiesMotifs {

	private SeventiesMotifs() {
	}

	static void turningStripes(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double pitch = Math.min(h, 170) * 0.105;
		double turn = dice.between(176, 192);
		String[] colours = { inks.shape(), inks.accent(), inks.ink(), inks.shape(), inks.accent() };
		for (int i = 0; i < colours.length; i++) {
			double y = h * 0.08 + i * pitch;
			double r = pitch * (6.2 - i);
			double x = turn - i * pitch;
			canvas.stroke(colours[i], pitch * 0.76,
					path().move(-10, y).line(x - r, y).arc(r, x, y + r).line(x, h + 10));
		}
	}

	static void sunset(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double sea = h * 0.78;
		double r = Math.min(sea * 0.96, 94);
		double x = dice.between(90, 110);
		String[] colours = { inks.shape(), inks.ground(), inks.accent(), inks.ground(), inks.ink() };
		double[] sizes = { 1, 0.82, 0.74, 0.54, 0.46 };
		for (int i = 0; i < colours.length; i++) {
			canvas.fill(colours[i], path().dome(x, sea, r * sizes[i]));
		}
		PosterPath water = path();
		for (int i = 0; i < 4; i++) {
			double half = r * (1 - i * 0.22);
			double y = sea + (h - sea) * (0.14 + 0.22 * i);
			water.segment(x - half, y, x + half, y);
		}
		canvas.stroke(inks.shape(), (h - sea) * 0.12, water);
	}

	static void chevrons(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double rise = h * dice.between(0.34, 0.46);
		double pitch = (h * 1.1 - rise * 0.3) / 6.4;
		String[] colours = { inks.shape(), inks.accent(), inks.ink(), inks.shape(), inks.accent(), inks.shape() };
		for (int i = 0; i < colours.length; i++) {
			double y = h * 0.1 + i * pitch;
			canvas.fill(colours[i], path().polygon(-2, y + rise, 100, y, 202, y + rise, 202, y + rise + pitch * 0.72,
					100, y + pitch * 0.72, -2, y + rise + pitch * 0.72));
		}
	}

	static void fin(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double x = dice.between(70, 116);
		canvas.fill(inks.accent(), path().disc(150, h * 0.26, canvas.span() * 0.17));
		canvas.fill(inks.ink(),
				path().move(x - 30, h * 0.7)
					.quadratic(x + 8, h * 0.52, x + 38, h * 0.2)
					.quadratic(x + 30, h * 0.5, x + 46, h * 0.7)
					.close());
		for (int i = 0; i < 4; i++) {
			double y = h * (0.6 + 0.11 * i);
			PosterPath wave = path().move(-20 - 12 * i, y);
			for (double crest = -20 - 12 * i; crest < 200; crest += 50) {
				wave.quadratic(crest + 25, y + h * 0.12, crest + 50, y);
			}
			canvas.fill((i % 2 == 0) ? inks.shape() : inks.ground(), wave.line(260, h).line(-60, h).close());
		}
	}

	static void glitterBall(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.37;
		double y = h * 0.54;
		PosterPath beams = path();
		for (int angle = dice.below(30); angle < 360; angle += 40) {
			beams.slice(100, y, 260, angle, angle + 15);
		}
		canvas.fill(inks.hush(), beams);
		canvas.fill(inks.ink(), path().rect(98.5, 0, 3, y));
		canvas.fill(inks.shape(), path().disc(100, y, r));
		PosterPath tiles = path().ellipse(100, y, r * 0.36, r, 0)
			.ellipse(100, y, r * 0.72, r, 0)
			.segment(100, y - r, 100, y + r);
		for (int i = -3; i <= 3; i++) {
			double half = Math.sqrt(1 - i * i / 16.0) * r;
			tiles.segment(100 - half, y + i * r / 4, 100 + half, y + i * r / 4);
		}
		canvas.stroke(inks.ground(), 1.8, tiles);
		sparkle(canvas, inks.accent(), 100 - r * 0.5, y - r * 0.46, r * 0.52);
		sparkle(canvas, inks.ink(), 100 + r * 0.62, y + r * 0.3, r * 0.34);
	}

	private static void sparkle(PosterCanvas canvas, String colour, double x, double y, double r) {
		canvas.fill(colour,
				path().move(x, y - r)
					.quadratic(x, y, x + r, y)
					.quadratic(x, y, x, y + r)
					.quadratic(x, y, x - r, y)
					.quadratic(x, y, x, y - r)
					.close());
	}

}
