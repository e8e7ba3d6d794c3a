package app.marquee.poster;

/**
 * How the lines of a title stand to each other.
 */
enum PosterSetting {

	/** Wood type: each line has the size that fills the width. */
	FILLED,

	/** All lines in one size, from one edge. */
	EVEN,

	/** All lines in one size, about the middle. */
	CENTRED

}
