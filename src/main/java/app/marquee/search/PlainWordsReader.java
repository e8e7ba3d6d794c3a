package app.marquee.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

/** Reads plain words one by one, for what they say with filters. */
final class PlainWordsReader {

	/** Of so many words the longest names of services and genres are. */
	static final int LONGEST_NAME = 3;

	/** In front of people. */
	private static final Set<String> BY = Set.of("with", "starring", "featuring", "by");

	/** In front of "by" and of those who did it. */
	private static final Map<String, FilmQuery.Field> DONE = Map.of("directed", FilmQuery.Field.DIRECTOR, "written",
			FilmQuery.Field.WRITER);

	/** Top rated; films like this one, films about it, made or released in a year. */
	private static final Set<String> NOTHING = Set.of("rated", "like", "about", "made", "released");

	/** The best ever; of all time. */
	private static final List<String> EVER = List.of("all time", "all times", "ever made", "ever");

	/** The best ten and so on. */
	private static final Set<String> TOP = Set.of("top", "best");

	private static final Set<String> ROUND = Set.of("5", "10", "20", "25", "30", "40", "50", "100", "200", "250", "500",
			"1000");

	/** Behind "by" and the name of people who make films together. */
	private static final Set<String> TOGETHER = Set.of("brothers", "bros", "sisters");

	/** In front of a service, a genre or a time. */
	private static final Set<String> OF = Set.of("on", "in", "of", "from", "for", "the");

	private static final Map<String, FilmFilter.Order> ORDERS = Map.ofEntries(
			Map.entry("best", FilmFilter.Order.RATING), Map.entry("good", FilmFilter.Order.RATING),
			Map.entry("top", FilmFilter.Order.RATING), Map.entry("greatest", FilmFilter.Order.RATING),
			Map.entry("popular", FilmFilter.Order.VOTES), Map.entry("famous", FilmFilter.Order.VOTES),
			Map.entry("new", FilmFilter.Order.NEWEST), Map.entry("newest", FilmFilter.Order.NEWEST),
			Map.entry("latest", FilmFilter.Order.NEWEST), Map.entry("recent", FilmFilter.Order.NEWEST),
			Map.entry("old", FilmFilter.Order.OLDEST), Map.entry("oldest", FilmFilter.Order.OLDEST),
			Map.entry("longest", FilmFilter.Order.LONGEST), Map.entry("shortest", FilmFilter.Order.RUNTIME));

	/**
	 * What titles begin with as well: beside other words alone they order nothing, unless
	 * it is said that films are looked for.
	 */
	private static final Set<String> IN_TITLES = Set.of("good", "new", "old", "recent", "famous", "latest", "most",
			"longest", "shortest");

	/** Behind "new", these are names of places and much else: New York, New Year. */
	private static final Set<String> NEW = Set.of("york", "yorker", "yorkers", "zealand", "orleans", "jersey", "delhi",
			"mexico", "england", "guinea", "hampshire", "caledonia", "year", "years", "wave", "world", "moon", "age");

	private static final Map<String, String> BOUNDS = Map.of("under", "<", "below", "<", "less than", "<",
			"shorter than", "<", "over", ">", "above", ">", "more than", ">", "longer than", ">", "at least", ">=",
			"at most", "<=");

	/** From the thirties on. */
	private static final List<String> DECADES = List.of("thirties", "forties", "fifties", "sixties", "seventies",
			"eighties", "nineties");

	/** In front of a genre that is not wanted. */
	private static final Set<String> WITHOUT = Set.of("without", "no", "not", "except");

	/** In front of films, bands of the runtime. */
	private static final Set<String> LENGTHS = Set.of("short", "long");

	private static final List<String> HOURS = List.of("one", "two", "three", "four", "five");

	private static final Map<String, String> YEARS = Map.of("before", "<", "until", "<=", "after", ">", "since", ">=");

	/** What nothing else is called, and what is one only beside "rated". */
	private static final Set<String> CERTIFICATES = Set.of("pg-13", "nc-17", "tv-ma", "tv-14", "tv-pg");

	private static final Set<String> RATED = Set.of("g", "pg", "r", "x");

	/** In front of a name, what somebody is. */
	private static final Map<String, FilmQuery.Field> JOBS = Map.of("director", FilmQuery.Field.DIRECTOR, "writer",
			FilmQuery.Field.WRITER);

	/** Of these nobody is looked for among actors alone. */
	private static final Set<String> ACTORS = Set.of("actor", "actress");

	private final List<String> words;

	private final Set<String> genres;

	private final Map<String, String> providers;

	/** As fields. */
	private final List<String> said = new ArrayList<>();

	/** Years that stand without anything in front of them. */
	private final List<String> years = new ArrayList<>();

	private final List<String> rest = new ArrayList<>();

	/** Who did what. */
	private final Map<FilmQuery.Field, List<String>> doers = new EnumMap<>(FilmQuery.Field.class);

	/** What those did who are named from here on. */
	private FilmQuery.@Nullable Field done;

	private FilmFilter.Order order = FilmFilter.Order.RELEVANCE;

	/** What says so, with the word behind it. */
	private String ordering = "";

	/** Whether it is said by whom they are. */
	private boolean by;

	/** Whether anything was left out that is no word of a title or a name. */
	private boolean filler;

	/** Whether all that was left out may be of a title. */
	private boolean ofTitle = true;

	/** Whether other words stand in front of a genre. */
	private boolean behind;

	/** Whether some also stand behind it, as in Star Wars 4, or "or" does. */
	private boolean between;

	private int at;

	PlainWordsReader(List<String> words, Set<String> genres, Map<String, String> providers) {
		this.words = words;
		this.genres = genres;
		this.providers = providers;
	}

	void read() {
		while (this.at < this.words.size()) {
			int before = this.at;
			// "of the 90s": what leads to a filter belongs to it
			while (this.at < this.words.size() && OF.contains(word())) {
				this.at++;
			}
			if (this.at == this.words.size() || !readFilter(this.at > before)) {
				this.at = before;
				readWord();
			}
		}
	}

	private String word() {
		return word(0);
	}

	/** Whether a filter stands here; then it is read. */
	private boolean readFilter(boolean led) {
		for (int length = Math.min(LONGEST_NAME, this.words.size() - this.at); length > 0; length--) {
			String name = PlainWords.name(this.words.subList(this.at, this.at + length));
			List<String> called = genres(0, length);
			if (this.providers.containsKey(name)) {
				return take("provider:" + this.providers.get(name), length);
			}
			if (!called.isEmpty()) {
				called.forEach((genre) -> this.said.add("genre:" + genre));
				this.behind = !this.rest.isEmpty();
				this.at += length;
				return true;
			}
		}
		if (readWithout() || readYears() || readEver()) {
			return true;
		}
		String word = written(0);
		if (word.matches("['’]?((18|19|20|21)?\\d0)['’]?s")) {
			return take("decade:" + word.replaceAll("['’]", ""), 1);
		}
		if (DECADES.contains(word)) {
			return take("decade:19" + (3 + DECADES.indexOf(word)) + "0s", 1);
		}
		if (word.matches(PlainWords.YEAR + "[-–]" + PlainWords.YEAR)) {
			return take("year:" + word.replace('–', '-'), 1);
		}
		if (word.matches("pre-" + PlainWords.YEAR)) {
			return take("year:<" + word.substring("pre-".length()), 1);
		}
		if (isYear(0)) {
			if (led) {
				return take("year:" + word, 1);
			}
			this.years.add(word);
			this.at++;
			return true;
		}
		return readRuntime(1) || readRuntime(2) || readCertificate();
	}

	/** The genres that are called so, some words ahead. */
	private List<String> genres(int ahead, int length) {
		String name = PlainWords.name(this.words.subList(this.at + ahead, this.at + ahead + length));
		return PlainWords.genres(name).stream().filter(this.genres::contains).toList();
	}

	/** Behind what orders: says no more. */
	private boolean readEver() {
		Optional<String> ever = EVER.stream()
			.filter((words) -> (word(0) + " " + word(1)).equals(words) || word(0).equals(words))
			.filter((words) -> this.order != FilmFilter.Order.RELEVANCE)
			.findFirst();
		ever.ifPresent((words) -> this.at += words.split(" ").length);
		return ever.isPresent();
	}

	/** Without romance; no horror. */
	private boolean readWithout() {
		if (!WITHOUT.contains(word())) {
			return false;
		}
		for (int length = Math.min(LONGEST_NAME, this.words.size() - this.at - 1); length > 0; length--) {
			List<String> unwanted = genres(1, length);
			// without romcoms does not mean without all comedies
			if (unwanted.size() == 1) {
				return take("-genre:" + unwanted.get(0), 1 + length);
			}
		}
		return false;
	}

	/** Under 90 minutes; less than 2 hours. */
	private boolean readRuntime(int length) {
		String bound = BOUNDS.get(IntStream.range(0, length).mapToObj(this::word).collect(Collectors.joining(" ")));
		int hours = word(length).matches("an?") ? 1 : HOURS.indexOf(word(length)) + 1;
		String number = (hours > 0) ? Integer.toString(hours) : word(length);
		String unit = word(length + 1);
		if (bound == null || !number.matches("\\d{1,3}") || !unit.matches("min.*|hours?|hrs?")) {
			return false;
		}
		int minutes = unit.startsWith("h") ? 60 * Integer.parseInt(number) : Integer.parseInt(number);
		return take("runtime:" + bound + minutes, length + 2);
	}

	/** Before 1950; between 1950 and 1960; 1950 to 1960. */
	private boolean readYears() {
		String bound = YEARS.get(word());
		if (bound != null && isYear(1)) {
			leaveOut(word());
			return take("year:" + bound + word(1), 2);
		}
		boolean between = word().equals("between");
		int first = between ? 1 : 0;
		if (!isYear(first) || !word(first + 1).matches(between ? "and" : "to|until") || !isYear(first + 2)) {
			return false;
		}
		leaveOut(word(first + 1));
		return take("year:" + word(first) + "-" + word(first + 2), first + 3);
	}

	/** PG-13; R rated; rated R. */
	private boolean readCertificate() {
		String here = written(0);
		if (CERTIFICATES.contains(here + "-" + written(1))) {
			return take("certificate:" + here + "-" + written(1), 2);
		}
		if (here.equals("rated") && isCertificate(written(1))) {
			return take("certificate:" + written(1), 2);
		}
		if (isCertificate(here) && written(1).equals("rated")) {
			return take("certificate:" + here, 2);
		}
		return CERTIFICATES.contains(here) && take("certificate:" + here, 1);
	}

	private static boolean isCertificate(String word) {
		return RATED.contains(word) || CERTIFICATES.contains(word);
	}

	private boolean isYear(int ahead) {
		return PlainWords.isYear(word(ahead));
	}

	/** A word some words ahead, folded; empty behind the last one. */
	private String word(int ahead) {
		return Folding.words(written(ahead));
	}

	/** The same in lower case, with its hyphens. */
	private String written(int ahead) {
		return (this.at + ahead < this.words.size()) ? this.words.get(this.at + ahead).toLowerCase(Locale.ROOT) : "";
	}

	private boolean take(String filter, int words) {
		this.said.add(filter);
		this.at += words;
		return true;
	}

	private void readWord() {
		String word = word();
		if (ORDERS.containsKey(word) && !(word.equals("new") && NEW.contains(word(1)))) {
			this.order = ORDERS.getOrDefault(word, this.order);
			this.ordering = word + " " + word(1);
			leaveOut(word);
			this.at += (TOP.contains(word) && ROUND.contains(word(1))) ? 1 : 0;
		}
		else if (word.equals("imdb") && ORDERS.containsKey(word(1))) {
			leaveOut(word);
		}
		else if (LENGTHS.contains(word) && PlainWords.FILMS.contains(word(1))) {
			this.said.add("runtime:" + word);
		}
		else if (TOGETHER.contains(word) && isOfSomething() && this.by) {
			leaveOut(word);
		}
		else if (word.equals("highest") && word(1).equals("rated")) {
			this.order = FilmFilter.Order.RATING;
			leaveOut(word);
		}
		else if (word.equals("most") && ORDERS.containsKey(word(1))) {
			leaveOut(word);
		}
		else if (word.equals("or") && !this.said.isEmpty()) {
			// of several genres, only films of all are listed
			this.between = true;
		}
		else if (leadsToNothing(word)) {
			this.between |= this.behind;
		}
		else if (this.rest.isEmpty() && !word(1).isEmpty() && (JOBS.containsKey(word) || ACTORS.contains(word))) {
			this.done = JOBS.get(word);
			leaveOut(word);
		}
		else if (DONE.containsKey(word) && word(1).equals("by")) {
			this.done = DONE.get(word);
			this.by = true;
			leaveOut(word);
			this.at++;
		}
		else if (PlainWords.FILMS.contains(word) || BY.contains(word)) {
			this.done = null;
			this.by |= word.equals("by");
			leaveOut(word);
		}
		else if (this.done != null) {
			this.doers.computeIfAbsent(this.done, (field) -> new ArrayList<>()).add(this.words.get(this.at));
		}
		else {
			this.between |= this.behind;
			this.rest.add(this.words.get(this.at));
		}
		this.at++;
	}

	/** Like and about stand in titles as well, but not as their first words. */
	private boolean leadsToNothing(String word) {
		return NOTHING.contains(word)
				&& (this.rest.isEmpty() ? this.filler || !this.said.isEmpty() : this.filler && !word.equals("about"));
	}

	/** Whether there is anything but words for films and their order. */
	boolean isOfSomething() {
		return !this.rest.isEmpty() || !this.doers.isEmpty();
	}

	/** What is no word of a title or a name, and no filter either. */
	void leaveOut(String word) {
		this.filler = true;
		this.ofTitle &= IN_TITLES.contains(word);
	}

	/** What was read, if it says anything with filters or leaves anything out. */
	Optional<Paraphrases.Paraphrase> paraphrase() {
		this.doers.forEach((field, names) -> this.said
			.add(new FilmQuery.Part(false, field, String.join(" ", names), false).printed()));
		if (this.between || this.said.isEmpty() && (!this.filler || this.ofTitle && !this.rest.isEmpty())) {
			return Optional.empty();
		}
		if (this.rest.isEmpty() && this.years.size() == 1) {
			this.said.add("year:" + this.years.remove(0));
		}
		// beside names it stays what it is: a hint
		this.rest.addAll(this.years);
		FilmFilter filter = FilmFilter
			.words(String.join(" ", Stream.concat(this.said.stream(), this.rest.stream()).toList()));
		if (!filter.query().plain().equals(FilmQuery.of(String.join(" ", this.rest)).plain())) {
			// no filter can say what was to be one: the year 1850
			return Optional.empty();
		}
		boolean sorted = this.order != FilmFilter.Order.RELEVANCE;
		return Optional.of(new Paraphrases.Paraphrase(
				filter.order(sorted ? this.order
						: this.rest.isEmpty() ? FilmFilter.Order.RATING : FilmFilter.Order.RELEVANCE),
				!this.said.isEmpty() || sorted && this.rest.isEmpty(),
				this.rest.isEmpty() && this.said.size() + (this.filler ? 1 : 0) > 1, false, this.ordering, ""));
	}

}
