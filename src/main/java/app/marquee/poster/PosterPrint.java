package app.marquee.poster;

import java.util.List;

import org.springframework.web.util.HtmlUtils;

/**
 * Puts the parts of a poster on paper, as SVG elements from the lowest to the topmost.
 */
final class PosterPrint {

	/**
	 * The size of the foot's letters, by how much wider they are than a condensed sans.
	 */
	private static final double FOOT_LETTERS = 8.5 * 1.5;

	private static final double FOOT_BASELINE = PosterLayout.FOOT_TOP + 11;

	private static final double RIGHT = PosterLayout.WIDTH - PosterLayout.MARGIN;

	/** So much the motif goes on below what is printed over it, lest a gap shows. */
	private static final double SEAM = 0.5;

	private final PosterPalette inks;

	private final StringBuilder svg = new StringBuilder(
			"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 300\">");

	PosterPrint(PosterPalette inks) {
		this.inks = inks;
		rect(0, 0, PosterLayout.WIDTH, PosterLayout.HEIGHT, inks.ground());
	}

	/**
	 * An inner SVG cuts off what reaches over the motif's place; rule and foot cover the
	 * seam.
	 */
	PosterPrint motif(PosterCanvas canvas, double top, boolean mirrored) {
		this.svg.append("<svg y=\"")
			.append(PosterPath.number(top))
			.append("\" width=\"200\" height=\"")
			.append(PosterPath.number(canvas.height() + SEAM))
			.append("\">")
			.append(mirrored ? "<g transform=\"matrix(-1 0 0 1 200 0)\">" + canvas + "</g>" : canvas)
			.append("</svg>");
		return this;
	}

	PosterPrint rule(PosterLayout layout) {
		double margin = layout.isTitleBelow() ? 0 : PosterLayout.MARGIN;
		rect(margin, layout.ruleTop(), PosterLayout.WIDTH - 2 * margin, PosterLayout.RULE, this.inks.ink());
		return this;
	}

	PosterPrint title(PosterLayout layout, PosterFace face, PosterSetting setting) {
		List<PosterLine> lines = layout.title().lines();
		boolean rightToLeft = !lines.isEmpty() && PosterText.isRightToLeft(lines.get(0).text());
		boolean centred = setting == PosterSetting.CENTRED;
		double x = centred ? PosterLayout.WIDTH / 2 : rightToLeft ? RIGHT : PosterLayout.MARGIN;
		this.svg.append("<g fill=\"").append(this.inks.ink()).append('"').append(face.attributes());
		this.svg.append(centred ? " text-anchor=\"middle\"" : "")
			.append(rightToLeft ? " direction=\"rtl\"" : "")
			.append('>');
		for (int i = 0; i < lines.size(); i++) {
			text(x, layout.baseline(i),
					" font-size=\"" + PosterPath.number(lines.get(i).size()) + '"' + held(lines.get(i), face),
					lines.get(i).text());
		}
		this.svg.append("</g>");
		return this;
	}

	PosterPrint foot(String left, String right) {
		rect(0, PosterLayout.FOOT_TOP, PosterLayout.WIDTH, PosterLayout.HEIGHT - PosterLayout.FOOT_TOP,
				this.inks.ink());
		String says = PosterText.capitals(left);
		if (says.isEmpty() && right.isEmpty()) {
			return perforation();
		}
		this.svg.append("<g fill=\"")
			.append(this.inks.ground())
			.append("\" font-family=\"system-ui,sans-serif\" font-size=\"8.5\" font-weight=\"600\" letter-spacing=\".6\">");
		double room = PosterTitle.BOX_WIDTH - (right.isEmpty() ? 0 : 36);
		text(PosterLayout.MARGIN, FOOT_BASELINE, "", PosterText.shortened(says, room / FOOT_LETTERS));
		text(RIGHT, FOOT_BASELINE, " text-anchor=\"end\"", right);
		this.svg.append("</g>");
		return this;
	}

	/** With nothing to say, the foot is the edge of a film. */
	private PosterPrint perforation() {
		PosterCanvas canvas = new PosterCanvas(16);
		canvas.hatch(this.inks.ground(), 7, "6 6.5", PosterPath.path().segment(3.2, 8, 200, 8));
		return motif(canvas, PosterLayout.FOOT_TOP, false);
	}

	private String held(PosterLine line, PosterFace face) {
		if (!PosterLetters.isMeasured(line.text())) {
			return "";
		}
		return " textLength=\"" + PosterPath.number(line.width()) + "\" lengthAdjust=\"" + face.lengthAdjust() + '"';
	}

	private void text(double x, double y, String attributes, String text) {
		if (!text.isEmpty()) {
			this.svg.append("<text x=\"")
				.append(PosterPath.number(x))
				.append("\" y=\"")
				.append(PosterPath.number(y))
				.append('"');
			this.svg.append(attributes).append('>').append(HtmlUtils.htmlEscape(text, "UTF-8")).append("</text>");
		}
	}

	private void rect(double x, double y, double width, double height, String colour) {
		this.svg.append("<path fill=\"")
			.append(colour)
			.append("\" d=\"")
			.append(PosterPath.path().rect(x, y, width, height))
			.append("\"/>");
	}

	@Override
	public String toString() {
		return this.svg + "</svg>";
	}

}
