package app.marquee.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.marquee.text.Slugs;
import app.marquee.web.MovedPermanently;
import app.marquee.web.NotFound;
import app.marquee.web.PageHead;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One person's page. */
@Controller
class PersonController {

	private static final int WORK = 1000;

	private static final int KNOWN_FOR = 4;

	private static final int CO_WORKERS = 12;

	private static final int NAMESAKES = 9;

	private final People people;

	private final Credits credits;

	private final FilmWords words;

	private final Texts texts;

	PersonController(People people, Credits credits, FilmWords words, Texts texts) {
		this.people = people;
		this.credits = credits;
		this.words = words;
		this.texts = texts;
	}

	@GetMapping("/people/{slug}")
	@Transactional(readOnly = true)
	public String person(@PathVariable String slug, Model model) {
		Person person = bySlug(slug);
		PersonPage page = page(person);
		model.addAttribute("head", PageHead.of(person.name(), person.path())
			.describedAs(this.texts.of("person.description", person.name(), page.filmCount())));
		model.addAttribute("person", page);
		return "catalogue/person";
	}

	private Person bySlug(String slug) {
		if (!Slugs.wellFormed(slug)) {
			throw new NotFound(slug);
		}
		return this.people.findBySlug(slug)
			.orElseThrow(() -> this.people.findSlugByFormerSlug(slug)
				.<RuntimeException>map((now) -> new MovedPermanently("/people/" + slug, "/people/" + now))
				.orElseGet(() -> new NotFound(slug)));
	}

	private PersonPage page(Person person) {
		List<WorkedOn> found = this.credits.ofPerson(person.id(), WORK + 1);
		boolean more = found.size() > WORK;
		List<WorkedOn> credits = more ? found.subList(0, WORK) : found;
		Set<Long> films = credits.stream().map(WorkedOn::filmId).collect(Collectors.toCollection(LinkedHashSet::new));
		return new PersonPage(person.name(), List.copyOf(person.otherNames()),
				more ? this.credits.filmsOf(person.id()) : films.size(), knownFor(credits), work(credits), more,
				coWorkers(person, films), namesakes(person));
	}

	/**
	 * Of people of one name the first are looked at, whose addresses differ by a number;
	 * there may be gaps.
	 */
	private @Nullable String namesakes(Person person) {
		String first = Slugs.ofPerson(person.name());
		List<String> slugs = IntStream.rangeClosed(1, NAMESAKES)
			.mapToObj((number) -> (number > 1) ? first + "-" + number : first)
			.toList();
		return this.people.areThereOthers(slugs, person.name(), person.id())
				? "/people?q=" + URLEncoder.encode(person.name(), StandardCharsets.UTF_8) : null;
	}

	/** With one or two films there is nothing to choose from. */
	private static List<FilmCard> knownFor(List<WorkedOn> credits) {
		Map<FilmCard, Double> fame = new LinkedHashMap<>();
		credits.forEach((worked) -> fame.merge(worked.film(), worked.fame(), Math::max));
		return (fame.size() < 3) ? List.of()
				: fame.keySet()
					.stream()
					.sorted(Comparator.<FilmCard>comparingDouble((film) -> -fame.getOrDefault(film, 0.0))
						.thenComparing(FilmCard::rating, Comparator.nullsLast(Comparator.reverseOrder())))
					.limit(KNOWN_FOR)
					.toList();
	}

	private List<PersonPage.Job> work(List<WorkedOn> credits) {
		Map<String, List<PersonPage.Part>> jobs = new LinkedHashMap<>();
		credits.stream()
			.sorted(Comparator.comparing(WorkedOn::department))
			.forEach((credit) -> jobs.computeIfAbsent(credit.job(), (job) -> new ArrayList<>())
				.add(new PersonPage.Part(credit.film().path(), credit.film().title(), credit.film().year(),
						credit.played())));
		return jobs.entrySet()
			.stream()
			.sorted(Comparator.comparing((job) -> -job.getValue().size()))
			.map((job) -> new PersonPage.Job(Texts.capitalised(job.getKey()), job.getValue()))
			.toList();
	}

	private List<PersonPage.CoWorker> coWorkers(Person person, Collection<Long> films) {
		List<Long> ids = films.stream().limit(PersonPage.COMPARED).toList();
		return ids.isEmpty() ? List.of() : this.credits.coWorkers(person.id(), ids, CO_WORKERS);
	}

}
