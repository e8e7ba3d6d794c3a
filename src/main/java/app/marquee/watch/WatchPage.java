package app.marquee.watch;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The whole content of a where-to-watch page.
 *
 * @param region the region in force, in words; null: all of them
 * @param regions the regions known, to choose from; empty where there is nothing to
 * choose
 * @param kinds what is offered, by kind
 * @param ended what was offered and is no longer
 * @param state which of the four there is to tell
 * @param elsewhere how many offers there are in other regions
 */
record WatchPage(@Nullable String region, List<Region> regions, List<Kind> kinds, List<Ticket> ended, State state,
		int elsewhere) {

	enum State {

		OFFERED, NOTHING_KNOWN, NOT_IN_THIS_REGION, NO_LONGER;

		/** The message that says it. */
		public String key() {
			return "watch.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** A region that can be chosen. */
	record Region(String name, String href, long offers, boolean current) {
	}

	/** One way of offering, and the tickets for it; the code is the message's. */
	record Kind(String code, List<Ticket> tickets) {
	}

}
