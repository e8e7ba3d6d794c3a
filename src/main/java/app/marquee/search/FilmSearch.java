package app.marquee.search;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.lucene.search.SortField;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks the index for films and people. */
@Component
class FilmSearch {

	/** How many times better known a film is that may have been meant instead. */
	static final int FAR_BETTER_KNOWN = 100;

	/**
	 * The same beside people who are called so, whose fame is that of all their films.
	 */
	private static final int BETTER_KNOWN = 4;

	/** In so many letters two slips leave no doubt of what was meant. */
	private static final int BEYOND_DOUBT = 10;

	/** As many people are looked at, for each that is shown, for whose name it can be. */
	private static final int LOOKED_AT = 4;

	/** Behind first names of which the others are short forms: Leo DiCaprio. */
	private static final int SHORTEST_LAST_NAME = 4;

	/** The best known of them may have another number in the title. */
	private static final int SOME = 5;

	/** More have hardly ever voted for a film. */
	private static final int MOST_VOTES = 4_000_000;

	private final Index index;

	private final Counting counting;

	/** Of how many films a crowd's best known are, for lists of whole pages. */
	private final int crowd;

	@Autowired
	FilmSearch(Index index, Counting counting) {
		this(index, counting, Crowd.SIZE);
	}

	FilmSearch(Index index, Counting counting, int crowd) {
		this.index = index;
		this.counting = counting;
		this.crowd = crowd;
	}

	/**
	 * A page of films.
	 *
	 * @param slips whether slips were forgiven, since nothing is written quite so
	 * @param nowhere whether no film has the words, whatever the filters
	 * @param byChance whether the first has each of the words somewhere, but neither all
	 * in a title nor as a name
	 * @param counts how many there are in all, and with other filters
	 */
	record Found(boolean slips, boolean nowhere, boolean byChance, List<FilmHit> films, Counts counts) {
	}

	/** The first of what was found, and whether slips had to be forgiven for it. */
	record First<T>(boolean slips, List<T> hits) {
	}

	/** Films for a filter; slips are forgiven where too little is written so. */
	Found films(FilmFilter filter) {
		// before the index is entered: what is counted then is never older
		Index.State state = this.index.state();
		return this.index.ask((session) -> {
			Words words = words(session, filter);
			boolean first = filter.order() == FilmFilter.Order.RELEVANCE && filter.page() == 1 && !filter.narrowed();
			// in another order nothing stands before anything
			String foremost = (filter.order() == FilmFilter.Order.RELEVANCE) ? Foremost.of(session, words, false)
					: null;
			// what is written so elsewhere needs no slips here
			Best best = best(session, filter.unfiltered(), words, foremost, first ? FilmFilter.ON_A_PAGE : 1, false);
			List<FilmHit> films = (first && best.films() != null) ? best.films()
					: films(session, filter, words, best.slips(), foremost, FilmFilter.ON_A_PAGE);
			return new Found(!best.slips().none(), best.films() != null && best.films().isEmpty(),
					filter.order() == FilmFilter.Order.RELEVANCE && best.slips().none() && isByChance(words, films),
					films, this.counting.of(session, state, filter, words, best.slips()));
		});
	}

	private static boolean isByChance(Words words, List<FilmHit> films) {
		// a single word may be a part or a genre
		int least = Reason.ANYWHERE.weight() + ((words.tokens().size() > 1) ? 0 : Reason.TITLE_AND_PEOPLE.weight());
		return words.hint() == null && films.stream()
			.limit(1)
			.anyMatch((film) -> film.score() >= least && film.score() <= Reason.BY_CHANCE);
	}

	/**
	 * A title a slip away, or with these initials, of a film far better known than the
	 * films and the people that were found.
	 */
	@Nullable String betterKnown(Words words, Found found, List<PersonHit> people) {
		// what only has the words somewhere is not what was meant, however well known
		long most = found.films()
			.stream()
			.filter((film) -> film.score() > Reason.BY_CHANCE)
			.mapToInt((film) -> Objects.requireNonNullElse(film.fame(), 0))
			.max()
			.orElse(0);
		long known = Math.max(Math.max(1, most) * FAR_BETTER_KNOWN,
				BETTER_KNOWN * people.stream().mapToLong(PersonHit::fame).max().orElse(0));
		if (words.none() || known > MOST_VOTES) {
			return null;
		}
		int slips = (found.byChance() && words.printed().length() >= BEYOND_DOUBT) ? 2 : 1;
		return this.index.ask((session) -> session.search(FilmDocument.class)
			.select(SlipFinder.Called.class)
			.where((where) -> where.and(
					where.or(Relevance.titleWithSlips(where, words, slips, slips - 1),
							Relevance.initials(where, words)),
					Crowd.wellKnown(where), Crowd.reached(where, Integer.highestOneBit((int) known))))
			.sort((sort) -> Sorting.most(sort, "fame", SortField.Type.INT))
			.fetchHits(SOME)
			.stream()
			.filter((film) -> film.hasNumbers(words))
			.findFirst()
			.map(SlipFinder.Called::title)
			.orElse(null));
	}

	/** Whether any film has all of these words, as they are written. */
	boolean finds(String words) {
		return finds(FilmFilter.words(words));
	}

	/** The same for a filter. */
	boolean finds(FilmFilter filter) {
		return this.index.ask((session) -> {
			Words written = words(session, filter);
			return any(session, (where) -> Narrowing.of(where, filter, written, Slips.NONE));
		});
	}

	/**
	 * Whether a title begins with these words, as they are written, or is all of them.
	 */
	boolean beginsATitle(String typed) {
		return any(typed, (relevance) -> List.of(relevance.beginsAsPrinted(), relevance.sameTitle()));
	}

	/** Whether a film is called just so. */
	boolean isATitle(String typed) {
		return any(typed, (relevance) -> List.of(relevance.sameTitle()));
	}

	private boolean any(String typed, Function<Relevance, List<PredicateFinalStep>> ways) {
		Words words = Words.of(typed);
		return !words.none() && this.index.ask((session) -> any(session, (where) -> where.bool()
			.minimumShouldMatchNumber(1)
			.with((title) -> ways.apply(new Relevance(where, words, Slips.NONE, null)).forEach(title::should))));
	}

	/** The first films for words, without counting anything. */
	First<FilmHit> first(String typed, int most) {
		return first(typed, most, false);
	}

	/** The same for words that are not all yet: they may be the beginning of a title. */
	First<FilmHit> whileTyping(String typed, int most) {
		return first(typed, most, true);
	}

	private First<FilmHit> first(String typed, int most, boolean typing) {
		FilmFilter filter = FilmFilter.words(typed);
		return this.index.ask((session) -> {
			Words words = words(session, filter);
			if (words.none() && filter.query().conditions().isEmpty()) {
				return new First<>(false, List.of());
			}
			String foremost = Foremost.of(session, words, typing);
			Best best = best(session, filter, words, foremost, most, typing);
			return new First<>(!best.slips().none(), (best.films() != null) ? best.films()
					: first(session, filter, words, best.slips(), foremost, most));
		});
	}

	private List<FilmHit> first(SearchSession session, FilmFilter filter, Words words, Slips slips,
			@Nullable String foremost, int most) {
		return films(session, filter.order(FilmFilter.Order.RELEVANCE), words, slips, foremost, most);
	}

	/** As many films of the filter's page as are on one. */
	private List<FilmHit> films(SearchSession session, FilmFilter filter, Words words, Slips slips,
			@Nullable String foremost, int onAPage) {
		int before = (filter.page() - 1) * onAPage;
		return session.search(FilmDocument.class)
			.select(FilmHit.class)
			.where(ranked(session, filter, words, slips, foremost, bestKnown(onAPage))::apply)
			.sort((sort) -> Sorting.by(sort, filter.order()))
			.fetchHits(before, onAPage);
	}

	/** Who asks for a few needs fewer. */
	private int bestKnown(int onAPage) {
		return Math.max(1, this.crowd * onAPage / FilmFilter.ON_A_PAGE);
	}

	/** The condition for what is to be ranked: of a crowd, what can come first. */
	private static Function<SearchPredicateFactory, PredicateFinalStep> ranked(SearchSession session, FilmFilter filter,
			Words words, Slips slips, @Nullable String foremost, int bestKnown) {
		Function<SearchPredicateFactory, PredicateFinalStep> all = (where) -> Narrowing.of(where, filter, words, slips);
		Words weighed = words.none() ? Words.of(filter.query().title()) : words;
		if (filter.order() != FilmFilter.Order.RELEVANCE || weighed.none()) {
			return all;
		}
		Function<SearchPredicateFactory, Relevance> relevance = (where) -> new Relevance(where, weighed, slips,
				foremost);
		Function<SearchPredicateFactory, PredicateFinalStep> ranked = (
				where) -> where.bool().filter(all.apply(where)).with(relevance.apply(where)::weigh);
		Crowd crowd = Crowd.of(session, FilmDocument.class, bestKnown, all);
		if (crowd.none()) {
			return ranked;
		}
		Crowd titles = Crowd.of(session, FilmDocument.class, bestKnown,
				(where) -> where.and(all.apply(where), relevance.apply(where).inTitle()));
		return (where) -> where.bool().must(ranked.apply(where)).filter(relevance.apply(where).first(crowd, titles));
	}

	/**
	 * The first films, as they are written where that can be.
	 *
	 * @param slips what has to be forgiven
	 * @param films null where nothing was asked
	 */
	private record Best(Slips slips, @Nullable List<FilmHit> films) {

		List<FilmHit> found() {
			return (this.films != null) ? this.films : List.of();
		}

	}

	/**
	 * Looks for films as the words are written. No slip has to be forgiven where a film
	 * has all that was typed, or where with slips forgiven no other film would come
	 * first.
	 * @param typing whether more may follow: then nothing is looked for that takes long
	 */
	private Best best(SearchSession session, FilmFilter filter, Words words, @Nullable String foremost, int most,
			boolean typing) {
		if (words.none()) {
			return new Best(Slips.NONE, null);
		}
		List<FilmHit> exact = first(session, filter, words, Slips.NONE, foremost, most);
		float year = (words.hint() != null) ? Reason.YEAR.weight() + Reason.NEAR_YEAR.weight() : 0;
		if (!exact.isEmpty() && exact.get(0).score() >= Reason.FOUND + year) {
			return new Best(Slips.NONE, exact);
		}
		Best forgiving = forgiving(session, filter, words, SlipFinder.meant(session, words), foremost, most);
		if (exact.isEmpty() && forgiving.found().isEmpty() && !typing) {
			forgiving = forgiving(session, filter, words, SlipFinder.begunWithSlips(session, words), foremost, most);
		}
		return (!forgiving.found().isEmpty()
				&& (exact.isEmpty() || !exact.get(0).slug().equals(forgiving.found().get(0).slug()))) ? forgiving
						: new Best(Slips.NONE, exact);
	}

	private Best forgiving(SearchSession session, FilmFilter filter, Words words, Slips slips,
			@Nullable String foremost, int most) {
		return new Best(slips, slips.none() ? List.of() : first(session, filter, words, slips, foremost, most));
	}

	/**
	 * The words, to be written as one or in two only as something is: mostly nothing is,
	 * and to look for it in every reason takes time.
	 */
	private static Words joined(SearchSession session, Class<?> documents, Words words, String... fields) {
		return words.joinedOnlyAs(written(session, documents, words.joined(), fields));
	}

	private static Words words(SearchSession session, FilmFilter filter) {
		return joined(session, FilmDocument.class, Words.of(filter.query().plain()), "titleWords", "peopleWords");
	}

	/** Which of these something is written like; asked for by halves, since few are. */
	private static Set<String> written(SearchSession session, Class<?> documents, List<String> ways, String... fields) {
		if (ways.isEmpty() || !any(session, documents, (where) -> Relevance.phrase(where, ways, fields))) {
			return Set.of();
		}
		if (ways.size() == 1) {
			return Set.copyOf(ways);
		}
		int half = ways.size() / 2;
		Set<String> written = new HashSet<>(written(session, documents, ways.subList(0, half), fields));
		written.addAll(written(session, documents, ways.subList(half, ways.size()), fields));
		return written;
	}

	/** Whether any film meets a condition. */
	static boolean any(SearchSession session, Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		return any(session, FilmDocument.class, condition);
	}

	private static boolean any(SearchSession session, Class<?> documents,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		return session.search(documents)
			.where((where) -> condition.apply(where))
			.totalHitCountThreshold(1)
			.fetch(0)
			.total()
			.hitCountLowerBound() > 0;
	}

	/**
	 * The first people for words: those whose name it is, then the better known.
	 */
	First<PersonHit> people(String typed, int most) {
		return people(typed, most, true);
	}

	/**
	 * The same.
	 * @param forgiving whether slips are forgiven where nobody is called so; that takes
	 * longer than all else
	 */
	First<PersonHit> people(String typed, int most, boolean forgiving) {
		Words all = Words.of(FilmQuery.of(typed).plain());
		if (all.none()) {
			return new First<>(false, List.of());
		}
		return this.index.ask((session) -> {
			Words words = joined(session, PersonDocument.class, all, "nameWords");
			List<PersonHit> exact = people(session, words, Relevance.Written.BEGUN, most);
			if (!exact.isEmpty() || !forgiving) {
				return new First<>(false, exact);
			}
			List<PersonHit> shortened = (words.tokens().size() > 1 && words.last().length() >= SHORTEST_LAST_NAME)
					? people(session, words, Relevance.Written.SHORTENED, most) : List.of();
			List<PersonHit> misspelt = fitting(people(session, words, Relevance.Written.ANYHOW, LOOKED_AT * most),
					words, most);
			return (shortened.isEmpty() || !misspelt.isEmpty() && misspelt.get(0).fame() > shortened.get(0).fame())
					? new First<>(true, misspelt) : new First<>(false, shortened);
		});
	}

	/**
	 * Those whose name has another word for each that was typed, the one with fewest
	 * slips first; all, if each is meant by another spelling.
	 */
	private static List<PersonHit> fitting(List<PersonHit> people, Words words, int most) {
		List<PersonHit> fitting = people.stream()
			.flatMap((person) -> Stream.ofNullable(Slip.fit(words, person.name()))
				.map((fit) -> Map.entry(person, fit.slips())))
			.sorted(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey)
			.toList();
		return (fitting.isEmpty() ? people : fitting).stream().limit(most).toList();
	}

	private List<PersonHit> people(SearchSession session, Words words, Relevance.Written written, int most) {
		Crowd crowd = Crowd.of(session, PersonDocument.class, bestKnown(most),
				(where) -> Relevance.people(where, words, written));
		return session.search(PersonDocument.class)
			.select(PersonHit.class)
			.where((where) -> crowd.none() ? Relevance.people(where, words, written)
					: where.bool()
						.must(Relevance.people(where, words, written))
						.filter(where.or(crowd.bestKnown(where), Relevance.sameName(where, words))))
			.sort((sort) -> sort.composite()
				.add(sort.score())
				.add(Sorting.most(sort, "fame", SortField.Type.INT))
				.add(Sorting.most(sort, "filmCount", SortField.Type.INT))
				.add(Sorting.text(sort, "sortName")))
			.fetchHits(most);
	}

	/** A page of all people, and how many there are. */
	record Everybody(long total, List<PersonHit> people) {
	}

	/**
	 * All people, a page of them.
	 * @param letter with which their last names begin, in the order of the names; where
	 * it is empty, all, the best known first
	 */
	Everybody everybody(String letter, int page, int size) {
		Function<SearchPredicateFactory, PredicateFinalStep> who = (where) -> letter.isEmpty() ? where.matchAll()
				: where.prefix().field("sortName").matching(letter);
		return this.index
			.ask((session) -> new Everybody(session.search(PersonDocument.class).where(who::apply).fetchTotalHitCount(),
					session.search(PersonDocument.class)
						.select(PersonHit.class)
						.where(who::apply)
						.sort((sort) -> letter.isEmpty() ? sort.composite()
							.add(Sorting.most(sort, "fame", SortField.Type.INT))
							.add(Sorting.text(sort, "sortName")) : Sorting.text(sort, "sortName"))
						.fetchHits((page - 1) * size, size)));
	}

	/** For each of these films, why it stands where it stands. */
	Map<Reason, List<String>> reasons(String typed, List<String> slugs) {
		if (slugs.isEmpty()) {
			return Map.of();
		}
		FilmFilter filter = FilmFilter.words(typed);
		return this.index.ask((session) -> {
			Words words = words(session, filter);
			String foremost = Foremost.of(session, words, false);
			Slips slips = best(session, filter, words, foremost, 1, false).slips();
			Map<Reason, List<String>> reasons = new EnumMap<>(Reason.class);
			for (Reason reason : Reason.values()) {
				List<String> films = session.search(FilmDocument.class)
					.select((select) -> select.field("slug", String.class))
					.where((where) -> {
						PredicateFinalStep condition = new Relevance(where, words, slips, foremost).reasons()
							.get(reason);
						return where.bool()
							.filter((condition != null) ? condition : where.matchNone())
							.filter(where.terms().field("slug").matchingAny(slugs));
					})
					.fetchHits(slugs.size());
				reasons.put(reason, films);
			}
			return reasons;
		});
	}

}
