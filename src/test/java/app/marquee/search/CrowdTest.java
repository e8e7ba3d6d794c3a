package app.marquee.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The order of films and people where more have the words than are weighed. */
@Sample
class CrowdTest {

	/** Enough for one page of films, too few for two. */
	private static final int SIZE = FilmFilter.ON_A_PAGE + 1;

	@Autowired
	private Index index;

	@Autowired
	private Counting counting;

	@Autowired
	private Documents documents;

	private FilmSearch search;

	private Map<String, FilmDocument> films;

	@BeforeEach
	void searchWithSmallCrowds() {
		this.search = new FilmSearch(this.index, this.counting, SIZE);
		this.films = this.documents.films(LongStream.rangeClosed(0, 10_000).boxed().toList())
			.stream()
			.collect(Collectors.toMap(FilmDocument::slug, Function.identity()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "the", "john", "james" })
	void weighsTheBestKnownAndThoseWithTheWordsInATitle(String word) {
		List<FilmDocument> ranking = new ArrayList<>();
		for (int page = 1; page <= FilmFilter.DEEPEST_BY_RELEVANCE; page++) {
			new FilmSearch(this.index, this.counting, 1000).films(FilmFilter.words(word).page(page))
				.films()
				.forEach((film) -> ranking.add(this.films.get(film.slug())));
		}
		assertThat(ranking).hasSizeGreaterThan(SIZE);
		int step = lastStep(ranking);
		int stepInTitle = lastStep(ranking.stream().filter((film) -> isInTitle(word, film)).toList());

		List<String> found = this.search.films(FilmFilter.words(word)).films().stream().map(FilmHit::slug).toList();

		assertThat(found).isEqualTo(ranking.stream()
			.filter((film) -> fame(film) >= step || isInTitle(word, film) && fame(film) >= stepInTitle
					|| film.title().equals("The The"))
			.limit(FilmFilter.ON_A_PAGE)
			.map(FilmDocument::slug)
			.toList());
	}

	@Test
	void countsVotesInSteps() {
		assertThat(Crowd.steps(null)).isEmpty();
		assertThat(Crowd.steps(0)).isEmpty();
		assertThat(Crowd.steps(1)).containsExactly("1");
		assertThat(Crowd.steps(1023)).hasSize(10).endsWith("512");
		assertThat(Crowd.steps(1024)).hasSize(11).endsWith("1024");
		assertThat(Crowd.steps(Integer.MAX_VALUE)).hasSize(31).endsWith("1073741824");
	}

	@Test
	void weighsFewerThanThereAre() {
		List<String> few = new FilmSearch(this.index, this.counting, 3).films(FilmFilter.words("james"))
			.films()
			.stream()
			.map(FilmHit::slug)
			.toList();

		assertThat(few).hasSizeBetween(3, FilmFilter.ON_A_PAGE - 1);
	}

	@Test
	void keepsTheFilmWhoseTitleIsASlipAway() {
		FilmSearch narrow = new FilmSearch(this.index, this.counting, 2);

		assertThat(narrow.first("cartre", 3).slips()).isTrue();
		assertThat(narrow.first("cartre", 3).hits()).extracting(FilmHit::slug).contains("carter-2022");
	}

	@ParameterizedTest
	@ValueSource(strings = { "john", "james", "david" })
	void findsTheBestKnownOfManyNamesakes(String name) {
		FilmSearch narrow = new FilmSearch(this.index, this.counting, 1);
		List<PersonHit> all = this.search.people(name, 500).hits();

		assertThat(narrow.people(name, SIZE).hits()).hasSizeBetween(1, all.size() - 1).isSubsetOf(all);
	}

	/** That all of the best known have reached, and others with as many votes. */
	private static int lastStep(List<FilmDocument> films) {
		return films.stream()
			.map(CrowdTest::fame)
			.sorted(Comparator.reverseOrder())
			.skip(SIZE - 1)
			.findFirst()
			.map((votes) -> Integer.highestOneBit(Math.max(0, votes)))
			.orElse(-1);
	}

	private static int fame(FilmDocument film) {
		return (film.fame() != null) ? film.fame() : -1;
	}

	private static boolean isInTitle(String word, FilmDocument film) {
		return film.titleWords().stream().anyMatch((title) -> (" " + title).contains(" " + word));
	}

}
