package app.marquee.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import app.marquee.catalogue.Film;
import app.marquee.catalogue.FilmFinder;
import app.marquee.catalogue.FilmHeading;
import app.marquee.text.Countries;
import app.marquee.web.BadParameter;
import app.marquee.web.PageHead;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a film can be watched, how fresh that knowledge is, and what is not known. */
@Controller
class WatchController {

	/** Offers beyond these are left out of the page. */
	static final int MOST = 500;

	private final FilmFinder films;

	private final Offers offers;

	private final Tickets tickets;

	private final Texts texts;

	WatchController(FilmFinder films, Offers offers, Tickets tickets, Texts texts) {
		this.films = films;
		this.offers = offers;
		this.tickets = tickets;
		this.texts = texts;
	}

	@GetMapping("/films/{slug}/watch")
	@Transactional(readOnly = true)
	public String watch(@PathVariable String slug, @RequestParam(required = false) @Nullable String region,
			Model model) {
		String chosen = country(region);
		Film film = this.films.bySlug(slug);
		List<Offer> known = this.offers.ofFilm(film.id(), Limit.of(MOST));
		model.addAttribute("head",
				PageHead.of(this.texts.of("watch.title", film.titleWithYear()), film.path() + "/watch")
					.describedAs(this.texts.of("watch.description", film.titleWithYear()))
					.indexedIf(!known.isEmpty()));
		model.addAttribute("film", new FilmHeading(film));
		model.addAttribute("watch", page(film, known, chosen));
		return "watch/watch";
	}

	/** A region in capitals, or null for all of them. */
	static @Nullable String country(@Nullable String region) {
		if (region == null || region.isBlank()) {
			return null;
		}
		String code = region.strip().toUpperCase(Locale.ROOT);
		if (!Countries.have(code)) {
			throw new BadParameter("region", "bad.region");
		}
		return code;
	}

	private WatchPage page(Film film, List<Offer> all, @Nullable String region) {
		List<Offer> current = all.stream().filter((offer) -> offer.endedOn() == null).toList();
		List<Offer> here = current.stream().filter((offer) -> mayBeFor(offer, region)).toList();
		List<WatchPage.Kind> kinds = Arrays.stream(Offer.Kind.values())
			.map((kind) -> new WatchPage.Kind(kind.name().toLowerCase(Locale.ROOT), print(of(kind, here))))
			.filter((kind) -> !kind.tickets().isEmpty())
			.toList();
		List<Ticket> ended = print(all.stream()
			.filter((offer) -> offer.endedOn() != null && mayBeFor(offer, region)
					&& current.stream().noneMatch(offer::isBackAs))
			.toList());
		return new WatchPage((region != null) ? Countries.name(region) : null, regions(film, current, region), kinds,
				ended, state(here, current, all), current.size() - here.size());
	}

	private static WatchPage.State state(List<Offer> here, List<Offer> current, List<Offer> all) {
		if (!here.isEmpty()) {
			return WatchPage.State.OFFERED;
		}
		if (!current.isEmpty()) {
			return WatchPage.State.NOT_IN_THIS_REGION;
		}
		return all.isEmpty() ? WatchPage.State.NOTHING_KNOWN : WatchPage.State.NO_LONGER;
	}

	/**
	 * An offer of unknown region may well be for this one: it is shown, and says that it
	 * is not known.
	 */
	private static boolean mayBeFor(Offer offer, @Nullable String region) {
		return region == null || offer.region() == null || offer.region().equals(region);
	}

	private static List<Offer> of(Offer.Kind kind, List<Offer> offers) {
		return offers.stream().filter((offer) -> offer.kind() == kind).toList();
	}

	private List<Ticket> print(List<Offer> offers) {
		return offers.stream().map(this.tickets::print).toList();
	}

	private List<WatchPage.Region> regions(Film film, List<Offer> offers, @Nullable String chosen) {
		List<String> codes = new ArrayList<>(offers.stream()
			.map(Offer::region)
			.filter((code) -> code != null)
			.distinct()
			.sorted(Comparator.comparing(Countries::name))
			.toList());
		if (chosen != null && !codes.contains(chosen)) {
			codes.add(chosen);
		}
		if (codes.isEmpty()) {
			return List.of();
		}
		String path = film.path() + "/watch";
		List<WatchPage.Region> regions = new ArrayList<>();
		regions.add(new WatchPage.Region(this.texts.of("watch.region.all"), path, offers.size(), chosen == null));
		codes.forEach((code) -> regions.add(new WatchPage.Region(Countries.name(code), path + "?region=" + code,
				offers.stream().filter((offer) -> mayBeFor(offer, code)).count(), code.equals(chosen))));
		return regions;
	}

}
