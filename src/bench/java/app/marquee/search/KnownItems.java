package app.marquee.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.MarqueeApplication;
import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How well known items are found: draws films at random, weighted by fame, types what
 * somebody who looks for them might type, and prints for each kind of query how often
 * the film came first, the mean of one over its place among the first ten, and how often
 * a film of the same title came first: of two that are called the same nobody can tell
 * which is meant. By hand: {@code KnownItems HOME [DRAWS]}; the seed is fixed.
 */
public final class KnownItems {

	private static final long SEED = 20261122;

	private static final int FIRST = 10;

	/** What is typed, given a film; null where the film has nothing for it. */
	private enum Kind {

		EXACT((film, random) -> film.title),
		NO_ACCENTS((film, random) -> Folding.letters(film.title).equals(film.title.toLowerCase(Locale.ROOT)) ? null
				: Folding.letters(film.title)),
		NO_ARTICLE((film, random) -> film.title.matches("(The|A|An) .+")
				? film.title.substring(film.title.indexOf(' ') + 1) : null),
		LOWER_CASE_WORDS((film, random) -> Folding.words(film.title)),
		ONE_SLIP((film, random) -> slips(film.title, 1, random)),
		TWO_SLIPS((film, random) -> slips(film.title, 2, random)),
		PREFIX((film, random) -> beginning(film.title)),
		/** As the suggestions take it: more may follow. */
		PREFIX_TYPING((film, random) -> beginning(film.title)),
		TITLE_AND_YEAR((film, random) -> film.title + " " + film.year),
		TWO_PEOPLE((film, random) -> (film.people.size() < 2) ? null
				: Stream.of(0, 1)
					.map((take) -> film.people.remove(random.nextInt(film.people.size())))
					.collect(Collectors.joining(" "))),
		/** Whoever plays it elsewhere counts as a miss: sequels have the same parts. */
		PART((film, random) -> (film.part == null || film.part.indexOf(' ') < 0) ? null : film.part),
		PART_AND_PERSON((film, random) -> (film.part == null) ? null : film.part + " " + film.actor);

		private final BiFunction<Item, Random, @Nullable String> typed;

		Kind(BiFunction<Item, Random, @Nullable String> typed) {
			this.typed = typed;
		}

	}

	/** A film to look for; the people are those of its first credits. */
	private record Item(String slug, String title, int year, int fame, List<String> people, @Nullable String part,
			@Nullable String actor) {
	}

	private KnownItems() {
	}

	public static void main(String[] arguments) {
		try (ConfigurableApplicationContext catalogue = new SpringApplicationBuilder(MarqueeApplication.class)
			.web(WebApplicationType.NONE)
			.run("--marquee.home=" + arguments[0], "--logging.level.root=WARN")) {
			catalogue.getBean(IndexKeeper.class).follow();
			int draws = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 500;
			measure(catalogue.getBean(FilmSearch.class), catalogue.getBean(JdbcTemplate.class), draws);
		}
	}

	private static void measure(FilmSearch search, JdbcTemplate jdbc, int draws) {
		List<Item> items = items(jdbc);
		long[] sums = new long[items.size()];
		long sum = 0;
		for (int index = 0; index < sums.length; index++) {
			sum += items.get(index).fame;
			sums[index] = sum;
		}
		System.out.printf(Locale.ENGLISH, "%,d films with fame and cast, %d draws a kind, seed %d%n%-18s %9s %7s %10s %8s %8s%n",
				items.size(), draws, SEED, "kind", "success@1", "MRR@10", "same title", "p50 ms",
				"p99 ms");
		Map<Kind, List<String>> missed = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			Random random = new Random(SEED);
			int first = 0;
			int sameTitle = 0;
			double reciprocals = 0;
			List<Long> times = new ArrayList<>();
			for (int tries = 0; times.size() < draws && tries < draws * 200; tries++) {
				Item item = drawn(items, sums, random.nextDouble() * sum);
				String typed = kind.typed.apply(new Item(item.slug, item.title, item.year, item.fame,
						new ArrayList<>(item.people), item.part, item.actor), random);
				if (typed == null) {
					continue;
				}
				long start = System.nanoTime();
				FilmSearch.First<FilmHit> hits = (kind == Kind.PREFIX_TYPING) ? search.whileTyping(typed, FIRST)
						: search.first(typed, FIRST);
				List<String> found = hits.hits().stream().map(FilmHit::slug).toList();
				times.add(System.nanoTime() - start);
				int place = found.indexOf(item.slug);
				first += (place == 0) ? 1 : 0;
				sameTitle += hits.hits().stream().limit(1).anyMatch((hit) -> isCalled(hit, item.title)) ? 1 : 0;
				reciprocals += (place >= 0) ? 1.0 / (place + 1) : 0;
				if (place != 0) {
					missed.computeIfAbsent(kind, (some) -> new ArrayList<>())
						.add(typed + " → " + item.slug + ", not " + (found.isEmpty() ? "nothing" : found.get(0)));
				}
			}
			times.sort(null);
			System.out.printf(Locale.ENGLISH, "%-18s %9.3f %7.3f %10.3f %8.1f %8.1f  (%d)%n", kind.name().toLowerCase(Locale.ROOT),
					(double) first / times.size(), reciprocals / times.size(), (double) sameTitle / times.size(),
					times.get(times.size() / 2) / 1e6,
					times.get(times.size() * 99 / 100) / 1e6, times.size());
		}
		missed.forEach((kind, misses) -> misses.stream()
			.distinct()
			.limit(12)
			.forEach((miss) -> System.out.println(kind.name().toLowerCase(Locale.ROOT) + ": " + miss)));
	}

	private static boolean isCalled(FilmHit film, String title) {
		List<String> keys = Spellings.keys(Spellings.of(title));
		return film.titleKeys().anyMatch(keys::contains);
	}

	private static String beginning(String title) {
		return title.substring(0, (int) Math.ceil(title.length() * 0.6));
	}

	private static Item drawn(List<Item> items, long[] sums, double at) {
		int low = 0;
		int high = sums.length - 1;
		while (low < high) {
			int middle = (low + high) / 2;
			if (sums[middle] > at) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return items.get(low);
	}

	private static List<Item> items(JdbcTemplate jdbc) {
		return jdbc.query("""
				select slug, title, release_year, fame, id from film
				where fame > 0 and release_year is not null order by id""", (film, row) -> film.getLong("id"))
			.stream()
			.map((id) -> item(jdbc, id))
			.filter((item) -> !item.people.isEmpty())
			.toList();
	}

	private static Item item(JdbcTemplate jdbc, long id) {
		List<Map<String, Object>> credits = jdbc.queryForList("""
				select person.name, credit.played from credit join person on person.id = credit.person_id
				where film_id = ? and billing < 8 order by billing""", id);
		Map<String, Object> film = jdbc.queryForMap("select slug, title, release_year, fame from film where id = ?",
				id);
		Map<String, Object> part = credits.stream()
			.filter((credit) -> credit.get("played") != null && !credit.get("played").toString().contains("Self"))
			.findFirst()
			.orElse(Map.of());
		return new Item(film.get("slug").toString(), film.get("title").toString(),
				((Number) film.get("release_year")).intValue(), ((Number) film.get("fame")).intValue(),
				credits.stream().map((credit) -> credit.get("name").toString()).distinct().toList(),
				part.isEmpty() ? null : part.get("played").toString().replaceAll("\\s*\\(.*?\\)| / .*", ""),
				part.isEmpty() ? null : part.get("name").toString());
	}

	/**
	 * Letters left out, doubled, changed or exchanged with the next, in words of at least
	 * four letters (six for the second slip in one word); null where the title has no
	 * such words.
	 */
	private static @Nullable String slips(String title, int count, Random random) {
		String[] words = title.split(" ");
		List<Integer> long4 = new ArrayList<>(IntStream.range(0, words.length)
			.filter((index) -> words[index].matches("[\\p{L}'’:,!?-]+") && words[index].length() >= 4)
			.boxed()
			.toList());
		for (int slip = 0; slip < count; slip++) {
			if (long4.isEmpty()) {
				return null;
			}
			int index = long4.get(random.nextInt(long4.size()));
			words[index] = slip(words[index], random);
			if (words[index].length() < 6 || slip > 0) {
				long4.remove(Integer.valueOf(index));
			}
		}
		return String.join(" ", words);
	}

	private static String slip(String word, Random random) {
		StringBuilder slipped = new StringBuilder(word);
		int at = random.nextInt(word.length() - 1);
		switch (random.nextInt(4)) {
			case 0 -> slipped.deleteCharAt(at);
			case 1 -> slipped.insert(at, (char) ('a' + random.nextInt(26)));
			case 2 -> slipped.setCharAt(at, (char) ('a' + random.nextInt(26)));
			default -> {
				char letter = slipped.charAt(at);
				slipped.setCharAt(at, slipped.charAt(at + 1));
				slipped.setCharAt(at + 1, letter);
			}
		}
		return slipped.toString();
	}

}
