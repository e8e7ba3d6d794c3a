package app.marquee.catalogue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import app.marquee.poster.Poster;
import app.marquee.web.PageHead;
import app.marquee.web.Texts;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** A film's page, its whole credits, and its poster. */
@Controller
class FilmController {

	private static final Duration YEAR = Duration.ofDays(365);

	private final FilmFinder films;

	private final Credits credits;

	private final FilmPages pages;

	private final MovieJsonLd jsonLd;

	private final FilmWords words;

	private final Texts texts;

	FilmController(FilmFinder films, Credits credits, FilmPages pages, MovieJsonLd jsonLd, FilmWords words,
			Texts texts) {
		this.films = films;
		this.credits = credits;
		this.pages = pages;
		this.jsonLd = jsonLd;
		this.words = words;
		this.texts = texts;
	}

	@GetMapping("/films/{slug}")
	@Transactional(readOnly = true)
	public String film(@PathVariable String slug, Model model) {
		Film film = this.films.bySlug(slug);
		FilmPage page = this.pages.of(film);
		String description = page.lede().isEmpty() ? this.texts.of("film.description", film.titleWithYear())
				: page.lede().get(0);
		model.addAttribute("head",
				PageHead.of(film.titleWithYear(), film.path())
					.describedAs(description)
					.withImage(film.path() + "/poster.svg")
					.withFeed((film.reviewCount() > 0) ? new PageHead.Feed(film.path() + "/reviews.atom",
							this.texts.of("reviews.title", film.titleWithYear())) : null)
					.withJsonLd("video.movie", this.jsonLd.of(film, page)));
		model.addAttribute("film", page);
		return "catalogue/film";
	}

	@GetMapping("/films/{slug}/credits")
	@Transactional(readOnly = true)
	public String credits(@PathVariable String slug, Model model) {
		Film film = this.films.bySlug(slug);
		List<Credit> credits = this.credits.ofFilm(film.id());
		model.addAttribute("head",
				PageHead.of(this.texts.of("credits.title", film.titleWithYear()), film.path() + "/credits")
					.describedAs(this.texts.of("credits.description", film.titleWithYear())));
		model.addAttribute("film", new FilmHeading(film));
		model.addAttribute("cast",
				credits.stream()
					.filter((credit) -> credit.department() == Department.CAST)
					.map((credit) -> FilmPages.castMember(credit, Map.of()))
					.toList());
		model.addAttribute("crew",
				this.pages.work(credits.stream().filter((credit) -> credit.department() != Department.CAST).toList()));
		return "catalogue/credits";
	}

	/**
	 * Drawn from what is known of the film, the same every time. Under the address that
	 * names its version it stays as it is; whoever asks for another version is sent
	 * there. Without one, a browser looks after a day whether it has changed, while it
	 * shows what it has.
	 * @param v the version, as {@link PosterVersion#inAddresses} has it
	 */
	@GetMapping("/films/{slug}/poster.svg")
	@Transactional(readOnly = true)
	public ResponseEntity<String> poster(@PathVariable String slug, @RequestParam(defaultValue = "") String v) {
		Film film = this.films.bySlug(slug);
		boolean versioned = v.equals(PosterVersion.inAddresses(film.posterVersion()));
		if (!v.isEmpty() && !versioned) {
			return ResponseEntity.status(HttpStatus.FOUND)
				.location(URI.create(PosterVersion.address(UriUtils.encodePath(film.path(), StandardCharsets.UTF_8),
						film.posterVersion())))
				.cacheControl(CacheControl.noCache())
				.build();
		}
		Genre genre = film.genres().isEmpty() ? null : film.genres().get(0);
		String svg = new Poster(film.title(), film.year(), (genre != null) ? genre.slug() : null,
				this.words.posterFoot(film, genre))
			.svg();
		return ResponseEntity.ok()
			.contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
			.cacheControl(versioned ? CacheControl.maxAge(YEAR).cachePublic().immutable()
					: CacheControl.maxAge(Duration.ofDays(1)).cachePublic().staleWhileRevalidate(YEAR))
			.body(svg);
	}

}
