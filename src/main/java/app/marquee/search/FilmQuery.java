package app.marquee.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the search box: words, "phrases", -words and field:values in
 * any order. Nobody has to know the language: what is not understood is a word.
 */
record FilmQuery(List<Part> parts) {

	/** The names that a value can have in front, with a colon between. */
	enum Field {

		TITLE("title"), PERSON("person", "people", "with"), DIRECTOR("director"), WRITER("writer"),
		CAST("cast", "actor", "actress"), CHARACTER("character", "role"), GENRE("genre"), YEAR("year"),
		DECADE("decade"), CERTIFICATE("certificate", "rated"), RUNTIME("runtime"), RATING("rating", "min-rating"),
		SCORE("score"), PROVIDER("provider", "on", "service"), REGION("region");

		private static final Map<String, Field> BY_NAME = Arrays.stream(values())
			.flatMap((field) -> field.names.stream().map((name) -> Map.entry(name, field)))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

		private final List<String> names;

		Field(String... names) {
			this.names = List.of(names);
		}

		/** The name that it is printed with. */
		String code() {
			return this.names.get(0);
		}

		/** Whether the value is words, and not one of a few values. */
		boolean isText() {
			return compareTo(CHARACTER) <= 0;
		}

	}

	/**
	 * A word, a phrase, or a value of a field.
	 *
	 * @param excluded whether films that have it are left out
	 */
	record Part(boolean excluded, @Nullable Field field, String text, boolean phrase) {

		boolean plain() {
			return !this.excluded && this.field == null;
		}

		String printed() {
			boolean quoted = this.phrase || this.field != null && this.text.indexOf(' ') >= 0;
			return (this.excluded ? "-" : "") + ((this.field != null) ? this.field.code() + ":" : "")
					+ (quoted ? "\"" + this.text + "\"" : this.text);
		}

	}

	/** A film or a person by the id that somebody else has given. */
	record External(boolean person, String scheme, String id) {
	}

	private static final Pattern QUOTES = Pattern.compile("[“”„‟«»＂]");

	/**
	 * A minus, if it is one; a field, if it is one; a phrase or a word. Behind a field
	 * that no title begins with there may be a space.
	 */
	private static final Pattern PART = Pattern.compile("(?<minus>-(?=[\\p{L}\\p{N}\"]))?"
			+ "(?:(?<field>[A-Za-z-]{2,12}):(?=[^\\s\"]|\"[^\"]*[\\p{L}\\p{N}][^\"]*\")"
			+ "|(?<spaced>(?i:genre|year|decade|certificate|runtime|rating|provider|region)): (?=[^\\s\"-])(?!\\S+:))?"
			+ "(?:\"(?<phrase>[^\"]*)\"|(?<word>\\S+))");

	private static final Pattern IMDB = Pattern
		.compile("(?i)(?:imdb:)?((?:tt|nm)\\d{6,10})|.*\\bimdb\\.com/(?:[a-z-]+/)?(?:title|name)/((?:tt|nm)\\d+).*");

	private static final Pattern TMDB = Pattern
		.compile("(?i)(tmdb:)(\\d{1,9})|.*\\b(?:themoviedb|tmdb)\\.org/(?:[a-z-]+/)?(movie|person)/(\\d{1,9}).*");

	/** The last part of the path of an address. */
	private static final Pattern ADDRESS = Pattern
		.compile("(?i)https?://[^/\\s]+/(?:[^?#\\s]*/)?([^/?#\\s]+)/?(?:[?#]\\S*)?");

	/** What sites put behind a title, and "film" beside a year. */
	private static final Pattern SITE = Pattern
		.compile("(?i)(?:\\s[-–—|•]\\s+(?:imdb|letterboxd|wikipedia|rotten tomatoes|tmdb|justwatch|metacritic))+$");

	private static final Pattern OF_YEAR = Pattern.compile("(?<!\\S)(?:\\((\\d{4}) film\\)|\\(film\\))(?!\\S)");

	static FilmQuery of(String typed) {
		FilmQuery query = parsed(typed);
		// what is taken away, and it gets shorter each time, may lay something else bare
		while (query.external().isEmpty()) {
			String printed = query.printed();
			String words = pasted(printed);
			if (words.equals(printed)) {
				break;
			}
			query = parsed(words);
		}
		return query;
	}

	/** The words of an address that names a film by them, or of a page's heading. */
	private static String pasted(String printed) {
		String heading = SITE.matcher(printed).replaceFirst("").strip();
		Matcher address = ADDRESS.matcher(heading);
		String words = address.matches() ? decoded(address.group(1)).replaceAll("[_/:-]+", " ") : heading;
		return OF_YEAR.matcher(words).replaceAll("$1");
	}

	private static String decoded(String path) {
		try {
			return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return path;
		}
	}

	private static FilmQuery parsed(String typed) {
		String text = QUOTES.matcher(typed).replaceAll("\"").replaceAll("\\s+", " ").strip();
		List<Part> parts = new ArrayList<>();
		Matcher part = PART.matcher(text);
		int at = 0;
		while (at < text.length()) {
			if (text.charAt(at) == ' ') {
				at++;
			}
			else if (part.region(at, text.length()).lookingAt() && isWhole(part, text)) {
				add(parts, part);
				at = part.end();
			}
			else {
				// a quote that nobody closes
				at++;
			}
		}
		return new FilmQuery(List.copyOf(parts));
	}

	/** A word that begins with a quote is a phrase that somebody forgot to close. */
	private static boolean isWhole(Matcher part, String text) {
		String word = part.group("word");
		return word == null || word.charAt(0) != '"';
	}

	private static void add(List<Part> parts, Matcher part) {
		boolean phrase = part.group("phrase") != null;
		String text = part.group(phrase ? "phrase" : "word").strip();
		String name = (part.group("spaced") != null) ? part.group("spaced") : part.group("field");
		Field field = (name != null) ? Field.BY_NAME.get(name.toLowerCase(Locale.ROOT)) : null;
		boolean excluded = part.group("minus") != null;
		if (name != null && field == null) {
			// an unknown field is a word like any other: Mission:Impossible
			text = phrase ? name + " " + text : name + ":" + text;
		}
		if (!text.isEmpty()) {
			parts.add(new Part(excluded, field, text, phrase && field == null));
		}
	}

	/** The query as it would best have been typed: reading it gives the same again. */
	String printed() {
		return this.parts.stream().map(Part::printed).collect(Collectors.joining(" "));
	}

	/** What has to be found: words and phrases, without minus and field. */
	String plain() {
		return this.parts.stream().filter(Part::plain).map(Part::text).collect(Collectors.joining(" "));
	}

	/** The words that a title has to have, by the fields. */
	String title() {
		return this.parts.stream()
			.filter((part) -> part.field() == Field.TITLE && !part.excluded())
			.map(Part::text)
			.collect(Collectors.joining(" "));
	}

	/** Phrases, excluded parts and fields: what the words alone do not say. */
	List<Part> conditions() {
		return this.parts.stream().filter((part) -> !part.plain() || part.phrase()).toList();
	}

	FilmQuery without(Part removed) {
		return new FilmQuery(this.parts.stream().filter((part) -> !part.equals(removed)).toList());
	}

	/** The same query with other words, and all else as it was. */
	FilmQuery words(String words) {
		return new FilmQuery(Stream
			.concat(parsed(words).parts.stream().filter(Part::plain),
					this.parts.stream().filter((part) -> !part.plain()))
			.toList());
	}

	/** Whom an id or a pasted address names, if it is one. */
	Optional<External> external() {
		if (!this.parts.stream().allMatch(Part::plain)) {
			return Optional.empty();
		}
		String text = this.parts.stream().map(Part::text).collect(Collectors.joining(" "));
		Matcher imdb = IMDB.matcher(text);
		if (imdb.matches()) {
			String id = ((imdb.group(1) != null) ? imdb.group(1) : imdb.group(2)).toLowerCase(Locale.ROOT);
			return Optional.of(new External(id.startsWith("nm"), "imdb", id));
		}
		Matcher tmdb = TMDB.matcher(text);
		if (tmdb.matches()) {
			return (tmdb.group(1) != null) ? Optional.of(new External(false, "tmdb", tmdb.group(2)))
					: Optional.of(new External(tmdb.group(3).equalsIgnoreCase("person"), "tmdb", tmdb.group(4)));
		}
		return Optional.empty();
	}

	/**
	 * Each value of a field goes where it is put; what nobody takes is words, and what
	 * nobody can leave out stays in.
	 * @param excludable whether some filter says what a part leaves out
	 */
	FilmQuery offering(Function<Part, Boolean> taken, Predicate<Part> excludable) {
		List<Part> left = new ArrayList<>();
		for (Part part : this.parts) {
			if (part.field() == null || part.field().isText() || part.excluded() && excludable.test(part)) {
				left.add(part);
			}
			else if (!part.excluded() && !taken.apply(part)) {
				left.addAll(parsed(part.text()).parts.stream().filter(Part::plain).toList());
			}
		}
		return new FilmQuery(List.copyOf(left));
	}

}
