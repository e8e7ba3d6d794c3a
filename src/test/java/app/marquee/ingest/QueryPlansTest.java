package app.marquee.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import app.marquee.MarqueeTest;
import app.marquee.QueryPlans;
import app.marquee.search.IndexKeeper;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page reads about as many rows, however many films there are: once it looks at all of
 * a genre, nobody notices with eleven films, and everybody with a million.
 */
@MarqueeTest
@Import(QueryPlans.class)
@DirtiesContext
@TestPropertySource(properties = "marquee.pages.memory=0B")
class QueryPlansTest {

	private static final int FILMS = 400;

	private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

	@Test
	void noPageReadsInProportionToTheFilms(@Autowired Ingest ingest, @Autowired JdbcTemplate jdbc,
			@Autowired MockMvcTester http, @Autowired IndexKeeper index) {
		ingest.take(jdbc, new SourceEntry("many", "Many", "page", 50, null, null, null),
				IntStream.range(0, FILMS)
					.mapToObj((n) -> film("One of many " + n).of(1931)
						.rated("7.0", n + 1)
						.genre("Many")
						.with("Actor " + n, null)
						.record())
					.iterator(),
				Ingest.Way.quiet(TransactionOperations.withoutTransaction(), Ingest.Gone.KEPT));
		index.follow();

		assertThat(QueryPlans.of(pages(), http)).anySatisfy((plan) -> assertThat(plan.find(READ)).isNotEmpty())
			.allSatisfy((plan) -> assertThat(plan.find(READ).mapToInt(Integer::parseInt).sum()).isLessThan(FILMS / 4));
	}

	/**
	 * A part of the sitemap is all films of a range: it alone may be as long as it is.
	 */
	private static List<String> pages() {
		List<String> pages = new ArrayList<>(QueryPlans.PAGES);
		pages.remove("/sitemap-1.xml");
		pages.addAll(List.of("/genres/many", "/films?genre=many", "/films?q=one+of+many", "/films/one-of-many-7-1931",
				"/people/actor-7"));
		return pages;
	}

}
