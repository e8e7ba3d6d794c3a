package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * Cities, code and quiet hills of the 2000s.
 */
final class NoughtiesMotifs {

	private NoughtiesMotifs() {
	}

	static void city(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		PosterPath[] blocks = { path(), path() };
		PosterPath windows = path();
		for (double x = -2; x < 200;) {
			double w = dice.between(18, 36);
			double top = h * dice.between(0.16, 0.68);
			blocks[dice.below(2)].rect(x, top, w, h - top);
			if (dice.chance(0.55)) {
				windows.segment(x + w / 2, top + 8, x + w / 2, h);
			}
			x += w + 1.5;
		}
		canvas.fill(inks.shape(), blocks[0]);
		canvas.fill(inks.accent(), blocks[1]);
		canvas.hatch(inks.ground(), 11, "3.5 6.5", windows);
	}

	static void codeRain(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		PosterPath[] rain = { path(), path(), path() };
		PosterPath drops = path();
		for (int i = 0; i < 13; i++) {
			double x = 10 + i * 15;
			double top = h * dice.between(-0.05, 0.5);
			double end = top + h * dice.between(0.34, 0.75);
			rain[(i % 4 == 1) ? 2 : dice.below(2)].segment(x, top, x, end - 9);
			drops.segment(x, end, x, end + 1);
		}
		canvas.dashes(inks.shape(), 5.5, "2 9 14 9", rain[0]);
		canvas.dashes(inks.shape(), 5.5, "6 10", rain[1]);
		canvas.dashes(inks.accent(), 5.5, "22 10 1 10", rain[2]);
		canvas.dots(inks.ink(), 6.5, 9, drops);
	}

	static void lenses(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.33;
		double turn = dice.between(70, 110);
		String[] colours = { inks.shape(), inks.accent(), inks.ink() };
		for (int i = 0; i < 3; i++) {
			double angle = turn + 120 * i;
			canvas.wash(colours[i], path().disc(100 + across(r * 0.62, angle), h * 0.52 + down(r * 0.55, angle), r));
		}
	}

	static void nestedSquares(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double y = canvas.height() * 0.52;
		double r = canvas.span() * 0.64;
		double twist = dice.between(7, 13);
		String[] colours = { inks.shape(), inks.ground(), inks.accent(), inks.ground() };
		for (int i = 0; i < 9; i++, r *= 0.8) {
			double angle = 45 + i * twist;
			double dx = across(r, angle);
			double dy = down(r, angle);
			canvas.fill((i == 8) ? inks.ink() : colours[i % 4],
					path().polygon(100 + dx, y + dy, 100 + dy, y - dx, 100 - dx, y - dy, 100 - dy, y + dx));
		}
	}

	static void hill(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double moon = canvas.span() * dice.between(0.26, 0.34);
		canvas.fill(inks.accent(), path().disc(116, h * 0.44, moon));
		canvas.fill(inks.shape(),
				path().move(-10, h * 0.92)
					.cubic(50, h * 0.6, 110, h * 0.62, 210, h * 0.9)
					.line(210, h)
					.line(-10, h)
					.close());
		double x = dice.between(70, 84);
		double y = h * 0.73;
		canvas.stroke(inks.ink(), 3,
				path().segment(x, y, x, y - h * 0.24).move(x, y - h * 0.1).line(x + 8, y - h * 0.18));
		canvas.fill(inks.ink(),
				path().disc(x, y - h * 0.28, h * 0.085)
					.disc(x - 12, y - h * 0.22, h * 0.06)
					.disc(x + 12, y - h * 0.22, h * 0.065));
	}

	static void halves(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = Math.min(h * 0.36, 84);
		double slip = r * dice.between(0.3, 0.6);
		canvas.fill(inks.accent(), path().rect(100, 0, 100, h));
		canvas.fill(inks.shape(), path().move(98, h * 0.5 - r + slip).command("a", r, r, 0, 0, 0, 0, 2 * r).close());
		canvas.fill(inks.ink(), path().move(102, h * 0.5 - r - slip).command("a", r, r, 0, 0, 1, 0, 2 * r).close());
	}

}
