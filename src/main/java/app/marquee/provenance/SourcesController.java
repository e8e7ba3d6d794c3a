package app.marquee.provenance;

import app.marquee.catalogue.Film;
import app.marquee.catalogue.FilmFinder;
import app.marquee.catalogue.FilmHeading;
import app.marquee.web.PageHead;
import app.marquee.web.Texts;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Each fact about a film: which source said what, what is believed, and why. */
@Controller
class SourcesController {

	private final FilmFinder films;

	private final Sources sources;

	private final Facts facts;

	private final Testimony testimony;

	private final Texts texts;

	SourcesController(FilmFinder films, Sources sources, Facts facts, Testimony testimony, Texts texts) {
		this.films = films;
		this.sources = sources;
		this.facts = facts;
		this.testimony = testimony;
		this.texts = texts;
	}

	@GetMapping("/films/{slug}/sources")
	@Transactional(readOnly = true)
	public String sources(@PathVariable String slug, Model model) {
		Film film = this.films.bySlug(slug);
		model.addAttribute("head",
				PageHead.of(this.texts.of("sources.title", film.titleWithYear()), film.path() + "/sources")
					.describedAs(this.texts.of("sources.description", film.titleWithYear())));
		model.addAttribute("film", new FilmHeading(film));
		model.addAttribute("sources", this.sources.of(film.id()));
		model.addAttribute("facts", this.facts.of(film.id()));
		model.addAttribute("mergers", this.testimony.mergers(film.id()));
		return "provenance/sources";
	}

}
