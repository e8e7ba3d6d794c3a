package app.marquee.web;

/**
 * Something that pages are made from, and that follows the catalogue at a distance: the
 * search index.
 */
@FunctionalInterface
public interface Follower {

	/** What it is made of now: equal as long as pages that are made from it are. */
	Object state();

}
