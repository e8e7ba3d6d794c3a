package app.marquee.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
		this.films = this.documents.films(Ids.between(0, 10_000))
			.stream()
			.collect(Collectors.toMap(FilmDocument::slug, Function.identity()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "the", "john", "james", "the 1999" })
	void listsEveryFilmOnceFromPageToPage(String words) {
		List<String> found = pages(words);

		assertThat(found).hasSizeGreaterThan(SIZE).doesNotHaveDuplicates();
		assertThat(found).hasSize((int) this.search.films(FilmFilter.words(words)).counts().total());
	}

	@Test
	void putsTheBestKnownBeforeAllOthers() {
		List<FilmDocument> found = pages("john").stream().map(this.films::get).toList();
		List<FilmDocument> bestKnown = found.stream()
			.sorted(Comparator.comparing(FilmDocument::votes, Comparator.nullsLast(Comparator.reverseOrder())))
			.limit(SIZE)
			.toList();

		assertThat(found).doesNotContainNull();
		assertThat(found.subList(0, 2 * SIZE)).containsAll(bestKnown);
	}

	@Test
	void keepsThoseInFrontThatHaveTheWordsInTheirTitle() {
		List<FilmDocument> found = pages("john").stream().map(this.films::get).toList();
		List<FilmDocument> titled = found.stream()
			.filter((film) -> film.titleWords().stream().anyMatch((title) -> (" " + title).contains(" john")))
			.toList();

		assertThat(titled).isNotEmpty().hasSizeLessThan(SIZE);
		assertThat(found).startsWith(titled.toArray(FilmDocument[]::new));
	}

	@Test
	void putsTheBestKnownOfManyNamesakesFirst() {
		FilmSearch narrow = new FilmSearch(this.index, this.counting, 3);
		List<PersonHit> all = this.search.people("john", SIZE).hits();

		assertThat(narrow.people("john", SIZE).hits()).hasSameSizeAs(all);
		assertThat(narrow.people("john", 3).hits()).hasSize(3).isSubsetOf(all);
	}

	private List<String> pages(String words) {
		List<String> found = new ArrayList<>();
		List<FilmHit> page;
		int number = 1;
		do {
			page = this.search.films(FilmFilter.words(words).page(number++)).films();
			page.forEach((film) -> found.add(film.slug()));
		}
		while (!page.isEmpty());
		return found;
	}

}
