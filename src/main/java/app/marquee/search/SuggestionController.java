package app.marquee.search;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What may be meant, as a fragment of HTML, while somebody types. */
@Controller
class SuggestionController {

	private final Suggestions suggestions;

	SuggestionController(Suggestions suggestions) {
		this.suggestions = suggestions;
	}

	@GetMapping("/search/suggestions")
	String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
		model.addAttribute("hints", this.suggestions.of(q));
		return "search/suggestions";
	}

}
