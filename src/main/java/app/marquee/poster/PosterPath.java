package app.marquee.poster;

/**
 * The {@code d} of an SVG path, in user units with at most one decimal, written the same
 * in every locale. Angles are in degrees, counted anticlockwise from three o'clock.
 */
final class PosterPath {

	private final StringBuilder data = new StringBuilder();

	static PosterPath path() {
		return new PosterPath();
	}

	PosterPath move(double x, double y) {
		return command("M", x, y);
	}

	PosterPath line(double x, double y) {
		return command("L", x, y);
	}

	PosterPath quadratic(double controlX, double controlY, double x, double y) {
		return command("Q", controlX, controlY, x, y);
	}

	PosterPath cubic(double x1, double y1, double x2, double y2, double x, double y) {
		return command("C", x1, y1, x2, y2, x, y);
	}

	/** A clockwise arc of less than half a circle to the point. */
	PosterPath arc(double radius, double x, double y) {
		return command("A", radius, radius, 0, 0, 1, x, y);
	}

	PosterPath close() {
		this.data.append('Z');
		return this;
	}

	PosterPath segment(double x1, double y1, double x2, double y2) {
		return move(x1, y1).line(x2, y2);
	}

	PosterPath polygon(double... xy) {
		move(xy[0], xy[1]);
		for (int i = 2; i < xy.length; i += 2) {
			line(xy[i], xy[i + 1]);
		}
		return close();
	}

	PosterPath rect(double x, double y, double width, double height) {
		return command("M", x, y).command("h", width).command("v", height).command("h", -width).close();
	}

	PosterPath disc(double x, double y, double radius) {
		return ellipse(x, y, radius, radius, 0);
	}

	/** An ellipse whose long axis is turned clockwise by the tilt. */
	PosterPath ellipse(double x, double y, double rx, double ry, double tilt) {
		double dx = across(rx, -tilt);
		double dy = down(rx, -tilt);
		command("M", x - dx, y - dy);
		command("a", rx, ry, tilt, 1, 0, 2 * dx, 2 * dy);
		return command("a", rx, ry, tilt, 1, 0, -2 * dx, -2 * dy);
	}

	/** A slice of a disc between two angles less than 180° apart. */
	PosterPath slice(double x, double y, double radius, double from, double to) {
		move(x, y).line(x + across(radius, from), y + down(radius, from));
		command("A", radius, radius, 0, 0, 0, x + across(radius, to), y + down(radius, to));
		return close();
	}

	/** The upper half of a disc that stands on the line through its middle. */
	PosterPath dome(double x, double y, double radius) {
		return move(x - radius, y).command("a", radius, radius, 0, 0, 1, 2 * radius, 0).close();
	}

	static double across(double radius, double angle) {
		return radius * StrictMath.cos(StrictMath.toRadians(angle));
	}

	static double down(double radius, double angle) {
		return -radius * StrictMath.sin(StrictMath.toRadians(angle));
	}

	static String number(double value) {
		long tenths = Math.round(value * 10);
		long whole = Math.abs(tenths / 10);
		long rest = Math.abs(tenths % 10);
		String sign = (tenths < 0) ? "-" : "";
		if (rest == 0) {
			return sign + whole;
		}
		return sign + ((whole != 0) ? whole : "") + '.' + rest;
	}

	PosterPath command(String letter, double... numbers) {
		this.data.append(letter);
		for (int i = 0; i < numbers.length; i++) {
			String number = number(numbers[i]);
			if (i > 0 && number.charAt(0) != '-') {
				this.data.append(' ');
			}
			this.data.append(number);
		}
		return this;
	}

	@Override
	public String toString() {
		return this.data.toString();
	}

}
