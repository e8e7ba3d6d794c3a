package app.marquee.ingest;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import app.marquee.Queries;
import app.marquee.search.IndexKeeper;
import app.marquee.text.PartialDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page makes a fixed number of queries, however much it shows: once a page asks once
 * for each credit, a film with a large cast is slow, and no other test tells.
 */
@MarqueeTest
@Import(Queries.class)
@DirtiesContext
@TestPropertySource(properties = "marquee.pages.memory=0B")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryCountTest {

	private static final Ingest.Way WAY = Ingest.Way.quiet(TransactionOperations.withoutTransaction(),
			Ingest.Gone.KEPT);

	private final MockMvcTester http;

	private final Ingest ingest;

	private final JdbcTemplate jdbc;

	private final IndexKeeper index;

	@Autowired
	QueryCountTest(MockMvcTester http, Ingest ingest, JdbcTemplate jdbc, IndexKeeper index) {
		this.http = http;
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.index = index;
	}

	/**
	 * A film of each size: everything that can be many is one in the first and twenty in
	 * the second.
	 */
	@BeforeAll
	void takeInASmallFilmAndALargeOne() {
		SourceEntry source = new SourceEntry("sizes", "Sizes", "page", 50, null, null, null);
		SourceEntry other = new SourceEntry("others", "Others", "page", 40, null, null, null);
		this.ingest.take(this.jdbc, source,
				Stream
					.concat(Stream.of(sized("Small", 1), sized("Large", 20)),
							Stream.concat(IntStream.range(0, 20).mapToObj((n) -> film("Related " + n).of(1930)),
									busy()))
					.map(FilmRecords::record)
					.iterator(),
				WAY);
		this.ingest.take(this.jdbc, other,
				Stream.of(contradicting("Small", 1), contradicting("Large", 20)).map(FilmRecords::record).iterator(),
				WAY);
		this.index.follow();
	}

	/** Films of one who has worked in many and of one who has worked in few. */
	private static Stream<FilmRecords> busy() {
		return Stream.of(2, 20)
			.flatMap((size) -> IntStream.rangeClosed(1, size)
				.mapToObj((n) -> film("Of " + size + ", the " + n).of(1932)
					.rated("7.0", 100 * n)
					.genre("Films of " + size)
					.with("Worker in " + size, null)));
	}

	private static FilmRecords sized(String title, int size) {
		FilmRecords film = film(title).of(1931).rated("7.0", 100).directedBy("Director of " + title);
		// a full shelf for both: who has fewer related films looks for more
		IntStream.range(0, 8).forEach((n) -> film.related("Related " + n));
		for (int n = 0; n < size; n++) {
			film.genre(title + " genre " + n)
				.also(title + " also " + n)
				.with(title + " Actor " + n, "Character " + n)
				.reviewed("Viewer " + n, "7", "Text " + n)
				.offered(new FilmRecord.Offer(title + " service " + n, "stream", "CA", null, null, null, null, null,
						new PartialDate("2026"), null));
		}
		return film;
	}

	private static FilmRecords contradicting(String title, int size) {
		FilmRecords film = film(title).of(1931).rated("6.0", 100);
		for (int n = 0; n < size; n++) {
			film.with(title + " Actor " + n, "Somebody else " + n);
		}
		return film;
	}

	@Test
	void aFilmPageMakesAsManyQueriesForTwentyCreditsAsForOne() {
		assertThat(queries("/films/large-1931")).isEqualTo(queries("/films/small-1931")).isLessThanOrEqualTo(12);
	}

	@Test
	void aFilmPageMakesAsManyQueriesForPeopleOfManyFilmsAsOfFew() {
		assertThat(queries("/films/of-20-the-1-1932")).isEqualTo(queries("/films/of-2-the-1-1932"))
			.isLessThanOrEqualTo(12);
	}

	@Test
	void aFilmPageShowsTheBestKnownFilmsOfItsPeople() {
		assertThat(Page.get(this.http, "/films/of-20-the-20-1932").texts(".wall b")).containsExactly("Of 20, the 19",
				"Of 20, the 18", "Of 20, the 17", "Of 20, the 16", "Of 20, the 15", "Of 20, the 14");
	}

	@Test
	void theCreditsMakeAsManyQueriesForTwentyAsForOne() {
		assertThat(queries("/films/large-1931/credits")).isEqualTo(queries("/films/small-1931/credits"))
			.isLessThanOrEqualTo(3);
	}

	@Test
	void aWatchPageMakesAsManyQueriesForTwentyOffersAsForOne() {
		assertThat(queries("/films/large-1931/watch")).isEqualTo(queries("/films/small-1931/watch"))
			.isLessThanOrEqualTo(3);
	}

	@Test
	void theSourcesPageMakesAsManyQueriesForManyClaimsAsForFew() {
		assertThat(queries("/films/large-1931/sources")).isEqualTo(queries("/films/small-1931/sources"))
			.isLessThanOrEqualTo(4);
	}

	@Test
	void theReviewsMakeAsManyQueriesForTwentyAsForOne() {
		assertThat(queries("/films/large-1931/reviews")).isEqualTo(queries("/films/small-1931/reviews"))
			.isLessThanOrEqualTo(4);
	}

	@Test
	void aPersonPageMakesAFixedNumberOfQueries() {
		assertThat(queries("/people/large-actor-0")).isEqualTo(queries("/people/small-actor-0")).isLessThanOrEqualTo(4);
	}

	@Test
	void aListMakesAFixedNumberOfQueries() {
		assertThat(films("/films?q=%22of+2+the%22")).isBetween(1, 5);
		assertThat(films("/films?q=%22of+20+the%22")).isGreaterThan(15);
		assertThat(queries("/films?q=%22of+20+the%22")).isEqualTo(queries("/films?q=%22of+2+the%22"))
			.isLessThanOrEqualTo(5);
	}

	private int films(String address) {
		return Page.get(this.http, address).html().select(".rows > li").size();
	}

	@Test
	void anImportAsksAsOftenForFortyPeopleOfOneNameAsForTwo() {
		assertThat(queriesForNamesakes(40)).isEqualTo(queriesForNamesakes(2));
		assertThat(this.http.get().uri("/people/one-of-40-40")).hasStatusOk();
	}

	private long queriesForNamesakes(int size) {
		return Queries.of(() -> this.ingest.take(this.jdbc,
				new SourceEntry("namesakes-" + size, "Namesakes", "page", 50, null, null, null),
				IntStream.rangeClosed(1, size)
					.mapToObj((n) -> film("Of one of " + size + ", the " + n).of(1933)
						.with("namesakes:" + size + "-" + n, "One of " + size, null)
						.record())
					.iterator(),
				WAY));
	}

	private long queries(String path) {
		return Queries.of(() -> assertThat(this.http.get().uri(path)).hasStatusOk());
	}

}
