package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * Crooked woodcuts and constructivism, before 1930.
 */
final class SilentMotifs {

	private SilentMotifs() {
	}

	static void crookedHouses(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		canvas.fill(inks.ink(), path().disc(dice.between(40, 160), h * 0.2, h * 0.12));
		PosterPath windows = path();
		boolean odd = false;
		for (double x = -14; x < 200; odd = !odd) {
			double w = dice.between(44, 60);
			double top = h * dice.between(0.34, 0.62);
			double lean = odd ? dice.between(8, 16) : -dice.between(8, 16);
			canvas.fill(odd ? inks.accent() : inks.shape(), path().polygon(x, h, x + lean, top, x + lean + w * 0.4,
					top - dice.between(22, 40), x + w + lean * 0.6, top + 6, x + w + 4, h));
			for (double y = top + 16; y < h - 24; y += 34) {
				double shift = lean * (h - y) / (h - top);
				windows.polygon(x + 10 + shift, y, x + 20 + shift, y - 3, x + 21 + shift, y + 13, x + 12 + shift,
						y + 15);
				windows.polygon(x + w - 20 + shift, y + 4, x + w - 9 + shift, y, x + w - 11 + shift, y + 16,
						x + w - 18 + shift, y + 17);
			}
			x += w;
		}
		canvas.fill(inks.ground(), windows);
	}

	static void wedge(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.36;
		double tip = dice.between(128, 146);
		canvas.fill(inks.accent(), path().disc(126, h * 0.52, r));
		canvas.fill(inks.shape(), path().polygon(tip, h * 0.56, -8, h * 0.2, -8, h * 0.66));
		canvas.fill(inks.ink(),
				path().polygon(96, h * 0.86, 188, h * 0.7, 190, h * 0.74, 98, h * 0.9)
					.polygon(60, h, 176, h * 0.8, 177, h * 0.82, 70, h)
					.polygon(16, h * 0.78, 60, h * 0.7, 63, h * 0.77, 19, h * 0.85));
	}

	static void stairs(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		int steps = 5 + dice.below(3);
		double rise = h * 0.62 / steps;
		double run = 150.0 / steps;
		canvas.fill(inks.accent(), path().polygon(200, -h * 0.2, 200, h * 0.2, -10, h * 1.05, -10, h * 0.7));
		PosterPath risers = path().move(0, h);
		for (int i = 0; i < steps; i++) {
			risers.line(i * run, h - (i + 1) * rise).line((i + 1) * run, h - (i + 1) * rise);
		}
		canvas.fill(inks.shape(), risers.line(200, h * 0.38).line(200, h).close());
		double x = 166;
		double y = h * 0.38;
		canvas.fill(inks.ink(), path().polygon(x - 8, y, x - 5, y - 30, x + 5, y - 30, x + 9, y).disc(x, y - 36, 5.5));
	}

	static void cameraEye(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double y = canvas.height() * 0.56;
		double half = canvas.span() * dice.between(0.26, 0.32);
		double bow = (90 * 90 + half * half) / (2 * half);
		PosterPath lashes = path();
		for (int angle = 30; angle <= 150; angle += 15) {
			lashes.segment(100 + across(half + 12, angle) * 1.3, y + down(half + 8, angle),
					100 + across(half + 26, angle) * 1.5, y + down(half + 26, angle));
		}
		canvas.stroke(inks.accent(), 4, lashes);
		canvas.fill(inks.ink(), path().move(10, y).arc(bow, 190, y).arc(bow, 10, y).close());
		canvas.fill(inks.shape(), path().disc(100, y, half * 0.86));
		canvas.fill(inks.ground(), path().disc(100, y, half * 0.56));
		canvas.stroke(inks.accent(), 2.5, path().disc(100, y, half * 0.4));
		canvas.fill(inks.ink(), path().disc(100 + half * 0.2, y - half * 0.2, half * 0.14));
	}

}
