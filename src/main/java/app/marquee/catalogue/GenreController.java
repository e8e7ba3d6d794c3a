package app.marquee.catalogue;

import java.util.List;

import app.marquee.web.NotFound;
import app.marquee.web.PageHead;
import app.marquee.web.Texts;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All genres, and the best films of one. */
@Controller
class GenreController {

	private static final int WALL = 24;

	/** Sources have a few dozen genres; this is a bound, not a choice. */
	private static final int ALL = 500;

	private final Genres genres;

	private final FilmDetails films;

	private final Texts texts;

	GenreController(Genres genres, FilmDetails films, Texts texts) {
		this.genres = genres;
		this.films = films;
		this.texts = texts;
	}

	@GetMapping("/genres")
	@Transactional(readOnly = true)
	public String genres(Model model) {
		model.addAttribute("head",
				PageHead.of(this.texts.of("genres.title"), "/genres").describedAs(this.texts.of("genres.description")));
		model.addAttribute("genres", this.genres.byFilmCount(Limit.of(ALL)));
		return "catalogue/genres";
	}

	@GetMapping("/genres/{slug}")
	@Transactional(readOnly = true)
	public String genre(@PathVariable String slug, Model model) {
		Genre genre = this.genres.findBySlug(slug).orElseThrow(() -> new NotFound(slug));
		List<FilmCard> best = this.films.bestOfGenre(genre.id(), WALL);
		model.addAttribute("head", PageHead.of(this.texts.of("genre.title", genre.name()), genre.path())
			.describedAs(this.texts.of("genre.description", genre.name())));
		model.addAttribute("genre", genre);
		model.addAttribute("films", best);
		return "catalogue/genre";
	}

}
