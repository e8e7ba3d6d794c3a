package app.marquee.watch;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import app.marquee.text.Countries;
import app.marquee.text.PartialDate;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Prints offers as tickets: what is not known is said to be not known. */
@Component
class Tickets {

	private final Texts texts;

	private final Clock clock;

	Tickets(Texts texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
	}

	Ticket print(Offer offer) {
		PartialDate since = offer.since();
		PartialDate ended = offer.endedOn();
		return new Ticket(offer.kind(), offer.provider().name(), offer.provider().path(), terms(offer),
				(offer.region() != null) ? Countries.name(offer.region()) : this.texts.of("watch.region.unstated"),
				(since != null) ? this.texts.of("watch.since", since.inWords()) : null,
				looked(offer.checkedOn(), ended), offer.checkedOn().iso(),
				(ended != null) ? this.texts.of("watch.ended", day(ended)) : null, safe(offer.link()));
	}

	/** Who looked after the end, has not seen it there. */
	private String looked(PartialDate day, @Nullable PartialDate ended) {
		return (ended == null) ? checked(day)
				: this.texts.of((day.compareTo(ended) <= 0) ? "watch.last-seen" : "watch.checked", day(day));
	}

	private String terms(Offer offer) {
		List<String> terms = new ArrayList<>();
		if (offer.price() != null && offer.currency() != null) {
			terms.add(offer.price().toPlainString() + " " + offer.currency());
		}
		if (offer.quality() != null) {
			terms.add(offer.quality());
		}
		return terms.isEmpty() ? this.texts.of("watch.terms.unstated") : String.join("\u00a0· ", terms);
	}

	/** {@code Checked in 2022, more than 3 years ago: it may be gone}. */
	String checked(PartialDate day) {
		return checked(day, day);
	}

	/** The same of several offers: how long ago the last of them was checked. */
	String checked(PartialDate oldest, PartialDate last) {
		LocalDate today = LocalDate.now(this.clock);
		int years = last.yearsUntil(today);
		int months = last.monthsUntil(today);
		String days = days(oldest, last);
		if (years > 0) {
			return this.texts.of("watch.checked.years", days, years);
		}
		return (months > 0) ? this.texts.of("watch.checked.months", days, months)
				: this.texts.of("watch.checked", days);
	}

	/** {@code between 25 September 2021 and May 2022}; where it is one day, that. */
	String days(PartialDate oldest, PartialDate last) {
		return oldest.equals(last) ? day(last) : this.texts.of("date.between", oldest.inWords(), last.inWords());
	}

	/** {@code in 2022}, {@code in March 2022}, {@code on 31 March 2022}. */
	String day(PartialDate date) {
		return this.texts.of((date.iso().length() == 10) ? "date.on" : "date.in", date.inWords());
	}

	/** A link that came from a data set leads to the web or nowhere. */
	private static @Nullable String safe(@Nullable String link) {
		if (link == null) {
			return null;
		}
		try {
			URI address = URI.create(link);
			return ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) ? link : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
