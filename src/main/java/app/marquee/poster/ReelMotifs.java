package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * Empty reels, cans and blank film: the film's year is not known.
 */
final class ReelMotifs {

	private ReelMotifs() {
	}

	static void reel(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.43;
		reel(canvas, inks.shape(), inks.ground(), 100, h * 0.48, r, dice.between(0, 72));
		canvas.fill(inks.accent(), path().rect(100, h * 0.48 + r - 7, 100, 7));
	}

	private static void reel(PosterCanvas canvas, String metal, String hole, double x, double y, double r,
			double turn) {
		PosterPath holes = path().disc(x, y, r * 0.09);
		for (int i = 0; i < 5; i++) {
			holes.disc(x + across(r * 0.55, turn + 72 * i), y + down(r * 0.55, turn + 72 * i), r * 0.24);
		}
		canvas.fill(metal, path().disc(x, y, r));
		canvas.fill(hole, holes);
		canvas.stroke(hole, r * 0.03, path().disc(x, y, r * 0.9));
	}

	static void projector(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double s = canvas.span() / 200;
		double y = h * 0.5;
		canvas.fill(inks.hush(), path().polygon(126, y + 46 * s, 200, y - 4 * s, 200, y + 108 * s, 126, y + 62 * s));
		reel(canvas, inks.shape(), inks.ground(), 52, y - 42 * s, 44 * s, dice.between(0, 72));
		reel(canvas, inks.shape(), inks.ground(), 122, y - 24 * s, 30 * s, dice.between(0, 72));
		canvas.fill(inks.accent(), path().rect(28, y + 14 * s, 92, 66 * s).rect(120, y + 42 * s, 14, 24 * s));
		canvas.fill(inks.ink(),
				path().disc(58, y + 46 * s, 15 * s).rect(88, y + 28 * s, 20, 6 * s).rect(88, y + 42 * s, 20, 6 * s));
		canvas.fill(inks.accent(), path().polygon(40, y + 80 * s, 50, y + 80 * s, 34, h, 24, h)
			.polygon(98, y + 80 * s, 108, y + 80 * s, 124, h, 114, h));
	}

	static void cans(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		int cans = (h > 150) ? 5 : 4;
		double thick = h * 0.84 / cans;
		for (int i = 0; i < cans; i++) {
			double y = h - (i + 1) * thick;
			double w = dice.between(128, 150);
			double x = 100 - w / 2 + dice.between(-9, 9);
			canvas.fill((i % 2 == 0) ? inks.shape() : inks.accent(), path().rect(x, y + 1.5, w, thick - 1.5));
			canvas.fill(inks.ground(), path().rect(x, y + thick * 0.36, w, 1.6));
			canvas.fill(inks.ink(),
					path().rect(x + w * dice.between(0.16, 0.5), y + thick * 0.5, w * 0.34, thick * 0.32));
		}
	}

	/** The clock of a film leader, without a number to count from. */
	static void leader(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double y = h * 0.5;
		double r = canvas.span() * 0.42;
		double hand = dice.between(100, 260);
		PosterPath sweep = path();
		for (double angle = 90; angle < hand + 80; angle += 60) {
			sweep.slice(100, y, 300, angle, Math.min(angle + 60, hand + 80));
		}
		canvas.fill(inks.hush(), sweep);
		canvas.stroke(inks.accent(), 2, path().segment(0, y, 200, y).segment(100, 0, 100, h));
		canvas.stroke(inks.shape(), 6, path().disc(100, y, r));
		canvas.stroke(inks.shape(), 6, path().disc(100, y, r * 0.78));
		canvas.stroke(inks.ink(), 4,
				path().segment(100, y, 100 + across(r * 0.78, hand + 80), y + down(r * 0.78, hand + 80)));
		canvas.fill(inks.ink(), path().disc(100, y, 6));
	}

	static void blankFilm(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double bend = h * dice.between(0.3, 0.5);
		PosterPath film = path().move(-20, h * 0.76)
			.cubic(60, h * 0.76 - bend * 1.6, 120, h * 0.3 + bend * 1.6, 220, h * 0.3);
		double wide = Math.min(h * 0.5, 80);
		canvas.stroke(inks.shape(), wide, film);
		canvas.hatch(inks.ground(), wide * 0.86, "5 7", film);
		canvas.stroke(inks.shape(), wide * 0.68, film);
		canvas.hatch(inks.accent(), wide * 0.6, "44 4", film);
	}

}
