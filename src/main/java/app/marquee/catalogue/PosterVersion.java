package app.marquee.catalogue;

import java.nio.charset.StandardCharsets;

import app.marquee.poster.Poster;
import app.marquee.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What a film's poster is drawn from, in a few letters. It stands in the address by which
 * pages show the poster, so that a browser that has it need not ask again.
 */
public final class PosterVersion {

	/** Hexadecimal digits; as many as the column has. */
	private static final int LENGTH = 8;

	private PosterVersion() {
	}

	/**
	 * The version of what is drawn from this.
	 * @param genre the main one, by name
	 */
	public static String of(String title, @Nullable Integer year, @Nullable Integer runtime,
			@Nullable String certificate, @Nullable String genre) {
		String drawnFrom = title + '\n' + year + '\n' + runtime + '\n' + certificate + '\n' + genre;
		return Sha256.hex(drawnFrom.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
	}

	/** The address of a film's poster of this version. */
	static String address(String filmPath, String version) {
		return filmPath + "/poster.svg?v=" + inAddresses(version);
	}

	/** The version as addresses have it: another where posters are drawn otherwise. */
	static String inAddresses(String version) {
		return version + "-" + Poster.STYLE;
	}

}
