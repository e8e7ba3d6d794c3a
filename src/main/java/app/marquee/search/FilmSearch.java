package app.marquee.search;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.common.NonStaticMetamodelScope;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateOptionsCollector;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.engine.search.sort.dsl.TypedSearchSortFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Asks the index for films and people. */
@Component
class FilmSearch {

	private static final int FACET_VALUES = 40;

	private final Index index;

	FilmSearch(Index index) {
		this.index = index;
	}

	/** What a list can be narrowed by. */
	enum Facet {

		GENRE("genre"), DECADE("decade"), RATED("ratedAtLeast"), RUNTIME("runtimeBand"), CERTIFICATE("certificate"),
		PROVIDER("provider");

		private final String field;

		private final AggregationKey<Map<String, Long>> key;

		Facet(String field) {
			this.field = field;
			this.key = AggregationKey.of(field);
		}

		boolean isSet(FilmFilter filter) {
			return switch (this) {
				case GENRE -> !filter.genres().isEmpty();
				case DECADE -> !filter.decade().isEmpty() || filter.from() != null || filter.to() != null;
				case RATED -> filter.minRating() != null;
				case RUNTIME -> !filter.runtime().isEmpty();
				case CERTIFICATE -> !filter.certificate().isEmpty();
				case PROVIDER -> !filter.provider().isEmpty();
			};
		}

	}

	/**
	 * A page of films.
	 *
	 * @param total how many there are in all
	 * @param facets how many there would be with each value of each facet
	 */
	record Found(long total, List<FilmHit> films, Map<Facet, Map<String, Long>> facets) {
	}

	/**
	 * Films for a filter.
	 * @param slips whether words may be misspelt
	 */
	Found films(FilmFilter filter, boolean slips) {
		Words words = Words.of(filter.q());
		return this.index.ask((session) -> {
			var query = session.search(FilmDocument.class)
				.select(FilmHit.class)
				.where((where) -> predicate(where, filter, words, slips, null))
				.sort((sort) -> order(sort, filter.order()));
			// a facet that is set counts as if it were not: it shows what another choice
			// would give
			Set<Facet> free = EnumSet.allOf(Facet.class);
			free.removeIf((facet) -> facet != Facet.GENRE && facet.isSet(filter));
			for (Facet facet : free) {
				query = query.aggregation(facet.key,
						(aggregation) -> aggregation.terms()
							.field(facet.field, String.class)
							.maxTermCount(FACET_VALUES));
			}
			SearchResult<FilmHit> result = query.fetch((filter.page() - 1) * FilmFilter.ON_A_PAGE,
					FilmFilter.ON_A_PAGE);
			Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
			free.forEach((facet) -> facets.put(facet, result.aggregation(facet.key)));
			EnumSet.complementOf(EnumSet.copyOf(free))
				.forEach((facet) -> facets.put(facet, counts(session, filter, words, slips, facet)));
			return new Found(result.total().hitCount(), result.hits(), facets);
		});
	}

	private static Map<String, Long> counts(SearchSession session, FilmFilter filter, Words words, boolean slips,
			Facet facet) {
		return session.search(FilmDocument.class)
			.where((where) -> predicate(where, filter, words, slips, facet))
			.aggregation(facet.key,
					(aggregation) -> aggregation.terms().field(facet.field, String.class).maxTermCount(FACET_VALUES))
			.fetch(0)
			.aggregation(facet.key);
	}

	/** The first films for words, without counting anything. */
	List<FilmHit> first(String typed, boolean slips, int most) {
		FilmFilter filter = FilmFilter.all().words(typed).order(FilmFilter.Order.RELEVANCE);
		Words words = Words.of(typed);
		if (words.none()) {
			return List.of();
		}
		return this.index.ask((session) -> {
			return session.search(FilmDocument.class)
				.select(FilmHit.class)
				.where((where) -> predicate(where, filter, words, slips, null))
				.sort((sort) -> order(sort, filter.order()))
				.fetchHits(most);
		});
	}

	/** The first people for words, those with most films first. */
	List<PersonHit> people(String typed, boolean slips, int most) {
		Words words = Words.of(typed);
		if (words.none()) {
			return List.of();
		}
		return this.index.ask((session) -> {
			return session.search(PersonDocument.class)
				.select(PersonHit.class)
				.where((where) -> where.bool().with(Relevance.people(where, words, slips)))
				.sort((sort) -> sort.composite()
					.add(sort.score())
					.add(sort.field("filmCount").desc())
					.add(sort.field("sortName").asc()))
				.fetchHits(most);
		});
	}

	/** All people in the order of their names, a page of them. */
	SearchResult<PersonHit> everybody(int page, int size) {
		return this.index.ask((session) -> {
			return session.search(PersonDocument.class)
				.select(PersonHit.class)
				.where((where) -> where.matchAll())
				.sort((sort) -> sort.field("sortName"))
				.fetch((page - 1) * size, size);
		});
	}

	private static PredicateFinalStep predicate(SearchPredicateFactory where, FilmFilter filter, Words words,
			boolean slips, @Nullable Facet without) {
		return where.bool().with((films) -> {
			films.must(where.matchAll().boost(0));
			if (filter.hasWords()) {
				films.must(words.none() ? where.matchNone() : Relevance.films(where, words, slips));
			}
			narrow(where, films, filter, without);
		});
	}

	private static void narrow(SearchPredicateFactory where, BooleanPredicateOptionsCollector<?, ?> films,
			FilmFilter filter, @Nullable Facet without) {
		filter.genres().forEach((genre) -> films.filter(where.match().field(Facet.GENRE.field).matching(genre)));
		if (without != Facet.DECADE) {
			if (!filter.decade().isEmpty()) {
				films.filter(where.match().field(Facet.DECADE.field).matching(filter.decade()));
			}
			if (filter.from() != null) {
				films.filter(where.range().field("year").atLeast(filter.from()));
			}
			if (filter.to() != null) {
				films.filter(where.range().field("year").atMost(filter.to()));
			}
		}
		if (without != Facet.RATED && filter.minRating() != null) {
			films.filter(where.match().field(Facet.RATED.field).matching(filter.minRating().toString()));
		}
		if (without != Facet.RUNTIME && !filter.runtime().isEmpty()) {
			films.filter(where.match().field(Facet.RUNTIME.field).matching(filter.runtime()));
		}
		if (without != Facet.CERTIFICATE && !filter.certificate().isEmpty()) {
			films.filter(where.match().field(Facet.CERTIFICATE.field).matching(filter.certificate()));
		}
		if (without != Facet.PROVIDER && !filter.provider().isEmpty()) {
			films.filter(where.match().field(Facet.PROVIDER.field).matching(filter.provider()));
			if (!filter.region().isEmpty()) {
				// an offer of unknown region may be for this one
				films.filter(where.terms()
					.field("providerRegion")
					.matchingAny(filter.provider() + "|" + filter.region(), filter.provider() + "|"));
			}
		}
	}

	/**
	 * Ties are broken by what is better known, then by title: a list has the same order
	 * every time.
	 */
	private static SortFinalStep order(TypedSearchSortFactory<NonStaticMetamodelScope> sort, FilmFilter.Order order) {
		var byTitle = sort.field("sortTitle").asc();
		return switch (order) {
			case RELEVANCE -> sort.composite()
				.add(sort.score())
				.add(sort.field("votes").desc().missing().last())
				.add(sort.field("weightedRating").desc().missing().last())
				.add(byTitle);
			case TITLE -> sort.composite().add(byTitle).add(sort.field("year").asc().missing().last());
			case NEWEST -> sort.composite().add(sort.field("year").desc().missing().last()).add(byTitle);
			case OLDEST -> sort.composite().add(sort.field("year").asc().missing().last()).add(byTitle);
			case RATING -> sort.composite()
				.add(sort.field("weightedRating").desc().missing().last())
				.add(sort.field("rating").desc().missing().last())
				.add(byTitle);
			case VOTES -> sort.composite().add(sort.field("votes").desc().missing().last()).add(byTitle);
			case ADDED -> sort.composite().add(sort.field("addedAt").desc()).add(byTitle);
			case RUNTIME -> sort.composite().add(sort.field("runtime").asc().missing().last()).add(byTitle);
		};
	}

}
