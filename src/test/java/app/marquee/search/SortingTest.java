package app.marquee.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The orders of a list, against a plain comparison of all films of the sample. */
@Sample
class SortingTest {

	private static final Comparator<FilmDocument> BY_TITLE = Comparator.comparing(FilmDocument::sortTitle);

	@Autowired
	private FilmSearch search;

	@Autowired
	private Documents documents;

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RELEVANCE")
	void bringsEveryFilmInItsPlace(FilmFilter.Order order) {
		Comparator<FilmDocument> comparator = comparator(order);
		List<FilmDocument> films = this.documents.films(LongStream.rangeClosed(0, 10_000).boxed().toList());

		List<FilmDocument> found = new ArrayList<>();
		for (int page = 1; found.size() < films.size(); page++) {
			List<FilmHit> hits = this.search.films(FilmFilter.all().order(order).page(page)).films();
			assertThat(hits).isNotEmpty();
			hits.forEach((hit) -> found
				.add(films.stream().filter((film) -> film.slug().equals(hit.slug())).findFirst().orElseThrow()));
		}

		assertThat(found).doesNotHaveDuplicates().isSortedAccordingTo(comparator);
	}

	private static Comparator<FilmDocument> comparator(FilmFilter.Order order) {
		return switch (order) {
			case TITLE -> BY_TITLE.thenComparing(FilmDocument::year, Comparator.nullsLast(Comparator.naturalOrder()));
			case NEWEST -> most(FilmDocument::year).thenComparing(BY_TITLE);
			case OLDEST -> least(FilmDocument::year).thenComparing(BY_TITLE);
			case RATING ->
				most(FilmDocument::weightedRating).thenComparing(most(FilmDocument::rating)).thenComparing(BY_TITLE);
			case VOTES -> most(FilmDocument::votes).thenComparing(BY_TITLE);
			case ADDED -> most(FilmDocument::added);
			case RUNTIME -> least(FilmDocument::minutes).thenComparing(BY_TITLE);
			case LONGEST -> most(FilmDocument::minutes).thenComparing(BY_TITLE);
			case RELEVANCE -> throw new IllegalArgumentException("no order of a list without words");
		};
	}

	private static <T extends Comparable<T>> Comparator<FilmDocument> most(Function<FilmDocument, T> value) {
		return Comparator.comparing(value, Comparator.nullsLast(Comparator.reverseOrder()));
	}

	private static <T extends Comparable<T>> Comparator<FilmDocument> least(Function<FilmDocument, T> value) {
		return Comparator.comparing(value, Comparator.nullsLast(Comparator.naturalOrder()));
	}

}
