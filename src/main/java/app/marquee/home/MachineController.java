package app.marquee.home;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

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
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What machines read: the feed of new films, the sitemap, robots, and how to search here.
 */
@Controller
class MachineController {

	private static final int IN_THE_FEED = 30;

	/** A fifth of what a sitemap may hold; a part is written in one go. */
	static final long IN_A_PART = 10_000;

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
	 * The index; each part holds the films of a range of ids, so that no part ever has to
	 * be counted.
	 */
	@GetMapping("/sitemap.xml")
	@Transactional(readOnly = true)
	public String sitemap(Model model) {
		model.addAttribute("parts", LongStream.rangeClosed(1, parts()).boxed().toList());
		return "home/sitemap.xml";
	}

	private long parts() {
		return (this.facts.highestFilmId() + IN_A_PART - 1) / IN_A_PART;
	}

	@GetMapping("/sitemap-{part:[1-9]\\d{0,8}}.xml")
	@Transactional(readOnly = true)
	public String sitemapPart(@PathVariable long part, Model model) {
		if (part > parts()) {
			throw new NotFound("part " + part + " of the sitemap");
		}
		model.addAttribute("films", this.facts.films((part - 1) * IN_A_PART, part * IN_A_PART));
		return "home/sitemap-part.xml";
	}

	@GetMapping("/opensearch.xml")
	String openSearch() {
		return "home/opensearch.xml";
	}

	/**
	 * Lists in their endless states, and what is fetched while somebody types, are not
	 * for robots: to read there that a page is not to be listed, they would have to ask
	 * for each. The sitemap leads them to every film.
	 */
	@GetMapping("/robots.txt")
	@ResponseBody
	ResponseEntity<String> robots() {
		return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body("""
				User-agent: *
				Disallow: /films?
				Disallow: /search/

				Sitemap: %s
				""".formatted(this.settings.address("/sitemap.xml")));
	}

}
