package app.marquee.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.marquee.web.Slugs;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a film's pages together. */
@Component
class FilmPages {

	/** More than this many is what the credits page is for. */
	private static final int CAST = 12;

	private static final int CREW = 40;

	private static final int RELATED = 8;

	private final Credits credits;

	private final RelatedFilms related;

	private final List<FilmPageSection> sections;

	private final FilmWords words;

	FilmPages(Credits credits, RelatedFilms related, List<FilmPageSection> sections, FilmWords words) {
		this.credits = credits;
		this.related = related;
		this.sections = sections;
		this.words = words;
	}

	@Transactional(readOnly = true)
	FilmPage of(Film film) {
		List<Credit> cast = this.credits.castOf(film, Limit.of(CAST + 1));
		List<Credit> crew = this.credits.crewOf(film, Limit.of(CREW));
		Synopsis synopsis = Synopsis.of(film.synopsis());
		Map<FilmPageSection.Place, FilmPageSection.Content> sections = new EnumMap<>(FilmPageSection.Place.class);
		Map<String, String> marks = new HashMap<>();
		this.sections.forEach((section) -> section.of(film).ifPresent((content) -> {
			sections.put(content.place(), content);
			marks.putAll(content.marks());
		}));
		return new FilmPage(film.slug(), film.title(), film.year(), film.certificate(),
				this.words.runtime(film.runtime()),
				film.genres().stream().map((genre) -> new FilmPage.Link(genre.name(), genre.path())).toList(),
				film.rating(), this.words.votes(film.votes()), synopsis.lede(), synopsis.rest(),
				cast.stream().limit(CAST).map(FilmPages::castMember).toList(), cast.size() > CAST, work(crew),
				film.titles()
					.stream()
					.filter((title) -> title.kind().equals("original"))
					.map(FilmTitle::title)
					.findFirst()
					.orElse(null),
				film.titles()
					.stream()
					.filter((title) -> title.kind().equals("alternative"))
					.map(FilmTitle::title)
					.toList(),
				companies(film), film.externalIds().stream().filter((id) -> id.href() != null).toList(),
				this.related.to(film, cast, RELATED), marks, sections);
	}

	static FilmPage.CastMember castMember(Credit credit) {
		String name = credit.person().name();
		return new FilmPage.CastMember(name, credit.person().path(), credit.played(), Slugs.of(name, null, "person"));
	}

	/** By job, the departments in the order of {@link Department}. */
	List<FilmPage.Work> work(List<Credit> crew) {
		Map<String, List<FilmPage.Link>> jobs = new LinkedHashMap<>();
		crew.stream()
			.sorted(Comparator.comparing(Credit::department))
			.forEach((credit) -> jobs.computeIfAbsent(credit.job(), (job) -> new ArrayList<>())
				.add(new FilmPage.Link(credit.person().name(), credit.person().path())));
		return jobs.entrySet()
			.stream()
			.map((job) -> new FilmPage.Work(this.words.job(job.getKey()), job.getValue()))
			.toList();
	}

	private List<FilmPage.Work> companies(Film film) {
		Map<String, List<FilmPage.Link>> roles = new LinkedHashMap<>();
		film.companies()
			.forEach((company) -> roles.computeIfAbsent(company.role(), (role) -> new ArrayList<>())
				.add(new FilmPage.Link(company.company().name(), null)));
		return roles.entrySet()
			.stream()
			.map((role) -> new FilmPage.Work(this.words.job(role.getKey()), role.getValue()))
			.toList();
	}

}
