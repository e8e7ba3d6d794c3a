package app.marquee.watch;

import java.util.List;

import app.marquee.catalogue.FilmCard;
import app.marquee.text.Countries;
import app.marquee.text.PartialDate;
import app.marquee.web.NotFound;
import app.marquee.web.PageHead;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All services, and what one of them offers. */
@Controller
class ProviderController {

	private static final int WALL = 24;

	private static final int ALL = 1000;

	/** To sort more than these costs more than to look among the best of all. */
	private static final int MANY = 2000;

	private final Providers providers;

	private final Tickets tickets;

	private final Texts texts;

	ProviderController(Providers providers, Tickets tickets, Texts texts) {
		this.providers = providers;
		this.tickets = tickets;
		this.texts = texts;
	}

	@GetMapping("/providers")
	@Transactional(readOnly = true)
	public String providers(Model model) {
		model.addAttribute("head", PageHead.of(this.texts.of("providers.title"), "/providers")
			.describedAs(this.texts.of("providers.description")));
		model.addAttribute("providers", this.providers.byFilmCount(Limit.of(ALL)));
		return "watch/providers";
	}

	@GetMapping("/providers/{slug}")
	@Transactional(readOnly = true)
	public String provider(@PathVariable String slug, Model model) {
		Provider provider = this.providers.findBySlug(slug).orElseThrow(() -> new NotFound(slug));
		model.addAttribute("head", PageHead.of(this.texts.of("provider.title", provider.name()), provider.path())
			.describedAs(this.texts.of("provider.description", provider.name())));
		model.addAttribute("provider", provider);
		model.addAttribute("checked", checked(provider));
		model.addAttribute("regions",
				this.providers.regions(provider.id())
					.stream()
					.map((code) -> new WatchPage.Region(Countries.name(code),
							"/films?provider=" + provider.slug() + "&region=" + code, 0, false))
					.toList());
		List<FilmCard> films = best(provider);
		model.addAttribute("films", films);
		model.addAttribute("rated", films.stream().anyMatch((film) -> film.rating() != null));
		return "watch/provider";
	}

	private @Nullable String checked(Provider provider) {
		PartialDate last = PartialDate.of(provider.lastChecked());
		PartialDate oldest = PartialDate.of(provider.oldestCheck());
		return (last == null) ? null
				: this.texts.of("provider.checked", this.tickets.days((oldest != null) ? oldest : last, last));
	}

	private List<FilmCard> best(Provider provider) {
		List<FilmCard> best = (provider.filmCount() > MANY) ? this.providers.bestOfMany(provider.id(), Limit.of(WALL))
				: List.of();
		return (best.size() < WALL) ? this.providers.bestOfFew(provider.id(), Limit.of(WALL)) : best;
	}

}
