package app.marquee.watch;

import org.jspecify.annotations.Nullable;

/**
 * One offer as the page shows it: a torn ticket.
 *
 * @param terms price and quality as far as they are known, or that they are not
 * @param region in words, or that it is not stated
 * @param since in words
 * @param checked in words, with how long ago that is; where it is offered no longer, when
 * it was seen last
 * @param checkedIso the same for machines
 * @param ended in words, where it is offered no longer
 */
record Ticket(Offer.Kind kind, String provider, String providerHref, String terms, String region,
		@Nullable String since, String checked, String checkedIso, @Nullable String ended, @Nullable String href) {
}
