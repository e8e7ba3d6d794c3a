package app.marquee.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.marquee.catalogue.Film;
import app.marquee.catalogue.FilmFinder;
import app.marquee.catalogue.FilmHeading;
import app.marquee.web.BadParameter;
import app.marquee.web.NotFound;
import app.marquee.web.PageHead;
import app.marquee.web.Pagination;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What viewers wrote about a film. */
@Controller
class ReviewController {

	private static final int ON_A_PAGE = 20;

	private final FilmFinder films;

	private final Reviews reviews;

	private final ReviewWords words;

	private final Texts texts;

	ReviewController(FilmFinder films, Reviews reviews, ReviewWords words, Texts texts) {
		this.films = films;
		this.reviews = reviews;
		this.words = words;
		this.texts = texts;
	}

	/** A choice among others, as a link. */
	record Choice(String label, String href, @Nullable Long count, boolean current) {
	}

	@GetMapping("/films/{slug}/reviews")
	@Transactional(readOnly = true)
	public String reviews(@PathVariable String slug, @RequestParam(required = false) @Nullable String score,
			@RequestParam(required = false) @Nullable String sort,
			@RequestParam(required = false) @Nullable String page, Model model) {
		ReviewFilter filter = ReviewFilter.of(score, sort, page);
		Film film = this.films.bySlug(slug);
		String path = film.path() + "/reviews";
		List<Reviews.ScoreCount> counts = this.reviews.scores(film.id());
		long found = found(filter, film, counts);
		Pagination pages = Pagination.of(filter.page(), found, ON_A_PAGE, ReviewFilter.DEEPEST,
				(number) -> filter.href(path, filter.score(), filter.order(), number));
		if (filter.page() > pages.last()) {
			throw new BadParameter("page", "bad.page");
		}
		model.addAttribute("head", head(filter, film, path));
		model.addAttribute("film", new FilmHeading(film));
		model.addAttribute("mean", ReviewWords.plain(film.reviewMean()));
		model.addAttribute("total", film.reviewCount());
		model.addAttribute("scored", this.words.scored(film));
		model.addAttribute("histogram", Histogram.of(counts, path, filter));
		model.addAttribute("scores", scores(filter, film, path));
		model.addAttribute("orders", orders(filter, path));
		model.addAttribute("sorted", this.texts.of("reviews.sorted." + filter.order().code()));
		model.addAttribute("pages", pages);
		model.addAttribute("reviews",
				this.reviews
					.ofFilm(film.id(), filter.lowest(), filter.highest(), filter.unscored(),
							PageRequest.of(filter.page() - 1, ON_A_PAGE, filter.order().sort()))
					.stream()
					.map((review) -> this.words.view(review, film))
					.toList());
		return "review/reviews";
	}

	@GetMapping("/films/{slug}/reviews/{id:[1-9]\\d{0,17}}")
	@Transactional(readOnly = true)
	public String review(@PathVariable String slug, @PathVariable long id, Model model) {
		Film film = this.films.bySlug(slug);
		ReviewView review = this.reviews.findByIdAndFilmId(id, film.id())
			.map((found) -> this.words.view(found, film))
			.orElseThrow(() -> new NotFound(film.slug()));
		model.addAttribute("head",
				PageHead.of(this.texts.of("review.title", review.author(), film.titleWithYear()), review.href())
					.describedAs(this.texts.of("reviews.description", film.titleWithYear())));
		model.addAttribute("film", new FilmHeading(film));
		model.addAttribute("review", review);
		return "review/review";
	}

	@GetMapping("/films/{slug}/reviews.atom")
	@Transactional(readOnly = true)
	public String feed(@PathVariable String slug, Model model) {
		Film film = this.films.bySlug(slug);
		model.addAttribute("film", new FilmHeading(film));
		model.addAttribute("id", film.id());
		model.addAttribute("title", this.texts.of("reviews.title", film.titleWithYear()));
		model.addAttribute("updated", film.changedAt());
		model.addAttribute("reviews",
				this.reviews.newest(film.id(), PageRequest.of(0, ON_A_PAGE))
					.stream()
					.map((review) -> this.words.view(review, film))
					.toList());
		return "review/reviews.atom";
	}

	private PageHead head(ReviewFilter filter, Film film, String path) {
		String title = this.texts.of("reviews.title", film.titleWithYear());
		return PageHead
			.of(this.texts.title(title, filter.page()),
					filter.href(path, filter.score(), filter.order(), filter.page()))
			.describedAs(this.texts.of("reviews.description", film.titleWithYear()))
			.withFeed((film.reviewCount() > 0) ? new PageHead.Feed(path + ".atom", title) : null)
			.indexedIf(filter.usual() && film.reviewCount() > 0);
	}

	private static long found(ReviewFilter filter, Film film, List<Reviews.ScoreCount> counts) {
		return switch (filter.score()) {
			case "" -> film.reviewCount();
			case "any" -> film.scoredReviewCount();
			case "none" -> film.reviewCount() - film.scoredReviewCount();
			default -> counts.stream()
				.filter((count) -> count.getScore() == Integer.parseInt(filter.score()))
				.mapToLong(Reviews.ScoreCount::getReviews)
				.sum();
		};
	}

	private List<Choice> scores(ReviewFilter filter, Film film, String path) {
		List<Choice> choices = new ArrayList<>();
		add(choices, filter, path, "", film.reviewCount());
		add(choices, filter, path, "any", film.scoredReviewCount());
		add(choices, filter, path, "none", film.reviewCount() - film.scoredReviewCount());
		if (filter.score().matches("\\d+")) {
			choices.add(new Choice(this.texts.of("reviews.score", filter.score()),
					filter.href(path, filter.score(), filter.order(), 1), null, true));
		}
		return choices;
	}

	private void add(List<Choice> choices, ReviewFilter filter, String path, String score, long count) {
		boolean current = filter.score().equals(score);
		if (count > 0 || current) {
			choices.add(new Choice(this.texts.of("reviews.filter." + (score.isEmpty() ? "all" : score)),
					filter.href(path, score, filter.order(), 1), count, current));
		}
	}

	private List<Choice> orders(ReviewFilter filter, String path) {
		return Arrays.stream(ReviewFilter.Order.values())
			.map((order) -> new Choice(this.texts.of("reviews.sort." + order.code()),
					filter.href(path, filter.score(), order, 1), null, order == filter.order()))
			.toList();
	}

}
