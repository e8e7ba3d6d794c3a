package app.marquee.watch;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import app.marquee.web.CatalogueState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class WatchControllerTest {

	private static final String WATCH = "/films/buddies-1985/watch";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private CatalogueState catalogue;

	@AfterEach
	void takeBackWhatNobodyOffers() throws InterruptedException {
		this.jdbc.update("delete from offer where id >= 900000");
		this.jdbc.update("update film set offered = false where slug = 'buddies-1985'");
		moveOn();
	}

	@Test
	void saysThatNothingIsKnownWhereNothingIsKnown() {
		Page page = Page.get(this.mvc, WATCH);

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Where to watch Buddies (1985)");
		assertThat(page.text(".ticket")).isEqualTo(
				"No source says that any service offers this film." + " That does not mean no: nobody has told us.");
		assertThat(page.has("nav[aria-label=Region]")).isFalse();
	}

	@Test
	void saysThatAFilmIsOfferedButNotInThisRegion() throws InterruptedException {
		offer(900001, "rent", "CA", "4.99", "CAD", "2026-11-01", null);
		offer(900002, "stream", "GB", null, null, "2026-11-01", null);

		assertThat(Page.get(this.mvc, WATCH + "?region=de").text(".ticket"))
			.isEqualTo("2 offers of this film are known, but none for this region: Germany. All regions");
	}

	@Test
	void namesWhoOffersItNowBehindHundredsOfOffersThatHaveEnded() throws InterruptedException {
		offer(900000, "stream", "CA", null, null, "2026-11-01", null);
		this.jdbc.update("""
				insert into offer (id, film_id, provider_id, source_id, kind, checked_on, ended_on)
				select 900000 + "X", film_id, (select id from provider where slug = 'amazon-prime-video'), source_id,
					'rent', '2020', '2021' from offer, system_range(1, 600) where id = 900000""");
		moveOn();

		assertThat(Page.get(this.mvc, "/films/buddies-1985").text("main")).contains("Netflix");
		assertThat(Page.get(this.mvc, WATCH).text(".ticket")).contains("Netflix");
	}

	@Test
	void saysThatAFilmWasOfferedAndIsNoLonger() throws InterruptedException {
		offer(900001, "stream", null, null, null, "2024-05", "2025-02-03");

		Page page = Page.get(this.mvc, WATCH);

		assertThat(page.text("main > .ticket"))
			.isEqualTo("This film was offered, and is no longer. Since then, nothing is known.");
		assertThat(page.texts("h2")).containsExactly("No longer offered");
		assertThat(page.texts("li.ticket p")).contains("Gone", "Gone on 3 February 2025",
				"Last seen there in May 2024");
		assertThat(Page.get(this.mvc, "/films/buddies-1985").text(".ticket"))
			.contains("It was offered once; no service is known to offer it today.");
	}

	@Test
	void callsNothingSeenWhereSomebodyLookedAfterItWasGone() throws InterruptedException {
		offer(900001, "stream", null, null, null, "2025-02-28", "2025-02-01");

		assertThat(Page.get(this.mvc, WATCH).texts("li.ticket p")).contains("Gone on 1 February 2025",
				"Checked on 28 February 2025");
	}

	@Test
	void saysThatAFilmWasOfferedOnceThoughNotInThisRegion() throws InterruptedException {
		offer(900001, "stream", "US", null, null, "2024-05", "2025-02-03");

		assertThat(Page.get(this.mvc, WATCH + "?region=CA").text("main > .ticket"))
			.isEqualTo("This film was offered, and is no longer. Since then, nothing is known. All regions");
	}

	@Test
	void saysOnTheFilmsPageBetweenWhichDaysSomebodyLooked() throws InterruptedException {
		offer(900001, "stream", null, null, null, "2026-03-01", null);
		offer(900002, "rent", null, null, null, "2026-11-01", null);

		assertThat(Page.get(this.mvc, "/films/buddies-1985").text(".ticket small"))
			.isEqualTo("Checked between 1 March 2026 and 1 November 2026");
	}

	@Test
	void callsNothingGoneThatIsThereAgain() throws InterruptedException {
		offer(900001, "stream", "CA", null, null, "2024-05", "2025-02-03");
		offer(900002, "stream", "CA", null, null, "2026-11-01", null);

		assertThat(Page.get(this.mvc, WATCH).texts("main h2")).containsExactly("Stream");
	}

	@Test
	void showsTheOffersOfARegionAndThoseOfUnknownRegion() throws InterruptedException {
		offer(900001, "rent", "CA", "4.99", "CAD", "2026-11-01", null);
		offer(900002, "stream", "GB", null, null, "2026-11-01", null);
		offer(900003, "stream", null, null, null, "2026-03-01", null);
		offer(900004, "buy", "GB", null, null, "2024-05", "2025-02-03");

		Page page = Page.get(this.mvc, WATCH + "?region=CA");

		assertThat(page.texts("main h2")).containsExactly("Stream", "Rent");
		assertThat(page.texts("li.ticket div > p")).containsExactly("Price and quality not stated", "Region not stated",
				"Checked on 1 March 2026, more than 8 months ago", "4.99 CAD · HD", "Canada",
				"Checked on 1 November 2026");
		assertThat(page.text("main")).contains("One more offer is for another region.");
		assertThat(page.texts("nav[aria-label=Region] a")).containsExactly("All regions 3", "Canada 2",
				"United Kingdom 2");
		assertThat(page.text("nav[aria-label=Region] [aria-current]")).isEqualTo("Canada 2");
		assertThat(Page.get(this.mvc, WATCH + "?region=GB").texts("main h2")).contains("No longer offered");
	}

	@Test
	void groupsOffersByKindWithTheCheapestKindsFirst() throws InterruptedException {
		offer(900001, "buy", null, "12.00", "EUR", "2026-11-01", null);
		offer(900002, "ads", null, null, null, "2026-11-01", null);
		offer(900003, "free", null, null, null, "2026-11-01", null);
		offer(900004, "stream", null, null, null, "2026-11-01", null);

		assertThat(Page.get(this.mvc, WATCH).texts("main h2")).containsExactly("Free", "With ads", "Stream", "Buy");
	}

	@Test
	void linksToServicesOnlyByTheWeb() throws InterruptedException {
		offer(900001, "free", null, null, null, "2026-11-01", null);
		this.jdbc.update("update offer set link = 'https://example.org/buddies' where id = 900001");
		offer(900002, "ads", null, null, null, "2026-11-01", null);
		this.jdbc.update("update offer set link = 'javascript:alert(1)' where id = 900002");

		Page page = Page.get(this.mvc, WATCH);

		assertThat(page.links("a[rel~=external]")).containsExactly("https://example.org/buddies");
		assertThat(page.html().select("a[rel~=external]").attr("rel")).contains("nofollow");
		assertThat(page.body()).doesNotContain("javascript:");
	}

	@Test
	void saysWhatARegionTakes() {
		for (String region : new String[] { "XX", "Canada", "1", "C%20A" }) {
			Page page = Page.get(this.mvc, WATCH + "?region=" + region);
			assertThat(page.status()).as(region).isEqualTo(400);
			assertThat(page.text("dt")).isEqualTo("region");
			assertThat(page.text("dd")).contains("two-letter code");
		}
	}

	@Test
	void takesAnEmptyRegionForAll() {
		assertThat(Page.get(this.mvc, WATCH + "?region=").status()).isEqualTo(200);
	}

	private void offer(long id, String kind, String region, String price, String currency, String checked, String ended)
			throws InterruptedException {
		this.jdbc.update("""
				insert into offer (id, film_id, provider_id, source_id, kind, region, price, currency, quality,
					checked_on, ended_on)
				select ?, (select id from film where slug = 'buddies-1985'),
					(select id from provider where slug = 'netflix'), (select min(id) from source), ?, ?,
					cast(? as numeric(8, 2)), ?, ?, ?, ?""", id, kind, region, price, currency,
				(price != null) ? "HD" : null, checked, ended);
		this.jdbc.update("update film set offered = true where slug = 'buddies-1985'");
		moveOn();
	}

	/**
	 * Whoever changes the catalogue says so, and waits until no page of before is shown.
	 */
	private void moveOn() throws InterruptedException {
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.catalogue.settle();
	}

}
