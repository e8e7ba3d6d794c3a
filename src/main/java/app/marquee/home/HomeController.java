package app.marquee.home;

import app.marquee.catalogue.Films;
import app.marquee.catalogue.Genres;
import app.marquee.provenance.Sources;
import app.marquee.web.PageHead;
import app.marquee.web.Texts;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page, and what the catalogue says of itself. */
@Controller
class HomeController {

	private static final int WALL = 6;

	private static final int GENRES = 16;

	private static final int IMPORTS = 20;

	private final CatalogueFacts facts;

	private final Films films;

	private final Genres genres;

	private final Sources sources;

	private final Texts texts;

	HomeController(CatalogueFacts facts, Films films, Genres genres, Sources sources, Texts texts) {
		this.facts = facts;
		this.films = films;
		this.genres = genres;
		this.sources = sources;
		this.texts = texts;
	}

	@GetMapping("/")
	@Transactional(readOnly = true)
	public String home(Model model) {
		model.addAttribute("head",
				PageHead.of(this.texts.of("home.title"), "/")
					.describedAs(this.texts.of("home.description"))
					.withFeed(new PageHead.Feed("/films.atom", this.texts.of("feed.title"))));
		model.addAttribute("front", true);
		model.addAttribute("size", this.facts.size());
		model.addAttribute("sources", this.sources.all().size());
		model.addAttribute("best", this.films.highestRated(Limit.of(WALL)));
		model.addAttribute("recent", this.films.recentlyAdded(Limit.of(WALL)));
		model.addAttribute("decades", DecadeChart.of(this.facts.decades()));
		model.addAttribute("genres", this.genres.byFilmCount(Limit.of(GENRES)));
		return "home/home";
	}

	@GetMapping("/about")
	@Transactional(readOnly = true)
	public String about(Model model) {
		model.addAttribute("head",
				PageHead.of(this.texts.of("about.title"), "/about").describedAs(this.texts.of("about.description")));
		model.addAttribute("size", this.facts.size());
		model.addAttribute("sources", this.sources.all());
		model.addAttribute("imports", this.facts.imports(IMPORTS));
		return "home/about";
	}

}
