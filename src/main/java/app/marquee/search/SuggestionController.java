package app.marquee.search;

import java.util.List;

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
		List<FilmHit> films = this.search.first(q, false, FILMS);
		List<PersonHit> people = this.search.people(q, false, PEOPLE);
		boolean slips = films.isEmpty() && people.isEmpty();
		model.addAttribute("films", slips ? this.search.first(q, true, FILMS) : films);
		model.addAttribute("people", slips ? this.search.people(q, true, PEOPLE) : people);
		return "search/suggestions";
	}

}
