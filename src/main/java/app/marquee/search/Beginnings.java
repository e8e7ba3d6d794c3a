package app.marquee.search;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * What titles, names and words begin with. A beginning of few letters is that of very
 * many words: the index holds it as a value of its own, in a field beside that of the
 * words, since to go through all the words takes the longer the more films there are.
 */
enum Beginnings {

	/** Whole titles, found from their first letter on. */
	TITLE(1, 6),

	/** Single words, found from their first letter on. */
	WORD(1, 4);

	/** What the field with the beginnings is called, beside that of the words. */
	private static final String BESIDE = "Begins";

	private final int shortest;

	private final int longest;

	Beginnings(int shortest, int longest) {
		this.shortest = shortest;
		this.longest = longest;
	}

	/** The short beginnings of these texts, each once. */
	List<String> of(Stream<String> texts) {
		return texts
			.flatMap((text) -> IntStream
				.rangeClosed(this.shortest, Math.min(this.longest, text.codePointCount(0, text.length())))
				.mapToObj((letters) -> text.substring(0, text.offsetByCodePoints(0, letters))))
			.distinct()
			.toList();
	}

	/** Where something in the field begins with this text. */
	PredicateFinalStep in(SearchPredicateFactory where, String field, String text) {
		return (text.codePointCount(0, text.length()) <= this.longest)
				? where.match().field(field + BESIDE).matching(text) : where.prefix().field(field).matching(text);
	}

}
