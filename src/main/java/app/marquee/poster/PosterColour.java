package app.marquee.poster;

/**
 * Reckons with colours written as {@code #rrggbb}.
 */
final class PosterColour {

	/** WCAG 2.2 AA for text of any size. */
	static final double READABLE = 4.5;

	private PosterColour() {
	}

	/**
	 * The contrast ratio of WCAG, (L₁ + 0.05) / (L₂ + 0.05) with L₁ the lighter one's
	 * relative luminance: from 1 to 21.
	 */
	static double contrast(String one, String other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(String colour) {
		return 0.2126 * linear(channel(colour, 0)) + 0.7152 * linear(channel(colour, 1))
				+ 0.0722 * linear(channel(colour, 2));
	}

	private static double linear(int channel) {
		double value = channel / 255.0;
		return (value <= 0.04045) ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
	}

	static String mix(String one, String other, double part) {
		StringBuilder mixed = new StringBuilder("#");
		for (int i = 0; i < 3; i++) {
			long value = Math.round(channel(one, i) * (1 - part) + channel(other, i) * part);
			mixed.append(Character.forDigit((int) value >> 4, 16)).append(Character.forDigit((int) value & 15, 16));
		}
		return mixed.toString();
	}

	private static int channel(String colour, int index) {
		return Integer.parseInt(colour, 1 + 2 * index, 3 + 2 * index, 16);
	}

}
