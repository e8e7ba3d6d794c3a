package app.marquee.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * The Chromium of this machine, driven by Playwright, which is kept from downloading one
 * of its own.
 */
final class Chromium implements AutoCloseable {

	/** Names one, as a system property or in the environment. */
	private static final String NAMED = "MARQUEE_CHROMIUM";

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	/** Where it lies when it is not on the path. */
	private static final List<Path> USUAL = List.of(Path.of("/usr/lib/chromium/chromium"),
			Path.of("/snap/bin/chromium"), Path.of("/opt/google/chrome/chrome"),
			Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
			Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
			Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
			"--disable-quic");

	/** Nothing here takes as long: who waits longer waits in vain. In milliseconds. */
	static final double PATIENCE = 15_000;

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	/**
	 * @return the Chromium to use, or nothing where none is found
	 * @throws IllegalStateException if one is named that does not exist
	 */
	static Optional<Path> installed() {
		String named = System.getProperty(NAMED, System.getenv().getOrDefault(NAMED, ""));
		if (!named.isBlank()) {
			if (!Files.isExecutable(Path.of(named))) {
				throw new IllegalStateException(NAMED + " names no program: " + named);
			}
			return Optional.of(Path.of(named));
		}
		String path = System.getenv().getOrDefault("PATH", "");
		Stream<Path> onPath = Stream.of(path.split(File.pathSeparator))
			.filter((folder) -> !folder.isBlank())
			.flatMap((folder) -> NAMES.stream().map(Path.of(folder)::resolve));
		return Stream.concat(onPath, USUAL.stream()).filter(Files::isExecutable).findFirst();
	}

	static Chromium start() {
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Browser browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(installed().orElseThrow()).setArgs(ARGUMENTS));
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		return new Chromium(playwright, browser);
	}

	Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
