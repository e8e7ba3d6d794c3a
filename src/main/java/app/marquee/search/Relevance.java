package app.marquee.search;

import java.util.function.Consumer;

import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateOptionsCollector;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * What words ask for, and what weighs how much. All scores are constant: what matters is
 * where a word stands, not how rare it is; among equals the better known film comes
 * first.
 */
final class Relevance {

	/** The words are a whole title: whatever else there is, this is meant. */
	private static final float WHOLE_TITLE = 1000;

	/**
	 * Written as one word or with other hyphens, it is the same title, but less surely
	 * so.
	 */
	private static final float JOINED_TITLE = 800;

	/** A title that begins so is likelier meant than one that has the words somewhere. */
	private static final float TITLE_BEGINS = 200;

	/**
	 * Beside a year, the film of that year is meant, and outweighs where the other words
	 * stand.
	 */
	private static final float YEAR = 100;

	/** Most people search by title … */
	private static final float TITLE = 10;

	/** … then by those who made it … */
	private static final float PEOPLE = 6;

	/** … then by whom they play. */
	private static final float CHARACTER = 3;

	/** A word that is still being typed says less than a whole one. */
	private static final float UNFINISHED = 0.7f;

	private Relevance() {
	}

	/**
	 * Films for words: every word has to be somewhere, in a title, a name or a character.
	 * @param slips whether words may be misspelt
	 */
	static PredicateFinalStep films(SearchPredicateFactory where, Words words, boolean slips) {
		return where.bool().with((films) -> {
			films.minimumShouldMatchNumber(1);
			films.should(where.match().field("wholeTitle").matching(words.title()).constantScore().boost(WHOLE_TITLE));
			films.should(
					where.match().field("joinedTitle").matching(words.joined()).constantScore().boost(JOINED_TITLE));
			films.should(where.bool().with((all) -> {
				words.tokens().forEach((token) -> all.must(film(where, words, token, slips)));
				all.should(
						where.prefix().field("wholeTitle").matching(words.title()).constantScore().boost(TITLE_BEGINS));
			}));
		});
	}

	private static PredicateFinalStep film(SearchPredicateFactory where, Words words, String token, boolean slips) {
		return where.bool().with((word) -> {
			word.minimumShouldMatchNumber(1);
			Integer year = words.year(token);
			if (year != null) {
				word.should(where.match().field("year").matching(year).constantScore().boost(YEAR));
				// a hint that is wrong by a year or two must not hide the film
				word.should(where.matchAll().boost(0));
			}
			add(where, word, "titleWords", token, TITLE, words, slips);
			add(where, word, "peopleWords", token, PEOPLE, words, slips);
			add(where, word, "characterWords", token, CHARACTER, words, slips);
		});
	}

	/** People for words: every word has to be in one of the spellings of the name. */
	static Consumer<BooleanPredicateOptionsCollector<?, ?>> people(SearchPredicateFactory where, Words words,
			boolean slips) {
		return (people) -> {
			people.should(where.match()
				.field("wholeName")
				.matching(String.join(" ", words.tokens()))
				.constantScore()
				.boost(WHOLE_TITLE));
			words.tokens().forEach((token) -> people.must(where.bool().with((word) -> {
				word.minimumShouldMatchNumber(1);
				add(where, word, "nameWords", token, PEOPLE, words, slips);
			})));
		};
	}

	private static void add(SearchPredicateFactory where, BooleanPredicateOptionsCollector<?, ?> word, String field,
			String token, float weight, Words words, boolean slips) {
		word.should(where.match().field(field).matching(token).constantScore().boost(weight));
		if (token.equals(words.last())) {
			word.should(where.prefix().field(field).matching(token).constantScore().boost(weight * UNFINISHED));
		}
		if (slips && Words.slips(token) > 0) {
			word.should(where.match()
				.field(field)
				.matching(token)
				.fuzzy(Words.slips(token), 1)
				.constantScore()
				.boost(weight / 2));
		}
	}

}
