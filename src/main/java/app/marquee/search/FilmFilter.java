package app.marquee.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import app.marquee.web.BadParameter;
import app.marquee.web.Countries;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * Which films, in which order: the state of {@code /films}, read from its parameters and
 * written back as its canonical address. Every link on the page is one of these with
 * something changed.
 *
 * @param q the words; empty: all films
 * @param genres slugs; a film has to have all of them
 * @param decade 1990, unknown, or empty
 * @param from the first year, or null
 * @param to the last year, or null
 * @param certificate as printed, or empty
 * @param runtime the code of a band, or empty
 * @param minRating 5 to 9, or null
 * @param provider a slug, or empty
 * @param region ISO 3166-1 alpha-2, or empty; only with a provider
 * @param page from 1
 */
record FilmFilter(String q, List<String> genres, String decade, @Nullable Integer from, @Nullable Integer to,
		String certificate, String runtime, @Nullable Integer minRating, String provider, String region, Order order,
		int page) {

	/**
	 * Deeper pages cost more than they are worth: nobody reads on, and the index has to
	 * sort all that comes before.
	 */
	static final int DEEPEST = 100;

	static final int ON_A_PAGE = 24;

	/** The orders of a list; relevance makes sense with words only. */
	enum Order {

		RELEVANCE, TITLE, NEWEST, OLDEST, RATING, VOTES, ADDED, RUNTIME;

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
		String q = one.apply("q").replaceAll("\\s+", " ");
		Integer from = number(one.apply("from"), "from", 1870, 2200, "bad.year");
		Integer to = number(one.apply("to"), "to", 1870, 2200, "bad.year");
		Integer page = number(one.apply("page"), "page", 1, DEEPEST, "bad.page-films");
		String provider = matching(one.apply("provider"), "provider", "[\\p{L}\\p{N}-]{1,120}", "bad.provider");
		String region = region(one.apply("region"));
		return new FilmFilter(q, genres(parameters.getOrDefault("genre", List.of())),
				matching(one.apply("decade"), "decade", "(18|19|20|21)\\d0|unknown", "bad.decade"), from, to,
				matching(one.apply("certificate"), "certificate", "[^|]{1,40}", "bad.certificate"),
				runtime(one.apply("runtime")),
				number(one.apply("min-rating"), "min-rating", Bands.LOWEST_RATING, Bands.HIGHEST_RATING, "bad.rating"),
				provider, provider.isEmpty() ? "" : region, order(one.apply("sort"), q), (page != null) ? page : 1);
	}

	/** All films. */
	static FilmFilter all() {
		return new FilmFilter("", List.of(), "", null, null, "", "", null, "", "", Order.RATING, 1);
	}

	private static List<String> genres(List<String> values) {
		return values.stream()
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.map((value) -> matching(value, "genre", "[\\p{L}\\p{N}-]{1,80}", "bad.genre"))
			.distinct()
			.sorted()
			.toList();
	}

	private static String matching(String value, String name, String form, String takes) {
		if (!value.isEmpty() && !value.matches(form)) {
			throw new BadParameter(name, takes);
		}
		return value;
	}

	private static String runtime(String value) {
		if (!value.isEmpty() && Arrays.stream(Bands.Runtime.values()).noneMatch((band) -> band.code().equals(value))) {
			throw new BadParameter("runtime", "bad.runtime");
		}
		return value;
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

	private static Order order(String value, String q) {
		if (value.isEmpty()) {
			return usual(q);
		}
		for (Order order : Order.values()) {
			if (order.code().equals(value)) {
				return (order == Order.RELEVANCE && q.isEmpty()) ? usual(q) : order;
			}
		}
		throw new BadParameter("sort", "bad.sort");
	}

	/** The order of a list that nobody asked to sort. */
	private static Order usual(String q) {
		return q.isEmpty() ? Order.RATING : Order.RELEVANCE;
	}

	boolean hasWords() {
		return !this.q.isEmpty();
	}

	boolean narrowed() {
		return !this.genres.isEmpty() || !this.decade.isEmpty() || this.from != null || this.to != null
				|| !this.certificate.isEmpty() || !this.runtime.isEmpty() || this.minRating != null
				|| !this.provider.isEmpty();
	}

	/** The words alone. */
	FilmFilter unfiltered() {
		return new FilmFilter(this.q, List.of(), "", null, null, "", "", null, "", "", this.order, 1);
	}

	FilmFilter words(String words) {
		return new FilmFilter(words, this.genres, this.decade, this.from, this.to, this.certificate, this.runtime,
				this.minRating, this.provider, this.region, this.order, 1);
	}

	FilmFilter toggleGenre(String genre) {
		List<String> toggled = new ArrayList<>(this.genres);
		if (!toggled.remove(genre)) {
			toggled.add(genre);
		}
		toggled.sort(null);
		return new FilmFilter(this.q, List.copyOf(toggled), this.decade, this.from, this.to, this.certificate,
				this.runtime, this.minRating, this.provider, this.region, this.order, 1);
	}

	FilmFilter decade(String decade) {
		return new FilmFilter(this.q, this.genres, decade, null, null, this.certificate, this.runtime, this.minRating,
				this.provider, this.region, this.order, 1);
	}

	FilmFilter anyYear() {
		return decade("");
	}

	FilmFilter certificate(String certificate) {
		return new FilmFilter(this.q, this.genres, this.decade, this.from, this.to, certificate, this.runtime,
				this.minRating, this.provider, this.region, this.order, 1);
	}

	FilmFilter runtimeBand(String runtime) {
		return new FilmFilter(this.q, this.genres, this.decade, this.from, this.to, this.certificate, runtime,
				this.minRating, this.provider, this.region, this.order, 1);
	}

	FilmFilter minRating(@Nullable Integer minRating) {
		return new FilmFilter(this.q, this.genres, this.decade, this.from, this.to, this.certificate, this.runtime,
				minRating, this.provider, this.region, this.order, 1);
	}

	FilmFilter provider(String provider, String region) {
		return new FilmFilter(this.q, this.genres, this.decade, this.from, this.to, this.certificate, this.runtime,
				this.minRating, provider, region, this.order, 1);
	}

	FilmFilter order(Order order) {
		return new FilmFilter(this.q, this.genres, this.decade, this.from, this.to, this.certificate, this.runtime,
				this.minRating, this.provider, this.region, order, 1);
	}

	FilmFilter page(int page) {
		return new FilmFilter(this.q, this.genres, this.decade, this.from, this.to, this.certificate, this.runtime,
				this.minRating, this.provider, this.region, this.order, page);
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
		return decade("").parameters();
	}

	private List<Parameter> parameters() {
		List<Parameter> parameters = new ArrayList<>();
		add(parameters, "q", this.q);
		this.genres.forEach((genre) -> add(parameters, "genre", genre));
		add(parameters, "decade", this.decade);
		add(parameters, "from", this.from);
		add(parameters, "to", this.to);
		add(parameters, "certificate", this.certificate);
		add(parameters, "runtime", this.runtime);
		add(parameters, "min-rating", this.minRating);
		add(parameters, "provider", this.provider);
		add(parameters, "region", this.region);
		if (this.order != usual(this.q)) {
			add(parameters, "sort", this.order.code());
		}
		return parameters;
	}

	private static void add(List<Parameter> parameters, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			parameters.add(new Parameter(name, value.toString()));
		}
	}

	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** A parameter of the address. */
	record Parameter(String name, String value) {
	}

}
