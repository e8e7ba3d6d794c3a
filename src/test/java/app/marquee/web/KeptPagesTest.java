package app.marquee.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import app.marquee.MarqueeTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Kept pages as they come over the wire, while somebody changes the catalogue. */
@MarqueeTest
@DirtiesContext
class KeptPagesTest {

	private static final String FILM = "/films/leaving-metropolis-2002";

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private CatalogueState catalogue;

	@Autowired
	private MeterRegistry meters;

	/**
	 * Somebody renames a film over and over, by SQL of which the server is not told, as
	 * another process would. Nobody may read a name of before once the change has been
	 * acknowledged.
	 */
	@Test
	void showsNobodyAPageOfBeforeAChangeThatHasBeenAcknowledged() throws Exception {
		AtomicInteger acknowledged = new AtomicInteger();
		AtomicBoolean done = new AtomicBoolean();
		ExecutorService readers = Executors.newFixedThreadPool(4);
		List<Future<Integer>> reading = new ArrayList<>();
		try {
			for (int reader = 0; reader < 4; reader++) {
				reading.add(readers.submit(() -> {
					int pages = 0;
					while (!done.get()) {
						int least = acknowledged.get();
						String title = Jsoup.parse(get(FILM).body()).select("h1").text();
						int shown = title.contains("Take ")
								? Integer.parseInt(title.replaceAll(".*Take (\\d+).*", "$1")) : 0;
						assertThat(shown).isGreaterThanOrEqualTo(least);
						pages++;
					}
					return pages;
				}));
			}
			for (int take = 1; take <= 6; take++) {
				rename("Take " + take);
				this.catalogue.settle();
				acknowledged.set(take);
				Thread.sleep(50);
			}
		}
		finally {
			done.set(true);
			readers.shutdown();
		}
		for (Future<Integer> pages : reading) {
			assertThat(pages.get(10, TimeUnit.SECONDS)).isPositive();
		}
		assertThat(hits()).as("pages from memory").isPositive();
	}

	/** Over the wire: what the container adds is seen nowhere else. */
	@Test
	void saysNothingOfTheServer() throws Exception {
		HttpResponse<String> page = get(FILM);

		assertThat(page.headers().firstValue("Server")).isEmpty();
		assertThat(page.headers().firstValue("X-Powered-By")).isEmpty();
	}

	private void rename(String title) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.update("update film set title = ? where slug = 'leaving-metropolis-2002'", title);
			this.jdbc.update("update catalogue set revision = revision + 1");
		});
	}

	private double hits() {
		return this.meters.get("marquee.pages").tag("result", "hit").counter().count();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/films", "/films?q=david", FILM + "/watch", "/people/troy-ruptash", "/films.atom",
			"/sitemap.xml", "/robots.txt", FILM + "/poster.svg", "/search/suggestions?q=lea" })
	void keepsEveryKindOfPage(String address) throws Exception {
		get(address);
		double before = hits();

		assertThat(get(address).statusCode()).isEqualTo(200);
		assertThat(hits()).isEqualTo(before + 1);
	}

	@Test
	void sendsTheSamePageWithAndWithoutCompression() throws Exception {
		HttpResponse<String> plain = get(FILM);
		HttpResponse<InputStream> gzipped = this.http.send(
				HttpRequest.newBuilder(uri(FILM)).header("Accept-Encoding", "gzip, br").build(),
				HttpResponse.BodyHandlers.ofInputStream());

		assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(gzipped.headers().firstValue("Content-Encoding")).contains("gzip");
		assertThat(
				new String(new GZIPInputStream(gzipped.body()).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
			.isEqualTo(plain.body());
		assertThat(List.of(plain, gzipped)).allSatisfy((answer) -> {
			assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
			assertThat(answer.headers().allValues("ETag")).hasSize(1);
			assertThat(answer.headers().firstValue("Content-Length")).isPresent();
			assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
			assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
			assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
		});
	}

	@ParameterizedTest
	@CsvSource({ "/films/pleasantville-1998;.svg, /films/pleasantville-1998, same-origin",
			"/films/pleasantville-1998/poster.svg;x, /films/pleasantville-1998/poster.svg, cross-origin",
			"/films/romper-stomper-1992/poster%2Esvg, /films/romper-stomper-1992/poster.svg, cross-origin" })
	void letsOtherSitesShowAPosterAndNothingElseHoweverItWasFirstAskedFor(String first, String address, String policy)
			throws Exception {
		forgetPages();
		for (String asked : new String[] { first, address }) {
			assertThat(get(asked).headers().firstValue("Cross-Origin-Resource-Policy")).as(asked).contains(policy);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/genres/comedy", "/films/romper-stomper-1992/sources", "/films/buddies-1985/credits" })
	void sendsTheFirstVisitorNoOtherHeadersThanTheSecond(String address) throws Exception {
		forgetPages();
		HttpResponse<String> first = get(address);
		HttpResponse<String> second = get(address);

		assertThat(names(first)).isEqualTo(names(second));
	}

	private void forgetPages() throws InterruptedException {
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.catalogue.settle();
	}

	private static Set<String> names(HttpResponse<String> answer) {
		return answer.headers().map().keySet();
	}

	@Test
	void answersHeadWithWhatTravelsBesideThePage() throws Exception {
		HttpResponse<String> get = get("/about");
		HttpResponse<String> head = this.http.send(
				HttpRequest.newBuilder(uri("/about")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
				HttpResponse.BodyHandlers.ofString());

		assertThat(head.body()).isEmpty();
		for (String name : new String[] { "ETag", "Content-Length", "Content-Type", "Cache-Control", "Vary" }) {
			assertThat(head.headers().firstValue(name)).as(name).isEqualTo(get.headers().firstValue(name)).isPresent();
		}
	}

	@Test
	void forgetsThatAFilmWasMissingOnceItIsThere() throws Exception {
		assertThat(get("/films/found-again-1999").statusCode()).isEqualTo(404);
		this.jdbc.update("update film set slug = 'found-again-1999' where slug = 'chasing-amy-1997'");

		assertThat(get("/films/found-again-1999").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(uri(address)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String address) {
		return URI.create("http://localhost:" + this.port + address);
	}

}
