package app.marquee.web;

import java.net.URI;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What travels beside the page. */
@MarqueeTest
class HeadersTest {

	private static final String FILM = "/films/leaving-metropolis-2002";

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/films", "/films?q=david", "/films?q=xylophone", FILM, FILM + "/credits",
			FILM + "/watch", FILM + "/reviews", FILM + "/reviews.atom", FILM + "/sources", FILM + "/poster.svg",
			"/people", "/people/troy-ruptash", "/genres", "/genres/drama", "/providers", "/providers/netflix",
			"/search/suggestions?q=lea", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt", "/films.atom",
			"/opensearch.xml", "/films/nobody", "/nowhere", "/films?page=0" })
	void letsABrowserLoadNothingButOurOwn(String address) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self';")
			.contains("script-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe")
			.doesNotContain("*");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
		assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
		assertThat(page.header("Permissions-Policy")).contains("camera=()");
		assertThat(page.header("Set-Cookie")).as("nobody who reads gets a cookie").isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "/films?genre=drama", FILM, FILM + "/sources", "/people/troy-ruptash", "/films.atom" })
	void letsABrowserKeepAPageAndAskWhetherItIsStillTrue(String address) {
		Page page = Page.get(this.mvc, address);
		String tag = page.header("ETag");

		assertThat(page.header("Cache-Control")).contains("public").contains("max-age=60");
		assertThat(tag).matches("\"[0-9a-f]{12}-plain\"");
		assertThat(this.mvc.get().uri(URI.create(address)).header("If-None-Match", String.valueOf(tag))).hasStatus(304)
			.body()
			.isEmpty();
		assertThat(this.mvc.get().uri(URI.create(address)).header("If-None-Match", "W/\"other\"")).hasStatusOk();
	}

	@Test
	void doesNotTakeTheTagOfOnePageForThatOfAnother() {
		String tag = String.valueOf(Page.get(this.mvc, FILM).header("ETag"));

		assertThat(this.mvc.get().uri(URI.create("/about")).header("If-None-Match", tag)).hasStatusOk();
		assertThat(this.mvc.get().uri(URI.create("/films/nobody-made-this")).header("If-None-Match", tag))
			.hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/films/nobody", "/nowhere", "/films?page=0", FILM + "/watch?region=XX" })
	void letsNobodyKeepAnError(String address) {
		Page page = Page.get(this.mvc, address);

		assertThat(page.status()).isBetween(400, 404);
		assertThat(page.header("ETag")).isNull();
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(this.mvc.get()
			.uri(URI.create(address))
			.header("If-None-Match", "W/\"other\"")
			.exchange()
			.getResponse()
			.getHeader("ETag")).isNull();
	}

	@Test
	void letsABrowserKeepAFileOfOursForAYear() {
		Page page = Page.get(this.mvc, "/");
		for (String asset : page.links("link[rel=stylesheet], link[rel=icon]")) {
			Page file = Page.get(this.mvc, asset);
			assertThat(asset).matches("/assets/[a-z]+-[0-9a-f]{12}\\.(css|svg)");
			assertThat(file.status()).isEqualTo(200);
			assertThat(file.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
			assertThat(file.header("Vary")).isEqualTo("Accept-Encoding");
		}
	}

	@Test
	void letsTheStylesheetBeginBeforeThePage() {
		Page page = Page.get(this.mvc, FILM);

		assertThat(page.header("Link"))
			.isEqualTo("<" + page.links("link[rel=stylesheet]").get(0) + ">; rel=preload; as=style");
		assertThat(Page.get(this.mvc, FILM + "/reviews.atom").header("Link")).isNull();
		assertThat(Page.get(this.mvc, FILM + "/poster.svg").header("Link")).isNull();
	}

	@Test
	void sendsAFileOfOursCompressedToWhoeverTakesIt() {
		String asset = Page.get(this.mvc, "/").links("link[rel=stylesheet]").get(0);

		assertThat(this.mvc.get().uri(asset).header("Accept-Encoding", "gzip, br")).hasHeader("Content-Encoding",
				"gzip");
		assertThat(Page.get(this.mvc, asset).header("Content-Encoding")).isNull();
		assertThat(Page.get(this.mvc, asset).body()).contains("@layer").doesNotContain("/*");
	}

	@Test
	void dressesAPageOfYesterdayAsTheOnesOfToday() {
		Page page = Page.get(this.mvc, "/assets/marquee-000000000000.css");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("Content-Disposition")).isEqualTo("inline");
		assertThat(page.body()).contains("@layer");
	}

	@Test
	void hasNoFileThatNeverWas() {
		Page page = Page.get(this.mvc, "/assets/petclinic-000000000000.css");

		assertThat(page.status()).isEqualTo(404);
		assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/films", FILM, "/films/nobody", "/films?page=0" })
	void answersHeadAsItAnswersGet(String address) {
		Page head = Page.ask(this.mvc, HttpMethod.HEAD, address);
		Page get = Page.get(this.mvc, address);

		assertThat(head.status()).isEqualTo(get.status());
		assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
		assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
	}

}
