package app.marquee.review;

import java.sql.Timestamp;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import app.marquee.web.CatalogueState;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class ReviewControllerTest {

	private static final String REVIEWS = "/films/leaving-metropolis-2002/reviews";

	private static final String BUDDIES = "/films/buddies-1985/reviews";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private CatalogueState catalogue;

	@AfterEach
	void takeBackWhatNobodyWrote() throws InterruptedException {
		if (this.jdbc.update("delete from review where id >= 900000") > 0) {
			count();
		}
	}

	@Test
	void givesEachReviewAPermanentLink() {
		String link = Page.get(this.mvc, REVIEWS).links(".review h2 a:contains(Jay Harris)").get(0);

		Page page = Page.get(this.mvc, link);

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Jay Harris on Leaving Metropolis (2002)");
		assertThat(page.text(".review")).contains("10 out of 10").contains("Won over entirely");
		assertThat(page.texts(".crumbs li")).containsExactly("Home", "Drama", "Leaving Metropolis", "Reviews",
				"Jay Harris");
	}

	@Test
	void foldsASpoilerOnItsOwnPageToo() {
		String link = Page.get(this.mvc, REVIEWS).links(".review:has(details) h2 a").get(0);

		Page page = Page.get(this.mvc, link);

		assertThat(page.text(".review details summary")).isEqualTo("This review gives away the ending. Read it anyway");
		assertThat(page.text(".review > p")).doesNotContain("bus station");
		assertThat(page.html().select("meta[name=description]").attr("content")).doesNotContain("bus station");
	}

	@Test
	void narrowsReviewsByScore() {
		assertThat(Page.get(this.mvc, REVIEWS + "?score=any").texts(".review h2")).containsExactly("Jay Harris");
		assertThat(Page.get(this.mvc, REVIEWS + "?score=10").texts(".review h2")).containsExactly("Jay Harris");
		assertThat(Page.get(this.mvc, REVIEWS + "?score=none").texts(".review h2")).hasSize(7)
			.doesNotContain("Jay Harris");
		assertThat(Page.get(this.mvc, REVIEWS + "?score=3").text("main")).contains("No reviews match.");
	}

	@Test
	void takesZeroOutOfTenForAScore() throws InterruptedException {
		this.jdbc.update("update review set score = 0 where score is not null");
		this.jdbc.update("update film set review_mean = 0, rating = 0 where slug = 'leaving-metropolis-2002'");
		try {
			moveOn();
			Page zero = Page.get(this.mvc, REVIEWS + "?score=0");
			assertThat(zero.texts(".review h2")).containsExactly("Jay Harris");
			assertThat(zero.text(".review")).contains("0 out of 10");
			assertThat(zero.text(".score")).startsWith("0");
			assertThat(Page.get(this.mvc, "/films/leaving-metropolis-2002").text(".score")).startsWith("0.0 out of 10");
		}
		finally {
			this.jdbc.update("update review set score = 10 where score is not null");
			this.jdbc.update("update film set review_mean = 10, rating = 6.1 where slug = 'leaving-metropolis-2002'");
			moveOn();
		}
	}

	@Test
	void sortsReviewsAndPutsThoseWithoutAScoreLast() {
		assertThat(Page.get(this.mvc, REVIEWS + "?sort=highest").texts(".review h2")).startsWith("Jay Harris",
				"An unnamed viewer", "Mandeep Tyson");
		assertThat(Page.get(this.mvc, REVIEWS + "?sort=lowest").texts(".review h2")).startsWith("Jay Harris");
		assertThat(Page.get(this.mvc, REVIEWS + "?sort=newest").texts(".review h2")).startsWith("An unnamed viewer",
				"Mandeep Tyson");
	}

	@Test
	void sortsReviewsByDayAndByScore() throws InterruptedException {
		review(900000, "Cid", null, null);
		review(900001, "Ann", "7", "2020");
		review(900002, "Bob", "5", "2022-03");
		review(900003, "Dee", "9", "2021-05-01");
		count();

		assertThat(Page.get(this.mvc, BUDDIES).texts(".review h2")).containsExactly("Cid", "Ann", "Bob", "Dee");
		assertThat(Page.get(this.mvc, BUDDIES + "?sort=newest").texts(".review h2")).containsExactly("Bob", "Dee",
				"Ann", "Cid");
		assertThat(Page.get(this.mvc, BUDDIES + "?sort=highest").texts(".review h2")).containsExactly("Dee", "Ann",
				"Bob", "Cid");
		assertThat(Page.get(this.mvc, BUDDIES + "?sort=lowest").texts(".review h2")).containsExactly("Bob", "Ann",
				"Dee", "Cid");
	}

	@Test
	void goesOnOnAnotherPageAndFeedsTheNewest() throws InterruptedException {
		for (int number = 1; number <= 22; number++) {
			review(900000 + number, "Viewer " + number, null, Integer.toString(2000 + number));
		}
		count();

		Page second = Page.get(this.mvc, BUDDIES + "?page=2");
		assertThat(second.text("title")).startsWith("Reviews of Buddies (1985), page 2");
		assertThat(second.has("meta[name=robots]")).isFalse();
		assertThat(second.texts(".review h2")).containsExactly("Viewer 21", "Viewer 22");
		assertThat(Page.get(this.mvc, BUDDIES + "?page=3").status()).isEqualTo(400);
		Document feed = Jsoup.parse(Page.get(this.mvc, BUDDIES + ".atom").body(), "", Parser.xmlParser());
		assertThat(feed.select("author").eachText()).hasSize(20).startsWith("Viewer 22", "Viewer 21");
	}

	@Test
	void drawsAHistogramWhoseBarsAreLinksAndSayWhatTheyShow() {
		Page page = Page.get(this.mvc, REVIEWS);

		assertThat(page.html().select(".hist li")).hasSize(10);
		assertThat(page.links(".hist a")).containsExactly(REVIEWS + "?score=10");
		assertThat(page.html().select(".hist a").attr("aria-label")).isEqualTo("10 out of 10: 1 review");
		assertThat(page.html().select(".hist svg:not([aria-hidden=true])")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?score=any", "?score=10", "?sort=newest" })
	void tellsSearchEnginesOfNoListThatIsNarrowedOrSorted(String query) {
		assertThat(Page.get(this.mvc, REVIEWS + query).has("meta[name=robots][content=noindex]")).isTrue();
		assertThat(Page.get(this.mvc, REVIEWS).has("meta[name=robots]")).isFalse();
	}

	@Test
	void saysThatNobodyReviewedAFilm() {
		Page page = Page.get(this.mvc, "/films/pleasantville-1998/reviews");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main")).contains("No reviews here yet.");
		assertThat(page.has(".hist, .review, .score")).isFalse();
	}

	@Test
	void saysWhatAParameterTakes() {
		refuses("score=11", "score", "0 to 10");
		refuses("score=-1", "score", "0 to 10");
		refuses("score=good", "score", "0 to 10");
		refuses("sort=best", "sort", "source, newest, highest or lowest");
		refuses("page=0", "page", "page number");
		refuses("page=x", "page", "page number");
		refuses("page=201", "page", "page number");
		refuses("page=99999999999999", "page", "page number");
	}

	@Test
	void knowsNoReviewThatIsNotThere() {
		assertThat(Page.get(this.mvc, REVIEWS + "/99999").status()).isEqualTo(404);
		assertThat(Page.get(this.mvc, REVIEWS + "/08").status()).isEqualTo(404);
		assertThat(Page.get(this.mvc, REVIEWS + "/999999999999999999").status()).isEqualTo(404);
		assertThat(Page.get(this.mvc, REVIEWS + "/9999999999999999999999").status()).isEqualTo(404);
		assertThat(Page.get(this.mvc, REVIEWS + "/jay-harris").status()).isEqualTo(404);
	}

	@Test
	void knowsNoReviewByTheAddressOfAnotherFilm() {
		String link = Page.get(this.mvc, REVIEWS).links(".review h2 a").get(0);

		assertThat(Page.get(this.mvc, link.replace("leaving-metropolis-2002", "pleasantville-1998")).status())
			.isEqualTo(404);
	}

	@Test
	void feedsReviewsToReadersWithoutGivingAwayAnEnding() {
		Page page = Page.get(this.mvc, REVIEWS + ".atom");
		Document feed = Jsoup.parse(page.body(), "", Parser.xmlParser());

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("application/atom+xml");
		assertThat(feed.select("feed > title").text()).isEqualTo("Reviews of Leaving Metropolis (2002)");
		assertThat(feed.select("entry")).hasSize(8);
		assertThat(feed.select("entry > id").eachText()).doesNotHaveDuplicates()
			.as("whatever year the film is from")
			.allMatch((id) -> id.matches("http://localhost:8080/films\\.atom#review-\\d+"));
		assertThat(feed.select("content").eachText()).anyMatch((text) -> text.startsWith("Won over entirely"));
		assertThat(page.body()).doesNotContain("bus station");
	}

	@Test
	void callsNoReviewUpdatedInTheFeedSinceSomethingElseOfItsFilmChanged() throws InterruptedException {
		Timestamp came = this.jdbc.queryForObject("select added_at from film where slug = 'leaving-metropolis-2002'",
				Timestamp.class);
		Timestamp changed = this.jdbc
			.queryForObject("select changed_at from film where slug = 'leaving-metropolis-2002'", Timestamp.class);
		this.jdbc.update("update film set changed_at = timestamp with time zone '2031-05-06 00:00:00+00'"
				+ " where slug = 'leaving-metropolis-2002'");
		try {
			moveOn();
			Document feed = Jsoup.parse(Page.get(this.mvc, REVIEWS + ".atom").body(), "", Parser.xmlParser());
			assertThat(feed.select("feed > updated").text()).startsWith("2031-05-06");
			assertThat(feed.select("entry > updated").eachText()).containsOnly(came.toInstant().toString());
		}
		finally {
			this.jdbc.update("update film set changed_at = ? where slug = 'leaving-metropolis-2002'", changed);
			moveOn();
		}
	}

	private void review(long id, String author, String score, String writtenOn) {
		this.jdbc.update(
				"""
						insert into review (id, film_id, source_id, record_id, source_key, author, score, text, summarised, spoiler,
							written_on, position)
						select ?, film_id, source_id, id, ?, ?, cast(? as numeric(3, 1)), 'Well.', false, false, ?, ?
						from source_record where film_id = (select id from film where slug = 'buddies-1985')
						order by id limit 1""",
				id, Long.toString(id), author, score, writtenOn, id - 900000);
	}

	private void count() throws InterruptedException {
		this.jdbc.update("""
				update film set review_count = (select count(*) from review where film_id = film.id),
					scored_review_count = (select count(score) from review where film_id = film.id),
					review_mean = (select avg(score) from review where film_id = film.id)
				where slug = 'buddies-1985'""");
		moveOn();
	}

	private void moveOn() throws InterruptedException {
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.catalogue.settle();
	}

	private void refuses(String query, String name, String takes) {
		Page page = Page.get(this.mvc, REVIEWS + "?" + query);
		assertThat(page.status()).as(query).isEqualTo(400);
		assertThat(page.text("dt")).as(query).isEqualTo(name);
		assertThat(page.text("dd")).as(query).contains(takes);
	}

}
