package app.marquee.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import app.marquee.text.Slugs;

/** Reads plain words as filters, where genres and services are known by these words. */
final class PlainWords {

	static final Set<String> FILMS = Set.of("film", "films", "movie", "movies");

	private static final String BEFORE_A_TITLE = "(?:(?:where (?:can|do|could) (?:i|we|you)|where to) (?:watch|see|stream)"
			+ "|watch|download|stream|what is|who (?:directed|wrote|made|plays in|stars in|is in)"
			+ "|(?:who is )?(?:the )?(?:cast|director|reviews?|trailer|plot|ending|soundtrack) of"
			+ "|(?:films?|movies?) (?:similar to|called|named))";

	private static final String BEHIND_A_TITLE = "(?: (?:(?:the )?full (?:film|movie)|cast|director|reviews?|trailer"
			+ "|streaming|online|download|hd|4k|imdb|wiki|wikipedia|explained|soundtrack|subtitles|release date))";

	/** The same, but titles end so as well: Born Free, Night Watch. */
	private static final String NOT_ALONE = "(?: (?:watch|free|plot|ending|ratings?))";

	/** What people ask about a film, around its title. */
	private static final Pattern QUESTION = Pattern.compile("(?:who plays (?<part>.+) in |" + BEFORE_A_TITLE
			+ " )(?<of>.+?)(?:" + BEHIND_A_TITLE + "|" + NOT_ALONE + ")*" + "|(?<about>(?!the \\S+$).+?)" + NOT_ALONE
			+ "*" + BEHIND_A_TITLE + "(?:" + BEHIND_A_TITLE + "|" + NOT_ALONE + ")*|is (?<on>.+ on .+)",
			Pattern.CASE_INSENSITIVE);

	/** What genres are called besides, by slugs; plurals are found without. */
	private static final Map<String, List<String>> GENRES = Map.ofEntries(
			Map.entry("sci-fi", List.of("science-fiction")), Map.entry("scifi", List.of("science-fiction")),
			Map.entry("romantic", List.of("romance")), Map.entry("romcom", List.of("romance", "comedy")),
			Map.entry("animated", List.of("animation")), Map.entry("cartoon", List.of("animation")),
			Map.entry("historical", List.of("history")), Map.entry("biographical", List.of("biography")),
			Map.entry("biopic", List.of("biography")), Map.entry("scary", List.of("horror")),
			Map.entry("funny", List.of("comedy")), Map.entry("kids", List.of("family")),
			Map.entry("children", List.of("family")), Map.entry("childrens", List.of("family")),
			Map.entry("noir", List.of("film-noir")));

	static final String YEAR = "(18|19|20|21)\\d\\d";

	private PlainWords() {
	}

	/** Whether the last of the words is one for films. */
	static boolean endsInFilms(List<String> words) {
		return FILMS.contains(Folding.words(words.get(words.size() - 1)));
	}

	/** Whether a word for films is among them. */
	static boolean haveFilms(List<String> words) {
		return words.stream().map(Folding::words).anyMatch(FILMS::contains);
	}

	static boolean isYear(String word) {
		return word.matches(YEAR);
	}

	/** The slug that words give. */
	static String name(List<String> words) {
		return Slugs.ofName(String.join(" ", words), "");
	}

	/** The genres that are meant by a slug: mostly the one that has it. */
	static List<String> genre(String slug) {
		return GENRES.getOrDefault(slug, List.of(slug));
	}

	/** The slugs of the genres that may be called so. */
	static List<String> genres(String name) {
		Stream<String> singular = Stream.concat(Stream.of(name),
				name.endsWith("ies") ? Stream.of(name.substring(0, name.length() - 3) + "y")
						: name.endsWith("s") ? Stream.of(name.substring(0, name.length() - 1)) : Stream.of());
		return singular.flatMap((one) -> genre(one).stream()).toList();
	}

	/**
	 * What words say with filters, if anything.
	 * @param genres the slugs of genres that there are
	 * @param providers the slugs of services, by the slugs of what they are called
	 */
	static Optional<Paraphrases.Paraphrase> of(List<String> words, Set<String> genres, Map<String, String> providers) {
		Matcher question = QUESTION.matcher(String.join(" ", words));
		if (question.matches()) {
			PlainWordsReader asked = new PlainWordsReader(List.of(title(question).split(" ")), genres, providers);
			asked.leaveOut("");
			asked.read();
			if (asked.isOfSomething()) {
				return asked.paraphrase();
			}
			// "scary movie full movie" has no other words than those of filters
			if (title(question).contains(" ")) {
				return Optional.of(Paraphrases.Paraphrase.ofTitle(FilmFilter.words(title(question))));
			}
		}
		PlainWordsReader reading = new PlainWordsReader(words, genres, providers);
		reading.read();
		return reading.paraphrase();
	}

	private static String title(Matcher question) {
		return Stream.of("part", "of", "about", "on")
			.map(question::group)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
	}

}
