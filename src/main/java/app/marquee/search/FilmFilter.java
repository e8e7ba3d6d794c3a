package app.marquee.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.marquee.search.FilmQuery.Field;
import app.marquee.text.Countries;
import app.marquee.text.Slugs;
import app.marquee.web.BadParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * Which films, in which order: the state of {@code /films}, read from its parameters and
 * written back as its canonical address. Every link on the page is one of these with
 * something changed.
 *
 * @param query the words, and what only words can say; what a filter can say is in the
 * filters, however it came
 * @param chosen the values of each facet, in order; a facet without values is absent
 * @param years from the first to the last
 * @param minutes from the shortest to the longest
 * @param ratings from the lowest to the highest, in tenths of a point
 * @param region ISO 3166-1 alpha-2, or empty
 * @param page from 1
 */
record FilmFilter(FilmQuery query, Map<Facet, List<String>> chosen, Span years, Span minutes, Span ratings,
		String region, Order order, int page) {

	/**
	 * Deeper pages cost more than they are worth: nobody reads on, and the index has to
	 * sort all that comes before.
	 */
	static final int DEEPEST = 100;

	/** Past these, nobody looks for what was meant: other orders go deeper. */
	static final int DEEPEST_BY_RELEVANCE = 12;

	static final int ON_A_PAGE = 24;

	/** Points, perhaps with a tenth: 7, 7.5. */
	private static final Pattern POINTS = Pattern.compile("(\\d{1,2})(?:\\.(\\d))?");

	/** In tenths. */
	private static final int LOWEST_RATING = 10;

	private static final int HIGHEST_RATING = 100;

	/** NC-17; longer certificates are words, as Approved. */
	private static final int LONGEST_ABBREVIATION = 5;

	private static final int FIRST_YEAR = 1870;

	private static final int LAST_YEAR = 2200;

	/** A day. */
	private static final int MOST_MINUTES = 1440;

	/** The orders of a list; relevance makes sense with words only. */
	enum Order {

		RELEVANCE, TITLE, NEWEST, OLDEST, RATING, VOTES, ADDED, RUNTIME, LONGEST;

		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Reads the parameters of an address. Those that it does not know are passed over.
	 * @throws BadParameter if one has a value that it cannot have
	 */
	static FilmFilter of(MultiValueMap<String, String> parameters) {
		Function<String, String> one = (name) -> {
			String value = parameters.getFirst(name);
			return (value != null) ? value.strip() : "";
		};
		Reading reading = new Reading();
		for (Facet facet : Facet.values()) {
			parameters.getOrDefault(facet.code(), List.of())
				.stream()
				.map(String::strip)
				.filter((value) -> !value.isEmpty())
				.forEach((value) -> reading.choose(facet, value));
		}
		reading.years = new Span(number(one.apply("from"), "from", FIRST_YEAR, LAST_YEAR, "bad.year"),
				number(one.apply("to"), "to", FIRST_YEAR, LAST_YEAR, "bad.year"));
		String years = one.apply("year");
		if (!years.isEmpty() && !reading.years(years)) {
			throw new BadParameter("year", "bad.years");
		}
		if (reading.years.turned()) {
			throw new BadParameter("from", "bad.years-turned");
		}
		reading.minutes = new Span(number(one.apply("min-runtime"), "min-runtime", 1, MOST_MINUTES, "bad.minutes"),
				number(one.apply("max-runtime"), "max-runtime", 1, MOST_MINUTES, "bad.minutes"));
		if (reading.minutes.turned()) {
			throw new BadParameter("min-runtime", "bad.minutes-turned");
		}
		reading.ratings = new Span(points(one.apply("min-rating"), "min-rating"),
				points(one.apply("max-rating"), "max-rating"));
		if (reading.ratings.turned()) {
			throw new BadParameter("min-rating", "bad.ratings-turned");
		}
		reading.region = region(one.apply("region"));
		Integer page = number(one.apply("page"), "page", 1, DEEPEST, "bad.page-films");
		FilmQuery query = reading.query(one.apply("q"));
		return reading.filter(query, order(one.apply("sort"), query), (page != null) ? page : 1);
	}

	/** All films. */
	static FilmFilter all() {
		return new FilmFilter(new FilmQuery(List.of()), Map.of(), Span.ANY, Span.ANY, Span.ANY, "", Order.RATING, 1);
	}

	/** Films for words, the best match first. */
	static FilmFilter words(String words) {
		Reading reading = new Reading();
		FilmQuery query = reading.query(words);
		return reading.filter(query, Order.RELEVANCE, 1);
	}

	/** What the value of a field narrows to; nothing where no filter says it. */
	static FilmFilter of(FilmQuery.Part part) {
		Reading reading = new Reading();
		reading.takes(part);
		return reading.filter(new FilmQuery(List.of()), Order.RATING, 1);
	}

	/** The filters while they are read. */
	private static final class Reading {

		private final Map<Facet, Collection<String>> chosen = new EnumMap<>(Facet.class);

		private Span years = Span.ANY;

		private Span minutes = Span.ANY;

		private Span ratings = Span.ANY;

		private String region = "";

		Reading() {
		}

		/** What was typed, but for what it says with filters: that is read. */
		FilmQuery query(String typed) {
			return FilmQuery.of(typed).offering(this::takes, (part) -> of(part).narrowed());
		}

		/** Begins with what is known. */
		Reading(FilmFilter filter) {
			filter.chosen.forEach((facet, values) -> this.chosen.put(facet, new TreeSet<>(values)));
			this.years = filter.years;
			this.minutes = filter.minutes;
			this.ratings = filter.ratings;
			this.region = filter.region;
		}

		/** Nothing beside a facet narrows by the same fact. */
		void noLimits(Facet facet) {
			switch (facet) {
				case DECADE -> this.years = Span.ANY;
				case RUNTIME -> this.minutes = Span.ANY;
				case SCORE -> this.ratings = Span.ANY;
				default -> {
				}
			}
		}

		private void choose(Facet facet, String value) {
			String written = (facet == Facet.CERTIFICATE) ? certificate(value) : value.toLowerCase(Locale.ROOT);
			if (!facet.takes(written)) {
				throw new BadParameter(facet.code(), facet.takes());
			}
			this.chosen.computeIfAbsent(facet, (first) -> new TreeSet<>()).add(written);
		}

		/** Short ones are abbreviations. */
		private static String certificate(String value) {
			return (value.length() <= LONGEST_ABBREVIATION) ? value.toUpperCase(Locale.ROOT) : value;
		}

		/**
		 * Whether a field's value says what a filter can say; it is then the filter's.
		 */
		private boolean takes(FilmQuery.Part part) {
			String text = part.text();
			Field field = (part.field() != null) ? part.field() : Field.TITLE;
			return switch (field) {
				case YEAR -> years(text);
				case DECADE -> chosen(Facet.DECADE, decade(text));
				case RATING -> rating(text);
				case RUNTIME -> runtime(text);
				case SCORE -> chosen(Facet.SCORE, text);
				case GENRE -> part.excluded() ? genres(text) : genres(text.split(","));
				case CERTIFICATE -> chosen(Facet.CERTIFICATE, text);
				case PROVIDER -> chosen(Facet.PROVIDER, Slugs.ofName(text, ""));
				case REGION -> country(text);
				default -> false;
			};
		}

		/** As people call genres, and as the catalogue does. */
		private boolean genres(String... names) {
			List<String> meant = Arrays.stream(names)
				.map((name) -> Slugs.ofName(name, ""))
				.flatMap((slug) -> PlainWords.genre(slug).stream())
				.toList();
			return !meant.isEmpty() && meant.stream().allMatch(Facet.GENRE::takes)
					&& meant.stream().allMatch((one) -> chosen(Facet.GENRE, one));
		}

		private boolean chosen(Facet facet, String value) {
			boolean takes = facet.takes(value);
			if (takes) {
				choose(facet, value);
			}
			return takes;
		}

		private static String decade(String text) {
			String digits = text.replaceAll("^['’]|['’]?s$", "");
			return Bands.fourDigits(digits);
		}

		private boolean years(String text) {
			if (text.matches("['’]?(\\d\\d)?\\d0['’]?s")) {
				return chosen(Facet.DECADE, decade(text));
			}
			Span years = Span.of(text.endsWith("s") ? text.substring(0, text.length() - 1) : text);
			if (years == null || !years.within(FIRST_YEAR, LAST_YEAR)) {
				return false;
			}
			this.years = years.ordered();
			return true;
		}

		/** So many points alone are the least of them. */
		private boolean rating(String text) {
			String tenths = POINTS.matcher(text.replaceFirst("\\+$", "..")).replaceAll((points) -> "" + tenths(points));
			Span ratings = Span.of(tenths.matches("\\d+") ? tenths + ".." : open(tenths));
			if (ratings == null || !ratings.within(LOWEST_RATING, HIGHEST_RATING)) {
				return false;
			}
			this.ratings = ratings.ordered();
			return true;
		}

		/** "0-90" has no lower bound. */
		private static String open(String text) {
			return text.replaceFirst("^0+(?=\\.\\.|-)", "");
		}

		private boolean runtime(String text) {
			if (Facet.RUNTIME.takes(text)) {
				return chosen(Facet.RUNTIME, text);
			}
			Span minutes = Span.of(open(text));
			if (minutes == null || !minutes.within(1, MOST_MINUTES)) {
				return false;
			}
			this.minutes = minutes.ordered();
			return true;
		}

		private boolean country(String text) {
			String code = text.toUpperCase(Locale.ROOT);
			if (!Countries.have(code)) {
				return false;
			}
			this.region = code;
			return true;
		}

		private FilmFilter filter(FilmQuery query, Order order, int page) {
			Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
			this.chosen.forEach((facet, chosen) -> {
				if (!chosen.isEmpty()) {
					values.put(facet, List.copyOf(chosen));
				}
			});
			return new FilmFilter(query, Map.copyOf(values), this.years, this.minutes, this.ratings, this.region, order,
					page);
		}

	}

	private static String region(String value) {
		String code = value.toUpperCase(Locale.ROOT);
		if (!code.isEmpty() && !Countries.have(code)) {
			throw new BadParameter("region", "bad.region");
		}
		return code;
	}

	private static @Nullable Integer number(String value, String name, int least, int most, String takes) {
		if (value.isEmpty()) {
			return null;
		}
		if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
			throw new BadParameter(name, takes);
		}
		return Integer.valueOf(value);
	}

	/** Points in tenths. */
	private static @Nullable Integer points(String value, String name) {
		if (value.isEmpty()) {
			return null;
		}
		Matcher points = POINTS.matcher(value);
		if (!points.matches() || tenths(points) < LOWEST_RATING || tenths(points) > HIGHEST_RATING) {
			throw new BadParameter(name, "bad.rating");
		}
		return tenths(points);
	}

	private static int tenths(MatchResult points) {
		String tenth = points.group(2);
		return 10 * Integer.parseInt(points.group(1)) + ((tenth != null) ? Integer.parseInt(tenth) : 0);
	}

	/** Tenths as points: 7, 7.5. */
	static String points(int tenths) {
		return (tenths % 10 == 0) ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
	}

	private static Order order(String value, FilmQuery query) {
		if (value.isEmpty()) {
			return usual(query);
		}
		for (Order order : Order.values()) {
			if (order.code().equals(value)) {
				return (order == Order.RELEVANCE && query.parts().isEmpty()) ? usual(query) : order;
			}
		}
		throw new BadParameter("sort", "bad.sort");
	}

	/** The order of a list that nobody asked to sort. */
	private static Order usual(FilmQuery query) {
		return query.parts().isEmpty() ? Order.RATING : Order.RELEVANCE;
	}

	/** The words as they stand in the search box. */
	String q() {
		return this.query.printed();
	}

	boolean hasWords() {
		return !this.query.parts().isEmpty();
	}

	boolean narrowed() {
		return !this.chosen.isEmpty() || !this.years.any() || !this.minutes.any() || !this.ratings.any()
				|| !this.region.isEmpty();
	}

	/** Whether it asks for the first films for some words, and for nothing else. */
	boolean wordsAlone() {
		return !narrowed() && this.order == Order.RELEVANCE && this.page == 1 && this.query.conditions().isEmpty();
	}

	List<String> chosen(Facet facet) {
		return this.chosen.getOrDefault(facet, List.of());
	}

	boolean isSet(Facet facet) {
		return this.chosen.containsKey(facet) || switch (facet) {
			case DECADE -> !this.years.any();
			case RUNTIME -> !this.minutes.any();
			case SCORE -> !this.ratings.any();
			default -> false;
		};
	}

	/** The words alone. */
	FilmFilter unfiltered() {
		return new Reading().filter(this.query, this.order, 1);
	}

	/** Not narrowed by a facet, nor by what narrows by the same fact. */
	FilmFilter without(Facet facet) {
		return but((filters) -> {
			filters.chosen.remove(facet);
			filters.noLimits(facet);
		});
	}

	FilmFilter query(FilmQuery other) {
		return new Reading(this).filter(other, (this.order == usual(this.query)) ? usual(other) : this.order, 1);
	}

	/** Puts a value in, in place of what narrows by the same fact; or takes it out. */
	FilmFilter toggle(Facet facet, String value) {
		return but((filters) -> {
			Collection<String> values = filters.chosen.computeIfAbsent(facet, (first) -> new TreeSet<>());
			if (!values.remove(value)) {
				filters.noLimits(facet);
				values.add(value);
			}
		});
	}

	/** With others for a value that is chosen. */
	FilmFilter renamed(Facet facet, String value, List<String> others) {
		return but((filters) -> {
			Collection<String> values = filters.chosen.getOrDefault(facet, new TreeSet<>());
			if (values.remove(value)) {
				values.addAll(others);
			}
		});
	}

	/** Without what narrows by the same fact as a facet, but for the facet. */
	FilmFilter noLimits(Facet facet) {
		return but((filters) -> filters.noLimits(facet));
	}

	FilmFilter in(String region) {
		return but((filters) -> filters.region = region);
	}

	FilmFilter order(Order order) {
		return new Reading(this).filter(this.query, order, 1);
	}

	FilmFilter page(int page) {
		return new Reading(this).filter(this.query, this.order, page);
	}

	/** The same but for one thing, from the first page on. */
	private FilmFilter but(Consumer<Reading> change) {
		Reading filters = new Reading(this);
		change.accept(filters);
		return filters.filter(this.query, this.order, 1);
	}

	int deepest() {
		return (this.order == Order.RELEVANCE) ? DEEPEST_BY_RELEVANCE : DEEPEST;
	}

	/** The canonical address: parameters in one order, nothing that says the usual. */
	String href() {
		List<Parameter> parameters = parameters();
		if (this.page > 1) {
			parameters.add(new Parameter("page", Integer.toString(this.page)));
		}
		return parameters.isEmpty() ? "/films" : "/films?" + String.join("&",
				parameters.stream().map((parameter) -> parameter.name + "=" + encoded(parameter.value)).toList());
	}

	/** What a form has to carry along that changes only the years. */
	List<Parameter> withoutYears() {
		return noLimits(Facet.DECADE).parameters();
	}

	private List<Parameter> parameters() {
		List<Parameter> parameters = new ArrayList<>();
		add(parameters, "q", q());
		Arrays.stream(Facet.values())
			.forEach((facet) -> chosen(facet).forEach((value) -> add(parameters, facet.code(), value)));
		add(parameters, "from", this.years.least(), String::valueOf);
		add(parameters, "to", this.years.most(), String::valueOf);
		add(parameters, "min-runtime", this.minutes.least(), String::valueOf);
		add(parameters, "max-runtime", this.minutes.most(), String::valueOf);
		add(parameters, "min-rating", this.ratings.least(), FilmFilter::points);
		add(parameters, "max-rating", this.ratings.most(), FilmFilter::points);
		add(parameters, "region", this.region);
		if (this.order != usual(this.query)) {
			add(parameters, "sort", this.order.code());
		}
		return parameters;
	}

	private static void add(List<Parameter> parameters, String name, String value) {
		if (!value.isEmpty()) {
			parameters.add(new Parameter(name, value));
		}
	}

	private static void add(List<Parameter> parameters, String name, @Nullable Integer value,
			IntFunction<String> written) {
		if (value != null) {
			add(parameters, name, written.apply(value));
		}
	}

	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** A parameter of the address. */
	record Parameter(String name, String value) {
	}

}
