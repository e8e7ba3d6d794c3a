package app.marquee.watch;

import java.util.List;
import java.util.Optional;

import app.marquee.catalogue.Film;
import app.marquee.catalogue.FilmPageSection;
import app.marquee.text.PartialDate;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Where to watch, in a line on the film's page. */
@Component
class WatchSection implements FilmPageSection {

	private final Offers offers;

	private final Tickets tickets;

	WatchSection(Offers offers, Tickets tickets) {
		this.offers = offers;
		this.tickets = tickets;
	}

	/**
	 * What the section shows.
	 *
	 * @param providers the names of the services that offer it
	 * @param checked between when and when somebody last looked, empty where nothing is
	 * offered
	 * @param noLonger whether it was offered, and is no longer
	 */
	record Summary(String path, List<String> providers, String checked, boolean noLonger) {

		public boolean offered() {
			return !this.providers.isEmpty();
		}

		/** The services, as a sentence lists them. */
		public String names() {
			return String.join(", ", this.providers);
		}

	}

	@Override
	public Optional<Content> of(Film film) {
		List<Offer> all = film.offered() ? this.offers.ofFilm(film.id(), Limit.of(WatchController.MOST)) : List.of();
		List<Offer> current = all.stream().filter((offer) -> offer.endedOn() == null).toList();
		List<PartialDate> checks = current.stream().map(Offer::checkedOn).sorted().toList();
		String checked = checks.isEmpty() ? "" : this.tickets.checked(checks.get(0), checks.get(checks.size() - 1));
		return Optional.of(new Content(Place.WHERE_TO_WATCH, "watch/_summary",
				new Summary(film.path() + "/watch",
						current.stream().map((offer) -> offer.provider().name()).distinct().toList(), checked,
						current.isEmpty() && !all.isEmpty())));
	}

}
