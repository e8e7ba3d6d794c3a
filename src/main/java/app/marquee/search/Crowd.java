package app.marquee.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.apache.lucene.search.SortField;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * Where very many have the words, only the best known of them are weighed: who types
 * "the" does not ask in which of half a million films it has the better place. Some
 * hundreds are enough for all pages, whatever the size of the catalogue.
 *
 * @param step that all of the best known have reached with their fame; null where there
 * are not so many of them
 */
record Crowd(@Nullable Integer step) {

	/** As many as there are pages for. */
	static final int SIZE = FilmFilter.DEEPEST_BY_RELEVANCE * FilmFilter.ON_A_PAGE;

	/**
	 * Of a million films, one in forty is as well known. Where enough of these have the
	 * words, nobody needs to look for the best known among all the others.
	 */
	private static final int WELL_KNOWN = 1 << 10;

	/**
	 * The steps that some fame reaches: 1, 2, 4, 8 and so on. The index holds each as a
	 * word, since to go through a range of numbers takes it much longer.
	 */
	static List<String> steps(@Nullable Integer fame) {
		return (fame == null) ? List.of()
				: IntStream.range(0, Integer.SIZE - Integer.numberOfLeadingZeros(fame))
					.mapToObj((exponent) -> String.valueOf(1 << exponent))
					.toList();
	}

	/**
	 * The crowd of those films or people that meet a condition.
	 * @param size how many the best known are, beside those who reach the same step as
	 * the last
	 */
	static Crowd of(SearchSession session, Class<?> documents, int size,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		Integer wellKnown = last(session, documents, size,
				(where) -> where.and(condition.apply(where), wellKnown(where)));
		Integer fame = (wellKnown != null) ? wellKnown : last(session, documents, size, condition);
		return new Crowd((fame != null) ? Integer.highestOneBit(fame) : null);
	}

	/** What the well known have. */
	static PredicateFinalStep wellKnown(SearchPredicateFactory where) {
		return reached(where, WELL_KNOWN);
	}

	/** What is so well known: a step. */
	static PredicateFinalStep reached(SearchPredicateFactory where, int step) {
		return where.match().field("fameSteps").matching(String.valueOf(step));
	}

	/** The fame of the last of so many that are best known; null if there are fewer. */
	private static @Nullable Integer last(SearchSession session, Class<?> documents, int size,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		List<Integer> last = session.search(documents)
			.select((select) -> select.field("fame", Integer.class))
			.where((where) -> condition.apply(where))
			.sort((sort) -> Sorting.most(sort, "fame", SortField.Type.INT))
			.fetchHits(size - 1, 1);
		return last.isEmpty() ? null : last.get(0);
	}

	/** Whether they are too few to be one. */
	boolean none() {
		return this.step == null;
	}

	/** All, if they are no crowd. */
	PredicateFinalStep bestKnown(SearchPredicateFactory where) {
		return (this.step != null && this.step > 0) ? reached(where, this.step) : where.matchAll();
	}

}
