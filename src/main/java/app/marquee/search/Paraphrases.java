package app.marquee.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.search.FacetNames.Names;
import app.marquee.text.Folding;

import org.springframework.stereotype.Component;

/**
 * Says with filters what people type in plain words: "netflix comedies of the 90s", "best
 * horror", "movies with Tom Hanks". Whether that was meant is for others to decide: there
 * are films that are called Comedy.
 */
@Component
class Paraphrases {

	/** No service is called by these alone. */
	private static final Set<String> OF_MANY_SERVICES = Set.of("plus", "video", "tv", "max", "channel", "go", "now",
			"the", "play", "movie", "movies", "film", "films", "store", "free", "on", "and", "of");

	/** Longer series have no numbers in anybody's memory. */
	private static final Pattern NUMBER = Pattern
		.compile("[1-9]|1[0-2]|two|three|four|five|six|seven|eight|nine|ten|ii|iii|iv|vi|vii|viii|ix");

	private final FacetNames names;

	Paraphrases(FacetNames names) {
		this.names = names;
	}

	/**
	 * What was typed, said otherwise.
	 *
	 * @param telling whether it says more than that films are looked for
	 * @param whole whether all words were filters, two or more: no title is meant then,
	 * unless one has them all
	 * @param titled whether its words are meant as the beginning of a title, a genre
	 * among them: star wars on disney plus
	 * @param ordering the word for the order with the one behind it, which may be a title
	 * together: top gun; empty where there is none
	 * @param series the words that the titles of a series may have; empty where none is
	 * meant
	 */
	record Paraphrase(FilmFilter filter, boolean telling, boolean whole, boolean titled, String ordering,
			String series) {

		static Paraphrase of(FilmFilter filter, boolean telling) {
			return new Paraphrase(filter, telling, false, false, "", "");
		}

		static Paraphrase ofTitle(FilmFilter filter) {
			return of(filter, false).asTitle();
		}

		private Paraphrase asTitle() {
			return new Paraphrase(this.filter, this.telling, this.whole, true, this.ordering, this.series);
		}

	}

	/**
	 * Other ways to say a filter that has nothing but plain words, or names a genre or a
	 * service as nobody else does; the likeliest first.
	 * @param named the names of its genres and services, as far as they are any
	 */
	List<Paraphrase> of(FilmFilter filter, Names named) {
		FilmFilter called = called(filter, named);
		if (!called.equals(filter)) {
			return List.of(Paraphrase.of(called, true));
		}
		if (!filter.wordsAlone() || filter.query().parts().stream().anyMatch((part) -> !part.plain())) {
			return List.of();
		}
		List<String> words = Stream.of(filter.q().split(" ")).filter((word) -> !word.isEmpty()).toList();
		if (words.isEmpty() || words.size() > 2 * Words.MOST) {
			return List.of();
		}
		if (words.size() == 1 && PlainWords.isYear(words.get(0))) {
			FilmFilter year = FilmFilter.words("year:" + words.get(0)).order(FilmFilter.Order.RATING);
			// no filter takes the year 1850: it stays a word
			return year.hasWords() ? List.of() : List.of(Paraphrase.of(year, true));
		}
		List<String> names = IntStream.range(0, words.size())
			.boxed()
			.flatMap((from) -> IntStream
				.rangeClosed(from + 1, Math.min(from + PlainWordsReader.LONGEST_NAME, words.size()))
				.mapToObj((to) -> PlainWords.name(words.subList(from, to))))
			.toList();
		Names known = this.names.of(names.stream().flatMap((name) -> PlainWords.genres(name).stream()).toList(), names);
		Set<String> genres = known.genres().keySet();
		Map<String, String> services = known.providers()
			.keySet()
			.stream()
			.collect(Collectors.toMap(Function.identity(), Function.identity()));
		Optional<Paraphrase> said = PlainWords.of(words, genres, services);
		if (said.filter((paraphrase) -> paraphrase.telling() && !paraphrase.filter().hasWords()).isPresent()) {
			return said.stream().toList();
		}
		Map<String, String> parts = byPart(names);
		parts.putAll(services);
		Optional<Paraphrase> other = PlainWords.of(words, genres, parts)
			.filter((paraphrase) -> !paraphrase.filter().hasWords())
			.or(() -> said);
		Optional<Paraphrase> titled = genres.isEmpty() ? Optional.empty()
				: PlainWords.of(words, Set.of(), parts)
					.filter((paraphrase) -> paraphrase.filter().hasWords() && paraphrase.filter().narrowed())
					.map(Paraphrase::asTitle);
		Optional<Paraphrase> rest = withoutFilms(words);
		// "top gun movie" is one if there is a title that begins so
		Optional<Paraphrase> film = rest
			.filter((title) -> title.filter().q().contains(" ")
					&& other.filter((paraphrase) -> paraphrase.filter().hasWords()).isPresent())
			.map(Paraphrase::asTitle);
		return Stream.of(film, titled, other, rest, inSeries(words)).flatMap(Optional::stream).toList();
	}

	/**
	 * Who types "die hard 4" means a film of a series, which may be called otherwise: one
	 * of those that have the other words in a title.
	 */
	private static Optional<Paraphrase> inSeries(List<String> words) {
		int end = words.size() - 1;
		boolean number = NUMBER.matcher(Folding.words(words.get(end))).matches();
		if (end > 1 && Spellings.isPart(Folding.words(words.get(end - 1)))) {
			end--;
		}
		if (!number || end == 0) {
			return Optional.empty();
		}
		String series = String.join(" ", words.subList(0, end));
		FilmFilter titles = FilmFilter.words(new FilmQuery.Part(false, FilmQuery.Field.TITLE, series, false).printed())
			.order(FilmFilter.Order.OLDEST);
		return Optional.of(new Paraphrase(titles, true, false, false, "", series));
	}

	/** With what no genre and no service is called as those are called: comedies, hbo. */
	private FilmFilter called(FilmFilter filter, Names known) {
		FilmFilter called = filter;
		List<String> genres = unknown(filter.chosen(Facet.GENRE), known.genres());
		if (!genres.isEmpty()) {
			Set<String> others = this.names
				.of(genres.stream().flatMap((genre) -> PlainWords.genres(genre).stream()).toList(), List.of())
				.genres()
				.keySet();
			for (String genre : genres) {
				List<String> meant = PlainWords.genres(genre).stream().filter(others::contains).toList();
				called = called.renamed(Facet.GENRE, genre, meant.isEmpty() ? List.of(genre) : meant);
			}
		}
		List<String> providers = unknown(filter.chosen(Facet.PROVIDER), known.providers());
		for (Map.Entry<String, String> part : byPart(providers).entrySet()) {
			called = called.renamed(Facet.PROVIDER, part.getKey(), List.of(part.getValue()));
		}
		return called;
	}

	private static List<String> unknown(List<String> slugs, Map<String, String> known) {
		return slugs.stream().filter((slug) -> !known.containsKey(slug)).toList();
	}

	/** The words without "movie" at their end. */
	private static Optional<Paraphrase> withoutFilms(List<String> words) {
		int end = words.size() - 1;
		List<String> rest = words.subList(0, (end > 1 && words.get(end - 1).equalsIgnoreCase("the")) ? end - 1 : end);
		return (rest.isEmpty() || !PlainWords.endsInFilms(words)) ? Optional.empty()
				: Optional.of(Paraphrase.of(FilmFilter.words(String.join(" ", rest)), false));
	}

	/** Services by a part of their names that says which they are. */
	private Map<String, String> byPart(List<String> names) {
		List<String> parts = names.stream()
			.filter((name) -> name.length() > 2 && !OF_MANY_SERVICES.containsAll(List.of(name.split("-"))))
			.toList();
		return parts.isEmpty() ? new HashMap<>() : this.names.providersByPart(parts);
	}

}
