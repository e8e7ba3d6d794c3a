package app.marquee.web;

/**
 * Something that pages are made from, and that follows the catalogue at a distance: the
 * search index.
 */
@FunctionalInterface
public interface Follower {

	/** The catalogue revision that it has followed to, wholly. */
	long followed();

}
