package app.marquee.poster;

import static app.marquee.poster.PosterPath.path;

/**
 * Beams, slices and fingerprints of the 1990s.
 */
final class NinetiesMotifs {

	private NinetiesMotifs() {
	}

	static void beams(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double x = dice.between(30, 84);
		double angle = 14;
		boolean odd = false;
		PosterPath[] light = { path(), path() };
		while (angle < 160) {
			double wide = dice.between(7, 15);
			light[odd ? 1 : 0].slice(x, h - 6, 330, angle, angle + wide);
			angle += wide + dice.between(4, 12);
			odd = !odd;
		}
		canvas.fill(inks.shape(), light[0]);
		canvas.fill(inks.accent(), light[1]);
		canvas.fill(inks.ground(), path().dome(x, h, 36));
		canvas.fill(inks.ink(), path().dome(x, h, 29));
	}

	static void slicedDisc(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double r = canvas.span() * 0.46;
		double y = canvas.height() * 0.52;
		int slices = 6;
		double thick = 2 * r / slices;
		for (int i = 0; i < slices; i++) {
			double top = -r + i * thick;
			double bottom = top + thick - 2.4;
			double upper = Math.sqrt(Math.max(0, r * r - top * top));
			double lower = Math.sqrt(Math.max(0, r * r - bottom * bottom));
			double x = 100 + ((i % 2 == 0) ? 1 : -1) * dice.between(4, 26);
			canvas.fill((i == 2) ? inks.ink() : (i % 2 == 0) ? inks.shape() : inks.accent(),
					path().move(x - upper, y + top)
						.line(x + upper, y + top)
						.arc(r, x + lower, y + bottom)
						.line(x - lower, y + bottom)
						.arc(r, x - upper, y + top)
						.close());
		}
	}

	static void halftone(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		int rows = (int) (h / 12.5);
		boolean moon = dice.chance(0.6);
		if (moon) {
			canvas.fill(inks.accent(), path().disc(dice.between(120, 146), h * 0.4, canvas.span() * 0.27));
		}
		for (int i = 0; i < rows; i++) {
			double y = h - 5 - i * 12.5;
			double size = 13.5 * (1 - i / (rows + 1.0));
			canvas.dots(inks.shape(), size, 12.5, path().segment((i % 2 == 0) ? 0 : 6.2, y, 206, y));
		}
	}

	static void fingerprint(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double s = canvas.span() / 200;
		double x = dice.between(92, 108);
		double y = h * 0.5;
		PosterPath[] ridges = { path(), path() };
		for (int i = 0; i < 8; i++) {
			double w = (8 + i * 10.5) * s;
			double tall = (14 + i * 11.5) * s;
			double left = y + (26 + 6 * i + dice.between(0, 34)) * s;
			double right = y + (26 + 6 * i + dice.between(0, 34)) * s;
			ridges[(i == 3) ? 1 : 0].move(x - w, Math.min(left, h - 4))
				.line(x - w, y)
				.cubic(x - w, y - tall * 1.06, x + w, y - tall * 1.06, x + w, y)
				.line(x + w, Math.min(right, h - 4));
		}
		canvas.stroke(inks.shape(), 5.4 * s, ridges[0]);
		canvas.stroke(inks.accent(), 5.4 * s, ridges[1]);
	}

	static void road(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double horizon = h * 0.46;
		double x = dice.between(84, 116);
		double r = Math.min(horizon * 0.72, 52);
		canvas.fill(inks.accent(), path().dome(x + dice.between(-20, 20), horizon, r));
		canvas.fill(inks.shape(), path().rect(0, horizon, 200, h));
		canvas.fill(inks.ground(), path().polygon(x - 2, horizon, x + 2, horizon, 188, h, 12, h));
		PosterPath marks = path();
		for (int i = 0; i < 4; i++) {
			double near = horizon + (h - horizon) * (i + 1) * (i + 1) / 16;
			double far = near - (near - horizon) * 0.3;
			double half = 5.5 * (near - horizon) / (h - horizon);
			double drift = (100 - x) / (h - horizon);
			double nearX = x + drift * (near - horizon);
			double farX = x + drift * (far - horizon);
			marks.polygon(farX - half * 0.7, far, farX + half * 0.7, far, nearX + half, near, nearX - half, near);
		}
		canvas.fill(inks.ink(), marks);
	}

}
