package app.marquee.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import app.marquee.web.CatalogueState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class FilmControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private CatalogueState catalogue;

	@LocalServerPort
	private int port;

	@Test
	void leadsFromTheFilmToAllItsSides() {
		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.links("main a")).contains("/films/leaving-metropolis-2002/credits",
				"/films/leaving-metropolis-2002/watch", "/films/leaving-metropolis-2002/reviews",
				"/films/leaving-metropolis-2002/sources", "/genres/drama", "/people/brad-fraser",
				"/films/pleasantville-1998");
		assertThat(page.texts(".crumbs li")).containsExactly("Home", "Drama", "Leaving Metropolis");
		assertThat(page.texts(".wall b")).hasSize(8).startsWith("In the Mouth of Madness", "Pleasantville");
		assertThat(page.html().select("img.poster").attr("src"))
			.matches("/films/leaving-metropolis-2002/poster\\.svg\\?v=[0-9a-f]{8}-\\d+");
	}

	@Test
	void saysWhoGivesWhichRating() {
		assertThat(Page.get(this.mvc, "/films/leaving-metropolis-2002").texts(".film .score small"))
			.containsExactly("Film portal: 6.1", "Streaming guide: 6.1 from 631 votes", "Where-to-watch guide: 6.2");
		assertThat(Page.get(this.mvc, "/films/chasing-amy-1997").texts(".film .score small"))
			.containsExactly("According to Film portal, which gives no date");
	}

	@Test
	void describesTheFilmToMachines() {
		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002");
		JsonNode movie = JsonMapper.shared().readTree(page.html().select("script[type='application/ld+json']").html());

		assertThat(movie.get("@type").asString()).isEqualTo("Movie");
		assertThat(movie.get("name").asString()).isEqualTo("Leaving Metropolis");
		assertThat(movie.get("url").asString()).isEqualTo("http://localhost:8080/films/leaving-metropolis-2002");
		assertThat(movie.get("datePublished").asString()).isEqualTo("2002");
		assertThat(movie.get("duration").asString()).isEqualTo("PT89M");
		assertThat(movie.get("contentRating").asString()).isEqualTo("NR");
		assertThat(movie.get("genre").values()).extracting(JsonNode::asString)
			.containsExactly("Drama", "Romance", "Comedy");
		assertThat(movie.get("director").get(0).get("name").asString()).isEqualTo("Brad Fraser");
		assertThat(movie.get("actor").values()).extracting((actor) -> actor.get("name").asString())
			.contains("Troy Ruptash")
			.doesNotContain("Chad Faust");
		assertThat(movie.get("aggregateRating").get("ratingValue").decimalValue()).isEqualByComparingTo("6.1");
		assertThat(movie.get("aggregateRating").get("ratingCount").asInt()).isEqualTo(631);
		assertThat(movie.get("aggregateRating").propertyNames()).as("the same order in every process")
			.containsExactly("@type", "ratingValue", "ratingCount", "bestRating", "worstRating");
	}

	@Test
	void tellsMachinesNothingThatIsNotKnown() {
		Page page = Page.get(this.mvc, "/films/leaving-las-vegas");
		JsonNode movie = JsonMapper.shared().readTree(page.html().select("script[type='application/ld+json']").html());

		assertThat(movie.propertyNames()).doesNotContain("datePublished", "duration", "contentRating",
				"aggregateRating", "alternateName", "sameAs");
		assertThat(page.body()).doesNotContain(":null");
		Page unvoted = Page.get(this.mvc, "/films/hitchhiker-windows-1990");
		assertThat(unvoted.html().select("script[type='application/ld+json']").html()).doesNotContain("aggregateRating")
			.doesNotContain("actor");
	}

	@Test
	void headsThePageForSearchEnginesAndPreviews() {
		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002");

		assertThat(page.text("title")).isEqualTo("Leaving Metropolis (2002) · Marquee");
		assertThat(page.links("link[rel=canonical]"))
			.containsExactly("http://localhost:8080/films/leaving-metropolis-2002");
		assertThat(meta(page, "og:title")).isEqualTo("Leaving Metropolis (2002)");
		assertThat(meta(page, "og:type")).isEqualTo("video.movie");
		assertThat(meta(page, "og:url")).isEqualTo("http://localhost:8080/films/leaving-metropolis-2002");
		assertThat(meta(page, "og:image")).isEqualTo("http://localhost:8080/films/leaving-metropolis-2002/poster.svg");
		assertThat(page.html().select("meta[name=description]").attr("content")).startsWith("David, a painter");
		assertThat(page.links("link[type='application/atom+xml']"))
			.containsExactly("/films/leaving-metropolis-2002/reviews.atom");
	}

	@Test
	void speaksOfAgreementOnlyWhereThereAreTwoToAgree() {
		assertThat(Page.get(this.mvc, "/films/chasing-amy-1997").text(".said"))
			.isEqualTo("The sources agree on everything here. Who says what");
		assertThat(Page.get(this.mvc, "/films/pleasantville-1998").text(".said"))
			.isEqualTo("Everything here is from one source. Who says what");
	}

	/** Nobody of the cast is known, and more of the crew than the page has room for. */
	@Test
	void leadsToTheWholeCrewWhereNobodyIsKnownOfTheCast() throws InterruptedException {
		this.jdbc.update("""
				insert into credit (id, film_id, person_id, department, job, billing)
				select 900000 + "X", (select id from film where slug = 'pleasantville-1998'),
					(select min(id) from person), 'sound', 'sound', "X" from system_range(1, 45)""");
		this.jdbc.update("""
				insert into film_external_id (scheme, identifier, film_id)
				select 'movielens', '5618', id from film where slug = 'pleasantville-1998'""");
		try {
			moveOn();
			Page page = Page.get(this.mvc, "/films/pleasantville-1998");
			assertThat(page.links("main a[href$=/credits]")).containsExactly("/films/pleasantville-1998/credits");
			assertThat(page.texts(".pair section:first-child dd")).hasSize(40);
			assertThat(page.texts("a[rel=external]")).containsExactly("MovieLens");
		}
		finally {
			this.jdbc.update("delete from credit where id >= 900000");
			this.jdbc.update("delete from film_external_id where scheme = 'movielens'");
			moveOn();
		}
		assertThat(Page.get(this.mvc, "/films/pleasantville-1998").has("main a[href$=/credits]")).isFalse();
	}

	@Test
	void showsTheWholeCastAndCrew() {
		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002/credits");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("h1")).isEqualTo("Cast and crew of Leaving Metropolis (2002)");
		assertThat(page.texts(".bill li")).contains("Vince Corazza Matt", "Troy Ruptash David", "Cherilee Taylor");
		assertThat(page.texts(".bill li")).contains("Brad Fraser Director", "Brad Fraser Writer");
	}

	@Test
	void saysThatNobodyIsNamedWhereNoSourceNamesAnybody() {
		Page page = Page.get(this.mvc, "/films/pleasantville-1998/credits");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main")).contains("No source names anybody who made it.");
		assertThat(page.has("main dl, main ul.bill")).isFalse();
	}

	@Test
	void drawsThePosterWithTheTitleOnIt() {
		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002/poster.svg");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("image/svg+xml");
		assertThat(page.header("Cache-Control")).contains("max-age=86400", "stale-while-revalidate=31536000");
		assertThat(page.header("ETag")).isNotBlank();
		assertThat(page.body()).startsWith("<svg").contains("2002");
		assertThat(Page.get(this.mvc, "/films/leaving-metropolis-2002/poster.svg").body()).isEqualTo(page.body());
	}

	@Test
	void letsBrowsersKeepThePosterThatAPageNames() {
		String poster = Page.get(this.mvc, "/films/leaving-metropolis-2002").html().select("img.poster").attr("src");

		Page named = Page.get(this.mvc, poster);
		assertThat(named.status()).isEqualTo(200);
		assertThat(named.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");

		Page older = Page.get(this.mvc, "/films/leaving-metropolis-2002/poster.svg?v=0");
		assertThat(older.status()).isEqualTo(302);
		assertThat(older.header("Location")).isEqualTo(poster);
		assertThat(older.header("Cache-Control")).isEqualTo("no-cache");
	}

	@Test
	void showsPostersByOneAddressEverywhere() {
		String poster = Page.get(this.mvc, "/films/leaving-metropolis-2002").html().select("img.poster").attr("src");

		for (String page : List.of("/films", "/films?q=metropolis", "/genres/drama")) {
			assertThat(
					Page.get(this.mvc, page).html().select("img[src^=/films/leaving-metropolis-2002/]").eachAttr("src"))
				.as(page)
				.isNotEmpty()
				.containsOnly(poster);
		}
	}

	@Test
	void sendsOnWhoeverComesByAFormerAddress() throws IOException, InterruptedException {
		this.jdbc.update("""
				insert into former_film_slug (slug, film_id)
				select 'leaving-métropolis', id from film where slug = 'leaving-metropolis-2002'""");
		try {
			assertThat(movedTo("/films/leaving-m%C3%A9tropolis")).isEqualTo("/films/leaving-metropolis-2002");
			for (String side : new String[] { "/credits", "/watch", "/reviews", "/sources", "/poster.svg",
					"/reviews.atom" }) {
				assertThat(movedTo("/films/leaving-m%C3%A9tropolis" + side))
					.isEqualTo("/films/leaving-metropolis-2002" + side);
			}
			assertThat(movedTo("/films/leaving-m%C3%A9tropolis/reviews?sort=newest&score=any"))
				.isEqualTo("/films/leaving-metropolis-2002/reviews?sort=newest&score=any");
		}
		finally {
			this.jdbc.update("delete from former_film_slug where slug = 'leaving-métropolis'");
		}
	}

	@Test
	void offersTheClosestFilmsWhereNobodyLives() {
		Page page = Page.get(this.mvc, "/films/leaving-metropols-2002");

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.links(".bill a")).contains("/films/leaving-metropolis-2002");
		assertThat(page.text(".bill")).contains("Leaving Metropolis (2002)");
	}

	@Test
	void knowsNoSideOfAFilmThatIsNotThere() {
		for (String side : new String[] { "", "/credits", "/watch", "/reviews", "/reviews/1", "/sources", "/poster.svg",
				"/reviews.atom" }) {
			Page page = Page.get(this.mvc, "/films/pleasantvile-1998" + side);
			assertThat(page.status()).as(side).isEqualTo(404);
			assertThat(page.header("Content-Type")).as(side).isEqualTo("text/html;charset=UTF-8");
			assertThat(page.links(".bill a")).as(side).contains("/films/pleasantville-1998");
		}
	}

	private void moveOn() throws InterruptedException {
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.catalogue.settle();
	}

	/** Over the wire: only there is the path what a browser sends. */
	private String movedTo(String address) throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + address)).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(address).isEqualTo(301);
		assertThat(response.headers().firstValue("Cache-Control")).as("a merge can be taken back")
			.hasValueSatisfying((value) -> assertThat(value).contains("max-age=60"));
		return response.headers().firstValue("Location").orElse("nowhere");
	}

	private static String meta(Page page, String property) {
		return page.html().select("meta[property='" + property + "']").attr("content");
	}

}
