package app.marquee.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import app.marquee.MarqueeApplication;
import app.marquee.text.Folding;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Measures how long the index takes to answer, inside the server's process, over whatever
 * catalogue {@code --marquee.home} holds. What is asked for is taken from the catalogue's
 * own films and people, the same every time. With {@code --build} the index is built
 * first, and its time and size are printed; with {@code --kinds=suggestions} only those
 * are measured whose names begin so.
 * <p>
 * Run it with the class path of the tests:
 * {@code java -cp … app.marquee.search.SearchMeasure --marquee.home=DIR [--build] [--kinds=…]}
 */
public final class SearchMeasure {

	private static final int SAMPLES = 1_000;

	private static final int WARM_UP = 1_500;

	/** Slow kinds are asked less often. */
	private static final long WARM_UP_NANOS = Duration.ofSeconds(8).toNanos();

	private static final long MEASURE_NANOS = Duration.ofSeconds(12).toNanos();

	private static final int ON_A_PAGE = FilmFilter.ON_A_PAGE;

	private final FilmSearch search;

	private final List<String> titles;

	private final List<String> names;

	private final List<String> genres;

	private final Random random = new Random(1895);

	private SearchMeasure(ConfigurableApplicationContext catalogue) {
		this.search = catalogue.getBean(FilmSearch.class);
		JdbcTemplate jdbc = catalogue.getBean(JdbcTemplate.class);
		this.titles = some(jdbc, "film", "title");
		this.names = some(jdbc, "person", "name");
		this.genres = jdbc.queryForList("select slug from genre where film_count > 0 order by slug", String.class);
	}

	public static void main(String... arguments) {
		try (ConfigurableApplicationContext catalogue = new SpringApplicationBuilder(MarqueeApplication.class)
			.web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties("spring.main.banner-mode=off")
			.run(arguments)) {
			IndexKeeper keeper = catalogue.getBean(IndexKeeper.class);
			long start = System.nanoTime();
			if (Arrays.asList(arguments).contains("--build")) {
				keeper.rebuild();
			}
			keeper.follow();
			MeterRegistry metrics = catalogue.getBean(MeterRegistry.class);
			System.out.printf(Locale.ENGLISH, "index ready in %.1f s; built in %.1f s; %,.1f MB; %,d films%n",
					(System.nanoTime() - start) / 1e9, metrics.get("marquee.index.build").gauge().value(),
					metrics.get("marquee.index.size").gauge().value() / 1e6, catalogue.getBean(JdbcTemplate.class)
						.queryForObject("select film_count from catalogue", Long.class));
			new SearchMeasure(catalogue).run(catalogue.getEnvironment().getProperty("kinds", ""));
		}
	}

	/** Texts of rows that lie all over the table, the same every time. */
	private List<String> some(JdbcTemplate jdbc, String table, String column) {
		Long highest = jdbc.queryForObject("select max(id) from " + table, Long.class);
		List<String> texts = new ArrayList<>();
		while (texts.size() < SAMPLES) {
			texts.addAll(jdbc.queryForList("select %s from %s where id >= ? order by id limit 1".formatted(column, table),
					String.class, 1 + (long) (this.random.nextDouble() * highest)));
		}
		return texts;
	}

	private void run(String asked) {
		Map<String, Consumer<Integer>> kinds = new LinkedHashMap<>();
		kinds.put("whole title", (at) -> this.search.first(title(at), ON_A_PAGE));
		kinds.put("one word", (at) -> this.search.first(word(at), ON_A_PAGE));
		kinds.put("name", (at) -> this.search.first(this.names.get(at), ON_A_PAGE));
		kinds.put("prefix, 3 letters", (at) -> this.search.first(cut(word(at), 3), ON_A_PAGE));
		kinds.put("title and half a word", (at) -> this.search.first(cut(title(at), title(at).length() - 2), ON_A_PAGE));
		kinds.put("one typo", (at) -> this.search.first(misspelt(title(at), at), ON_A_PAGE));
		kinds.put("one typo, one word", (at) -> this.search.first(misspelt(word(at), at), ON_A_PAGE));
		kinds.put("suggestions, 1 letter", (at) -> suggest(cut(title(at), 1)));
		kinds.put("suggestions, 3 letters", (at) -> suggest(cut(title(at), 3)));
		kinds.put("suggestions, 6 letters", (at) -> suggest(cut(title(at), 6)));
		kinds.put("people", (at) -> this.search.people(this.names.get(at), ON_A_PAGE));
		kinds.put("words with facets", (at) -> this.search.films(filter("q", word(at))));
		kinds.put("all films with facets", (at) -> this.search.films(filter()));
		kinds.put("genre with facets", (at) -> this.search.films(filter("genre", genre(at))));
		kinds.put("three filters with facets", (at) -> this.search
			.films(filter("genre", genre(at), "decade", decade(at), "min-rating", "7")));
		kinds.put("page 50, by votes", (at) -> this.search.films(filter("sort", "votes", "page", "50")));
		kinds.put("page 100, by title", (at) -> this.search.films(filter("sort", "title", "page", "100")));
		kinds.put("people, page 100", (at) -> this.search.everybody("", 100, 60));
		System.out.printf("%-28s %8s %8s %8s %8s%n", "ms", "p50", "p90", "p99", "most");
		kinds.keySet().removeIf((kind) -> !kind.startsWith(asked));
		kinds.forEach(this::measure);
	}

	private void measure(String kind, Consumer<Integer> query) {
		long deadline = System.nanoTime() + WARM_UP_NANOS;
		for (int time = 0; time < WARM_UP && System.nanoTime() < deadline; time++) {
			query.accept(time % SAMPLES);
		}
		long[] nanos = new long[SAMPLES];
		int count = 0;
		deadline = System.nanoTime() + MEASURE_NANOS;
		while (count < SAMPLES && System.nanoTime() < deadline) {
			long start = System.nanoTime();
			query.accept(count);
			nanos[count++] = System.nanoTime() - start;
		}
		long[] sorted = Arrays.copyOf(nanos, count);
		Arrays.sort(sorted);
		System.out.printf(Locale.ENGLISH, "%-28s %8.2f %8.2f %8.2f %8.2f%n", kind, at(sorted, 0.5), at(sorted, 0.9),
				at(sorted, 0.99), at(sorted, 1));
	}

	private static double at(long[] sorted, double part) {
		return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))] / 1e6;
	}

	/** What the fragment of suggestions asks for. */
	private void suggest(String typed) {
		FilmSearch.First<FilmHit> films = this.search.first(typed, 6);
		this.search.people(typed, 3, films.slips() || films.hits().isEmpty());
	}

	private String title(int at) {
		return this.titles.get(at);
	}

	private String word(int at) {
		String[] words = Folding.words(title(at)).split(" ");
		return words[at % words.length];
	}

	private String genre(int at) {
		return this.genres.get(at % this.genres.size());
	}

	private static String decade(int at) {
		return Integer.toString(1930 + 10 * (at % 10));
	}

	private static String cut(String text, int length) {
		return text.substring(0, Math.max(1, Math.min(length, text.length())));
	}

	/** With two neighbouring letters of the longest word exchanged. */
	private static String misspelt(String text, int at) {
		String longest = Arrays.stream(text.split(" ")).max((one, other) -> one.length() - other.length()).orElse(text);
		if (longest.length() < 4) {
			return text;
		}
		int place = 1 + at % (longest.length() - 2);
		String slipped = longest.substring(0, place) + longest.charAt(place + 1) + longest.charAt(place)
				+ longest.substring(place + 2);
		return text.replace(longest, slipped);
	}

	private static FilmFilter filter(String... pairs) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (int at = 0; at < pairs.length; at += 2) {
			parameters.add(pairs[at], pairs[at + 1]);
		}
		return FilmFilter.of(parameters);
	}

}
