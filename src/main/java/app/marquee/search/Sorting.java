package app.marquee.search;

import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSortField;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.common.NonStaticMetamodelScope;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.engine.search.sort.dsl.TypedSearchSortFactory;

/**
 * The orders of lists. Ties are broken by title, then by when a film was added: a list
 * has the same order every time.
 * <p>
 * Lucene is given sort fields of its own: with these it passes over the films that cannot
 * come among the first, where Hibernate Search's compare every film of the list.
 */
final class Sorting {

	private Sorting() {
	}

	static SortFinalStep by(TypedSearchSortFactory<NonStaticMetamodelScope> sort, FilmFilter.Order order) {
		SortFinalStep byTitle = sort.composite()
			.add(text(sort, "sortTitle"))
			.add(least(sort, "added", SortField.Type.LONG));
		return switch (order) {
			case RELEVANCE -> sort.composite()
				.add(sort.score())
				.add(most(sort, "fame", SortField.Type.INT))
				.add(most(sort, "weightedRating", SortField.Type.DOUBLE))
				.add(byTitle);
			case TITLE -> sort.composite()
				.add(text(sort, "sortTitle"))
				.add(least(sort, "year", SortField.Type.INT))
				.add(least(sort, "added", SortField.Type.LONG));
			case NEWEST -> sort.composite().add(most(sort, "year", SortField.Type.INT)).add(byTitle);
			case OLDEST -> sort.composite().add(least(sort, "year", SortField.Type.INT)).add(byTitle);
			case RATING -> sort.composite()
				.add(most(sort, "weightedRating", SortField.Type.DOUBLE))
				.add(most(sort, "rating", SortField.Type.DOUBLE))
				.add(byTitle);
			case VOTES -> sort.composite().add(most(sort, "votes", SortField.Type.INT)).add(byTitle);
			case ADDED -> most(sort, "added", SortField.Type.LONG);
			case RUNTIME -> sort.composite().add(least(sort, "minutes", SortField.Type.INT)).add(byTitle);
			case LONGEST -> sort.composite().add(most(sort, "minutes", SortField.Type.INT)).add(byTitle);
		};
	}

	/** The highest first; films without a value come last. */
	static SortFinalStep most(TypedSearchSortFactory<NonStaticMetamodelScope> sort, String field, SortField.Type type) {
		return sort.extension()
			.ifSupported(LuceneExtension.get(), (lucene) -> lucene.fromLuceneSortField(number(field, type, true)))
			.orElse((other) -> other.field(field).desc().missing().last());
	}

	/** The lowest first; films without a value come last. */
	private static SortFinalStep least(TypedSearchSortFactory<NonStaticMetamodelScope> sort, String field,
			SortField.Type type) {
		return sort.extension()
			.ifSupported(LuceneExtension.get(), (lucene) -> lucene.fromLuceneSortField(number(field, type, false)))
			.orElse((other) -> other.field(field).asc().missing().last());
	}

	private static SortField number(String field, SortField.Type type, boolean descending) {
		SortField number = new SortedNumericSortField(field, type, descending);
		number.setMissingValue(switch (type) {
			case INT -> descending ? Integer.MIN_VALUE : Integer.MAX_VALUE;
			case LONG -> descending ? Long.MIN_VALUE : Long.MAX_VALUE;
			default -> descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
		});
		return number;
	}

	/** In the order of the alphabet. */
	static SortFinalStep text(TypedSearchSortFactory<NonStaticMetamodelScope> sort, String field) {
		return sort.extension()
			.ifSupported(LuceneExtension.get(),
					(lucene) -> lucene.fromLuceneSortField(new SortedSetSortField(field, false)))
			.orElse((other) -> other.field(field).asc());
	}

}
