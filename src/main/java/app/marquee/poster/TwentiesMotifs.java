package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * Dunes, screens and big shapes of the 2020s.
 */
final class TwentiesMotifs {

	private TwentiesMotifs() {
	}

	static void dunes(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		canvas.fill(inks.ink(), path().disc(dice.between(54, 146), h * 0.24, canvas.span() * 0.15));
		String[] colours = { inks.accent(), inks.shape(), inks.hush() };
		for (int i = 0; i < 3; i++) {
			double y = h * (0.42 + 0.2 * i);
			double swell = h * dice.between(0.1, 0.2) * ((i % 2 == 0) ? 1 : -1);
			canvas.fill(colours[i],
					path().move(-2, y)
						.cubic(60, y - swell, 130, y + swell, 202, y - swell * 0.4)
						.line(202, h)
						.line(-2, h)
						.close());
		}
	}

	static void glow(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.5;
		double x = dice.between(80, 120);
		double y = h * 0.5;
		canvas.fill(inks.hush(), path().disc(x, y, r));
		canvas.wash(inks.accent(), path().disc(x, y, r * 0.76));
		canvas.fill(inks.shape(), path().disc(x, y, r * 0.5));
		canvas.fill(inks.ground(),
				path().move(-2, h * 0.8).quadratic(100, h * 0.66, 202, h * 0.86).line(202, h).line(-2, h).close());
		canvas.fill(inks.shape(),
				path().move(-2, h * 0.9).quadratic(100, h * 0.76, 202, h * 0.94).line(202, h).line(-2, h).close());
	}

	static void screens(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double x = 100;
		double y = h * 0.5;
		double scale = 1;
		double driftX = dice.between(4, 12);
		double driftY = dice.between(-0.05, 0.05) * h;
		String[] colours = { inks.shape(), inks.accent(), inks.ground(), inks.shape(), inks.ink() };
		for (String colour : colours) {
			canvas.fill(colour, path().rect(x - 86 * scale, y - h * 0.46 * scale, 172 * scale, h * 0.92 * scale));
			x += driftX;
			y += driftY;
			driftX *= 0.7;
			driftY *= 0.7;
			scale *= 0.72;
		}
	}

	static void bagel(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.46;
		double y = h * 0.52;
		double look = dice.between(200, 340);
		canvas.fill(inks.shape(), path().disc(100, y, r));
		canvas.fill(inks.ink(), path().disc(100, y, r * 0.62));
		canvas.fill(inks.ground(), path().disc(100 + across(r * 0.24, look), y + down(r * 0.24, look), r * 0.34));
		canvas.dots(inks.accent(), r * 0.1, r * 0.36, path().disc(100, y, r * 0.81));
	}

	static void bigShapes(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double half = canvas.height() / 2;
		String[] colours = { inks.shape(), inks.accent(), inks.ink(), inks.shape() };
		int first = dice.below(4);
		for (int i = 0; i < 4; i++) {
			double x = (i % 2) * 100;
			double y = (i / 2) * half;
			double r = Math.min(half, 100);
			PosterPath shape = switch ((first + i) % 4) {
				case 0 -> path().move(x, y + half).line(x, y + half - r).arc(r, x + r, y + half).close();
				case 1 -> path().disc(x + 50, y + half / 2, Math.min(half, 100) * 0.46);
				case 2 -> path().polygon(x, y + half, x + 100, y + half, x + 100, y + 2);
				default -> path().dome(x + 50, y + half / 2, 48).dome(x + 50, y + half, 48);
			};
			canvas.fill(colours[i], shape);
		}
	}

}
