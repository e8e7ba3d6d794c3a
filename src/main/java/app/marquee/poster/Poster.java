package app.marquee.poster;

import org.jspecify.annotations.Nullable;

/**
 * A film's poster, composed of its title in large type and a motif: the genre gives the
 * colours, the decade the motif, title and year all else. The same film has the same
 * poster always.
 *
 * @param foot what the strip at the foot says beside the year, such as "NR · 89 MIN"
 */
public record Poster(String title, @Nullable Integer year, @Nullable String genre, String foot) {

	/** Of how posters are drawn: raise it where the same poster is drawn otherwise. */
	public static final int STYLE = 1;

	/**
	 * The poster as an SVG document of 200 × 300 units that refers to nothing outside.
	 */
	public String svg() {
		PosterLayout layout = layout();
		PosterCanvas canvas = new PosterCanvas(layout.stageBottom() - layout.stageTop());
		motif().draw(canvas, inks(), dice("details"));
		return new PosterPrint(inks()).motif(canvas, layout.stageTop(), dice("side").chance(0.5))
			.rule(layout)
			.title(layout, face(), setting())
			.foot(this.foot, (this.year != null) ? Integer.toString(this.year) : "")
			.toString();
	}

	PosterLayout layout() {
		PosterTitle set = PosterTitle.of(this.title, face(), setting());
		boolean below = !set.lines().isEmpty() && dice("layout").chance(0.3);
		return below ? PosterLayout.titleBelow(set) : PosterLayout.titleAbove(set);
	}

	PosterPalette inks() {
		return PosterPalette.of(this.genre, dice("inks"));
	}

	PosterMotif motif() {
		return dice("motif").pick(PosterMotif.of(PosterEra.of(this.year)));
	}

	private PosterFace face() {
		PosterFace face = dice("face").pick(PosterEra.of(this.year).faces());
		return face.suits(this.title) ? face : PosterFace.CONDENSED;
	}

	private PosterSetting setting() {
		return dice("setting").pick(PosterEra.of(this.year).settings());
	}

	/**
	 * One die for each choice, so that a change of one leaves the others as they were.
	 */
	private PosterDice dice(String choice) {
		return new PosterDice(choice + '\n' + this.title + '\n' + this.year);
	}

}
