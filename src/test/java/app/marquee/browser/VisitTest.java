package app.marquee.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor does, from the front page to the end of a film that a review tells. */
@BrowserTest
class VisitTest {

	private static final String FILM = KindOfPage.FILM.path();

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aVisitorFindsAFilmAndReadsAllAboutIt(boolean script, Visitor visitor) {
		Page page = visitor.window((options) -> options.setJavaScriptEnabled(script));
		page.navigate("/");
		search(page, "ruptash");

		assertThat(page).hasURL(Pattern.compile("/films\\?q=ruptash$"));
		Locator person = link(page.locator("main"), "Troy Ruptash");
		Locator film = link(page.locator("main"), "Leaving Metropolis");
		assertThat(person).isVisible();
		assertThat(person.boundingBox().y).as("people stand above the films").isLessThan(film.boundingBox().y);
		assertThat(person.locator("mark")).hasText("Ruptash");
		assertThat(page.locator(".rows mark")).hasText("Ruptash");

		film.click();
		assertThat(page).hasURL(Pattern.compile(FILM + "$"));
		assertThat(page).hasTitle("Leaving Metropolis (2002) · Marquee");
		assertThat(heading(page)).containsText("Leaving Metropolis");

		link(page, "What we looked at").click();
		assertThat(heading(page)).containsText("Where to watch Leaving Metropolis");
		assertThat(page.locator("main")).containsText("No source says that any service offers this film");

		link(page.locator(".crumbs"), "Leaving Metropolis").click();
		link(page, "All 8 reviews").click();
		assertThat(heading(page)).containsText("Reviews of Leaving Metropolis");

		Locator ending = page.getByText("the two men do not end up together");
		assertThat(ending).isHidden();
		page.getByText("This review gives away the ending").click();
		assertThat(ending).isVisible();
	}

	@Test
	void theFirstStopOfTheKeyboardSkipsToThePage(Visitor visitor) {
		Page page = visitor.window();
		page.navigate(FILM);
		Locator skip = link(page, "Skip to the content");
		assertThat(skip).not().isInViewport();

		page.keyboard().press("Tab");
		assertThat(skip).isFocused();
		assertThat(skip).isInViewport();

		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile(FILM + "#main$"));
		page.keyboard().press("Tab");
		assertThat(link(page.locator("main .crumbs"), "Home")).isFocused();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/films?q=ruptash", "/films/leaving-metropolis-2002",
			"/films/leaving-metropolis-2002/reviews" })
	void theKeyboardReachesEverythingInTheOrderOfThePageAndShowsWhereItIs(String path, Visitor visitor) {
		Page page = visitor.window();
		page.navigate(path);
		@SuppressWarnings("unchecked")
		List<Integer> reachable = (List<Integer>) page.evaluate("""
				() => {
					window.stops = [...document.querySelectorAll('a[href], button, input, summary')];
					return stops.flatMap((stop, i) => stop.checkVisibility() && stop.type !== 'hidden' ? [i] : []);
				}""");
		assertThat(reachable).hasSizeGreaterThan(10);
		for (int expected : reachable) {
			page.keyboard().press("Tab");
			assertThat(page.evaluate("() => stops.indexOf(document.activeElement)")).as("the next stop")
				.isEqualTo(expected);
			assertThat(page.evaluate("""
					() => {
						const style = getComputedStyle(document.activeElement);
						const box = document.activeElement.getBoundingClientRect();
						return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
							&& box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
					}""")).as("an outline in sight around stop %d", expected).isEqualTo(true);
		}
	}

	@Test
	void filtersNarrowTheListAndChipsWidenIt(Visitor visitor) {
		Page page = visitor.window();
		page.navigate("/films");
		assertThat(found(page)).hasText("11 films");

		facet(page, "Drama").click();
		assertThat(page).hasURL(Pattern.compile("/films\\?genre=drama$"));
		assertThat(found(page)).hasText("6 films");
		facet(page, "1990s").click();
		assertThat(page).hasURL(Pattern.compile("/films\\?genre=drama&decade=1990$"));
		assertThat(found(page)).hasText("4 films");
		assertThat(facet(page, "Drama")).hasAttribute("aria-current", "true");
		assertThat(facet(page, "1990s")).hasAttribute("aria-current", "true");

		chip(page, "Drama").click();
		assertThat(page).hasURL(Pattern.compile("/films\\?decade=1990$"));
		assertThat(chip(page, "Drama")).hasCount(0);
		assertThat(chip(page, "1990s")).isVisible();
	}

	@Test
	void theNumberAtAFilterIsTheNumberThatItFinds(Visitor visitor) {
		Page page = visitor.window();
		page.navigate("/films?decade=1990");
		String promised = facet(page, "Drama").locator("small").innerText();
		facet(page, "Drama").click();
		assertThat(found(page)).hasText(promised + " films");
		assertThat(page.locator(".wall > li")).hasCount(Integer.parseInt(promised));
	}

	@Test
	void yearsAreTypedWithoutLosingTheOtherFilters(Visitor visitor) {
		Page page = visitor.window();
		page.navigate("/films?genre=drama");
		page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("1990");
		page.getByLabel("to", new Page.GetByLabelOptions().setExact(true)).fill("1995");
		button(page, "Set").click();
		assertThat(page).hasURL(Pattern.compile("/films\\?genre=drama&from=1990&to=1995$"));
		assertThat(chip(page, "Drama")).isVisible();
	}

	@Test
	void theDrawerOnThePhoneOpensWithoutScript(Visitor visitor) {
		Page page = visitor.windowWithoutScript(Visitor.PHONE);
		page.navigate("/films");
		assertThat(facet(page, "Drama")).isHidden();

		page.getByText("Narrow the list").first().click();
		assertThat(facet(page, "Drama")).isVisible();
		facet(page, "Drama").click();
		assertThat(page).hasURL(Pattern.compile("/films\\?genre=drama$"));
		assertThat(facet(page, "1990s")).isHidden();
	}

	@Test
	void theDrawerStandsOpenOnTheDesk(Visitor visitor) {
		Page page = visitor.windowWithoutScript(Visitor.DESKTOP);
		page.navigate("/films");
		assertThat(facet(page, "Drama")).isVisible();
		assertThat(page.locator(".facets > summary")).isHidden();
	}

	@Test
	void theOrderIsChosenWithoutScript(Visitor visitor) {
		Page page = visitor.windowWithoutScript(Visitor.PHONE);
		page.navigate("/films");
		Locator byTitle = link(page.locator(".menu"), "Title");
		assertThat(byTitle).isHidden();
		page.getByText("Highest rated first").click();
		byTitle.click();
		assertThat(page).hasURL(Pattern.compile("/films\\?sort=title$"));
		// titles sort without their article
		assertThat(page.locator(".wall b").first()).hasText("The Basketball Diaries");
		assertThat(page.locator(".wall b").nth(1)).hasText("Buddies");
	}

	@Test
	void aSlipOfALetterIsPointedOutAndMended(Visitor visitor) {
		Page page = visitor.window();
		page.navigate("/");
		search(page, "metroplis");
		assertThat(page.locator("main")).containsText("Did you mean metropolis?");
		assertThat(link(page, "Leaving Metropolis")).isVisible();

		link(page, "metropolis", true).click();
		assertThat(page).hasURL(Pattern.compile("/films\\?q=metropolis$"));
		assertThat(page.locator("main")).not().containsText("Did you mean");
		assertThat(page.locator("input[type=search]")).hasValue("metropolis");
		assertThat(link(page, "Leaving Metropolis")).isVisible();
	}

	@Test
	void aMarkOfDoubtLeadsToWhoSaidWhat(Visitor visitor) {
		Page page = visitor.window();
		page.navigate(FILM);
		Locator row = page.locator("#said-rating");
		assertThat(row).not().isInViewport();
		String before = background(row);

		link(page, "The sources differ on the rating").click();
		assertThat(page).hasURL(Pattern.compile(FILM + "#said-rating$"));
		assertThat(row).isInViewport();
		assertThat(row).containsText("6.1");
		assertThat(row).containsText("6.2");
		assertThat(background(row)).as("the row lights up").isNotEqualTo(before);
	}

	@Test
	void everyMarkOfDoubtHasItsRow(Visitor visitor) {
		Page page = visitor.window();
		page.navigate(FILM);
		List<String> rows = page.locator("a.doubt")
			.all()
			.stream()
			.map((mark) -> mark.getAttribute("href"))
			.distinct()
			.toList();
		assertThat(rows).contains("#said-rating", "#said-character-troyruptash");
		rows.forEach((row) -> assertThat(page.locator("tr" + row)).hasCount(1));
	}

	@Test
	void anAddressThatIsAlmostRightLeadsToTheFilm(Visitor visitor) {
		Page page = visitor.window();
		Response response = page.navigate("/films/leaving-metropolis");
		assertThat(response.status()).isEqualTo(404);
		assertThat(heading(page)).containsText("This reel is missing");
		link(page.locator("main"), "Leaving Metropolis (2002)").click();
		assertThat(page).hasURL(Pattern.compile(FILM + "$"));
	}

	private static void search(Page page, String words) {
		page.locator("input[type=search]").fill(words);
		button(page, "Search").click();
	}

	private static Locator found(Page page) {
		return page.locator("#found");
	}

	private static Locator facet(Page page, String label) {
		return page.locator(".facets a").filter(new Locator.FilterOptions().setHasText(label));
	}

	private static Locator chip(Page page, String label) {
		return link(page, "remove this filter").filter(new Locator.FilterOptions().setHasText(label));
	}

	private static Locator heading(Page page) {
		return page.locator("h1");
	}

	private static String background(Locator element) {
		return (String) element.evaluate("(element) => getComputedStyle(element).backgroundColor");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator link(Page page, String name) {
		return link(page, name, false);
	}

	private static Locator link(Page page, String name, boolean exact) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(exact));
	}

	private static Locator link(Locator part, String name) {
		return part.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
	}

}
