package app.marquee.poster;

import static app.marquee.poster.PosterPath.path;

/**
 * Sunbursts, towers and shadows of the 1930s and 1940s.
 */
final class DecoMotifs {

	private DecoMotifs() {
	}

	static void fan(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = Math.min(h * 0.97, 168);
		int blades = 9 + 2 * dice.below(3);
		double blade = 180.0 / blades;
		PosterPath fan = path();
		for (int i = 0; i < blades; i += 2) {
			fan.slice(100, h, r, i * blade, (i + 1) * blade);
		}
		canvas.fill(inks.shape(), fan);
		canvas.fill(inks.ground(), path().dome(100, h, r * 0.42));
		canvas.fill(inks.accent(), path().dome(100, h, r * 0.37));
		canvas.fill(inks.ground(), path().dome(100, h, r * 0.26));
		canvas.fill(inks.ink(), path().dome(100, h, r * 0.21));
	}

	static void skyscraper(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		PosterPath rays = path();
		for (int angle = 4; angle < 180; angle += 16) {
			rays.slice(100, h * 0.62, 260, angle, angle + 8);
		}
		canvas.fill(inks.hush(), rays);
		double shift = dice.between(-0.04, 0.04);
		canvas.fill(inks.accent(),
				path().rect(8, h * (0.56 + shift), 40, h)
					.rect(18, h * (0.5 + shift), 20, h)
					.rect(152, h * (0.62 - shift), 40, h)
					.rect(162, h * (0.56 - shift), 20, h));
		canvas.fill(inks.shape(),
				path().rect(40, h * 0.7, 120, h)
					.rect(54, h * 0.46, 92, h)
					.rect(68, h * 0.28, 64, h)
					.rect(82, h * 0.17, 36, h)
					.polygon(94, h * 0.17, 100, 2, 106, h * 0.17));
		PosterPath fins = path();
		for (int x = 62; x <= 138; x += 19) {
			fins.segment(x, h * ((x == 100) ? 0.24 : (x > 75 && x < 125) ? 0.36 : 0.54), x, h);
		}
		canvas.stroke(inks.ground(), 5, fins);
	}

	static void scallops(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		boolean striped = dice.chance(0.5);
		int row = 0;
		for (double y = h - Math.floor(h / 40) * 40 + 40; y < h + 40; y += 40, row++) {
			double x = (row % 2 == 0) ? 0 : 40;
			PosterPath line = path().segment(x, y, 240, y);
			canvas.dots(inks.ground(), 84, 80, line);
			canvas.dots((striped && row % 2 == 0) ? inks.accent() : inks.shape(), 75, 80, line);
			canvas.dots(inks.ground(), 50, 80, line);
			canvas.dots(inks.accent(), 36, 80, line);
		}
	}

	static void blinds(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double drop = dice.between(14, 26);
		PosterPath slats = path();
		for (double y = -8; y < h; y += 22) {
			slats.polygon(0, y + drop, 200, y - drop, 200, y - drop + 12, 0, y + drop + 12);
		}
		canvas.fill(inks.shape(), slats);
		double x = 118;
		double y = h - Math.min(h * 0.5, 84);
		canvas.fill(inks.ink(),
				path().move(x - 62, h)
					.cubic(x - 58, y + 44, x - 34, y + 40, x - 13, y + 32)
					.line(x - 13, y)
					.line(x + 17, y)
					.line(x + 15, y + 32)
					.cubic(x + 40, y + 40, x + 60, y + 44, x + 64, h)
					.close()
					.ellipse(x + 1, y + 8, 19, 25, 0)
					.ellipse(x, y - 6, 42, 7, -4)
					.move(x - 23, y - 8)
					.cubic(x - 22, y - 40, x - 6, y - 36, x, y - 32)
					.cubic(x + 8, y - 40, x + 22, y - 36, x + 23, y - 10)
					.close());
		canvas.fill(inks.accent(), path().polygon(x - 23, y - 16, x + 23, y - 19, x + 23, y - 11, x - 23, y - 8));
	}

}
