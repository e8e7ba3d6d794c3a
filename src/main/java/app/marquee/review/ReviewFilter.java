package app.marquee.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.marquee.web.BadParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;

/**
 * Which reviews, and in which order.
 *
 * @param score 0 to 10, {@code any}, {@code none}, or empty for all
 */
record ReviewFilter(String score, Order order, int page) {

	static final int DEEPEST = 200;

	/** All of them, as they are shown to whoever asks for nothing. */
	static final ReviewFilter ALL = new ReviewFilter("", Order.SOURCE, 1);

	enum Order {

		SOURCE(Sort.by("position", "id")),
		NEWEST(Sort.by(Sort.Order.desc("writtenOn").nullsLast(), Sort.Order.asc("position"))),
		HIGHEST(Sort.by(Sort.Order.desc("score").nullsLast(), Sort.Order.asc("position"))),
		LOWEST(Sort.by(Sort.Order.asc("score").nullsLast(), Sort.Order.asc("position")));

		private final Sort sort;

		Order(Sort sort) {
			this.sort = sort;
		}

		Sort sort() {
			return this.sort;
		}

		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	static ReviewFilter of(@Nullable String score, @Nullable String sort, @Nullable String page) {
		return new ReviewFilter(score(score), order(sort), page(page));
	}

	private static String score(@Nullable String score) {
		if (score == null || score.isBlank()) {
			return "";
		}
		if (score.matches("[0-9]|10|any|none")) {
			return score;
		}
		throw new BadParameter("score", "bad.score");
	}

	private static Order order(@Nullable String sort) {
		if (sort == null || sort.isBlank()) {
			return Order.SOURCE;
		}
		for (Order order : Order.values()) {
			if (order.code().equals(sort)) {
				return order;
			}
		}
		throw new BadParameter("sort", "bad.review-sort");
	}

	private static int page(@Nullable String page) {
		if (page == null || page.isBlank()) {
			return 1;
		}
		if (page.matches("[1-9][0-9]{0,2}") && Integer.parseInt(page) <= DEEPEST) {
			return Integer.parseInt(page);
		}
		throw new BadParameter("page", "bad.page");
	}

	/** Whether these are all reviews in the usual order, on any page. */
	boolean usual() {
		return this.score.isEmpty() && this.order == Order.SOURCE;
	}

	double lowest() {
		return this.score.matches("\\d+") ? Math.max(0, Integer.parseInt(this.score) - 0.5)
				: this.score.equals("any") ? 0 : -1;
	}

	double highest() {
		return this.score.matches("\\d+") ? Integer.parseInt(this.score) + 0.5 : 11;
	}

	boolean unscored() {
		return this.score.equals("none");
	}

	String href(String path, String score, Order order, int page) {
		List<String> parameters = new ArrayList<>();
		if (!score.isEmpty()) {
			parameters.add("score=" + score);
		}
		if (order != Order.SOURCE) {
			parameters.add("sort=" + order.code());
		}
		if (page > 1) {
			parameters.add("page=" + page);
		}
		return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
	}

}
