package app.marquee.web;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaginationTest {

	@ParameterizedTest
	@CsvSource({ "1, 10, [1] 2 3 … 10", "2, 10, 1 [2] 3 4 … 10", "4, 10, 1 2 3 [4] 5 6 … 10",
			"5, 10, 1 2 3 4 [5] 6 7 … 10", "6, 12, 1 … 4 5 [6] 7 8 … 12", "10, 10, 1 … 8 9 [10]", "1, 1, [1]",
			"2, 3, 1 [2] 3", "3, 5, 1 2 [3] 4 5" })
	void showsTheFirstTheLastAndTheNeighbours(int number, int last, String steps) {
		assertThat(steps(pages(number, last * 20L))).isEqualTo(steps);
	}

	@Test
	void leadsToThePageBeforeAndThePageAfter() {
		assertThat(pages(1, 100).previous()).isNull();
		assertThat(pages(1, 100).next()).isEqualTo("?page=2");
		assertThat(pages(5, 100).previous()).isEqualTo("?page=4");
		assertThat(pages(5, 100).next()).isNull();
	}

	@Test
	void countsAPageThatIsNotFull() {
		assertThat(pages(1, 0).last()).isEqualTo(1);
		assertThat(pages(1, 20).last()).isEqualTo(1);
		assertThat(pages(1, 21).last()).isEqualTo(2);
	}

	@Test
	void isNeededWhereThereIsMoreThanOnePage() {
		assertThat(pages(1, 20).needed()).isFalse();
		assertThat(pages(1, 21).needed()).isTrue();
	}

	@Test
	void goesNoDeeperThanItMay() {
		Pagination pages = pages(50, 1_000_000);

		assertThat(pages.last()).isEqualTo(50);
		assertThat(pages.next()).isNull();
		assertThat(pages.cut()).isTrue();
		assertThat(pages(49, 1_000_000).cut()).isFalse();
		assertThat(pages(50, 1_000).cut()).isFalse();
	}

	@Test
	void leadsBackToTheLastPageFromBeyondIt() {
		assertThat(pages(9, 60).previous()).isEqualTo("?page=3");
	}

	private static Pagination pages(int number, long total) {
		return Pagination.of(number, total, 20, 50, (page) -> "?page=" + page);
	}

	private static String steps(Pagination pages) {
		return pages.steps()
			.stream()
			.map((step) -> step.gap() ? "…" : step.current() ? "[" + step.number() + "]" : "" + step.number())
			.collect(Collectors.joining(" "));
	}

}
