package app.marquee.poster;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The decades as printers saw them: each has its motifs and its ways to set a title.
 */
enum PosterEra {

	SILENT(List.of(PosterFace.ROMAN, PosterFace.CONDENSED), PosterSetting.CENTRED, PosterSetting.FILLED),

	DECO(List.of(PosterFace.CONDENSED), PosterSetting.CENTRED, PosterSetting.FILLED),

	FIFTIES(List.of(PosterFace.CONDENSED, PosterFace.ROMAN), PosterSetting.FILLED, PosterSetting.EVEN),

	SIXTIES(List.of(PosterFace.CONDENSED, PosterFace.WIDE), PosterSetting.EVEN, PosterSetting.FILLED),

	SEVENTIES(List.of(PosterFace.CONDENSED, PosterFace.ROMAN), PosterSetting.EVEN, PosterSetting.FILLED),

	EIGHTIES(List.of(PosterFace.CONDENSED, PosterFace.WIDE), PosterSetting.FILLED, PosterSetting.CENTRED),

	NINETIES(List.of(PosterFace.CONDENSED, PosterFace.ROMAN), PosterSetting.FILLED, PosterSetting.CENTRED),

	NOUGHTIES(List.of(PosterFace.CONDENSED), PosterSetting.FILLED, PosterSetting.EVEN),

	TENS(List.of(PosterFace.WIDE, PosterFace.CONDENSED), PosterSetting.CENTRED, PosterSetting.FILLED),

	TWENTIES(List.of(PosterFace.CONDENSED, PosterFace.ROMAN, PosterFace.WIDE), PosterSetting.EVEN,
			PosterSetting.FILLED),

	UNKNOWN(List.of(PosterFace.CONDENSED), PosterSetting.FILLED, PosterSetting.EVEN);

	private final List<PosterFace> faces;

	private final List<PosterSetting> settings;

	PosterEra(List<PosterFace> faces, PosterSetting... settings) {
		this.faces = faces;
		this.settings = List.of(settings);
	}

	static PosterEra of(@Nullable Integer year) {
		if (year == null) {
			return UNKNOWN;
		}
		if (year < 1930) {
			return SILENT;
		}
		if (year < 1950) {
			return DECO;
		}
		return values()[Math.min(FIFTIES.ordinal() + (year - 1950) / 10, TWENTIES.ordinal())];
	}

	List<PosterFace> faces() {
		return this.faces;
	}

	List<PosterSetting> settings() {
		return this.settings;
	}

}
