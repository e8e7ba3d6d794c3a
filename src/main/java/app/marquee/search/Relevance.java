package app.marquee.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.search.FilmQuery.Field;
import app.marquee.search.FilmQuery.Part;
import app.marquee.search.Words.Token;
import app.marquee.search.Words.Years;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateOptionsCollector;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of the index. Each {@link Reason} is a condition of its own with a
 * constant score: what matters is where words stand, not how rare they are.
 */
final class Relevance {

	/** Below this length, a title with one letter changed is a title like any other. */
	private static final int SHORTEST_TITLE_WITH_A_SLIP = 4;

	private static final int SHORTEST_TITLE_WITH_SLIPS = 7;

	private static final int SHORTEST_TITLE_BEGUN_WITH_SLIPS = 8;

	private static final Set<String> NO_END_OF_A_NAME = Set.of("of", "the", "and", "in", "on", "to", "from", "with",
			"for", "at", "by");

	private static final String[] EVERYWHERE = { "titleWords", "peopleWords", "characterWords", "genreWords" };

	/** Where words may be written apart or as one: La La Land, DiCaprio. */
	private static final Set<String> JOINED = Set.of("titleWords", "peopleWords", "nameWords");

	private static final String[] TITLE = { "titleWords" };

	private static final String[] PEOPLE = { "peopleWords" };

	private static final String[] TITLE_AND_PEOPLE = { "titleWords", "peopleWords" };

	private static final String[] TITLE_PEOPLE_AND_PARTS = { "titleWords", "peopleWords", "characterWords" };

	/** How exactly words have to be written. */
	enum Written {

		WHOLE,

		/** The last one perhaps only begun. */
		BEGUN,

		/** Each but the last perhaps only begun, as first names are: Leo DiCaprio. */
		SHORTENED,

		/** With the slips that were found to be meant. */
		WITH_SLIPS,

		/** With any slips. */
		ANYHOW

	}

	private final SearchPredicateFactory where;

	/** The words, and the words without what hints at a year. */
	private final List<Words> readings;

	private final Words words;

	private final Slips slips;

	private final @Nullable String foremost;

	/**
	 * For some words.
	 * @param foremost the slug of the film that they begin, where there is one
	 */
	Relevance(SearchPredicateFactory where, Words words, Slips slips, @Nullable String foremost) {
		this.where = where;
		this.words = words;
		this.slips = slips;
		this.foremost = foremost;
		this.readings = (words.rest() != null) ? List.of(words, words.rest()) : List.of(words);
	}

	/** Weighs films for words by all reasons. */
	void weigh(BooleanPredicateOptionsCollector<?, ?> films) {
		weigh(films, withoutTitlesBegun());
		// once for all its reasons: it takes longer than the others
		PredicateFinalStep begun = timely(any(begun()));
		Map<Reason, PredicateFinalStep> others = besideTitlesBegun();
		films.should(this.where.bool()
			.must(begun)
			.constantScore()
			.boost(others.keySet().stream().mapToInt(Reason::weight).sum()));
		films.should(this.where.bool().mustNot(begun).with((rest) -> weigh(rest, others)));
	}

	private void weigh(BooleanPredicateOptionsCollector<?, ?> films, Map<Reason, PredicateFinalStep> reasons) {
		reasons.forEach((reason, condition) -> films
			.should(this.where.bool().must(condition).constantScore().boost(reason.weight())));
	}

	/** Films that have all words in their titles, the last one perhaps only begun. */
	PredicateFinalStep inTitle() {
		return any(begun(), each((reading) -> all(reading, TITLE, Written.BEGUN)));
	}

	/**
	 * The films of a crowd that can come first: the best known of all, the best known of
	 * those that have the words in a title, and whatever is meant still more surely.
	 */
	PredicateFinalStep first(Crowd all, Crowd titles) {
		List<PredicateFinalStep> ways = new ArrayList<>(each(this::sameTitle));
		ways.addAll(each(this::name));
		ways.addAll(titlesWithSlips());
		ways.add(all.bestKnown(this.where));
		ways.add(this.where.and(inTitle(), titles.bestKnown(this.where)));
		Years hint = this.words.hint();
		if (hint != null) {
			ways.add(nearYear(hint));
		}
		return any(ways);
	}

	/** Films for words: every word has to be somewhere. */
	PredicateFinalStep films() {
		List<PredicateFinalStep> ways = new ArrayList<>(begun());
		this.readings.forEach((reading) -> {
			ways.add(all(reading, EVERYWHERE, Written.BEGUN));
			if (!this.slips.none()) {
				ways.add(withSlips(reading, TITLE_PEOPLE_AND_PARTS));
			}
		});
		ways.addAll(titlesWithSlips());
		return any(ways);
	}

	/** Each reason as the condition that it is. */
	Map<Reason, PredicateFinalStep> reasons() {
		Map<Reason, PredicateFinalStep> reasons = withoutTitlesBegun();
		besideTitlesBegun()
			.forEach((reason, condition) -> reasons.put(reason, any(List.of(timely(any(begun())), condition))));
		return reasons;
	}

	private Map<Reason, PredicateFinalStep> withoutTitlesBegun() {
		Map<Reason, PredicateFinalStep> reasons = new EnumMap<>(Reason.class);
		Years hint = this.words.hint();
		if (hint != null) {
			PredicateFinalStep inTitle = any(List.of(sameTitle(this.words), all(this.words, TITLE, Written.BEGUN)));
			reasons.put(Reason.YEAR_IN_TITLE, inTitle);
			reasons.put(Reason.NEAR_YEAR, this.where.bool().must(nearYear(hint)).mustNot(inTitle));
			reasons.put(Reason.YEAR,
					this.where.bool()
						.must(this.where.range().field("year").between(hint.from(), hint.to()))
						.mustNot(inTitle));
		}
		reasons.put(Reason.AS_PRINTED, any(each((reading) -> begins("wholeTitle", reading.printed())),
				each((reading) -> begins("bareTitle", reading.printed()))));
		reasons.put(Reason.SAME_TITLE, sameTitle());
		reasons.put(Reason.TITLE_BEGINS, titleBegins());
		if (this.foremost != null) {
			reasons.put(Reason.FOREMOST, films(List.of(this.foremost)));
		}
		PredicateFinalStep named = any(named());
		reasons.put(Reason.NAMED, named);
		if (this.words.tokens().size() > 2) {
			reasons.put(Reason.NAMED_BESIDE, this.where.bool().must(any(each(this::nameBeside))).mustNot(named));
		}
		if (!this.slips.none()) {
			List<PredicateFinalStep> titles = titlesWithSlips();
			reasons.put(Reason.INITIALS, films(this.slips.initials()));
			reasons.put(Reason.TITLE_WITH_A_SLIP, films(this.slips.titles()));
			reasons.put(Reason.TITLE_WITH_SLIPS, this.slips.sure()
					? any(List.of(films(this.slips.initials()), films(this.slips.titles()))) : any(titles));
			reasons.put(Reason.IN_TITLE_WITH_SLIPS, any(titles, each((reading) -> withSlips(reading, TITLE))));
			reasons.put(Reason.TITLE_AND_PEOPLE_WITH_SLIPS,
					any(titles, each((reading) -> withSlips(reading, TITLE_AND_PEOPLE))));
		}
		return reasons;
	}

	/**
	 * Reasons that a title gives as well which begins with what was typed so far: while
	 * it is still being typed, it is not outdone by a part whose name is half of it.
	 */
	private Map<Reason, PredicateFinalStep> besideTitlesBegun() {
		Map<Reason, PredicateFinalStep> reasons = new EnumMap<>(Reason.class);
		List<PredicateFinalStep> inTitle = each((reading) -> all(reading, TITLE, Written.BEGUN));
		reasons.put(Reason.IN_TITLE, timely(any(each((reading) -> all(reading, TITLE, Written.WHOLE)))));
		reasons.put(Reason.BEGUN_IN_TITLE, timely(any(inTitle)));
		reasons.put(Reason.TITLE_AND_PEOPLE, any(each((reading) -> all(reading, TITLE_AND_PEOPLE, Written.WHOLE))));
		reasons.put(Reason.ANYWHERE, any(each((reading) -> all(reading, EVERYWHERE, Written.WHOLE))));
		reasons.put(Reason.BEGUN_NAMES, any(inTitle, each((reading) -> all(reading, PEOPLE, Written.BEGUN))));
		return reasons;
	}

	/**
	 * Beside a year, words in a title count for a film of that time, or one that is
	 * called so: who types "kubrick 1968" means a film by him, and no later one about
	 * him.
	 */
	private PredicateFinalStep timely(PredicateFinalStep title) {
		Years hint = this.words.hint();
		return (hint == null) ? title : this.where.and(title,
				any(each(this::sameTitle), List.of(nearYear(hint), all(this.words, TITLE, Written.BEGUN))));
	}

	private PredicateFinalStep nearYear(Years hint) {
		return this.where.range().field("year").between(hint.from() - 1, hint.to() + 1);
	}

	/**
	 * Films of which a whole title is a slip or two away, or was typed by its initials.
	 */
	private List<PredicateFinalStep> titlesWithSlips() {
		return List.of(films(this.slips.initials()), films(this.slips.titles()), films(this.slips.furtherTitles()));
	}

	private PredicateFinalStep films(List<String> slugs) {
		return slugs.isEmpty() ? this.where.matchNone() : this.where.terms().field("slug").matchingAny(slugs);
	}

	private List<PredicateFinalStep> each(Function<Words, PredicateFinalStep> way) {
		return this.readings.stream().map(way).toList();
	}

	/**
	 * Two words or more that stand together, but perhaps for an initial between them. No
	 * name ends in "of": who has typed "lord of" is on the way to a title.
	 */
	private PredicateFinalStep name(Words reading) {
		return (reading.tokens().size() < 2 || NO_END_OF_A_NAME.contains(reading.last())) ? this.where.matchNone()
				: name(reading.tokens().stream().map(Token::typed).toList());
	}

	/**
	 * A name; or a title that has all the words, which is meant no less than a name in
	 * it. Beside a year, that is only a film which is called so and is of that time:
	 * "robin williams 1989" means a film with him, and no later one about him.
	 */
	private List<PredicateFinalStep> named() {
		Years hint = this.words.hint();
		return this.readings.stream()
			.filter((reading) -> reading.tokens().size() > 1)
			.flatMap((reading) -> Stream.of(name(reading),
					(hint != null) ? this.where.and(sameTitle(reading), nearYear(hint))
							: any(List.of(sameTitle(reading), all(reading, TITLE, Written.BEGUN)))))
			.toList();
	}

	/** Somebody's whole name among other words. */
	private PredicateFinalStep nameBeside(Words reading) {
		List<Token> tokens = reading.tokens();
		return any(IntStream.range(1, (tokens.size() < 3) ? 1 : tokens.size())
			.<PredicateFinalStep>mapToObj((second) -> this.where.phrase()
				.field("peopleWords")
				.matching(tokens.get(second - 1).typed() + " " + tokens.get(second).typed()))
			.toList());
	}

	private PredicateFinalStep sameTitle(Words reading) {
		return this.where.terms().field("titleKey").matchingAny(Spellings.keys(List.of(reading.printed())));
	}

	/** A title that is what was typed, whatever it is written like. */
	PredicateFinalStep sameTitle() {
		return any(each(this::sameTitle));
	}

	/**
	 * A title that begins with what was typed, as it was typed; behind an article, with
	 * whole words.
	 */
	PredicateFinalStep beginsAsPrinted() {
		return any(each((reading) -> begins("wholeTitle", reading.printed())),
				each((reading) -> begins("bareTitle", reading.printed() + " ")));
	}

	/** A title that begins with the words. */
	PredicateFinalStep titleBegins() {
		return any(each(this::sameTitle), titlesBegin(" "));
	}

	/** A title that is just what was typed, but perhaps for the article in front. */
	PredicateFinalStep asPrinted() {
		List<String> printed = this.readings.stream().map(Words::printed).toList();
		return any(Stream.of("wholeTitle", "bareTitle")
			.<PredicateFinalStep>map((field) -> this.where.terms().field(field).matchingAny(printed))
			.toList());
	}

	/** Titles that begin with what was typed so far; the whole title among them. */
	private List<PredicateFinalStep> begun() {
		List<PredicateFinalStep> ways = new ArrayList<>(titlesBegin(""));
		this.readings.forEach((reading) -> {
			Spellings.beginnings(reading.printed()).forEach((beginning) -> ways.add(begins("titleKey", beginning)));
			ways.add(sameTitle(reading));
		});
		return ways;
	}

	/** Titles as they are printed, and without the article in front of them. */
	private List<PredicateFinalStep> titlesBegin(String andThen) {
		return Stream.of("wholeTitle", "bareTitle")
			.flatMap((field) -> this.readings.stream().map((reading) -> begins(field, reading.printed() + andThen)))
			.toList();
	}

	private PredicateFinalStep begins(String field, String text) {
		return Beginnings.TITLE.in(this.where, field, text);
	}

	/** Films of which the words are the initials of a title. */
	static PredicateFinalStep initials(SearchPredicateFactory where, Words words) {
		return (words.tokens().size() == 1 && Spellings.areInitials(words.printed()))
				? where.match().field("titleInitials").matching(words.printed()) : where.matchNone();
	}

	/**
	 * Films of which a whole title is so many slips away.
	 * @param right how many first letters have to be right: to look for two slips takes
	 * long where none has
	 */
	static PredicateFinalStep titleWithSlips(SearchPredicateFactory where, Words words, int slips, int right) {
		Words title = (words.rest() != null) ? words.rest() : words;
		String key = Spellings.key(Spellings.digits(title.printed()));
		int shortest = (slips == 1) ? SHORTEST_TITLE_WITH_A_SLIP
				: (right > 0) ? SHORTEST_TITLE_WITH_SLIPS : SHORTEST_TITLE_BEGUN_WITH_SLIPS;
		return (key.length() > Words.LONGEST_WITH_SLIPS || key.length() < shortest) ? where.matchNone()
				: where.match().field("titleKey").matching(key).fuzzy(slips, right);
	}

	/**
	 * Each word is somewhere, perhaps with a slip. Where every word is known, others are
	 * meant only if they make a title or, with one of them bent, a name: "forest gump",
	 * and not a Marin and a Gum for "matrix gump".
	 */
	private PredicateFinalStep withSlips(Words reading, String[] fields) {
		return this.slips.together()
				? any(List.of(all(reading, TITLE, Written.WITH_SLIPS)), (fields == TITLE) ? List.of() : names(reading))
				: all(reading, fields, Written.WITH_SLIPS);
	}

	/** Names that the words are, one of them bent. */
	private List<PredicateFinalStep> names(Words reading) {
		List<String> typed = reading.tokens().stream().map(Token::typed).toList();
		List<PredicateFinalStep> names = new ArrayList<>();
		for (int bent = 0; bent < typed.size() && typed.size() > 1; bent++) {
			for (String meant : this.slips.of(typed.get(bent))) {
				List<String> words = new ArrayList<>(typed);
				words.set(bent, meant);
				names.add(name(words));
			}
		}
		return names;
	}

	private PredicateFinalStep name(List<String> words) {
		return this.where.phrase().fields("peopleWords", "characterWords").matching(String.join(" ", words)).slop(1);
	}

	private PredicateFinalStep all(Words reading, String[] fields, Written written) {
		return all(this.where, reading, fields, written, this.slips);
	}

	private static PredicateFinalStep all(SearchPredicateFactory where, Words words, String[] fields, Written written,
			Slips slips) {
		return where.bool().with((all) -> words.tokens().forEach((token) -> {
			boolean last = token == words.tokens().get(words.tokens().size() - 1);
			all.must(where.bool().with((word) -> {
				word.minimumShouldMatchNumber(1);
				for (String field : fields) {
					somewhere(where, word, field, token);
					if (written != Written.WHOLE && last && words.unfinished()
							|| written == Written.SHORTENED && !last) {
						word.should(Beginnings.WORD.in(where, field, token.typed()));
					}
					if (written == Written.WITH_SLIPS) {
						slips.of(token.typed())
							.forEach((meant) -> word.should(where.match().field(field).matching(meant)));
					}
					if (written == Written.ANYHOW) {
						withSlips(where, field, token.typed()).forEach(word::should);
					}
				}
			}));
		}));
	}

	private static void somewhere(SearchPredicateFactory where, BooleanPredicateOptionsCollector<?, ?> word,
			String field, Token token) {
		token.forms().forEach((form) -> word.should(where.match().field(field).matching(form)));
		if (JOINED.contains(field)) {
			token.joined().forEach((joined) -> word.should(where.phrase().field(field).matching(joined)));
		}
	}

	/**
	 * One slip anywhere; two in a long word, if its first letter is right. The first of
	 * them is the likelier.
	 */
	static List<PredicateFinalStep> withSlips(SearchPredicateFactory where, String field, String token) {
		List<PredicateFinalStep> ways = new ArrayList<>();
		for (int slips = 1; slips <= Words.slips(token); slips++) {
			ways.add(where.match().field(field).matching(token).fuzzy(slips, (token.length() == 3) ? 1 : slips - 1));
		}
		return ways;
	}

	private PredicateFinalStep any(List<PredicateFinalStep> ways) {
		return any(this.where, ways);
	}

	private PredicateFinalStep any(List<PredicateFinalStep> ways, List<PredicateFinalStep> more) {
		return any(this.where, Stream.concat(ways.stream(), more.stream()).toList());
	}

	private static PredicateFinalStep any(SearchPredicateFactory where, List<PredicateFinalStep> ways) {
		return ways.isEmpty() ? where.matchNone() : where.bool().with((any) -> {
			any.minimumShouldMatchNumber(1);
			ways.forEach(any::should);
		});
	}

	/**
	 * What a part of a query says besides words: a phrase, a field, or what is left out.
	 */
	static PredicateFinalStep condition(SearchPredicateFactory where, Part part) {
		Words words = Words.of(part.text());
		if (words.none()) {
			return part.excluded() ? where.matchNone() : where.matchAll();
		}
		if (part.phrase()) {
			return phrase(where, List.of(words.printed()), TITLE_PEOPLE_AND_PARTS);
		}
		Field field = part.field();
		if (field == Field.TITLE && words.printed().indexOf(' ') > 0) {
			return phrase(where, Spellings.withDigits(List.of(words.printed(), words.printed().replace(" ", ""))),
					TITLE);
		}
		return all(where, words, (field != null) ? fields(field) : EVERYWHERE, Written.WHOLE, Slips.NONE);
	}

	/** Whether some words stand together, written in one of these ways. */
	static PredicateFinalStep phrase(SearchPredicateFactory where, List<String> ways, String... fields) {
		return any(where,
				ways.stream()
					.<PredicateFinalStep>map((words) -> where.phrase().fields(fields).matching(words))
					.toList());
	}

	/** Where a word stands at all, written so. */
	static PredicateFinalStep known(SearchPredicateFactory where, Token token) {
		return where.bool().with((word) -> {
			word.minimumShouldMatchNumber(1);
			Stream.of(TITLE_PEOPLE_AND_PARTS).forEach((field) -> somewhere(where, word, field, token));
		});
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
	static PredicateFinalStep people(SearchPredicateFactory where, Words words, Written written) {
		String[] name = { "nameWords" };
		return where.bool()
			.must(where.bool().must(all(where, words, name, written, Slips.NONE)).constantScore().boost(1))
			.should(where.bool().must(all(where, words, name, Written.WHOLE, Slips.NONE)).constantScore().boost(2))
			.should(where.bool().must(sameName(where, words)).constantScore().boost(4));
	}

	static PredicateFinalStep sameName(SearchPredicateFactory where, Words words) {
		return where.terms().field("nameKey").matchingAny(Spellings.keys(List.of(words.printed())));
	}

}
