package app.marquee.search;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import app.marquee.catalogue.Films;
import app.marquee.catalogue.Genres;
import app.marquee.web.PageHead;
import app.marquee.web.PageParameters;
import app.marquee.web.Texts;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Browsing and searching are one page: searching is browsing with words. */
@Controller
class FilmsController {

	private static final int GENRES = 8;

	private static final int WALL = 6;

	private final FilmsPages pages;

	private final Genres genres;

	private final Films best;

	private final Externals externals;

	private final Texts texts;

	FilmsController(FilmsPages pages, Externals externals, Genres genres, Films best, Texts texts) {
		this.pages = pages;
		this.externals = externals;
		this.genres = genres;
		this.best = best;
		this.texts = texts;
	}

	@GetMapping("/films")
	@PageParameters(
			value = { "q", "genre", "decade", "score", "year", "from", "to", "certificate", "runtime", "min-runtime",
					"max-runtime", "min-rating", "max-rating", "provider", "region", "sort", "page=1" },
			several = { "genre", "decade", "score", "runtime", "certificate", "provider" })
	String films(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		FilmFilter filter = FilmFilter.of(parameters);
		Optional<String> named = filter.query().external().flatMap(this.externals::path);
		if (named.isPresent()) {
			return "redirect:" + UriUtils.encodePath(named.get(), StandardCharsets.UTF_8);
		}
		FilmsPage page = this.pages.of(filter);
		FilmsPage.Paraphrase paraphrase = page.paraphrase();
		if (paraphrase != null && paraphrase.instead()) {
			return "redirect:" + paraphrase.href();
		}
		PageHead head = PageHead.of(this.texts.title(page.heading(), filter.page()), filter.href())
			.describedAs(this.texts.of("films.description"));
		model.addAttribute("head", (filter.hasWords() || filter.narrowed()) ? head.notIndexed() : head);
		model.addAttribute("query", filter.q());
		model.addAttribute("films", page);
		if (!page.empty() || !page.people().isEmpty()) {
			return "search/films";
		}
		model.addAttribute("genres", this.genres.byFilmCount(Limit.of(GENRES)));
		model.addAttribute("best", this.best.highestRated(Limit.of(WALL)));
		return "search/nothing";
	}

}
