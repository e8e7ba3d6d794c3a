package app.marquee.search;

import app.marquee.web.BadParameter;
import app.marquee.web.PageHead;
import app.marquee.web.Pagination;
import app.marquee.web.Texts;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All people, and people by name. */
@Controller
class PeopleController {

	private static final int ON_A_PAGE = 60;

	private final FilmSearch search;

	private final Texts texts;

	PeopleController(FilmSearch search, Texts texts) {
		this.search = search;
		this.texts = texts;
	}

	@GetMapping("/people")
	String people(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
		if (page < 1 || page > FilmFilter.DEEPEST) {
			throw new BadParameter("page", "bad.page-films");
		}
		String name = q.strip();
		model.addAttribute("head", name.isEmpty()
				? PageHead.of(this.texts.of("people.title"), "/people").describedAs(this.texts.of("people.description"))
				: PageHead.of(this.texts.of("people.title.named", name), "/people?q=" + FilmFilter.encoded(name))
					.notIndexed());
		model.addAttribute("name", name);
		if (name.isEmpty()) {
			list(page, model);
		}
		else {
			find(name, model);
		}
		return "search/people";
	}

	private void list(int page, Model model) {
		FilmSearch.Everybody everybody = this.search.everybody(page, ON_A_PAGE);
		Pagination pages = Pagination.of(page, everybody.total(), ON_A_PAGE, FilmFilter.DEEPEST,
				(number) -> (number == 1) ? "/people" : "/people?page=" + number);
		if (page > pages.last()) {
			throw new BadParameter("page", "bad.page-films");
		}
		model.addAttribute("people", everybody.people().stream().map((person) -> row(person, "", false)).toList());
		model.addAttribute("total", this.texts.of("count.people", everybody.total()));
		model.addAttribute("pages", pages);
	}

	private void find(String name, Model model) {
		FilmSearch.First<PersonHit> people = this.search.people(name, ON_A_PAGE);
		model.addAttribute("people",
				people.hits().stream().map((person) -> row(person, name, people.slips())).toList());
		model.addAttribute("total", this.texts.of((people.hits().size() < ON_A_PAGE) ? "count.people" : "people.first",
				people.hits().size()));
		model.addAttribute("films", FilmFilter.words(name).href());
		model.addAttribute("closest", people.slips() && !people.hits().isEmpty());
	}

	private static FilmsPage.PersonRow row(PersonHit person, String name, boolean slips) {
		return new FilmsPage.PersonRow(person.href(), Marked.of(person.name(), Words.of(name), slips),
				String.join(", ", person.knownFor()));
	}

}
