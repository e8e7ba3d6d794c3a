package app.marquee.search;

/** Keeps the search index up with the catalogue. */
public interface IndexKeeper {

	/**
	 * Brings the index up to the catalogue's revision; returns when it is there.
	 * @return false if another process keeps the index: it does so by itself
	 */
	boolean follow();

	/**
	 * The same for a change that is done already, whatever becomes of the index: a
	 * failure is only logged, and whoever keeps the index next makes up for it.
	 * @return whether the index is up to date now
	 */
	boolean catchUp();

	/**
	 * Builds the index from nothing, while the old one serves; returns when it is there.
	 * @return false if another process keeps the index: it was asked to do so
	 */
	boolean rebuild();

}
