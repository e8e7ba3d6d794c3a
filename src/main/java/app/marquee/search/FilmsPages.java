package app.marquee.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.FilmCard;
import app.marquee.catalogue.FilmWords;
import app.marquee.search.FacetNames.Names;
import app.marquee.search.FilmsPage.Choice;
import app.marquee.text.Folding;
import app.marquee.web.BadParameter;
import app.marquee.web.Pagination;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts a page of films together. */
@Component
class FilmsPages {

	private static final int PEOPLE = 6;

	/** The stylesheet shows no more where there is little room. */
	private static final int PEOPLE_ON_A_PHONE = 3;

	/** Reasons beyond these do not help to decide. */
	private static final int REASONS = 3;

	/** By this fame is divided what chance leads to. */
	private static final int KNOWN_ENOUGH = 8;

	/** Letters of a word that says by itself what is looked for. */
	private static final int TELLING = 4;

	private final FilmSearch search;

	private final Paraphrases paraphrases;

	private final FilterWords filters;

	private final FilmWords films;

	private final Texts texts;

	FilmsPages(FilmSearch search, Paraphrases paraphrases, FilterWords filters, FilmWords films, Texts texts) {
		this.search = search;
		this.paraphrases = paraphrases;
		this.filters = filters;
		this.films = films;
		this.texts = texts;
	}

	FilmsPage of(FilmFilter filter) {
		if (filter.page() > filter.deepest()) {
			throw new BadParameter("page", "bad.page-relevance");
		}
		Words words = Words.of(filter.query().plain());
		FilmSearch.Found found = this.search.films(filter);
		Pagination pages = Pagination.of(filter.page(), found.counts().total(), FilmFilter.ON_A_PAGE, filter.deepest(),
				(number) -> filter.page(number).href());
		if (filter.page() > pages.last()) {
			throw new BadParameter("page", "bad.page-films");
		}
		FilmSearch.First<PersonHit> people = people(filter, words, found);
		Names names = this.filters.names(filter, found.counts().facets());
		List<Choice> chips = this.filters.chips(filter, names);
		boolean meantOtherwise = people.slips() && !people.hits().isEmpty();
		boolean slips = found.slips() || meantOtherwise && !found.byChance();
		return new FilmsPage(heading(filter, chips, !people.hits().isEmpty()), filter.q(),
				areShortened(people, words) ? null
						: (found.slips() || meantOtherwise) ? meant(filter, words, found, people.hits())
								: betterKnown(filter, words, found, people.hits()),
				paraphrase(filter, words, found, names, found.counts().total() == 0 && people.hits().isEmpty()), slips,
				people.hits().stream().limit(PEOPLE).map((person) -> row(person, words, people.slips())).toList(),
				(people.hits().size() > PEOPLE_ON_A_PHONE) ? everybody(filter) : null,
				Texts.capitalised(this.texts.of("count.films", found.counts().total())), found.counts().total() == 0,
				filter.hasWords() ? found.films().stream().map((film) -> row(film, words, found.slips())).toList()
						: List.of(),
				filter.hasWords() ? List.of() : found.films().stream().map(FilmHit::card).toList(),
				(found.counts().total() == 0) ? waysOn(filter, words) : List.of(), remarks(filter, words, found, names),
				chips, this.filters.facets(filter, found, names), this.filters.orders(filter),
				this.texts.of("sorted." + filter.order().code()), filter.order() == FilmFilter.Order.RATING,
				filter.years(), filter.withoutYears(), pages);
	}

	private Choice everybody(FilmFilter filter) {
		String named = filter.query().plain();
		return new Choice(this.texts.of("films.people.all", named), "/people?q=" + FilmFilter.encoded(named), null,
				false);
	}

	/**
	 * On the first page, and one more than it shows; behind a slip only where no film has
	 * the words as typed but by chance, or is known by them as its initials. Above a film
	 * that is called so, or may be behind a slip, stand only people whose name it is or
	 * who are better known.
	 */
	private FilmSearch.First<PersonHit> people(FilmFilter filter, Words words, FilmSearch.Found found) {
		if (filter.page() > 1) {
			return new FilmSearch.First<>(false, List.of());
		}
		boolean byInitials = found.films()
			.stream()
			.limit(1)
			.flatMap(FilmHit::titles)
			.anyMatch((title) -> Spellings.initials(title).contains(words.printed()));
		FilmSearch.First<PersonHit> people = this.search.people(filter.query().plain(), PEOPLE + 1,
				found.slips() && !byInitials || found.nowhere() || found.byChance());
		return (people.hits().isEmpty() || found.films().isEmpty()) ? people
				: new FilmSearch.First<>(people.slips(), aboveFilms(people, words, found));
	}

	/** Whether people are meant whose names are longer than what was typed. */
	private static boolean areShortened(FilmSearch.First<PersonHit> people, Words words) {
		return !people.slips() && people.hits()
			.stream()
			.limit(1)
			.anyMatch((person) -> words.tokens().size() > 1 && !Marked.all(person.name(), words, false));
	}

	private static List<PersonHit> aboveFilms(FilmSearch.First<PersonHit> people, Words words, FilmSearch.Found found) {
		List<String> typed = Spellings.keys(List.of(words.printed()));
		FilmHit best = found.films().get(0);
		Optional<FilmHit> called = people.slips()
				? Optional.of(best)
					.filter((film) -> found.slips() && film.score() > Reason.IN_TITLE_WITH_SLIPS.weight())
				: found.films().stream().filter((film) -> film.titleKeys().anyMatch(typed::contains)).findFirst();
		int fame = Objects.requireNonNullElse(called.orElse(best).fame(), 0);
		return people.hits()
			.stream()
			.filter((person) -> !found.byChance() || !people.slips() || person.fame() > fame / KNOWN_ENOUGH)
			.filter((person) -> called.isEmpty()
					|| person.fame() > fame && (people.slips() || Marked.all(person.name(), words, false))
					|| Folding.words(person.name()).equals(words.printed()))
			.toList();
	}

	private String heading(FilmFilter filter, List<Choice> chips, boolean people) {
		boolean fieldsAlone = filter.query().plain().isEmpty() && !chips.isEmpty();
		if (filter.hasWords() && !fieldsAlone) {
			return this.texts.of(people ? "films.heading.people" : "films.heading.words", unquoted(filter));
		}
		return chips.isEmpty() ? this.texts.of("films.heading")
				: this.texts.of("films.heading.narrowed", labels(chips));
	}

	/** What stands in the heading between quotes has none around it. */
	private static String unquoted(FilmFilter filter) {
		List<FilmQuery.Part> parts = filter.query().parts();
		return (parts.size() == 1 && parts.get(0).plain()) ? parts.get(0).text() : filter.q();
	}

	private static String labels(List<Choice> chips) {
		return chips.stream().map(Choice::label).collect(Collectors.joining("\u00a0· "));
	}

	/** What a visitor has to know to read the list right. */
	private List<String> remarks(FilmFilter filter, Words words, FilmSearch.Found found, Names names) {
		List<String> remarks = new ArrayList<>();
		if (words.none() && filter.hasWords() && filter.query().conditions().isEmpty()) {
			remarks.add(this.texts.of("films.remark.no-word"));
		}
		filter.chosen(Facet.GENRE)
			.stream()
			.filter((genre) -> !names.genres().containsKey(genre))
			.forEach((genre) -> remarks.add(this.texts.of("films.remark.no-genre", genre)));
		filter.chosen(Facet.PROVIDER)
			.stream()
			.filter((provider) -> !names.providers().containsKey(provider))
			.forEach((provider) -> remarks.add(this.texts.of("films.remark.no-provider", provider)));
		filter.query()
			.external()
			.ifPresent(
					(id) -> remarks.add(this.texts.of(id.person() ? "films.remark.no-person" : "films.remark.no-film",
							this.texts.of("scheme." + id.scheme()), id.id())));
		Words.Years hint = words.hint();
		if (hint != null && !found.films().isEmpty() && filter.page() == 1
				&& filter.order() == FilmFilter.Order.RELEVANCE
				&& found.films().stream().noneMatch((film) -> isOf(film, hint))) {
			remarks.add((hint.from() == hint.to()) ? this.texts.of("films.remark.no-year", String.valueOf(hint.from()))
					: this.texts.of("films.remark.no-years", String.valueOf(hint.from()), String.valueOf(hint.to())));
		}
		return remarks;
	}

	/** Of the years, or called by them. */
	private static boolean isOf(FilmHit film, Words.Years hint) {
		return film.year() != null && film.year() >= hint.from() && film.year() <= hint.to()
				|| film.title().contains(String.valueOf(hint.from()));
	}

	/** Fewer filters, and as many of the words as some film has. */
	private List<Choice> waysOn(FilmFilter filter, Words words) {
		List<Choice> ways = new ArrayList<>();
		if (filter.narrowed()) {
			ways.add(way(this.texts.of("films.ways.unfiltered"), filter.unfiltered()));
		}
		if (!filter.query().conditions().isEmpty() && !words.none()) {
			ways.add(way(this.texts.of("films.ways.plain", words.printed()), FilmFilter.words(words.printed())));
		}
		List<String> typed = words.tokens().stream().map(Words.Token::typed).distinct().toList();
		if (typed.size() > 1) {
			// the last words are the likeliest to be too much
			List<String> fewer = new ArrayList<>();
			for (int left = typed.size() - 1; left >= 0 && typed.size() > 2; left--) {
				String dropped = typed.get(left);
				String rest = typed.stream().filter((word) -> !word.equals(dropped)).collect(Collectors.joining(" "));
				if (this.search.finds(rest)) {
					fewer.add(rest);
				}
			}
			for (int length = typed.size() - 2; length > 1 && length > typed.size() - 4 && fewer.isEmpty(); length--) {
				fewer.addAll(neighbours(typed, length));
			}
			(fewer.isEmpty() ? telling(typed).filter(this.search::finds) : fewer.stream())
				.forEach((some) -> ways.add(way(this.texts.of("films.ways.word", some), FilmFilter.words(some))));
		}
		return ways;
	}

	/**
	 * So many words that stand together and that some film has, each word in one group:
	 * "fight club brad pitt" is a title and a name.
	 */
	private List<String> neighbours(List<String> typed, int length) {
		List<String> groups = new ArrayList<>();
		int first = 0;
		while (first + length <= typed.size()) {
			String group = String.join(" ", typed.subList(first, first + length));
			boolean found = this.search.finds(group);
			if (found) {
				groups.add(group);
			}
			first += found ? length : 1;
		}
		return groups;
	}

	/** Without "the" and "a", unless there is nothing else. */
	private static Stream<String> telling(List<String> typed) {
		List<String> telling = typed.stream().filter((word) -> word.length() >= TELLING).toList();
		return (telling.isEmpty() ? typed : telling).stream();
	}

	private static Choice way(String label, FilmFilter filter) {
		return new Choice(label, filter.href(), null, false);
	}

	private FilmsPage.@Nullable DidYouMean meant(FilmFilter filter, Words words, FilmSearch.Found found,
			List<PersonHit> people) {
		List<String> titles = found.films().stream().limit(1).flatMap(FilmHit::titles).toList();
		List<String> names = Stream
			.concat(people.stream().limit(1).map(PersonHit::name),
					found.films()
						.stream()
						.limit(1)
						.flatMap((film) -> film.credit().stream())
						.map(Played::of)
						.flatMap((played) -> Stream.of(played.name(), played.character())))
			.toList();
		String mended = words.none() ? "" : Slip.mend(words, titles, names);
		return mended.equals(words.printed()) ? null : meant(filter, mended);
	}

	/**
	 * Not for who types a title that has a genre in it (Star Wars), nor with words that
	 * no film has.
	 * @param nothing whether nobody and no film was found
	 */
	private FilmsPage.@Nullable Paraphrase paraphrase(FilmFilter filter, Words words, FilmSearch.Found found,
			Names names, boolean nothing) {
		List<String> printed = List.of(words.printed().split(" "));
		boolean hasFilms = printed.size() > 1 && PlainWords.haveFilms(printed);
		boolean endsInFilms = hasFilms && PlainWords.endsInFilms(printed);
		boolean inTitle = found.films().stream().limit(1).anyMatch((film) -> isMeant(film, words, hasFilms));
		return this.paraphrases.of(filter, names)
			.stream()
			.filter((said) -> !said.filter().hasWords()
					|| !inTitle && isOfSomething(said) && !this.search.isATitle(said.ordering()))
			.findFirst()
			.map((said) -> new FilmsPage.Paraphrase(inWords(said.filter()), said.filter().href(),
					nothing || found.slips() || (said.whole() || endsInFilms) && !inTitle,
					said.telling() || !inTitle && (hasFilms || found.byChance())))
			.orElse(null);
	}

	/**
	 * Whether a film is meant by its title.
	 * @param hasFilms whether one of the words is one for films: that is of no title but
	 * one that begins so, such as Scary Movie
	 */
	private static boolean isMeant(FilmHit film, Words words, boolean hasFilms) {
		Words.Years hint = words.hint();
		boolean ofTheTime = hint == null || isOf(film, hint);
		if (hasFilms) {
			Words rest = words.rest();
			return begins(film, words) || rest != null && ofTheTime && begins(film, rest);
		}
		return film.score() > Reason.BY_CHANCE
				// a name weighs as much as a title: beside one, years are a filter
				&& (hint == null || ofTheTime && isCalled(film, words));
	}

	/** Whether a title of it begins so. */
	private static boolean begins(FilmHit film, Words words) {
		List<String> typed = Spellings.keys(List.of(words.printed()));
		return film.titleKeys().anyMatch((key) -> typed.stream().anyMatch(key::startsWith));
	}

	private boolean isOfSomething(Paraphrases.Paraphrase said) {
		if (!said.series().isEmpty() && said.series().indexOf(' ') < 0) {
			// one word alone stands in too many titles
			return this.search.isATitle(said.series());
		}
		return said.titled() ? this.search.beginsATitle(said.filter().query().plain())
				: this.search.finds(said.filter());
	}

	/** Whether all words but the year stand in its title. */
	private static boolean isCalled(FilmHit film, Words words) {
		Words rest = words.rest();
		return Set.copyOf(List.of(Folding.words(film.title()).split(" ")))
			.containsAll(List.of(Folding.words(((rest != null) ? rest : words).printed()).split(" ")));
	}

	/** What a filter asks for. */
	private String inWords(FilmFilter filter) {
		List<String> parts = new ArrayList<>();
		parts.add(labels(this.filters.chips(filter, this.filters.names(filter, Map.of()))));
		parts.add(filter.query().plain().isEmpty() ? "" : "“" + filter.query().plain() + "”");
		parts.add(
				(filter.order() == FilmFilter.Order.RELEVANCE) ? "" : this.texts.of("sorted." + filter.order().code()));
		return parts.stream().filter((part) -> !part.isEmpty()).collect(Collectors.joining("\u00a0· "));
	}

	private FilmsPage.@Nullable DidYouMean betterKnown(FilmFilter filter, Words words, FilmSearch.Found found,
			List<PersonHit> people) {
		if (!filter.wordsAlone()) {
			return null;
		}
		String title = Folding.words(Objects.requireNonNullElse(this.search.betterKnown(words, found, people), ""));
		return (title.isEmpty() || title.equals(Folding.words(filter.query().plain()))) ? null : meant(filter, title);
	}

	private static FilmsPage.DidYouMean meant(FilmFilter filter, String words) {
		return new FilmsPage.DidYouMean(words, filter.query(filter.query().words(words)).href());
	}

	private FilmsPage.PersonRow row(PersonHit person, Words words, boolean slips) {
		return new FilmsPage.PersonRow(person.href(), Marked.of(person.name(), words, slips),
				String.join(", ", person.knownFor()));
	}

	private FilmsPage.FilmRow row(FilmHit film, Words words, boolean slips) {
		List<String> facts = new ArrayList<>();
		if (!film.genreName().isEmpty()) {
			facts.add(String.join(", ", film.genreName()));
		}
		if (film.rating() != null) {
			facts.add(this.texts.of("films.rated", film.rating()));
		}
		FilmCard card = film.card();
		return new FilmsPage.FilmRow(card.path(), card.poster(), Marked.of(film.title(), words, slips), film.year(),
				String.join("\u00a0· ", facts),
				words.none() ? List.of() : Stream
					.concat(film.alsoCalled(words, slips).map((title) -> this.texts.of("films.also", title)).stream(),
							film.credit().stream().map(this::credit))
					.map((credit) -> Marked.of(credit, words, slips))
					.filter(Marked::any)
					.sorted(Comparator.comparing(Marked::count).reversed())
					.limit(REASONS)
					.toList());
	}

	private String credit(String stored) {
		Played played = Played.of(stored);
		return played.character().isEmpty() ? played.name()
				: this.texts.of("films.plays", played.name(), played.character());
	}

}
