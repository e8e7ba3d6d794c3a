package app.marquee.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * Somebody who comes to the catalogue for the first time, with nothing remembered and
 * nothing in the cache.
 */
final class Visitor implements AutoCloseable {

	static final int PHONE = 390;

	static final int DESKTOP = 1280;

	private static final int HEIGHT = 900;

	private final Browser browser;

	private final String address;

	private final List<BrowserContext> contexts = new ArrayList<>();

	Visitor(Browser browser, String address) {
		this.browser = browser;
		this.address = address;
	}

	/** An empty window of a new profile, 1,280 px wide. */
	Page window() {
		return window((options) -> options);
	}

	/** An empty window of a new profile that is set up as the test needs it. */
	Page window(UnaryOperator<Browser.NewContextOptions> options) {
		BrowserContext context = this.browser.newContext(options
			.apply(new Browser.NewContextOptions().setBaseURL(this.address).setViewportSize(DESKTOP, HEIGHT)));
		this.contexts.add(context);
		context.setDefaultTimeout(Chromium.PATIENCE);
		return context.newPage();
	}

	/** A window in which no script runs. */
	Page windowWithoutScript(int width) {
		return window((options) -> options.setJavaScriptEnabled(false).setViewportSize(width, HEIGHT));
	}

	@Override
	public void close() {
		this.contexts.forEach(BrowserContext::close);
	}

}
