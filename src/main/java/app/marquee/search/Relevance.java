package app.marquee.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import app.marquee.search.FilmQuery.Field;
import app.marquee.search.FilmQuery.Part;
import app.marquee.search.Words.Token;
import app.marquee.search.Words.Years;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateOptionsCollector;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * What a query asks of the index. Each {@link Reason} is a condition of its own with a
 * constant score: what matters is where words stand, not how rare they are.
 */
final class Relevance {

	/** Below this length, a title with one letter changed is a title like any other. */
	private static final int SHORTEST_TITLE_WITH_A_SLIP = 4;

	private static final int SHORTEST_TITLE_WITH_SLIPS = 7;

	private static final String[] EVERYWHERE = { "titleWords", "peopleWords", "characterWords", "genreWords" };

	private static final String[] TITLE = { "titleWords" };

	private static final String[] PEOPLE = { "peopleWords" };

	private static final String[] TITLE_AND_PEOPLE = { "titleWords", "peopleWords" };

	private static final String[] TITLE_PEOPLE_AND_PARTS = { "titleWords", "peopleWords", "characterWords" };

	/** How exactly words have to be written. */
	private enum Written {

		WHOLE, BEGUN, WITH_SLIPS

	}

	private final SearchPredicateFactory where;

	/** The words, and the words without what hints at a year. */
	private final List<Words> readings;

	private final Words words;

	Relevance(SearchPredicateFactory where, Words words) {
		this.where = where;
		this.words = words;
		this.readings = (words.rest() != null) ? List.of(words, words.rest()) : List.of(words);
	}

	/** Films for words: every word has to be somewhere. */
	PredicateFinalStep films(boolean slips) {
		return this.where.bool().with((films) -> {
			films.filter(every(slips));
			reasons(slips).forEach((reason, condition) -> films
				.should(this.where.bool().must(condition).constantScore().boost(reason.weight())));
		});
	}

	/** The weakest condition, which every film meets. */
	private PredicateFinalStep every(boolean slips) {
		List<PredicateFinalStep> ways = new ArrayList<>(inTitle());
		this.readings.forEach((reading) -> {
			ways.add(all(reading, EVERYWHERE, Written.BEGUN));
			if (slips) {
				ways.addAll(titleWithSlips(reading));
				ways.add(all(reading, TITLE_PEOPLE_AND_PARTS, Written.WITH_SLIPS));
			}
		});
		return any(ways);
	}

	/** Each reason as the condition that it is, the best first. */
	Map<Reason, PredicateFinalStep> reasons(boolean slips) {
		Map<Reason, PredicateFinalStep> reasons = new EnumMap<>(Reason.class);
		List<PredicateFinalStep> ways = new ArrayList<>();
		Years hint = this.words.hint();
		if (hint != null) {
			reasons.put(Reason.YEAR_IN_TITLE,
					any(List.of(sameTitle(this.words), all(this.words, TITLE, Written.BEGUN))));
			reasons.put(Reason.NEAR_YEAR, this.where.range().field("year").between(hint.from() - 1, hint.to() + 1));
			reasons.put(Reason.YEAR, this.where.range().field("year").between(hint.from(), hint.to()));
		}
		reasons.put(Reason.AS_PRINTED,
				each((reading) -> this.where.match().field("printedTitle").matching(reading.printed())));
		put(reasons, Reason.SAME_TITLE, ways, this::sameTitle);
		put(reasons, Reason.TITLE_BEGINS, ways,
				(reading) -> this.where.prefix().field("printedTitle").matching(reading.printed() + " "));
		ways.addAll(inTitle());
		reasons.put(Reason.IN_TITLE, any(ways));
		put(reasons, Reason.BEGUN_IN_TITLE, ways, (reading) -> all(reading, TITLE, Written.BEGUN));
		this.readings.stream().filter((reading) -> reading.tokens().size() > 1).forEach((reading) -> {
			String name = String.join(" ", reading.tokens().stream().map(Token::typed).toList());
			ways.add(this.where.phrase().fields("peopleWords", "characterWords").matching(name).slop(1));
		});
		reasons.put(Reason.NAMED, any(ways));
		put(reasons, Reason.TITLE_AND_PEOPLE, ways, (reading) -> all(reading, TITLE_AND_PEOPLE, Written.WHOLE));
		put(reasons, Reason.ANYWHERE, ways, (reading) -> all(reading, EVERYWHERE, Written.WHOLE));
		put(reasons, Reason.BEGUN_NAMES, ways, (reading) -> all(reading, PEOPLE, Written.BEGUN));
		if (slips) {
			slips(reasons, ways);
		}
		return reasons;
	}

	private void slips(Map<Reason, PredicateFinalStep> reasons, List<PredicateFinalStep> ways) {
		this.readings.forEach((reading) -> titleWithSlips(reading).stream().limit(1).forEach(ways::add));
		reasons.put(Reason.TITLE_WITH_A_SLIP, any(ways));
		this.readings.forEach((reading) -> titleWithSlips(reading).stream().skip(1).forEach(ways::add));
		reasons.put(Reason.TITLE_WITH_SLIPS, any(ways));
		put(reasons, Reason.IN_TITLE_WITH_SLIPS, ways, (reading) -> all(reading, TITLE, Written.WITH_SLIPS));
		put(reasons, Reason.TITLE_AND_PEOPLE_WITH_SLIPS, ways,
				(reading) -> all(reading, TITLE_AND_PEOPLE, Written.WITH_SLIPS));
	}

	/** Adds a way to the ways so far, which together are the reason. */
	private void put(Map<Reason, PredicateFinalStep> reasons, Reason reason, List<PredicateFinalStep> ways,
			Function<Words, PredicateFinalStep> way) {
		this.readings.forEach((reading) -> ways.add(way.apply(reading)));
		reasons.put(reason, any(ways));
	}

	private PredicateFinalStep each(Function<Words, PredicateFinalStep> way) {
		return any(this.readings.stream().map(way).toList());
	}

	private PredicateFinalStep sameTitle(Words reading) {
		return this.where.terms().field("titleKey").matchingAny(Spellings.keys(List.of(reading.printed())));
	}

	private List<PredicateFinalStep> inTitle() {
		List<PredicateFinalStep> ways = new ArrayList<>();
		this.readings.forEach((reading) -> {
			ways.add(this.where.prefix().field("printedTitle").matching(reading.printed()));
			Spellings.beginnings(reading.printed())
				.forEach((beginning) -> ways.add(this.where.prefix().field("titleKey").matching(beginning)));
			ways.add(all(reading, TITLE, Written.WHOLE));
		});
		return ways;
	}

	/** One slip anywhere; then two, of which none is in the first letter. */
	private List<PredicateFinalStep> titleWithSlips(Words reading) {
		List<String> keys = Spellings.keys(List.of(reading.printed()));
		String key = keys.get(keys.size() - 1);
		return Stream
			.<Supplier<Stream<PredicateFinalStep>>>of(
					() -> (key.length() < SHORTEST_TITLE_WITH_A_SLIP) ? Stream.of()
							: Stream.of(this.where.match().field("titleKey").matching(key).fuzzy(1, 0)),
					() -> (key.length() < SHORTEST_TITLE_WITH_SLIPS) ? Stream.of()
							: Stream.of(this.where.match().field("titleKey").matching(key).fuzzy(2, 1)))
			.flatMap(Supplier::get)
			.toList();
	}

	private PredicateFinalStep all(Words reading, String[] fields, Written written) {
		return all(this.where, reading, fields, written);
	}

	private static PredicateFinalStep all(SearchPredicateFactory where, Words words, String[] fields, Written written) {
		return where.bool().with((all) -> words.tokens().forEach((token) -> {
			boolean last = token == words.tokens().get(words.tokens().size() - 1);
			all.must(where.bool().with((word) -> {
				word.minimumShouldMatchNumber(1);
				for (String field : fields) {
					somewhere(where, word, field, token);
					if (written != Written.WHOLE && last && words.unfinished()) {
						word.should(where.prefix().field(field).matching(token.typed()));
					}
					if (written == Written.WITH_SLIPS && !field.equals("genreWords")) {
						withSlips(where, word, field, token.typed());
					}
				}
			}));
		}));
	}

	private static void somewhere(SearchPredicateFactory where, BooleanPredicateOptionsCollector<?, ?> word,
			String field, Token token) {
		token.forms().forEach((form) -> word.should(where.match().field(field).matching(form)));
		if (!field.equals("genreWords")) {
			token.glued().forEach((glued) -> word.should(where.match().field(field).matching(glued)));
		}
	}

	/** One slip anywhere; two in a long word, if its first letter is right. */
	private static void withSlips(SearchPredicateFactory where, BooleanPredicateOptionsCollector<?, ?> word,
			String field, String token) {
		int slips = Words.slips(token);
		if (slips > 0) {
			word.should(where.match().field(field).matching(token).fuzzy(1, (token.length() == 3) ? 1 : 0));
		}
		if (slips > 1) {
			word.should(where.match().field(field).matching(token).fuzzy(2, 1));
		}
	}

	private PredicateFinalStep any(List<PredicateFinalStep> ways) {
		return any(this.where, ways);
	}

	private static PredicateFinalStep any(SearchPredicateFactory where, List<PredicateFinalStep> ways) {
		return where.bool().with((any) -> {
			any.minimumShouldMatchNumber(1);
			ways.forEach(any::should);
		});
	}

	/**
	 * What a part of a query says besides words: a phrase, a field, or what is left out.
	 */
	static PredicateFinalStep condition(SearchPredicateFactory where, Part part, boolean slips) {
		Words words = Words.of(part.text());
		if (words.none()) {
			return part.excluded() ? where.matchNone() : where.matchAll();
		}
		if (part.phrase()) {
			return any(where,
					Stream.of(TITLE_PEOPLE_AND_PARTS)
						.<PredicateFinalStep>map((field) -> where.phrase().field(field).matching(words.printed()))
						.toList());
		}
		Field field = part.field();
		return all(where, words, (field != null) ? fields(field) : EVERYWHERE,
				(slips && !part.excluded()) ? Written.WITH_SLIPS : Written.WHOLE);
	}

	private static String[] fields(Field field) {
		return switch (field) {
			case TITLE -> TITLE;
			case PERSON -> PEOPLE;
			case DIRECTOR -> new String[] { "directorWords" };
			case WRITER -> new String[] { "writerWords" };
			case CAST -> new String[] { "castWords" };
			case CHARACTER -> new String[] { "characterWords" };
			default -> EVERYWHERE;
		};
	}

	/** People for words: every word has to be in the name, in one of its spellings. */
	static Consumer<BooleanPredicateOptionsCollector<?, ?>> people(SearchPredicateFactory where, Words words,
			boolean slips) {
		String[] name = { "nameWords" };
		return (people) -> {
			people.must(where.bool()
				.must(all(where, words, name, slips ? Written.WITH_SLIPS : Written.BEGUN))
				.constantScore()
				.boost(1));
			people.should(where.bool().must(all(where, words, name, Written.WHOLE)).constantScore().boost(2));
			people.should(where.terms()
				.field("nameKey")
				.matchingAny(Spellings.keys(List.of(words.printed())))
				.constantScore()
				.boost(4));
		};
	}

}
