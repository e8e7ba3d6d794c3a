package app.marquee.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What nobody but a browser can tell of a page. */
@BrowserTest
class LookTest {

	/** HTML and CSS of the first film page that somebody visits, with their headers. */
	private static final int FIRST_VISIT = 14_000;

	/** As narrow as phones get, a usual one, a desk. */
	private static final int[] WIDTHS = { 320, Visitor.PHONE, Visitor.DESKTOP };

	@EnumSource
	@ParameterizedTest
	void loadsWithoutComplaint(KindOfPage kind, Visitor visitor) {
		Page page = visitor.window();
		List<String> complaints = complaints(page);
		Response response = page.navigate(kind.path());
		assertThat(response.status()).isEqualTo(kind.status());
		assertThat(response.headerValue("Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(page.evaluate(showAllPictures())).as("pictures that could not be drawn").isEqualTo(List.of());
		if (kind.status() != 200) {
			// the browser notes the page's own status as an error
			complaints.removeIf((complaint) -> complaint.contains("status of " + kind.status())
					&& complaint.endsWith(response.url()));
		}
		assertThat(complaints).isEmpty();
	}

	@Test
	void complaintsAreHeard(Visitor visitor) {
		Page page = visitor.window();
		List<String> complaints = complaints(page);
		page.navigate(KindOfPage.ABOUT.path());
		page.evaluate("""
				() => {
					document.body.insertAdjacentHTML('beforeend', '<img src="/nowhere.png"><p style="color: red">');
					return new Promise((done) => document.images[0].onerror = done);
				}""");
		assertThat(complaints).anyMatch((complaint) -> complaint.contains("Content Security Policy"))
			.anyMatch((complaint) -> complaint.contains("404"));
	}

	@Test
	void aPosterOfItsOwnLoadsWithoutComplaint(Visitor visitor) {
		Page page = visitor.window();
		List<String> complaints = complaints(page);
		page.navigate(KindOfPage.FILM.path() + "/poster.svg");
		assertThat(page.locator("text").first()).hasText("LEAVING");
		// a picture has no head that could name another icon
		complaints.removeIf((complaint) -> complaint.endsWith("/favicon.ico"));
		assertThat(complaints).isEmpty();
	}

	@EnumSource
	@ParameterizedTest
	void neverScrollsSideways(KindOfPage kind, Visitor visitor) {
		Page page = visitor.window();
		page.navigate(kind.path());
		for (int width : WIDTHS) {
			page.setViewportSize(width, 900);
			assertThat(tooWide(page)).as("what reaches over the edge at %d px", width).isEmpty();
			unfoldAll(page, true);
			assertThat(tooWide(page)).as("what reaches over the edge at %d px, all unfolded", width).isEmpty();
			unfoldAll(page, false);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/films?sort=newest", "/films?q=ruptash", "/films/leaving-metropolis-2002/reviews" })
	void theOrdersOpenOnThePage(String path, Visitor visitor) {
		Page page = visitor.window();
		page.navigate(path);
		page.locator(".menu summary").click();
		for (int width = 320; width <= 800; width += 40) {
			page.setViewportSize(width, 900);
			assertThat(tooWide(page)).as("what reaches over the edge at %d px", width).isEmpty();
			assertThat(page.locator(".menu ul").boundingBox().x).as("at %d px", width).isNotNegative();
		}
	}

	@Test
	void whatReachesOverTheEdgeIsNoticed(Visitor visitor) {
		Page page = visitor.window();
		page.navigate(KindOfPage.ABOUT.path());
		page.evaluate("() => document.querySelector('h1').style.width = '2000px'");
		assertThat(tooWide(page)).isNotEmpty();
	}

	@Test
	void isPaperByDayAndInkByNight(Visitor visitor) {
		Page page = visitor.window();
		page.navigate(KindOfPage.FILM.path());
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		assertThat(lightness(page, "backgroundColor")).isGreaterThan(230);
		assertThat(lightness(page, "color")).isLessThan(40);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(lightness(page, "backgroundColor")).isLessThan(40);
		assertThat(lightness(page, "color")).isGreaterThan(200);
	}

	@Test
	void printsTheFilmWithoutTheHouseAroundIt(Visitor visitor) {
		Page page = visitor.window();
		page.navigate(KindOfPage.FILM.path());
		List<Locator> around = List.of(page.locator("header.sign"), page.locator("nav.crumbs"),
				page.locator("footer.foot"), page.getByText("Related films"));
		around.forEach((part) -> assertThat(part).isVisible());
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
		around.forEach((part) -> assertThat(part).isHidden());
		assertThat(page.locator("h1")).isVisible();
		assertThat(page.locator("main img.poster").first()).isVisible();
		assertThat(page.locator("#said-rating")).isVisible();
		assertThat(lightness(page, "color")).as("the ink, also at night").isLessThan(40);
	}

	@Test
	void aSpoilerStaysFoldedOnPaper(Visitor visitor) {
		Page page = visitor.window();
		page.navigate(KindOfPage.REVIEW.path());
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.getByText("the two men do not end up together")).isHidden();
	}

	@Test
	void whoReadsIsGivenNothingToCarry(Visitor visitor) {
		Page page = visitor.window();
		for (KindOfPage kind : KindOfPage.values()) {
			page.navigate(kind.path());
		}
		assertThat(page.context().cookies()).isEmpty();
		assertThat(page.evaluate("() => localStorage.length + sessionStorage.length")).isEqualTo(0);
	}

	@Test
	void theFirstVisitToAFilmIsLight(Visitor visitor) {
		Page page = visitor.window();
		List<Request> requests = new ArrayList<>();
		page.onRequest(requests::add);
		page.navigate(KindOfPage.FILM.path());
		assertThat(requests).extracting(Request::resourceType)
			.contains("document", "stylesheet")
			.doesNotContain("font");
		assertThat(page.locator("script:not([defer], [type=module], [type='application/ld+json'])").count())
			.as("scripts that a page waits for")
			.isZero();
		List<Request> needed = requests.stream()
			.filter((request) -> List.of("document", "stylesheet").contains(request.resourceType()))
			.toList();
		int bytes = needed.stream()
			.map(Request::sizes)
			.mapToInt((Sizes sizes) -> sizes.responseHeadersSize + sizes.responseBodySize)
			.sum();
		assertThat(bytes).isBetween(FIRST_VISIT / 4, FIRST_VISIT);
	}

	/** What the browser will complain about in this window, as it comes. */
	private static List<String> complaints(Page page) {
		List<String> complaints = new ArrayList<>();
		page.onConsoleMessage((message) -> {
			if (List.of("error", "warning").contains(message.type())) {
				complaints.add(message.text() + " " + message.location().replaceAll("(:\\d+)+$", ""));
			}
		});
		page.onPageError(complaints::add);
		page.onRequestFailed((request) -> complaints.add(request.failure() + " " + request.url()));
		return complaints;
	}

	/** Pictures wait until they are in sight; yields the addresses of broken ones. */
	private static String showAllPictures() {
		return """
				async () => {
					const pictures = [...document.images];
					pictures.forEach((picture) => picture.loading = 'eager');
					await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
					return pictures.filter((picture) => !picture.naturalWidth).map((picture) => picture.src);
				}""";
	}

	private static void unfoldAll(Page page, boolean open) {
		page.evaluate("(open) => document.querySelectorAll('details').forEach((details) => details.open = open)", open);
	}

	/** The elements because of which the page scrolls sideways. */
	private static List<?> tooWide(Page page) {
		return (List<?>) page.evaluate(
				"""
						() => {
							const room = document.documentElement.clientWidth;
							if (document.documentElement.scrollWidth <= room) {
								return [];
							}
							return ['page'].concat([...document.querySelectorAll('body *')]
								.filter((element) => element.getBoundingClientRect().right > room)
								.map((element) => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40)));
						}""");
	}

	/** The mean of red, green and blue of a colour of the page's body, 0 to 255. */
	private static int lightness(Page page, String property) {
		return ((Number) page.evaluate("""
				(property) => {
					const [red, green, blue] = getComputedStyle(document.body)[property].match(/[\\d.]+/g).map(Number);
					return Math.round((red + green + blue) / 3);
				}""", property)).intValue();
	}

}
