package app.marquee.search;

import org.jspecify.annotations.Nullable;

/**
 * Where editions of the index are kept. One of them is the current one; a new one is
 * built beside it, and published whole. One process at a time keeps the index: it alone
 * writes.
 */
interface IndexStore extends AutoCloseable {

	/**
	 * Tries to become the one that keeps the index.
	 * @return whether this process is the one
	 */
	boolean claim();

	/**
	 * Opens the current edition.
	 * @return null if there is none, or if what is there is damaged and must be built
	 * anew
	 */
	@Nullable Edition open();

	/**
	 * Whether an edition is still the current one; another process may have changed it.
	 */
	boolean isCurrent(Edition edition);

	/** Makes a new, empty edition that nobody reads yet. */
	Edition create();

	/** Makes an edition the current one, for all readers and after a restart. */
	void publish(Edition edition);

	/** Deletes all editions but the current one; they have to be closed. */
	void tidy();

	/** How large an edition is, in bytes. */
	long bytes(Edition edition);

	/** Asks the process that keeps the index to build it from nothing. */
	void askForRebuild();

	/** Whether somebody asked, since this was called last. */
	boolean rebuildIsAsked();

	/** Lets another process keep the index. */
	@Override
	void close();

}
