package app.marquee.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Suggestions as one types: by keyboard, to the ear, and without script. */
@BrowserTest
class SuggestionsTest {

	@Test
	void areReachedAndFollowedByKeyboard(Visitor visitor) {
		Page page = visitor.window();
		page.navigate("/about");
		Locator box = page.locator("input[name=q]");
		Locator list = page.locator("#hints");
		assertThat(box).hasAttribute("role", "combobox");
		assertThat(list).isHidden();

		box.pressSequentially("leaving met");
		assertThat(list).isVisible();
		assertThat(box).hasAttribute("aria-expanded", "true");
		assertThat(box).hasAttribute("aria-controls", "hints");
		assertThat(page.locator("#hints-feedback")).hasText(Pattern.compile("\\d+ results?\\."));

		box.press("Escape");
		assertThat(list).isHidden();
		assertThat(box).isFocused();
		box.press("Alt+ArrowDown");
		assertThat(list).isVisible();

		box.press("ArrowDown");
		Locator first = list.locator("[role=option]").first();
		assertThat(first).hasAttribute("aria-selected", "true");
		assertThat(box).hasAttribute("aria-activedescendant", first.getAttribute("id"));
		box.press("Enter");
		page.waitForURL("**/films/leaving-metropolis-2002");
	}

	@Test
	void leaveEnterToTheFormWhereNothingIsChosen(Visitor visitor) {
		Page page = visitor.window();
		page.navigate("/about");
		page.locator("input[name=q]").pressSequentially("leaving");
		assertThat(page.locator("#hints")).isVisible();
		page.locator("input[name=q]").press("Enter");
		page.waitForURL("**/films?q=leaving");
	}

	@Test
	void askOnceInAPauseAndNotForEachLetter(Visitor visitor) {
		Page page = visitor.window();
		List<String> asked = new ArrayList<>();
		page.onRequest((request) -> {
			if (request.url().contains("/search/suggestions")) {
				asked.add(request.url());
			}
		});
		page.navigate("/about");
		page.locator("input[name=q]")
			.pressSequentially("leaving met", new Locator.PressSequentiallyOptions().setDelay(5));
		assertThat(page.locator("#hints")).isVisible();

		assertThat(asked).singleElement().satisfies((url) -> assertThat(url).endsWith("q=leaving+met"));
	}

	@ParameterizedTest
	@CsvSource({ "1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK" })
	void haveNoViolationWhileTheyAreOpen(int width, ColorScheme scheme, Visitor visitor) {
		Page page = visitor
			.window((options) -> options.setBypassCSP(true).setViewportSize(width, 900).setColorScheme(scheme));
		page.navigate("/about");
		page.locator("input[name=q]").pressSequentially("leaving");
		assertThat(page.locator("#hints")).isVisible();
		page.locator("input[name=q]").press("ArrowDown");

		assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).extracting(Rule::getId)
			.isEmpty();
		assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
	}

	@Test
	void areNotMissedWithoutScript(Visitor visitor) {
		Page page = visitor.windowWithoutScript(Visitor.PHONE);
		page.navigate("/about");
		assertThat(page.locator("#hints")).isHidden();
		page.locator("input[name=q]").fill("leaving metropolis");
		page.locator("input[name=q]").press("Enter");
		page.waitForURL("**/films?q=leaving+metropolis");
	}

}
