package app.marquee.search;

import java.time.Duration;

import app.marquee.web.Unavailable;

/** There is no index to ask just now; it is being opened or built. */
class IndexAway extends Unavailable {

	private static final long serialVersionUID = 1L;

	/** Longer than it takes to open an index, shorter than a visitor's patience. */
	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	IndexAway() {
		super("error.503.index", RETRY_AFTER);
	}

}
