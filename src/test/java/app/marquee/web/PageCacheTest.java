package app.marquee.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which pages are kept, for how long, and who gets them. */
class PageCacheTest {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private final AtomicLong revision = new AtomicLong(1);

	private final AtomicLong followed = new AtomicLong(1);

	private final AtomicInteger made = new AtomicInteger();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private Instant now = NOON;

	private PageCache cache;

	/** What makes a page: says which it is of all. */
	private FilterChain pages = (request, response) -> write(response, "page " + this.made.incrementAndGet());

	@BeforeEach
	void start() {
		this.cache = cache(DataSize.ofMegabytes(1), this.revision::get);
	}

	private PageCache cache(DataSize memory, CatalogueState catalogue) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("handlers", handlers());
		beans.addBean("catalogue", catalogue);
		beans.addBean("follower", (Follower) this.followed::get);
		PageAddresses addresses = new PageAddresses(beans.getBeanProvider(RequestMappingHandlerMapping.class));
		addresses.afterSingletonsInstantiated();
		Clock clock = new Clock() {
			@Override
			public java.time.ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(java.time.ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return PageCacheTest.this.now;
			}
		};
		return new PageCache(addresses, beans.getBeanProvider(CatalogueState.class),
				beans.getBeanProvider(Follower.class), clock, new PageSettings(memory, 1, 10), this.meters);
	}

	private static RequestMappingHandlerMapping handlers() {
		RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
		map(mapping, "/film/{slug}", "film", RequestMethod.GET);
		map(mapping, "/films", "films", RequestMethod.GET);
		map(mapping, "/people", "people", RequestMethod.GET);
		map(mapping, "/mine", "mine", RequestMethod.GET);
		map(mapping, "/vote", "vote", RequestMethod.POST);
		return mapping;
	}

	private static void map(RequestMappingHandlerMapping mapping, String path, String name, RequestMethod method) {
		mapping.registerMapping(RequestMappingInfo.paths(path).methods(method).build(), new Handlers(), ReflectionUtils
			.getUniqueDeclaredMethods(Handlers.class, (candidate) -> candidate.getName().equals(name))[0]);
	}

	/** Handlers as controllers have them. */
	static class Handlers {

		String film(@PathVariable String slug, Model model) {
			return slug;
		}

		@PageParameters(value = { "q", "genre", "page=1" }, several = "genre")
		String films(@RequestParam MultiValueMap<String, String> parameters) {
			return "films";
		}

		String people(@RequestParam(name = "q", defaultValue = "") String name,
				@RequestParam(name = "page", defaultValue = "1") int number) {
			return name + number;
		}

		String mine(HttpServletRequest request) {
			return "mine";
		}

		String vote() {
			return "vote";
		}

	}

	@Test
	void makesAPageOnceAndAnswersWithItFromThenOn() {
		assertThat(body("/film/a")).isEqualTo("page 1");
		assertThat(body("/film/a")).isEqualTo("page 1");
		assertThat(body("/film/b")).isEqualTo("page 2");
	}

	@Test
	void keepsNothingWithoutMemoryAndAnswersAllTheSame() throws Exception {
		this.cache = cache(DataSize.ofBytes(0), this.revision::get);

		assertThat(body("/film/a")).isEqualTo("page 1");
		assertThat(body("/film/a")).isEqualTo("page 2");
		assertThat(ask("GET", "/film/a").getHeader("ETag")).isNotNull();
		assertThat(ask("GET", "/film/a").getHeader("Cache-Control")).contains("max-age");
		assertThat(this.meters.get("marquee.pages.kept").gauge().value()).isZero();
	}

	@Test
	void countsHitsAndMissesAndTheMemoryTaken() {
		body("/film/a");
		body("/film/a");
		body("/film/a");

		assertThat(this.meters.get("marquee.pages").tag("result", "miss").counter().count()).isEqualTo(1);
		assertThat(this.meters.get("marquee.pages").tag("result", "hit").counter().count()).isEqualTo(2);
		assertThat(this.meters.get("marquee.pages.kept").gauge().value()).isEqualTo(1);
		assertThat(this.meters.get("marquee.pages.memory").gauge().value()).isBetween(500.0, 600.0);
	}

	@ParameterizedTest
	@CsvSource({ "/film/a,/film/a?utm_source=x", "/film/a,/film/a?", "/film/a,/film/a;jsessionid=1",
			"/film/a,/film/%61", "/films,/films?page=1", "/films,/films?q=&utm=1&page=1",
			"/films?q=x,/films?page=1&x=y&q=x", "/films?genre=a&genre=b,/films?genre=b&x&genre=a&genre=b",
			"/people,/people?q=&page=1", "/people?q=a+b,/people?fbclid=1&q=a%20b" })
	void takesAddressesThatMeanTheSameForOne(String one, String other) {
		String page = body(one);

		assertThat(body(other)).isEqualTo(page);
		assertThat(this.made).hasValue(1);
	}

	@ParameterizedTest
	@CsvSource({ "/film/a,/film/b", "/films,/films?q=x", "/films?q=x,/films?q=x&page=2", "/films?q=a,/people?q=a",
			"/films?genre=a,/films?genre=b", "/people?q=a,/people?q=a%20", "/films?q=x%26page%3D2,/films?q=x&page=2" })
	void takesAddressesThatMeanSomethingElseForOthers(String one, String other) {
		assertThat(body(one)).isNotEqualTo(body(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/mine", "/nobody", "//film/a", "/film/a?x=%00", "/film/a/" })
	void keepsNothingThatIsNoPageOrDependsOnMoreThanItsAddress(String address) {
		assertThat(body(address)).isNotEqualTo(body(address));
	}

	@Test
	void keepsNothingThatWasNotAskedForByReading() {
		assertThat(ask("POST", "/film/a").getContentLength()).isZero();
		assertThat(this.made).hasValue(1);
		ask("POST", "/film/a");
		assertThat(this.made).hasValue(2);
	}

	@Test
	void dropsEveryPageWhenTheCatalogueMovesOn() {
		body("/film/a");
		this.revision.incrementAndGet();

		assertThat(body("/film/a")).isEqualTo("page 2");
		assertThat(this.meters.get("marquee.pages.kept").gauge().value()).isEqualTo(1);
	}

	@Test
	void dropsEveryPageWhenTheIndexHasFollowed() {
		body("/film/a");
		this.followed.incrementAndGet();

		assertThat(body("/film/a")).isEqualTo("page 2");
	}

	@Test
	void dropsEveryPageAtMidnight() {
		body("/film/a");
		this.now = NOON.plus(Duration.ofHours(11));
		assertThat(body("/film/a")).isEqualTo("page 1");
		this.now = NOON.plus(Duration.ofHours(12));
		assertThat(body("/film/a")).isEqualTo("page 2");
	}

	@Test
	void givesNobodyAPageThatWasBegunBeforeAChange() {
		this.pages = (request, response) -> {
			int page = this.made.incrementAndGet();
			if (page == 1) {
				this.revision.incrementAndGet();
				assertThat(body("/film/a")).isEqualTo("page 2");
			}
			write(response, "page " + page);
		};

		assertThat(body("/film/a")).isEqualTo("page 1");
		assertThat(body("/film/a")).isEqualTo("page 2");
	}

	@Test
	void makesAPageOnceForAllWhoAskAtTheSameTime() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		this.pages = (request, response) -> {
			int page = this.made.incrementAndGet();
			await(asked);
			write(response, "page " + page);
		};
		ExecutorService visitors = Executors.newFixedThreadPool(20);
		try {
			List<Future<String>> bodies = new ArrayList<>();
			for (int visitor = 0; visitor < 20; visitor++) {
				bodies.add(visitors.submit(() -> body("/film/a")));
			}
			asked.countDown();
			for (Future<String> body : bodies) {
				assertThat(body.get(10, TimeUnit.SECONDS)).isEqualTo("page 1");
			}
		}
		finally {
			visitors.shutdownNow();
		}
		assertThat(this.made).hasValue(1);
	}

	@Test
	void letsNoMoreWaitForAPageThanThereArePlaces() throws Exception {
		FilterChain works = this.pages;
		CountDownLatch done = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		this.pages = (request, response) -> {
			this.pages = works;
			begun.countDown();
			await(done);
			write(response, "slow");
		};
		ExecutorService visitors = Executors.newFixedThreadPool(22);
		try {
			List<Future<String>> bodies = new ArrayList<>();
			bodies.add(visitors.submit(() -> body("/film/a")));
			await(begun);
			for (int visitor = 0; visitor < 21; visitor++) {
				bodies.add(visitors.submit(() -> body("/film/a")));
			}
			while (this.made.get() == 0) {
				Thread.onSpinWait();
			}
			done.countDown();
			List<String> read = new ArrayList<>();
			for (Future<String> body : bodies) {
				read.add(body.get(10, TimeUnit.SECONDS));
			}
			assertThat(read).containsOnlyOnce("page 1").contains("slow").hasSize(22);
		}
		finally {
			visitors.shutdownNow();
		}
	}

	@Test
	void letsNobodyWaitForAPageThatCouldNotBeMade() throws Exception {
		FilterChain works = this.pages;
		CountDownLatch waiting = new CountDownLatch(1);
		this.pages = (request, response) -> {
			this.pages = works;
			waiting.countDown();
			throw new ServletException("broken");
		};
		ExecutorService visitor = Executors.newSingleThreadExecutor();
		try {
			Future<String> other = visitor.submit(() -> {
				await(waiting);
				return body("/film/a");
			});
			assertThatThrownBy(() -> ask("GET", "/film/a")).hasRootCauseInstanceOf(ServletException.class);
			assertThat(other.get(3, TimeUnit.SECONDS)).isEqualTo("page 1");
		}
		finally {
			visitor.shutdownNow();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 400, 404, 500, 503 })
	void keepsOnlyWhatWentWell(int status) {
		this.pages = (request, response) -> {
			((HttpServletResponse) response).setStatus(status);
			write(response, "error " + this.made.incrementAndGet());
		};

		MockHttpServletResponse error = ask("GET", "/film/a");
		assertThat(error.getStatus()).isEqualTo(status);
		assertThat(text(error)).isEqualTo("error 1");
		assertThat(error.getHeader("ETag")).isNull();
		assertThat(error.getHeader("Cache-Control")).isNull();
		assertThat(body("/film/a")).isEqualTo("error 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "private", "no-store", "private, max-age=60" })
	void keepsNothingThatIsForOneVisitorAlone(String control) {
		this.pages = (request, response) -> {
			((HttpServletResponse) response).setHeader("Cache-Control", control);
			write(response, "page " + this.made.incrementAndGet());
		};

		assertThat(ask("GET", "/film/a").getHeader("Cache-Control")).isEqualTo(control);
		assertThat(body("/film/a")).isEqualTo("page 2");
	}

	@Test
	void keepsNothingThatSetsACookie() {
		this.pages = (request, response) -> {
			((HttpServletResponse) response).addCookie(new Cookie("who", "me"));
			write(response, "page " + this.made.incrementAndGet());
		};

		assertThat(body("/film/a")).isEqualTo("page 1");
		assertThat(body("/film/a")).isEqualTo("page 2");
	}

	@Test
	void makesThePageForEverybodyWhateverTheFirstVisitorWanted() {
		this.pages = (request, response) -> {
			HttpServletRequest asked = (HttpServletRequest) request;
			assertThat(asked.getHeader("If-None-Match")).isNull();
			assertThat(asked.getHeader("Range")).isNull();
			assertThat(asked.getDateHeader("If-Modified-Since")).isEqualTo(-1);
			assertThat(asked.getMethod()).isEqualTo("GET");
			write(response, "page " + this.made.incrementAndGet());
		};
		MockHttpServletRequest request = request("HEAD", "/film/a");
		request.addHeader("If-None-Match", "\"other\"");
		request.addHeader("If-Modified-Since", 1_000_000L);
		request.addHeader("Range", "bytes=0-3");

		MockHttpServletResponse head = ask(request);
		assertThat(head.getStatus()).isEqualTo(200);
		assertThat(text(head)).isEmpty();
		assertThat(head.getContentLength()).isEqualTo("page 1".length());
		assertThat(body("/film/a")).isEqualTo("page 1");
	}

	@Test
	void keepsNoMoreThanItMay() {
		this.meters.clear();
		this.cache = cache(DataSize.ofKilobytes(20), this.revision::get);
		for (int film = 0; film < 500; film++) {
			body("/film/" + film);
		}

		assertThat(this.meters.get("marquee.pages.memory").gauge().value()).isBetween(5_000.0, 25_000.0);
	}

	@Test
	void keepsNothingWhileNobodyKnowsHowOldItIs() {
		this.cache = cache(DataSize.ofMegabytes(1), () -> {
			throw new DataAccessResourceFailureException("away");
		});

		assertThat(body("/film/a")).isEqualTo("page 1");
		assertThat(body("/film/a")).isEqualTo("page 2");
		assertThat(ask("GET", "/film/a").getHeader("ETag")).as("it is a page all the same").isNotNull();
		assertThat(ask("GET", "/css/a.css").getHeader("ETag")).as("it is no page").isNull();
	}

	@Test
	void asksAHandlerThatTakesEverythingWhatCounts() {
		RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
		mapping.registerMapping(RequestMappingInfo.paths("/all").methods(RequestMethod.GET).build(), new Undeclared(),
				ReflectionUtils.getUniqueDeclaredMethods(Undeclared.class)[0]);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("handlers", mapping);
		PageAddresses addresses = new PageAddresses(beans.getBeanProvider(RequestMappingHandlerMapping.class));

		assertThatIllegalStateException().isThrownBy(addresses::afterSingletonsInstantiated)
			.withMessageContaining("@PageParameters");
	}

	/** A handler that does not say what counts. */
	static class Undeclared {

		String all(@RequestParam MultiValueMap<String, String> parameters) {
			return "all";
		}

	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "gzip|true", "gzip, deflate, br|true", "br;q=1.0, gzip;q=0.8|true", "*|true", "identity|false",
					"gzip;q=0|false", "gzip; q=0.0, *|false", "*;q=0|false", "br|false", "''|false", "GZIP|true" })
	void compressesForWhoeverTakesIt(String accepted, boolean gzip) {
		assertThat(KeptPage.takesGzip(accepted)).isEqualTo(gzip);
		MockHttpServletRequest request = request("GET", "/film/a");
		request.addHeader("Accept-Encoding", accepted);
		MockHttpServletResponse answer = ask(request);

		assertThat(answer.getHeader("Content-Encoding")).isEqualTo(gzip ? "gzip" : null);
		assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
		assertThat(answer.getHeader("ETag")).matches(gzip ? "\"[0-9a-f]{12}\"" : "\"[0-9a-f]{12}-plain\"");
	}

	@Test
	void saysThatAPageIsStillTheSame() {
		String tag = String.valueOf(ask("GET", "/film/a").getHeader("ETag"));
		for (String known : new String[] { tag, "W/" + tag, "\"x\", " + tag, "*" }) {
			MockHttpServletRequest request = request("GET", "/film/a");
			request.addHeader("If-None-Match", known);
			MockHttpServletResponse answer = ask(request);

			assertThat(answer.getStatus()).as(known).isEqualTo(304);
			assertThat(text(answer)).isEmpty();
			assertThat(answer.getHeader("ETag")).isEqualTo(tag);
			assertThat(answer.getHeader("Cache-Control")).contains("max-age=60");
			assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
		}
		MockHttpServletRequest request = request("GET", "/film/a");
		request.addHeader("If-None-Match", "\"other\"");
		assertThat(ask(request).getStatus()).isEqualTo(200);
	}

	@Test
	void readsAHeaderThatIsSentInSeveralLines() {
		MockHttpServletRequest request = request("GET", "/film/a");
		request.addHeader("Accept-Encoding", "br");
		request.addHeader("Accept-Encoding", "gzip");
		MockHttpServletResponse answer = ask(request);
		assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");

		request.addHeader("If-None-Match", "\"other\"");
		request.addHeader("If-None-Match", String.valueOf(answer.getHeader("ETag")));
		assertThat(ask(request).getStatus()).isEqualTo(304);
	}

	@Test
	void saysThatAPageIsStillTheSameAlsoWhenItHasBeenMadeAnew() {
		this.pages = (request, response) -> write(response, "as ever");
		String tag = String.valueOf(ask("GET", "/film/a").getHeader("ETag"));
		this.revision.incrementAndGet();
		MockHttpServletRequest request = request("GET", "/film/a");
		request.addHeader("If-None-Match", tag);

		assertThat(ask(request).getStatus()).isEqualTo(304);
	}

	private String body(String address) {
		return text(ask("GET", address));
	}

	private MockHttpServletResponse ask(String method, String address) {
		return ask(request(method, address));
	}

	private MockHttpServletResponse ask(MockHttpServletRequest request) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		try {
			this.cache.doFilter(request, response, this.pages);
		}
		catch (IOException | ServletException ex) {
			throw new IllegalStateException(ex);
		}
		return response;
	}

	/** A request as the servlet container would read it. */
	private static MockHttpServletRequest request(String method, String address) {
		int query = address.indexOf('?');
		String path = (query < 0) ? address : address.substring(0, query);
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setServletPath(path.replaceAll(";.*", "").replace("%61", "a"));
		if (query >= 0) {
			request.setQueryString(address.substring(query + 1));
			for (String pair : address.substring(query + 1).split("&")) {
				String[] parts = pair.split("=", 2);
				request.addParameter(parts[0], (parts.length > 1)
						? java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8) : "");
			}
		}
		return request;
	}

	private static String text(MockHttpServletResponse response) {
		try {
			return response.getContentAsString();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void write(jakarta.servlet.ServletResponse response, String text) throws IOException {
		response.setContentType("text/plain;charset=UTF-8");
		response.getWriter().write(text);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
