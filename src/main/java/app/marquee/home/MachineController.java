package app.marquee.home;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import app.marquee.catalogue.Films;
import app.marquee.web.MarqueeSettings;
import app.marquee.web.NotFound;

import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What machines read: the feed of new films, the sitemap, robots, and how to search here.
 */
@Controller
class MachineController {

	private static final int IN_THE_FEED = 30;

	/** A fifth of what a sitemap may hold; a part is written in one go. */
	static final long IN_A_PART = 10_000;

	private static final List<CatalogueFacts.Entry> PAGES = Stream
		.of("/", "/films", "/people", "/genres", "/providers", "/about")
		.map((path) -> new CatalogueFacts.Entry(path, null))
		.toList();

	private final CatalogueFacts facts;

	private final Films films;

	private final MarqueeSettings settings;

	MachineController(CatalogueFacts facts, Films films, MarqueeSettings settings) {
		this.facts = facts;
		this.films = films;
		this.settings = settings;
	}

	@GetMapping("/films.atom")
	@Transactional(readOnly = true)
	public String feed(Model model) {
		model.addAttribute("updated", this.facts.size().changedAt());
		model.addAttribute("films", this.films.news(Limit.of(IN_THE_FEED)));
		return "home/films.atom";
	}

	/**
	 * The index; each part holds the films, or the people, of a range of ids, so that no
	 * part ever has to be counted.
	 */
	@GetMapping("/sitemap.xml")
	@Transactional(readOnly = true)
	public String sitemap(Model model) {
		model.addAttribute("films", LongStream.rangeClosed(1, parts(this.facts.highestFilmId())).boxed().toList());
		model.addAttribute("people", LongStream.rangeClosed(1, parts(this.facts.highestPersonId())).boxed().toList());
		return "home/sitemap.xml";
	}

	private static long parts(long highest) {
		return (highest + IN_A_PART - 1) / IN_A_PART;
	}

	@GetMapping("/sitemap-pages.xml")
	String pages(Model model) {
		model.addAttribute("entries", PAGES);
		return "home/sitemap-part.xml";
	}

	@GetMapping("/sitemap-{part:[1-9]\\d{0,8}}.xml")
	@Transactional(readOnly = true)
	public String films(@PathVariable long part, Model model) {
		check(part, this.facts.highestFilmId());
		model.addAttribute("entries", this.facts.films((part - 1) * IN_A_PART, part * IN_A_PART));
		return "home/sitemap-part.xml";
	}

	@GetMapping("/sitemap-people-{part:[1-9]\\d{0,8}}.xml")
	@Transactional(readOnly = true)
	public String people(@PathVariable long part, Model model) {
		check(part, this.facts.highestPersonId());
		model.addAttribute("entries", this.facts.people((part - 1) * IN_A_PART, part * IN_A_PART));
		return "home/sitemap-part.xml";
	}

	private static void check(long part, long highest) {
		if (part > parts(highest)) {
			throw new NotFound("part " + part + " of the sitemap");
		}
	}

	@GetMapping("/opensearch.xml")
	String openSearch() {
		return "home/opensearch.xml";
	}

	/**
	 * Lists in their endless states, and what is fetched while somebody types, are not
	 * for robots: to read there that a page is not to be listed, they would have to ask
	 * for each. The sitemap leads them to every film and everybody.
	 */
	@GetMapping("/robots.txt")
	ResponseEntity<String> robots() {
		return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body("""
				User-agent: *
				Disallow: /films?
				Disallow: /search/

				Sitemap: %s
				""".formatted(this.settings.address("/sitemap.xml")));
	}

}
