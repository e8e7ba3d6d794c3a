package app.marquee;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes wherever a link leads, and looks at every page with the eyes of somebody who
 * dislikes machines.
 */
@MarqueeTest
class CrawlTest {

	/**
	 * Lists can be narrowed in endless ways; two at once show all that there is to see.
	 */
	private static final int MOST_FILTERS = 2;

	/** Where there are fewer, links have got lost; where there are more, a minute is. */
	private static final int FEWEST_PAGES = 300;

	private static final int MOST_PAGES = 900;

	private static final String OURS = "http://localhost:8080";

	private static final Pattern MACHINE_WORDS = Pattern.compile(
			"\\b(null|undefined|NaN|Optional|Exception)\\b|\\[\\]|\\?\\?|\\b0 min\\b|\\b0/10\\b|\\$\\{|#\\{|\\{\\d");

	private static final Pattern QUERY_PARAMETER = Pattern.compile("[?&]([^=&]+)=([^&]*)");

	@Autowired
	private MockMvcTester mvc;

	/** Every address that was found, with the page on which it was found first. */
	private final Map<String, String> found = new LinkedHashMap<>();

	private final Deque<String> toVisit = new ArrayDeque<>();

	private final List<String> wrong = new ArrayList<>();

	@Test
	void findsNothingBrokenEmptyOrMachineMadeOnTheWholeSite() {
		List.of("/", "/sitemap.xml", "/robots.txt", "/films?q=david", "/films?q=leavin+metropols", "/films?q=xylophone",
				"/people?q=david", "/people?q=ruptach", "/people?q=xylophone", "/search/suggestions?q=lea")
			.forEach((address) -> add(address, "the start"));
		while (!this.toVisit.isEmpty()) {
			visit(this.toVisit.poll());
		}

		assertThat(this.wrong).as("on %d pages", this.found.size()).isEmpty();
		assertThat(this.found.size()).as("addresses").isBetween(FEWEST_PAGES, MOST_PAGES);
		assertThat(this.found.keySet())
			.contains("/about", "/films/leaving-metropolis-2002", "/films/leaving-metropolis-2002/sources",
					"/people/troy-ruptash", "/genres/drama", "/providers/netflix", "/films.atom",
					"/films/leaving-metropolis-2002/reviews.atom", "/opensearch.xml", "/sitemap-1.xml")
			.anyMatch((address) -> address.startsWith("/films/leaving-metropolis-2002/poster.svg?v="));
	}

	private void visit(String address) {
		MvcTestResult result = ask(address);
		if (result.getUnresolvedException() != null) {
			wrong(address, "fails: " + result.getUnresolvedException().getMessage());
			return;
		}
		if (result.getResponse().getStatus() == 301) {
			result = ask(String.valueOf(result.getResponse().getHeader("Location")));
		}
		MockHttpServletResponse response = result.getResponse();
		if (response.getStatus() != 200) {
			wrong(address, "answers " + response.getStatus() + ", linked from " + this.found.get(address));
			return;
		}
		Page page = Page.of(response);
		String type = String.valueOf(response.getContentType());
		// who has typed nothing yet gets no suggestions
		if (page.body().isBlank() && !address.equals("/search/suggestions")) {
			wrong(address, "is empty");
		}
		if (type.startsWith("text/html")) {
			if (address.startsWith("/search/suggestions")) {
				words(address, page.html());
			}
			else {
				look(address, page.html());
			}
			follow(address, page.html());
		}
		else if (type.contains("xml")) {
			followXml(address, Jsoup.parse(page.body(), "", Parser.xmlParser()));
		}
		else if (type.startsWith("text/css")) {
			Matcher url = Pattern.compile("url\\(['\"]?(?!data:)([^)'\"]+)").matcher(page.body());
			while (url.find()) {
				add(url.group(1), address);
			}
		}
	}

	private MvcTestResult ask(String address) {
		return this.mvc.get().uri(Page.uri(address)).exchange();
	}

	private void look(String address, Document page) {
		words(address, page);
		page.select("dt, dd, th, a, h1, h2, h3, h4, li, option, summary, button, label, title, p, td")
			.stream()
			.filter((element) -> element.text().isBlank() && element.select("img, svg, input").isEmpty())
			.forEach((element) -> wrong(address, "has an empty " + element.outerHtml()));
		// but for the list that is filled, and shown, while one types
		page.select("ul:not([role=listbox][hidden]), ol, dl, table, tbody, thead, nav, header, section, form")
			.stream()
			.filter((element) -> element.children().isEmpty())
			.forEach((element) -> wrong(address, "has a " + element.tagName() + " with nothing in it"));
		page.select("section:not(:has(h1, h2, h3, h4))")
			.forEach((section) -> wrong(address, "has a section without a heading: " + section.text()));
		page.select("dt").stream().filter((term) -> {
			Element next = term.nextElementSibling();
			return next == null || !next.tagName().equals("dd");
		}).forEach((term) -> wrong(address, "says nothing of " + term.text()));
		if (page.select("meta[name=robots], meta[name=description]").isEmpty()) {
			wrong(address, "tells a search engine nothing of itself");
		}
		if (page.select("h1").size() != 1) {
			wrong(address, "has " + page.select("h1").size() + " h1");
		}
		if (page.select("main").size() != 1) {
			wrong(address, "has " + page.select("main").size() + " main");
		}
		List<String> ids = page.select("[id]").eachAttr("id");
		ids.stream()
			.filter((id) -> ids.indexOf(id) != ids.lastIndexOf(id))
			.distinct()
			.forEach((id) -> wrong(address, "has the id " + id + " more than once"));
		page.select("img:not([alt])").forEach((image) -> wrong(address, "has " + image + " without alt"));
		page.select("[aria-labelledby], [aria-controls], [aria-describedby], label[for]")
			.forEach((element) -> Stream.of("aria-labelledby", "aria-controls", "aria-describedby", "for")
				.map(element::attr)
				.flatMap((value) -> Stream.of(value.split(" ")))
				.filter((id) -> !id.isEmpty() && !ids.contains(id))
				.forEach((id) -> wrong(address, "speaks of an element " + id + " that is not there")));
		page.select("[style], script:not([type='application/ld+json']):not([src])")
			.forEach((element) -> wrong(address, "has something inline that the policy forbids: " + element));
		page.select("*")
			.stream()
			.filter((element) -> element.attributes()
				.asList()
				.stream()
				.anyMatch((one) -> one.getKey().startsWith("th:") || one.getKey().matches("on[a-z]+")))
			.forEach((element) -> wrong(address, "has an attribute that does not belong: " + element.tagName()));
		outline(address, page);
	}

	/**
	 * What a visitor sees or hears; what a source is quoted with stands in {@code del}.
	 */
	private void words(String address, Document page) {
		Document seen = page.clone();
		seen.select("del, script").remove();
		String text = seen.text() + " " + String.join(" ", seen.select("[aria-label]").eachAttr("aria-label")) + " "
				+ String.join(" ", seen.select("[title]").eachAttr("title")) + " "
				+ String.join(" ", seen.select("[content]").eachAttr("content"));
		Matcher word = MACHINE_WORDS.matcher(text);
		while (word.find()) {
			wrong(address, "says “" + word.group() + "” in “"
					+ text.substring(Math.max(0, word.start() - 30), Math.min(text.length(), word.end() + 30)) + "”");
		}
	}

	/** Headings go down by one level at a time. */
	private void outline(String address, Document page) {
		int level = 0;
		for (Element heading : page.select("h1, h2, h3, h4")) {
			int next = heading.tagName().charAt(1) - '0';
			if (next > level + 1) {
				wrong(address, "leaps to the " + heading.tagName() + " “" + heading.text() + "”");
			}
			level = next;
		}
	}

	private void follow(String address, Document page) {
		page.select("a[href], link[href]")
			.stream()
			.filter((link) -> !link.attr("rel").contains("external"))
			.map((link) -> link.attr("href"))
			.forEach((href) -> {
				int hash = href.indexOf('#');
				if (hash == 0) {
					target(address, page, href.substring(1));
				}
				add((hash >= 0) ? href.substring(0, hash) : href, address);
				if (hash > 0) {
					anchor(address, href.substring(0, hash), href.substring(hash + 1));
				}
			});
		page.select("[src]").eachAttr("src").forEach((src) -> add(src, address));
		page.select("form[action]").eachAttr("action").forEach((action) -> add(action, address));
	}

	private void followXml(String address, Document xml) {
		xml.select("link[href]").eachAttr("href").forEach((href) -> add(href, address));
		xml.select("loc, Image").eachText().forEach((loc) -> add(loc, address));
	}

	private void target(String address, Document page, String id) {
		if (page.getElementById(URLDecoder.decode(id, StandardCharsets.UTF_8)) == null) {
			wrong(address, "has a link to #" + id + ", which is not there");
		}
	}

	private void anchor(String address, String page, String id) {
		if (this.found.containsKey(page + "#" + id)) {
			return;
		}
		this.found.put(page + "#" + id, address);
		target(page, Page.get(this.mvc, page).html(), id);
	}

	private void add(String href, String from) {
		String address = href.startsWith(OURS) ? href.substring(OURS.length()) : href;
		if (address.isEmpty()) {
			return;
		}
		if (!address.startsWith("/")) {
			wrong(from, "has a link to " + href + ", which is not ours and does not say so");
			return;
		}
		if (filters(address) <= MOST_FILTERS && this.found.putIfAbsent(address, from) == null) {
			this.toVisit.add(address);
		}
	}

	private static long filters(String address) {
		return QUERY_PARAMETER.matcher(address).results().count();
	}

	private void wrong(String address, String what) {
		this.wrong.add(address + " " + what);
	}

}
