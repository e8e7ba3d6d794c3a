package app.marquee.poster;

/**
 * The part of a poster that its motif may cover: 200 units wide, from the top left
 * corner. What reaches over its edges is cut off.
 */
final class PosterCanvas {

	static final double WIDTH = 200;

	private final double height;

	private final StringBuilder elements = new StringBuilder();

	PosterCanvas(double height) {
		this.height = height;
	}

	double height() {
		return this.height;
	}

	/** The largest diameter that still fits on the canvas. */
	double span() {
		return Math.min(WIDTH, this.height);
	}

	void fill(String colour, PosterPath path) {
		this.elements.append("<path fill=\"").append(colour).append("\" d=\"").append(path).append("\"/>");
	}

	/** A wash of ink through which what lies below stays visible. */
	void wash(String colour, PosterPath path) {
		this.elements.append("<path opacity=\".7\" fill=\"")
			.append(colour)
			.append("\" d=\"")
			.append(path)
			.append("\"/>");
	}

	void stroke(String colour, double width, PosterPath path) {
		this.elements.append("<path fill=\"none\" stroke=\"")
			.append(colour)
			.append("\" stroke-width=\"")
			.append(PosterPath.number(width))
			.append("\" d=\"")
			.append(path)
			.append("\"/>");
	}

	/** Round dots along a path, one every {@code gap} units. */
	void dots(String colour, double diameter, double gap, PosterPath path) {
		dashes(colour, diameter, "0 " + PosterPath.number(gap), path);
	}

	/** A round-ended dashed line; {@code pattern} as in {@code stroke-dasharray}. */
	void dashes(String colour, double width, String pattern, PosterPath path) {
		this.elements.append("<path fill=\"none\" stroke-linecap=\"round\" stroke-dasharray=\"")
			.append(pattern)
			.append("\" stroke=\"")
			.append(colour)
			.append("\" stroke-width=\"")
			.append(PosterPath.number(width))
			.append("\" d=\"")
			.append(path)
			.append("\"/>");
	}

	/** A flat-ended dashed line, much wider than its dashes are long: bars across it. */
	void hatch(String colour, double width, String pattern, PosterPath path) {
		this.elements.append("<path fill=\"none\" stroke-dasharray=\"")
			.append(pattern)
			.append("\" stroke=\"")
			.append(colour)
			.append("\" stroke-width=\"")
			.append(PosterPath.number(width))
			.append("\" d=\"")
			.append(path)
			.append("\"/>");
	}

	/** A line whose underside hides what was drawn before it. */
	void ridge(String colour, String line, double width, PosterPath path) {
		this.elements.append("<path fill=\"")
			.append(colour)
			.append("\" stroke=\"")
			.append(line)
			.append("\" stroke-width=\"")
			.append(PosterPath.number(width))
			.append("\" d=\"")
			.append(path)
			.append("\"/>");
	}

	@Override
	public String toString() {
		return this.elements.toString();
	}

}
