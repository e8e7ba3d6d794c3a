package app.marquee.ingest;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What a service's list does not say itself.
 *
 * @param provider the service's name
 * @param region ISO 3166-1 alpha-2, or null where nobody knows
 * @param asOf when the list was made
 */
record OfferTerms(String provider, @Nullable String region, PartialDate asOf) {

	/** Films of the list can be streamed there, at no price that the list would say. */
	FilmRecord.Offer stream(@Nullable PartialDate since) {
		return new FilmRecord.Offer(this.provider, "stream", this.region, null, null, null, null, since, this.asOf,
				null);
	}

}
