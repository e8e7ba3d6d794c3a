package app.marquee.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.Genre;
import app.marquee.catalogue.Genres;
import app.marquee.search.FilmSearch.Facet;
import app.marquee.search.FilmsPage.Choice;
import app.marquee.watch.Provider;
import app.marquee.watch.Providers;
import app.marquee.web.BadParameter;
import app.marquee.web.Pagination;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts a page of films together. */
@Component
class FilmsPages {

	private static final int PEOPLE = 6;

	/** Reasons beyond these do not help to decide. */
	private static final int REASONS = 3;

	private final FilmSearch search;

	private final Genres genres;

	private final Providers providers;

	private final Texts texts;

	FilmsPages(FilmSearch search, Genres genres, Providers providers, Texts texts) {
		this.search = search;
		this.genres = genres;
		this.providers = providers;
		this.texts = texts;
	}

	FilmsPage of(FilmFilter filter) {
		Words words = Words.of(filter.q());
		FilmSearch.Found found = this.search.films(filter, false);
		List<PersonHit> people = this.search.people(filter.q(), false, PEOPLE);
		boolean slips = filter.hasWords() && found.total() == 0 && people.isEmpty();
		if (slips) {
			found = this.search.films(filter, true);
			people = this.search.people(filter.q(), true, PEOPLE);
		}
		boolean forgiving = slips;
		Pagination pages = Pagination.of(filter.page(), found.total(), FilmFilter.ON_A_PAGE, FilmFilter.DEEPEST,
				(number) -> filter.page(number).href());
		if (filter.page() > pages.last()) {
			throw new BadParameter("page", "bad.page-films");
		}
		Names names = names(filter, found);
		boolean foundByMisspeltWords = slips && (found.total() > 0 || !people.isEmpty());
		return new FilmsPage(heading(filter), filter.q(),
				foundByMisspeltWords ? meant(filter, words, found, people) : null, foundByMisspeltWords,
				(filter.page() == 1)
						? people.stream().map((person) -> row(person, words, forgiving)).toList() : List.of(),
				this.texts.of("count.films", found.total()), found.total() == 0,
				filter.hasWords() ? found.films().stream().map((film) -> row(film, words, forgiving)).toList()
						: List.of(),
				filter.hasWords() ? List.of() : found.films().stream().map(FilmHit::card).toList(),
				(found.total() == 0) ? waysOn(filter, words) : List.of(), chips(filter, names),
				facets(filter, found, names), orders(filter), this.texts.of("sort." + filter.order().code()),
				filter.from(), filter.to(), filter.withoutYears(), pages);
	}

	private String heading(FilmFilter filter) {
		if (filter.hasWords()) {
			return this.texts.of("films.heading.words", filter.q());
		}
		return this.texts.of(filter.narrowed() ? "films.heading.narrowed" : "films.heading");
	}

	/** Fewer words, and fewer filters. */
	private List<Choice> waysOn(FilmFilter filter, Words words) {
		List<Choice> ways = new ArrayList<>();
		if (filter.narrowed()) {
			ways.add(new Choice(this.texts.of("films.ways.unfiltered"), filter.unfiltered().href(), null, false));
		}
		if (words.tokens().size() > 1) {
			words.tokens()
				.forEach((word) -> ways.add(new Choice(this.texts.of("films.ways.word", word),
						FilmFilter.all().words(word).order(FilmFilter.Order.RELEVANCE).href(), null, false)));
		}
		return ways;
	}

	private FilmsPage.@Nullable DidYouMean meant(FilmFilter filter, Words words, FilmSearch.Found found,
			List<PersonHit> people) {
		Stream<String> texts = people.isEmpty()
				? found.films()
					.stream()
					.limit(1)
					.flatMap((film) -> Stream.concat(Stream.of(film.title()),
							film.credit().stream().map((credit) -> credit.replace('|', ' '))))
				: people.stream().limit(1).map(PersonHit::name);
		String mended = Slip.mend(words, texts);
		return mended.equals(String.join(" ", words.tokens())) ? null
				: new FilmsPage.DidYouMean(mended, filter.words(mended).href());
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
		String path = "/films/" + film.slug();
		return new FilmsPage.FilmRow(path, path + "/poster.svg", Marked.of(film.title(), words, slips), film.year(),
				String.join(" · ", facts),
				words.none() ? List.of()
						: film.credit()
							.stream()
							.map(this::credit)
							.map((credit) -> Marked.of(credit, words, slips))
							.filter(Marked::any)
							.limit(REASONS)
							.toList());
	}

	private String credit(String pair) {
		int bar = pair.indexOf('|');
		String name = pair.substring(0, bar);
		String played = pair.substring(bar + 1);
		return played.isEmpty() ? name : this.texts.of("films.plays", name, played);
	}

	/** How facet values are called. */
	private record Names(Map<String, String> genres, Map<String, String> providers) {
	}

	private Names names(FilmFilter filter, FilmSearch.Found found) {
		Stream<String> genres = Stream.concat(filter.genres().stream(),
				found.facets().getOrDefault(Facet.GENRE, Map.of()).keySet().stream());
		Stream<String> providers = Stream.concat(Stream.of(filter.provider()).filter((slug) -> !slug.isEmpty()),
				found.facets().getOrDefault(Facet.PROVIDER, Map.of()).keySet().stream());
		return new Names(
				this.genres.findBySlugIn(genres.distinct().toList())
					.stream()
					.collect(Collectors.toMap(Genre::slug, Genre::name)),
				this.providers.findBySlugIn(providers.distinct().toList())
					.stream()
					.collect(Collectors.toMap(Provider::slug, Provider::name)));
	}

	private List<Choice> chips(FilmFilter filter, Names names) {
		List<Choice> chips = new ArrayList<>();
		filter.genres()
			.forEach((genre) -> chips.add(chip(names.genres().getOrDefault(genre, genre), filter.toggleGenre(genre))));
		if (!filter.decade().isEmpty()) {
			chips.add(chip(filter.decade().equals(Bands.UNKNOWN) ? this.texts.of("chip.year.unknown")
					: decade(filter.decade()), filter.anyYear()));
		}
		if (filter.from() != null || filter.to() != null) {
			chips.add(chip(years(filter.from(), filter.to()), filter.anyYear()));
		}
		if (filter.minRating() != null) {
			chips.add(chip(this.texts.of("facet.rated.value", filter.minRating()), filter.minRating(null)));
		}
		if (!filter.runtime().isEmpty()) {
			chips.add(chip(filter.runtime().equals(Bands.UNKNOWN) ? this.texts.of("chip.runtime.unknown")
					: runtime(filter.runtime()), filter.runtimeBand("")));
		}
		if (!filter.certificate().isEmpty()) {
			chips.add(chip(filter.certificate(), filter.certificate("")));
		}
		if (!filter.provider().isEmpty()) {
			String name = names.providers().getOrDefault(filter.provider(), filter.provider());
			chips.add(chip(filter.region().isEmpty() ? name : name + " · " + filter.region(), filter.provider("", "")));
		}
		return chips;
	}

	private static Choice chip(String label, FilmFilter without) {
		return new Choice(label, without.href(), null, true);
	}

	private String years(@Nullable Integer from, @Nullable Integer to) {
		if (from == null) {
			return this.texts.of("facet.years.to", String.valueOf(to));
		}
		return (to == null) ? this.texts.of("facet.years.from", String.valueOf(from)) : from + "–" + to;
	}

	private String decade(String decade) {
		return decade.equals(Bands.UNKNOWN) ? this.texts.of("facet.unknown")
				: this.texts.of("facet.decade.value", decade);
	}

	private String runtime(String code) {
		return Stream.of(Bands.Runtime.values())
			.filter((band) -> band.code().equals(code))
			.findFirst()
			.map((band) -> this.texts.of(band.message()))
			.orElse(code);
	}

	private List<FilmsPage.FacetChoices> facets(FilmFilter filter, FilmSearch.Found found, Names names) {
		return Stream.of(Facet.values())
			.map((facet) -> new FilmsPage.FacetChoices(this.texts.of("facet." + facet.name().toLowerCase(Locale.ROOT)),
					choices(facet, filter, found.facets().getOrDefault(facet, Map.of()), names), facet == Facet.DECADE))
			.filter((facet) -> !facet.choices().isEmpty())
			.toList();
	}

	private List<Choice> choices(Facet facet, FilmFilter filter, Map<String, Long> counts, Names names) {
		Comparator<Map.Entry<String, Long>> byCount = Map.Entry.<String, Long>comparingByValue()
			.reversed()
			.thenComparing(Map.Entry.comparingByKey());
		Comparator<Map.Entry<String, Long>> byKey = Map.Entry.comparingByKey();
		Comparator<Map.Entry<String, Long>> unknownLast = Comparator
			.comparing((count) -> count.getKey().equals(Bands.UNKNOWN));
		return switch (facet) {
			case GENRE -> choices(counts, byCount, (genre) -> names.genres().getOrDefault(genre, genre),
					filter::toggleGenre, filter.genres()::contains);
			case DECADE -> choices(counts, unknownLast.thenComparing(byKey.reversed()), this::decade,
					(decade) -> filter.decade(filter.decade().equals(decade) ? "" : decade), filter.decade()::equals);
			case RATED -> choices(counts, byKey.reversed(), (points) -> this.texts.of("facet.rated.value", points),
					(points) -> filter.minRating(isRated(filter, points) ? null : Integer.valueOf(points)),
					(points) -> isRated(filter, points));
			case RUNTIME -> choices(counts, Comparator.comparing((count) -> runtimeOrder(count.getKey())),
					this::runtime, (band) -> filter.runtimeBand(filter.runtime().equals(band) ? "" : band),
					filter.runtime()::equals);
			case CERTIFICATE -> choices(counts, byCount, Function.identity(),
					(certificate) -> filter.certificate(filter.certificate().equals(certificate) ? "" : certificate),
					filter.certificate()::equals);
			case PROVIDER -> choices(counts, byCount, (provider) -> names.providers().getOrDefault(provider, provider),
					(provider) -> filter.provider(filter.provider().equals(provider) ? "" : provider, ""),
					filter.provider()::equals);
		};
	}

	private static List<Choice> choices(Map<String, Long> counts, Comparator<Map.Entry<String, Long>> order,
			Function<String, String> label, Function<String, FilmFilter> change, Predicate<String> chosen) {
		return counts.entrySet()
			.stream()
			.sorted(order)
			.map((count) -> new Choice(label.apply(count.getKey()), change.apply(count.getKey()).href(),
					count.getValue(), chosen.test(count.getKey())))
			.toList();
	}

	private static boolean isRated(FilmFilter filter, String points) {
		return filter.minRating() != null && filter.minRating().toString().equals(points);
	}

	private static int runtimeOrder(String code) {
		return Stream.of(Bands.Runtime.values())
			.filter((band) -> band.code().equals(code))
			.findFirst()
			.map(Enum::ordinal)
			.orElse(0);
	}

	private List<Choice> orders(FilmFilter filter) {
		return Stream.of(FilmFilter.Order.values())
			.filter((order) -> order != FilmFilter.Order.RELEVANCE || filter.hasWords())
			.map((order) -> new Choice(this.texts.of("sort." + order.code()), filter.order(order).href(), null,
					order == filter.order()))
			.toList();
	}

}
