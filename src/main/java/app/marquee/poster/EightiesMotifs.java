package app.marquee.poster;

import static app.marquee.poster.PosterPath.across;
import static app.marquee.poster.PosterPath.down;
import static app.marquee.poster.PosterPath.path;

/**
 * Grids, neon and palms of the 1980s.
 */
final class EightiesMotifs {

	private EightiesMotifs() {
	}

	static void sunOverGrid(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double horizon = h * 0.66;
		double r = Math.min(horizon * 0.62, 74);
		double x = dice.between(84, 116);
		double y = horizon - r * 0.42;
		canvas.fill(inks.shape(), path().disc(x, y, r));
		PosterPath slits = path();
		for (int i = 0; i < 5; i++) {
			slits.rect(x - r - 1, y - r * 0.24 + i * r * 0.19, 2 * r + 2, 1.6 + i * 0.9);
		}
		canvas.fill(inks.ground(), slits.rect(0, horizon, 200, h - horizon));
		PosterPath grid = path();
		for (int i = -8; i <= 8; i++) {
			grid.segment(x + i * 11, horizon, x + i * 44, h);
		}
		for (int i = 0; i < 6; i++) {
			double depth = horizon + (h - horizon) * i * i / 27;
			grid.segment(0, depth, 200, depth);
		}
		canvas.stroke(inks.accent(), 1.4, grid);
	}

	static void neonTriangle(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double r = canvas.span() * 0.5;
		double y = h * 0.6;
		canvas.fill(inks.accent(), path().disc(100, y - r * 0.06, r * 0.42));
		String[] colours = { inks.shape(), inks.ink(), inks.shape() };
		for (int i = 0; i < 3; i++) {
			double size = r * (0.98 - 0.2 * i);
			canvas.stroke(colours[i], 5 - i, path().polygon(100, y - size, 100 + size * 0.87, y + size * 0.5,
					100 - size * 0.87, y + size * 0.5));
		}
		PosterPath scan = path();
		double first = dice.between(0.56, 0.62);
		for (int i = 0; i < 5; i++) {
			double line = y + r * (first + i * 0.085);
			scan.segment(0, line, 200, line);
		}
		canvas.stroke(inks.accent(), 1.5, scan);
	}

	static void memphis(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		PosterPath[] solids = { path(), path(), path() };
		PosterPath squiggles = path();
		PosterPath specks = path();
		int last = -1;
		for (double y = canvas.height() - 28; y > 0; y -= 50) {
			for (int x = 26; x < 200; x += 50) {
				int kind = (last + 1 + dice.below(5)) % 6;
				PosterPath solid = solids[dice.below(3)];
				switch (kind) {
					case 0 -> solid.polygon(x - 18, y + 14, x + 16, y + 16, x + dice.between(-10, 10), y - 17);
					case 1 -> solid.slice(x, y + 8, 21, 0, 90).slice(x, y + 8, 21, 90, 179.9);
					case 2 -> squiggles.move(x - 22, y + 8)
						.line(x - 11, y - 8)
						.line(x, y + 8)
						.line(x + 11, y - 8)
						.line(x + 22, y + 8);
					case 3 -> specks.segment(x - 14, y - 10, x + 15, y - 10)
						.segment(x - 14, y, x + 15, y)
						.segment(x - 14, y + 10, x + 15, y + 10);
					case 4 -> solid.disc(x, y, 15);
					default -> solid.polygon(x - 18, y - 4, x + 12, y - 16, x + 18, y + 3, x - 12, y + 15);
				}
				last = kind;
			}
		}
		canvas.fill(inks.shape(), solids[0]);
		canvas.fill(inks.accent(), solids[1]);
		canvas.fill(inks.ink(), solids[2]);
		canvas.stroke(inks.ink(), 5, squiggles);
		canvas.dots(inks.accent(), 5, 9.6, specks);
	}

	static void palms(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		double h = canvas.height();
		double sun = canvas.span() * 0.38;
		canvas.fill(inks.accent(), path().disc(112, h - sun * 0.9, sun));
		canvas.fill(inks.ground(),
				path().rect(0, h * 0.82, 200, 3).rect(0, h * 0.88, 200, 4).rect(0, h * 0.94, 200, 5));
		palm(canvas, inks.shape(), dice.between(52, 64), h * 0.36, h, canvas.span() * 0.3);
		palm(canvas, inks.shape(), dice.between(140, 160), h * 0.6, h, canvas.span() * 0.2);
	}

	private static void palm(PosterCanvas canvas, String colour, double x, double y, double foot, double leaf) {
		PosterPath tree = path().move(x - 2, y)
			.quadratic(x + leaf * 0.16, (y + foot) / 2, x - leaf * 0.24, foot)
			.line(x - leaf * 0.08, foot)
			.quadratic(x + leaf * 0.3, (y + foot) / 2, x + 2, y)
			.close();
		for (int angle : new int[] { -24, 12, 46, 88, 132, 170, 206 }) {
			double tipX = x + across(leaf, angle);
			double tipY = y + down(leaf * 0.7, angle) + leaf * 0.22;
			double midX = x + across(leaf * 0.6, angle);
			double midY = y + down(leaf * 0.6, angle);
			tree.move(x, y).quadratic(midX, midY - leaf * 0.24, tipX, tipY).quadratic(midX, midY + leaf * 0.06, x, y);
		}
		canvas.fill(colour, tree);
	}

}
