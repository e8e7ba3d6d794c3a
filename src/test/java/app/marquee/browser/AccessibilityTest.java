package app.marquee.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What axe says of every kind of page, by WCAG 2.2 AA and beyond. */
@BrowserTest
class AccessibilityTest {

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

	/** The phone comes last: all that folds is then unfolded, and stays so. */
	private static final List<Integer> WIDTHS = List.of(Visitor.DESKTOP, Visitor.PHONE);

	@EnumSource
	@ParameterizedTest
	void hasNoViolationByDayAndByNightOnDeskAndPhone(KindOfPage kind, Visitor visitor) {
		Page page = windowForAxe(visitor);
		assertThat(page.navigate(kind.path()).status()).isEqualTo(kind.status());
		SoftAssertions violations = new SoftAssertions();
		for (int width : WIDTHS) {
			page.setViewportSize(width, 900);
			if (width == Visitor.PHONE) {
				unfoldAll(page);
			}
			for (ColorScheme scheme : SCHEMES) {
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
				AxeResults results = analysed(page);
				violations.assertThat(results.getViolations())
					.as("%s, %s, %d px", kind, scheme, width)
					.extracting(AccessibilityTest::inWords)
					.isEmpty();
				violations.assertThat(results.getPasses())
					.as("what axe looked at on %s", kind)
					.extracting(Rule::getId)
					.hasSizeGreaterThan(10)
					.contains("color-contrast", "target-size", "page-has-heading-one", "landmark-one-main");
			}
		}
		violations.assertAll();
	}

	@Test
	void axeFindsWhatIsBroken(Visitor visitor) {
		Page page = windowForAxe(visitor);
		page.navigate(KindOfPage.FILM.path());
		page.evaluate("""
				() => {
					document.querySelector('.poster').removeAttribute('alt');
					document.querySelector('h1').style.color = '#ddd';
					document.querySelector('h1').style.background = '#eee';
					document.documentElement.removeAttribute('lang');
					document.querySelector('main').insertAdjacentHTML('beforeend',
						'<div><button>a</button><button></button></div>');
					document.querySelectorAll('main button').forEach((button) =>
						button.style = 'inline-size: 9px; block-size: 9px; padding: 0; border: 0');
				}""");
		assertThat(analysed(page).getViolations()).extracting(Rule::getId)
			.contains("image-alt", "color-contrast", "html-has-lang", "button-name", "target-size");
	}

	/** axe adds its own script to the page, which the policy of ours forbids. */
	private static Page windowForAxe(Visitor visitor) {
		return visitor.window((options) -> options.setBypassCSP(true));
	}

	/** In one go: there are no frames, for which axe would open another window. */
	private static AxeResults analysed(Page page) {
		return new AxeBuilder(page).withTags(TAGS).setLegacyMode(true).analyze();
	}

	private static void unfoldAll(Page page) {
		page.evaluate("() => document.querySelectorAll('details').forEach((details) => details.open = true)");
	}

	private static String inWords(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + rule.getNodes().stream().map(AccessibilityTest::inWords).toList();
	}

	private static String inWords(CheckedNode node) {
		return node.getTarget() + " " + node.getFailureSummary();
	}

}
