package app.marquee.search;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What may be meant, as a fragment of HTML, while somebody types. */
@Controller
class SuggestionController {

	private static final int FILMS = 6;

	private static final int PEOPLE = 3;

	private final FilmSearch search;

	SuggestionController(FilmSearch search) {
		this.search = search;
	}

	@GetMapping("/search/suggestions")
	String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
		FilmSearch.First<FilmHit> films = this.search.first(q, FILMS);
		FilmSearch.First<PersonHit> people = this.search.people(q, PEOPLE);
		model.addAttribute("films", films.hits());
		model.addAttribute("people", people.hits());
		return "search/suggestions";
	}

}
