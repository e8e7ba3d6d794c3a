package app.marquee.poster;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A picture of shapes in the manner of its era; some came back in a later one.
 */
enum PosterMotif {

	CROOKED_HOUSES(SilentMotifs::crookedHouses, PosterEra.SILENT), WEDGE(SilentMotifs::wedge, PosterEra.SILENT),
	STAIRS(SilentMotifs::stairs, PosterEra.SILENT, PosterEra.DECO),
	CAMERA_EYE(SilentMotifs::cameraEye, PosterEra.SILENT), MOONSHOT(SpaceMotifs::moonshot, PosterEra.SILENT),
	FAN(DecoMotifs::fan, PosterEra.DECO), SKYSCRAPER(DecoMotifs::skyscraper, PosterEra.DECO, PosterEra.SILENT),
	SEARCHLIGHTS(PremiereMotifs::searchlights, PosterEra.DECO, PosterEra.FIFTIES),
	SCALLOPS(DecoMotifs::scallops, PosterEra.DECO), BLINDS(DecoMotifs::blinds, PosterEra.DECO, PosterEra.FIFTIES),
	CURTAIN(PremiereMotifs::curtain, PosterEra.DECO, PosterEra.SILENT, PosterEra.FIFTIES),
	CUT_PAPER(FiftiesMotifs::cutPaper, PosterEra.FIFTIES), ATOMS(FiftiesMotifs::atoms, PosterEra.FIFTIES),
	MOBILE(FiftiesMotifs::mobile, PosterEra.FIFTIES),
	SPIROGRAPH(FiftiesMotifs::spirograph, PosterEra.FIFTIES, PosterEra.SIXTIES),
	HARLEQUIN(FiftiesMotifs::harlequin, PosterEra.FIFTIES), GUN_BARREL(SixtiesMotifs::gunBarrel, PosterEra.SIXTIES),
	QUARTERS(SixtiesMotifs::quarters, PosterEra.SIXTIES, PosterEra.TWENTIES),
	DAISIES(SixtiesMotifs::daisies, PosterEra.SIXTIES), OP_WAVES(SixtiesMotifs::opWaves, PosterEra.SIXTIES),
	STRIPED_DISC(SixtiesMotifs::stripedDisc, PosterEra.SIXTIES),
	TURNING_STRIPES(SeventiesMotifs::turningStripes, PosterEra.SEVENTIES),
	SUNSET(SeventiesMotifs::sunset, PosterEra.SEVENTIES), CHEVRONS(SeventiesMotifs::chevrons, PosterEra.SEVENTIES),
	FIN(SeventiesMotifs::fin, PosterEra.SEVENTIES), GLITTER_BALL(SeventiesMotifs::glitterBall, PosterEra.SEVENTIES),
	SUN_OVER_GRID(EightiesMotifs::sunOverGrid, PosterEra.EIGHTIES),
	NEON_TRIANGLE(EightiesMotifs::neonTriangle, PosterEra.EIGHTIES),
	MEMPHIS(EightiesMotifs::memphis, PosterEra.EIGHTIES), PALMS(EightiesMotifs::palms, PosterEra.EIGHTIES),
	WARP(SpaceMotifs::warp, PosterEra.EIGHTIES), BEAMS(NinetiesMotifs::beams, PosterEra.NINETIES),
	SLICED_DISC(NinetiesMotifs::slicedDisc, PosterEra.NINETIES, PosterEra.NOUGHTIES, PosterEra.TENS),
	HALFTONE(NinetiesMotifs::halftone, PosterEra.NINETIES, PosterEra.EIGHTIES, PosterEra.NOUGHTIES),
	FINGERPRINT(NinetiesMotifs::fingerprint, PosterEra.NINETIES, PosterEra.NOUGHTIES),
	ROAD(NinetiesMotifs::road, PosterEra.NINETIES, PosterEra.SEVENTIES, PosterEra.EIGHTIES),
	CITY(NoughtiesMotifs::city, PosterEra.NOUGHTIES, PosterEra.EIGHTIES, PosterEra.NINETIES),
	CODE_RAIN(NoughtiesMotifs::codeRain, PosterEra.NOUGHTIES, PosterEra.NINETIES),
	LENSES(NoughtiesMotifs::lenses, PosterEra.NOUGHTIES, PosterEra.SIXTIES, PosterEra.NINETIES),
	NESTED_SQUARES(NoughtiesMotifs::nestedSquares, PosterEra.NOUGHTIES, PosterEra.NINETIES, PosterEra.TENS),
	HILL(NoughtiesMotifs::hill, PosterEra.NOUGHTIES, PosterEra.SEVENTIES, PosterEra.TENS),
	HALVES(NoughtiesMotifs::halves, PosterEra.NOUGHTIES), RINGS(TensMotifs::rings, PosterEra.TENS),
	VISITOR(TensMotifs::visitor, PosterEra.TENS, PosterEra.TWENTIES),
	PEAKS(TensMotifs::peaks, PosterEra.TENS, PosterEra.NOUGHTIES, PosterEra.TWENTIES),
	ARCHES(TensMotifs::arches, PosterEra.TENS, PosterEra.SEVENTIES, PosterEra.TWENTIES),
	RIDGES(TensMotifs::ridges, PosterEra.TENS, PosterEra.TWENTIES),
	DUNES(TwentiesMotifs::dunes, PosterEra.TWENTIES, PosterEra.TENS),
	GLOW(TwentiesMotifs::glow, PosterEra.TWENTIES, PosterEra.TENS),
	SCREENS(TwentiesMotifs::screens, PosterEra.TWENTIES), BAGEL(TwentiesMotifs::bagel, PosterEra.TWENTIES),
	BIG_SHAPES(TwentiesMotifs::bigShapes, PosterEra.TWENTIES, PosterEra.SIXTIES),
	REEL(ReelMotifs::reel, PosterEra.UNKNOWN), PROJECTOR(ReelMotifs::projector, PosterEra.UNKNOWN),
	CANS(ReelMotifs::cans, PosterEra.UNKNOWN), LEADER(ReelMotifs::leader, PosterEra.UNKNOWN),
	BLANK_FILM(ReelMotifs::blankFilm, PosterEra.UNKNOWN);

	private final Drawing drawing;

	private final Set<PosterEra> eras;

	PosterMotif(Drawing drawing, PosterEra... eras) {
		this.drawing = drawing;
		this.eras = Set.of(eras);
	}

	/** In the order of declaration, which the choice of a film's motif depends on. */
	static List<PosterMotif> of(PosterEra era) {
		return Stream.of(values()).filter((motif) -> motif.eras.contains(era)).toList();
	}

	void draw(PosterCanvas canvas, PosterPalette inks, PosterDice dice) {
		this.drawing.draw(canvas, inks, dice);
	}

	@FunctionalInterface
	interface Drawing {

		void draw(PosterCanvas canvas, PosterPalette inks, PosterDice dice);

	}

}
