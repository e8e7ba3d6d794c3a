package app.marquee.search;

import java.util.function.Function;
import java.util.regex.Pattern;

import org.apache.lucene.search.SortField;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * The best known of the films whose titles begin with what was typed, where it is meant
 * more likely than a film that is called so or a title that goes on with another word:
 * who has typed "titan" is on the way to Titanic, though there is a Titan.
 */
final class Foremost {

	/**
	 * How many times better known it is, at least, than what would come first without it;
	 * to whole steps of a {@link Crowd}.
	 */
	private static final int TIMES = 4;

	/** The same for words that are all, where a film is called just so. */
	private static final int TIMES_IF_CALLED = 64;

	/** Who types more words than these types the whole of the title. */
	private static final int SHORT = 2;

	/** What stands between a title and what is said of it: Léon: The Professional. */
	private static final Pattern SAID_OF_IT = Pattern.compile("[:(]| [-–—] | or (?=\\()");

	private Foremost() {
	}

	/** A film and its fame. */
	private record Known(String slug, int fame) {
	}

	/**
	 * Its slug, or null where there is none.
	 * @param typing whether more may follow; of words that are all, a film that is called
	 * just so is meant, unless hardly anybody knows it beside another one that is called
	 * so as well, with something behind it
	 */
	static @Nullable String of(SearchSession session, Words words, boolean typing) {
		if (words.none()) {
			return null;
		}
		boolean called = !typing && FilmSearch.any(session, (where) -> relevance(where, words).asPrinted());
		if (called && words.tokens().size() > SHORT) {
			return null;
		}
		Known begun = bestKnown(session,
				(where) -> where.and(relevance(where, words).beginsAsPrinted(), Crowd.wellKnown(where)));
		if (begun == null || called && !isCalled(session, begun, words)) {
			return null;
		}
		int times = called ? TIMES_IF_CALLED : TIMES;
		boolean whole = FilmSearch.any(session,
				(where) -> where.and(itself(where, begun), relevance(where, words).titleBegins()));
		boolean rival = FilmSearch.any(session,
				(where) -> where.bool()
					.must(whole ? relevance(where, words).sameTitle() : relevance(where, words).titleBegins())
					.must(Crowd.reached(where, Integer.highestOneBit(Math.max(1, begun.fame() / times))))
					.mustNot(itself(where, begun)));
		return rival ? null : begun.slug();
	}

	/** Whether the words are its title, but for what is said of it behind a colon. */
	private static boolean isCalled(SearchSession session, Known film, Words words) {
		return session.search(FilmDocument.class)
			.select((select) -> select.field("title", String.class))
			.where((where) -> itself(where, film))
			.fetchHits(1)
			.stream()
			.map((title) -> SAID_OF_IT.split(title, 2))
			.anyMatch((parts) -> parts.length > 1 && Spellings.of(parts[0]).contains(words.printed()));
	}

	private static PredicateFinalStep itself(SearchPredicateFactory where, Known film) {
		return where.match().field("slug").matching(film.slug());
	}

	private static Relevance relevance(SearchPredicateFactory where, Words words) {
		return new Relevance(where, words, Slips.NONE, null);
	}

	private static @Nullable Known bestKnown(SearchSession session,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		return session.search(FilmDocument.class)
			.select((select) -> select.composite()
				.from(select.field("slug", String.class), select.field("fame", Integer.class))
				.as((slug, fame) -> new Known(slug, (fame != null) ? fame : 0)))
			.where((where) -> condition.apply(where))
			.sort((sort) -> Sorting.most(sort, "fame", SortField.Type.INT))
			.fetchHits(1)
			.stream()
			.findFirst()
			.orElse(null);
	}

}
