package app.marquee.search;

import java.util.List;
import java.util.stream.Stream;

import app.marquee.text.Folding;
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

	/** Of last names; others can be typed. */
	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	private static final int MOST_LETTERS = 20;

	private final FilmSearch search;

	private final Texts texts;

	PeopleController(FilmSearch search, Texts texts) {
		this.search = search;
		this.texts = texts;
	}

	@GetMapping("/people")
	String people(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String letter,
			@RequestParam(defaultValue = "1") int page, Model model) {
		String initial = Folding.words(letter);
		if (!letter.isEmpty() && !isBeginning(initial)) {
			throw new BadParameter("letter", "bad.letter");
		}
		if (page < 1 || page > FilmFilter.DEEPEST) {
			throw new BadParameter("page", "bad.page-films");
		}
		String name = q.strip();
		model.addAttribute("name", name);
		if (name.isEmpty()) {
			list(initial, page, model);
		}
		else {
			find(name, model);
		}
		return "search/people";
	}

	private static boolean isBeginning(String letters) {
		return !letters.isEmpty()
				&& letters.codePoints().allMatch((letter) -> letter == ' ' || Character.isLetterOrDigit(letter))
				&& letters.codePointCount(0, letters.length()) <= MOST_LETTERS;
	}

	private String title(String letter, int page) {
		String list = letter.isEmpty() ? this.texts.of("people.title")
				: this.texts.of("people.title.letter", Texts.capitalised(letter));
		return this.texts.title(list, page);
	}

	private void list(String letter, int page, Model model) {
		FilmSearch.Everybody everybody = this.search.everybody(letter, page, ON_A_PAGE);
		Pagination pages = Pagination.of(page, everybody.total(), ON_A_PAGE, FilmFilter.DEEPEST,
				(number) -> href(letter, number));
		if (page > pages.last()) {
			throw new BadParameter("page", "bad.page-films");
		}
		model.addAttribute("head",
				PageHead.of(title(letter, page), href(letter, page))
					.describedAs(this.texts.of("people.description"))
					.indexedIf(everybody.total() > 0));
		model.addAttribute("people", everybody.people().stream().map((person) -> row(person, "", false)).toList());
		model.addAttribute("total", Texts.capitalised(this.texts.of("count.people", everybody.total())));
		model.addAttribute("pages", pages);
		model.addAttribute("letters",
				Stream
					.concat(Stream.of(new FilmsPage.Choice(this.texts.of("people.best-known"), href("", 1), null,
							letter.isEmpty())), letters("", letter))
					.toList());
		boolean cut = everybody.total() > FilmFilter.DEEPEST * ON_A_PAGE;
		model.addAttribute("further",
				(cut && !letter.isEmpty() && isBeginning(letter + "a")) ? letters(letter, "").toList() : List.of());
	}

	/** With each letter behind some that are there. */
	private static Stream<FilmsPage.Choice> letters(String before, String chosen) {
		return LETTERS.chars()
			.mapToObj((letter) -> before + Character.toString(letter))
			.map((letters) -> new FilmsPage.Choice(Texts.capitalised(letters), href(letters, 1), null,
					!chosen.isEmpty() && chosen.startsWith(letters)));
	}

	private static String href(String letter, int page) {
		String list = letter.isEmpty() ? "/people" : "/people?letter=" + FilmFilter.encoded(letter);
		return (page == 1) ? list : list + (letter.isEmpty() ? "?" : "&") + "page=" + page;
	}

	private void find(String name, Model model) {
		FilmSearch.First<PersonHit> people = this.search.people(name, ON_A_PAGE);
		model.addAttribute("head",
				PageHead.of(this.texts.of("people.title.named", name), "/people?q=" + FilmFilter.encoded(name))
					.notIndexed());
		model.addAttribute("people",
				people.hits().stream().map((person) -> row(person, name, people.slips())).toList());
		model.addAttribute("total", Texts.capitalised(this.texts
			.of((people.hits().size() < ON_A_PAGE) ? "count.people" : "people.first", people.hits().size())));
		model.addAttribute("films", FilmFilter.words(name).href());
		model.addAttribute("closest", people.slips() && !people.hits().isEmpty());
	}

	private static FilmsPage.PersonRow row(PersonHit person, String name, boolean slips) {
		return new FilmsPage.PersonRow(person.href(), Marked.of(person.name(), Words.of(name), slips),
				String.join(", ", person.knownFor()));
	}

}
