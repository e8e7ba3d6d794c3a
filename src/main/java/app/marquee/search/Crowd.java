package app.marquee.search;

import java.util.List;
import java.util.function.Function;

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
 * @param votes of the last of the best known; null where there are not so many
 */
record Crowd(@Nullable Integer votes) {

	/** As many as there are pages for. */
	static final int SIZE = FilmFilter.DEEPEST_BY_RELEVANCE * FilmFilter.ON_A_PAGE;

	/**
	 * Of a million films, one in forty has as many votes. Where enough of these have the
	 * words, nobody needs to look for the best known among all the others.
	 */
	private static final int WELL_KNOWN = 1_000;

	/**
	 * The crowd of those films or people that meet a condition.
	 * @param size how many the best known are, beside those with as many votes as the
	 * last
	 */
	static Crowd of(SearchSession session, Class<?> documents, int size,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		Integer wellKnown = last(session, documents, size,
				(where) -> where.and(condition.apply(where), where.range().field("votes").atLeast(WELL_KNOWN)));
		return new Crowd((wellKnown != null) ? wellKnown : last(session, documents, size, condition));
	}

	/** The votes of the last of so many that are best known; null if there are fewer. */
	private static @Nullable Integer last(SearchSession session, Class<?> documents, int size,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		List<Integer> last = session.search(documents)
			.select((select) -> select.field("votes", Integer.class))
			.where((where) -> condition.apply(where))
			.sort((sort) -> Sorting.most(sort, "votes", SortField.Type.INT))
			.fetchHits(size - 1, 1);
		return last.isEmpty() ? null : last.get(0);
	}

	/** Whether they are too few to be one. */
	boolean none() {
		return this.votes == null;
	}

	/** All, if they are no crowd. */
	PredicateFinalStep bestKnown(SearchPredicateFactory where) {
		return (this.votes != null) ? where.range().field("votes").atLeast(this.votes) : where.matchAll();
	}

}
