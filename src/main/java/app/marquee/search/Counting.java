package app.marquee.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts films by what they can be narrowed by. That takes the longer the more films
 * there are to look at, and filters look at more than they leave; so the counts of lists
 * without words, and of long ones, are kept until the index moves on. Of the others there
 * are too many, and they are counted soon.
 */
@Component
class Counting {

	private static final int VALUES = 40;

	/** Services beyond these are not counted region by region. */
	private static final int REGIONS = 12;

	/** To count fewer films that have the words again takes a millisecond or two. */
	private static final long MANY = 5000;

	/** Each takes some kilobytes. */
	private static final int KEPT = 1000;

	/** Services with regions, as {@code netflix|CA}. */
	private static final AggregationKey<Map<String, Long>> PAIRS = AggregationKey.of("providerRegion");

	private final long many;

	private final Cache<Asked, Counted> kept = Caffeine.newBuilder().executor(Runnable::run).maximumSize(KEPT).build();

	@Autowired
	Counting() {
		this(MANY);
	}

	/** Lists of words are kept from so many films on. */
	Counting(long many) {
		this.many = many;
	}

	/** Films of a state of the index, in whatever order. */
	private record Asked(Index.State state, FilmFilter filter, Slips slips) {
	}

	/** One list, counted. */
	private record Counted(long total, Map<Facet, Map<String, Long>> facets, Map<String, Long> pairs) {
	}

	/**
	 * A facet that narrows the list is counted in the list without it, so that it shows
	 * what another choice would bring.
	 * @param state read before the index was entered: the films that are counted are of
	 * this one, or of a later one
	 */
	Counts of(SearchSession session, Index.State state, FilmFilter filter, Words words, Slips slips) {
		Counted counted = counted(session, state, filter, words, slips);
		Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
		for (Facet facet : Facet.values()) {
			Counted wider = (facet.all() || !filter.isSet(facet)) ? counted
					: counted(session, state, filter.without(facet), words, slips);
			facets.put(facet, (facet == Facet.PROVIDER && !filter.region().isEmpty())
					? ofRegion(wider.pairs(), filter.region()) : wider.facets().get(facet));
		}
		return new Counts(counted.total(), facets, regions(session, state, filter, words, slips));
	}

	private Counted counted(SearchSession session, Index.State state, FilmFilter filter, Words words, Slips slips) {
		Asked asked = new Asked(state, filter.order(FilmFilter.Order.RATING), slips);
		Counted kept = this.kept.getIfPresent(asked);
		if (kept != null) {
			return kept;
		}
		Counted counted = count(session, filter, words, slips);
		if (words.none() || counted.total() >= this.many) {
			this.kept.put(asked, counted);
		}
		return counted;
	}

	private static Counted count(SearchSession session, FilmFilter filter, Words words, Slips slips) {
		var query = session.search(FilmDocument.class)
			.where((where) -> Narrowing.of(where, filter, words, slips))
			.aggregation(PAIRS,
					(aggregation) -> aggregation.terms()
						.field(PAIRS.name(), String.class)
						.maxTermCount(VALUES * REGIONS));
		for (Facet facet : Facet.values()) {
			query = query.aggregation(facet.key(),
					(aggregation) -> aggregation.terms().field(facet.code(), String.class).maxTermCount(VALUES));
		}
		SearchResult<?> result = query.fetch(0);
		Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
		for (Facet facet : Facet.values()) {
			facets.put(facet, result.aggregation(facet.key()));
		}
		return new Counted(result.total().hitCount(), facets, result.aggregation(PAIRS));
	}

	/** Of "netflix|CA", "netflix|" and "netflix|US", the first two together. */
	private static Map<String, Long> ofRegion(Map<String, Long> pairs, String region) {
		Map<String, Long> ofRegion = new LinkedHashMap<>();
		pairs.forEach((pair, count) -> {
			String stated = Documents.after(pair);
			if (stated.isEmpty() || stated.equals(region)) {
				ofRegion.merge(Documents.before(pair), count, Long::sum);
			}
		});
		return ofRegion;
	}

	/**
	 * For each region that the chosen services are known in, what choosing it would give.
	 */
	private Map<String, Long> regions(SearchSession session, Index.State state, FilmFilter filter, Words words,
			Slips slips) {
		if (!filter.isSet(Facet.PROVIDER)) {
			return Map.of();
		}
		FilmFilter anywhere = filter.in("");
		Map<String, Long> regions = new LinkedHashMap<>();
		counted(session, state, anywhere, words, slips).pairs()
			.keySet()
			.stream()
			.filter((pair) -> filter.chosen(Facet.PROVIDER).contains(Documents.before(pair)))
			.map(Documents::after)
			.filter((region) -> !region.isEmpty())
			.distinct()
			.limit(REGIONS)
			.sorted()
			.forEach((region) -> regions.put(region, total(session, anywhere.in(region), words, slips)));
		return regions;
	}

	private static long total(SearchSession session, FilmFilter filter, Words words, Slips slips) {
		return session.search(FilmDocument.class)
			.where((where) -> Narrowing.of(where, filter, words, slips))
			.fetchTotalHitCount();
	}

}
