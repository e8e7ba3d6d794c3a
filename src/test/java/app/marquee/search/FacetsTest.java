package app.marquee.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The counts of the facets, against a plain filter over all films of the sample. */
@Sample
class FacetsTest {

	private static final int ROUNDS = 150;

	@Autowired
	private Index index;

	@Autowired
	private Documents documents;

	/** Keeps the counts of short lists too. */
	private FilmSearch search;

	private List<FilmDocument> films;

	@BeforeEach
	void readAll() {
		this.search = new FilmSearch(this.index, new Counting(0));
		this.films = this.documents.films(LongStream.rangeClosed(0, 10_000).boxed().toList());
	}

	@Test
	void countsUnderEveryCombinationWhatAChoiceBrings() {
		Random random = new Random(20261122);
		int counted = 0;
		for (int round = 0; round < ROUNDS; round++) {
			FilmFilter filter = FilmFilter.of(parameters(random));
			this.search.films(filter.order(FilmFilter.Order.TITLE));
			FilmSearch.Found found = this.search.films(filter);

			assertThat(found.counts().total()).as(filter.href()).isEqualTo(count(passes(filter, null)));
			for (Facet facet : Facet.values()) {
				Map<String, Long> expected = new TreeMap<>();
				this.films.stream()
					.filter(passes(filter, facet.all() ? null : facet))
					.forEach((film) -> values(film, facet, filter.region())
						.forEach((value) -> expected.merge(value, 1L, Long::sum)));
				assertThat(new TreeMap<>(found.counts().facets().get(facet))).as("%s of %s", facet, filter.href())
					.isEqualTo(expected);
				counted += expected.size();
			}
			found.counts()
				.regions()
				.forEach((region, count) -> assertThat(count).as("%s of %s", region, filter.href())
					.isEqualTo(count(passes(filter.in(region), null))));
		}
		assertThat(counted).isGreaterThan(ROUNDS * 5);
	}

	@Test
	void keepsTheCountsOfFiltersHoweverFewFilmsTheyLeave() {
		FilmSearch keeping = new FilmSearch(this.index, new Counting(Long.MAX_VALUE));
		FilmFilter drama = FilmFilter.all().toggle(Facet.GENRE, "drama");

		assertThat(runtimes(keeping, drama)).isSameAs(runtimes(keeping, drama));
		assertThat(runtimes(keeping, FilmFilter.words("david")))
			.isNotSameAs(runtimes(keeping, FilmFilter.words("david")));
	}

	private static Map<String, Long> runtimes(FilmSearch search, FilmFilter filter) {
		return search.films(filter).counts().facets().get(Facet.RUNTIME);
	}

	@Test
	void forgivesUnderAFilterWhatIsForgivenWithoutIt() {
		int empty = 0;
		for (String word : List.of("alien", "rocky", "carter", "leon", "frank", "alein", "cartre")) {
			boolean slips = this.search.films(FilmFilter.words(word)).slips();
			for (int decade = 1920; decade <= 2020; decade += 10) {
				FilmFilter filter = FilmFilter.words(word).toggle(Facet.DECADE, Integer.toString(decade));
				FilmSearch.Found found = this.search.films(filter);

				assertThat(found.slips()).as(filter.href()).isEqualTo(slips);
				empty += found.films().isEmpty() ? 1 : 0;
			}
		}
		assertThat(empty).as("decades in which nothing is written so").isGreaterThan(20);
	}

	private long count(Predicate<FilmDocument> passes) {
		return this.films.stream().filter(passes).count();
	}

	private MultiValueMap<String, String> parameters(Random random) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		FilmDocument like = this.films.get(random.nextInt(this.films.size()));
		FilmDocument other = this.films.get(random.nextInt(this.films.size()));
		for (Facet facet : Facet.values()) {
			if (random.nextInt(3) == 0) {
				List<String> values = new ArrayList<>(values(like, facet, ""));
				if (!facet.all()) {
					values.addAll(values(other, facet, ""));
				}
				values.stream().limit(1 + random.nextInt(2)).forEach((value) -> parameters.add(facet.code(), value));
			}
		}
		if (random.nextInt(4) == 0 && like.year() != null) {
			parameters.add("from", Integer.toString(like.year() - 5));
		}
		if (random.nextInt(4) == 0) {
			parameters.add(random.nextBoolean() ? "min-runtime" : "max-runtime", "95");
		}
		if (random.nextInt(4) == 0) {
			parameters.add(random.nextBoolean() ? "min-rating" : "max-rating", random.nextBoolean() ? "7" : "7.5");
		}
		if (random.nextInt(2) == 0) {
			parameters.add("region", random.nextBoolean() ? "US" : "CA");
		}
		return parameters;
	}

	private static Predicate<FilmDocument> passes(FilmFilter filter, Facet without) {
		Map<Facet, Predicate<FilmDocument>> tests = new LinkedHashMap<>();
		filter.chosen().forEach((facet, chosen) -> tests.put(facet, (film) -> {
			Set<String> values = values(film, facet, filter.region());
			return facet.all() ? values.containsAll(chosen) : chosen.stream().anyMatch(values::contains);
		}));
		tests.remove(without);
		return (film) -> tests.values().stream().allMatch((test) -> test.test(film))
				&& (without == Facet.DECADE || within(filter.years(), film.year()))
				&& (without == Facet.RUNTIME || within(filter.minutes(), film.minutes()))
				&& (without == Facet.SCORE || within(filter.ratings(), tenths(film.rating())))
				&& (filter.region().isEmpty() || filter.isSet(Facet.PROVIDER) || isIn(film, filter.region()));
	}

	private static @Nullable Integer tenths(@Nullable Double rating) {
		return (rating != null) ? (int) Math.round(10 * rating) : null;
	}

	private static boolean isIn(FilmDocument film, String region) {
		return film.providerRegion().stream().anyMatch((pair) -> pair.endsWith("|") || pair.endsWith("|" + region));
	}

	private static boolean within(Span span, @Nullable Integer value) {
		return span.any() || value != null && (span.least() == null || value >= span.least())
				&& (span.most() == null || value <= span.most());
	}

	private static Set<String> values(FilmDocument film, Facet facet, String region) {
		Set<String> values = new HashSet<>(switch (facet) {
			case GENRE -> film.genre();
			case DECADE -> List.of(film.decade());
			case SCORE -> List.of(film.score());
			case RUNTIME -> List.of(film.runtime());
			case CERTIFICATE -> (film.certificate() != null) ? List.of(film.certificate()) : List.of();
			case PROVIDER -> film.provider();
		});
		if (facet == Facet.PROVIDER && !region.isEmpty()) {
			values.removeIf((provider) -> !film.providerRegion().contains(provider + "|" + region)
					&& !film.providerRegion().contains(provider + "|"));
		}
		return values;
	}

}
