package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * Rings, peaks and small figures of the 2010s.
 */
final class TensMotifs {

	private TensMotifs() {
	}

	static void rings(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = Math.min(h * 0.8, 132);
		double x = dice.between(66, 96);
		double y = h * 0.98 - r * 0.16;
		for (int i = 0; i < 6; i++) {
			canvas.fill((i % 2 == 0) ? inks.shape() : inks.ground(), path().disc(x, y, r * (1 - i * 0.16)));
		}
		canvas.fill(inks.accent(), path().disc(x + across(r * 0.76, 48), y + down(r * 0.76, 48), r * 0.2));
	}

	static void visitor(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.4;
		double x = dice.between(92, 112);
		canvas.fill(inks.shape(), path().disc(x, h * 0.9 - r * 0.94, r));
		canvas.fill(inks.accent(), path().rect(0, h * 0.9, 200, h));
		double man = x + dice.between(-0.4, 0.4) * r;
		double tall = Math.max(18, h * 0.13);
		double y = h * 0.9 + 2;
		canvas.fill(inks.ink(),
				path().disc(man, y - tall, tall * 0.14)
					.polygon(man - tall * 0.17, y - tall * 0.8, man + tall * 0.17, y - tall * 0.8, man + tall * 0.12, y,
							man + tall * 0.02, y, man, y - tall * 0.4, man - tall * 0.02, y, man - tall * 0.12, y));
	}

	static void peaks(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double x = dice.between(80, 112);
		double top = h * dice.between(0.06, 0.14);
		canvas.fill(inks.ink(), path().disc(168, h * 0.2, canvas.span() * 0.09));
		canvas.fill(inks.accent(), path().polygon(x, top, -60, h, x - 10, h).polygon(172, h * 0.42, 110, h, 166, h));
		canvas.fill(inks.shape(),
				path().polygon(x, top, x - 10, h, x + 130, h)
					.polygon(172, h * 0.42, 160, h, 240, h)
					.polygon(14, h * 0.56, -30, h, 60, h));
		canvas.fill(inks.ink(), path().polygon(x, top, x - h * 0.16, top + h * 0.16, x - h * 0.07, top + h * 0.13,
				x - 2, top + h * 0.2, x + h * 0.07, top + h * 0.12, x + h * 0.16, top + h * 0.17));
	}

	static void arches(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = Math.min(h * 0.5, 92);
		double step = dice.between(0.16, 0.2);
		String[] colours = { inks.shape(), inks.ground(), inks.accent(), inks.ground(), inks.ink() };
		for (int i = 0; i < colours.length; i++) {
			double w = r * (1 - step * i);
			double y = h * 0.06 + r + (h * 0.94 - r) * 0.12 * i;
			canvas.fill(colours[i],
					path().move(100 - w, h)
						.line(100 - w, y)
						.arc(w, 100, y - w)
						.arc(w, 100 + w, y)
						.line(100 + w, h)
						.close());
		}
	}

	static void ridges(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		int lines = 9;
		double centre = dice.between(80, 120);
		for (int i = 0; i < lines; i++) {
			double y = h * (0.3 + 0.68 * i / lines);
			double peak = h * 0.34 * (1 - Math.abs(i - 3.5) / 9) * dice.between(0.6, 1);
			double x = centre + dice.between(-16, 16);
			PosterPath ridge = path().move(-4, y)
				.line(x - 66, y)
				.cubic(x - 34, y, x - 30, y - peak, x - 6, y - peak * 0.9)
				.cubic(x + 10, y - peak * 0.7, x + 14, y - peak * 1.16, x + 30, y - peak * 0.5)
				.cubic(x + 40, y - 4, x + 50, y, x + 66, y)
				.line(204, y);
			canvas.ridge(inks.ground(), (i == 4) ? inks.accent() : inks.shape(), 3, ridge);
		}
	}

}
