package app.marquee.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Numbered pages: the first, the last, the neighbours of the current one, and gaps
 * between.
 *
 * @param number the current page, from 1
 * @param last the last page that can be asked for, at least 1
 * @param previous the address of the page before, where there is one
 * @param next the address of the page after, where there is one
 * @param steps what stands between previous and next
 * @param cut whether this is the last page, though not all entries have been shown
 */
public record Pagination(int number, int last, @Nullable String previous, @Nullable String next, List<Step> steps,
		boolean cut) {

	/** A numbered page; a gap has no address. */
	public record Step(int number, @Nullable String href, boolean current) {

		static final Step GAP = new Step(0, null, false);

		public boolean gap() {
			return this.href == null;
		}

	}

	/**
	 * Pages over so many entries.
	 * @param total how many entries there are
	 * @param size how many stand on one page
	 * @param deepest no page after this one can be asked for
	 * @param href gives a page's address
	 */
	public static Pagination of(int number, long total, int size, int deepest, IntFunction<String> href) {
		int last = (int) Math.min(deepest, Math.max(1, (total + size - 1) / size));
		TreeSet<Integer> shown = new TreeSet<>(List.of(1, last));
		for (int near = number - 2; near <= number + 2; near++) {
			if (near >= 1 && near <= last) {
				shown.add(near);
			}
		}
		List<Step> steps = new ArrayList<>();
		int before = 0;
		for (int page : shown) {
			if (page > before + 1) {
				// a gap of one page is no gap: the page itself takes no more room
				steps.add((page == before + 2) ? new Step(page - 1, href.apply(page - 1), false) : Step.GAP);
			}
			steps.add(new Step(page, href.apply(page), page == number));
			before = page;
		}
		return new Pagination(number, last, (number > 1) ? href.apply(Math.min(number - 1, last)) : null,
				(number < last) ? href.apply(number + 1) : null, List.copyOf(steps),
				number == last && total > (long) last * size);
	}

	public boolean needed() {
		return this.last > 1;
	}

}
