package app.marquee.search;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateOptionsCollector;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/** Puts a filter into the words of the index. */
final class Narrowing {

	private static final Pattern WORD = Pattern.compile("\\b\\p{L}");

	private Narrowing() {
	}

	/** What a film has to have. */
	static PredicateFinalStep of(SearchPredicateFactory where, FilmFilter filter, Words words, Slips slips) {
		return where.bool().with((films) -> {
			films.filter(where.matchAll());
			if (!words.none()) {
				films.filter(new Relevance(where, words, slips, null).films());
			}
			else if (filter.hasWords() && filter.query().conditions().isEmpty()) {
				films.filter(where.matchNone());
			}
			for (FilmQuery.Part part : filter.query().conditions()) {
				PredicateFinalStep condition = condition(where, part);
				if (part.excluded()) {
					films.mustNot(condition);
				}
				else {
					films.filter(condition);
				}
			}
			narrow(where, films, filter);
		});
	}

	/**
	 * What a filter says, is asked for as a filter asks. Years that are left out are
	 * those of the films as well as words.
	 */
	private static PredicateFinalStep condition(SearchPredicateFactory where, FilmQuery.Part part) {
		FilmFilter filter = FilmFilter.of(part);
		Words.Years years = (part.field() == null && !part.phrase()) ? Words.years(part.text()) : null;
		if (years != null) {
			return where.or(where.range().field("year").between(years.from(), years.to()),
					Relevance.condition(where, part));
		}
		return filter.narrowed() ? where.bool().with((films) -> narrow(where, films, filter))
				: Relevance.condition(where, part);
	}

	/** As boards write a certificate: {@code PG-13}, {@code Not Rated}. */
	private static Stream<String> written(String certificate) {
		return Stream.of(certificate, certificate.toUpperCase(Locale.ROOT),
				WORD.matcher(certificate.toLowerCase(Locale.ROOT))
					.replaceAll((word) -> word.group().toUpperCase(Locale.ROOT)));
	}

	private static void narrow(SearchPredicateFactory where, BooleanPredicateOptionsCollector<?, ?> films,
			FilmFilter filter) {
		filter.chosen().forEach((facet, values) -> {
			if (facet.all()) {
				values.forEach((value) -> films.filter(where.match().field(facet.code()).matching(value)));
			}
			else if (facet == Facet.PROVIDER && !filter.region().isEmpty()) {
				films.filter(where.terms()
					.field("providerRegion")
					.matchingAny(values.stream()
						.flatMap((provider) -> Stream.of(provider + "|" + filter.region(), provider + "|"))
						.toList()));
			}
			else if (facet == Facet.CERTIFICATE) {
				films.filter(where.terms()
					.field(facet.code())
					.matchingAny(values.stream().flatMap(Narrowing::written).distinct().toList()));
			}
			else {
				films.filter(where.terms().field(facet.code()).matchingAny(values));
			}
		});
		narrow(where, films, "year", filter.years());
		narrow(where, films, "minutes", filter.minutes());
		Span ratings = filter.ratings();
		if (!ratings.any()) {
			films.filter(where.range().field("rating").between(points(ratings.least()), points(ratings.most())));
		}
		if (!filter.region().isEmpty() && !filter.isSet(Facet.PROVIDER)) {
			films.filter(where.or(where.wildcard().field("providerRegion").matching("*|" + filter.region()),
					where.wildcard().field("providerRegion").matching("*|")));
		}
	}

	private static @Nullable Double points(@Nullable Integer tenths) {
		return (tenths != null) ? tenths / 10.0 : null;
	}

	private static void narrow(SearchPredicateFactory where, BooleanPredicateOptionsCollector<?, ?> films, String field,
			Span span) {
		if (!span.any()) {
			films.filter(where.range().field(field).between(span.least(), span.most()));
		}
	}

}
