package app.marquee.search;

/** Keeps the search index up with the catalogue. */
public interface IndexKeeper {

	/** Brings the index up to the catalogue's revision; returns when it is there. */
	void follow();

	/** Builds the index from nothing. */
	void rebuild();

}
