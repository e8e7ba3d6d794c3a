package app.marquee.poster;

import static app.marquee.poster.PosterPath.path;

/**
 * Op art, tiles and flowers of the 1960s.
 */
final class SixtiesMotifs {

	private SixtiesMotifs() {
	}

	static void gunBarrel(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double aim = dice.between(44, 70);
		for (int i = 0; i < 7; i++) {
			double r = Math.max(h, 150) * (0.86 - i * 0.115);
			double x = 100 + aim * i / 6.0;
			String colour = (i % 2 != 0) ? inks.ground() : (i == 2) ? inks.accent() : inks.shape();
			canvas.fill(colour, path().disc(x, h * (0.6 - i * 0.02), r));
		}
		canvas.fill(inks.ink(), path().disc(100 + aim, h * 0.48, Math.max(h, 150) * 0.075));
	}

	static void quarters(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		PosterPath[] layers = { path(), path(), path() };
		for (double y = canvas.height() - 50; y > -50; y -= 50) {
			for (int x = 0; x < 200; x += 50) {
				int turn = 90 * dice.below(4);
				double cornerX = (turn == 0 || turn == 270) ? x : x + 50;
				double cornerY = (turn < 180) ? y + 50 : y;
				layers[dice.chance(0.16) ? 2 : dice.below(2)].slice(cornerX, cornerY, 50, turn, turn + 90);
			}
		}
		canvas.fill(inks.shape(), layers[0]);
		canvas.fill(inks.accent(), layers[1]);
		canvas.fill(inks.ink(), layers[2]);
	}

	static void daisies(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double s = canvas.span() / 160;
		daisy(canvas, inks.shape(), inks.accent(), 64, h * 0.58, 29 * s, 8);
		daisy(canvas, inks.ink(), inks.shape(), 158, h * dice.between(0.24, 0.32), 17 * s, 7);
		daisy(canvas, inks.accent(), inks.ink(), 156, h * dice.between(0.78, 0.86), 22 * s, 8);
		daisy(canvas, inks.ink(), inks.accent(), 14, h * dice.between(0.04, 0.1), 11 * s, 7);
	}

	private static void daisy(PosterCanvas canvas, String petal, String eye, double x, double y, double r, int petals) {
		double gap = 2 * Math.PI * r / petals;
		canvas.dots(petal, gap * 1.06, gap, path().disc(x, y, r));
		canvas.fill(petal, path().disc(x, y, r));
		canvas.fill(eye, path().disc(x, y, r * 0.44));
	}

	static void opWaves(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double swell = dice.between(12, 22);
		int waves = 8;
		for (int i = 0; i < waves; i++) {
			double y = h * (i + 0.6) / waves;
			double bend = swell * (i + 1) / waves * ((i % 2 == 0) ? 1 : 0.9);
			canvas.stroke((i % 3 == 2) ? inks.accent() : inks.shape(), h / waves * (0.22 + 0.07 * i),
					path().move(-10, y)
						.cubic(30, y - 2 * bend, 60, y - 2 * bend, 100, y)
						.cubic(140, y + 2 * bend, 170, y + 2 * bend, 210, y));
		}
	}

	static void stripedDisc(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double y = canvas.height() * 0.5;
		double r = canvas.span() * 0.46;
		canvas.fill(inks.shape(), path().disc(100, y, r));
		PosterPath bars = path();
		double x = 100 - r * dice.between(0.1, 0.5);
		for (int i = 0; i < 8; i++, x += r * 0.19) {
			bars.rect(x, y - r - 1, r * (0.03 + 0.016 * i), 2 * r + 2);
		}
		canvas.fill(inks.ground(), bars);
		canvas.fill(inks.accent(), path().disc(100 + r * 0.52, y - r * 0.42, r * 0.27));
	}

}
