package app.marquee.web;

import java.time.Duration;

/** How far the catalogue has moved on; what is derived from it follows this number. */
@FunctionalInterface
public interface CatalogueState {

	/**
	 * How old an answer may be. A page that is kept may be shown for as long after the
	 * catalogue has moved on.
	 */
	Duration KEPT = Duration.ofMillis(250);

	/**
	 * The catalogue revision: it grows with every change, and never shrinks.
	 * @return what it was at some moment within the last {@link #KEPT}
	 */
	long revision();

	/**
	 * Returns when no process goes by an earlier revision any more. Whoever has changed
	 * the catalogue waits for it before saying that it is done, so that nobody who was
	 * told so meets a page of before.
	 */
	default void settle() throws InterruptedException {
		Thread.sleep(KEPT.toMillis() + 1);
	}

}
