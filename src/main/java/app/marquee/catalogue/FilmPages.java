package app.marquee.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.web.Texts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a film's pages together. */
@Component
class FilmPages {

	/** More than this many is what the credits page is for. */
	private static final int CAST = 12;

	private static final int CREW = 40;

	/** Of what sources call related, hardly any film has more. */
	private static final int RELATED = 12;

	/** Of what we find ourselves: whole rows on a phone and on a wide screen. */
	private static final int FOUND = 6;

	private final Credits credits;

	private final FilmDetails details;

	private final List<FilmPageSection> sections;

	private final FilmWords words;

	FilmPages(Credits credits, FilmDetails details, List<FilmPageSection> sections, FilmWords words) {
		this.credits = credits;
		this.details = details;
		this.sections = sections;
		this.words = words;
	}

	@Transactional(readOnly = true)
	FilmPage of(Film film) {
		Map<Boolean, List<Credit>> credits = this.credits.firstOfFilm(film.id(), CAST, CREW)
			.stream()
			.collect(Collectors.partitioningBy((credit) -> credit.department() == Department.CAST));
		List<Credit> cast = credits.getOrDefault(true, List.of());
		List<Credit> crew = credits.getOrDefault(false, List.of());
		Particulars particulars = this.details.particulars(film.id());
		Synopsis synopsis = Synopsis.of(film.synopsis());
		Map<FilmPageSection.Place, FilmPageSection.Content> sections = new EnumMap<>(FilmPageSection.Place.class);
		Map<String, String> marks = new HashMap<>();
		this.sections.forEach((section) -> section.of(film).ifPresent((content) -> {
			sections.put(content.place(), content);
			marks.putAll(content.marks());
		}));
		List<FilmDetails.SourceRating> ratings = (film.rating() != null) ? this.details.ratings(film.id()) : List.of();
		boolean decided = film.rating() != null && !FilmWords.isGiven(film.rating(), ratings)
				&& this.details.isRatingDecided(film.id());
		return new FilmPage(film.slug(), film.title(), film.year(),
				PosterVersion.address(film.path(), film.posterVersion()), film.certificate(),
				this.words.runtime(film.runtime()),
				film.genres().stream().map((genre) -> new FilmPage.Link(genre.name(), genre.path())).toList(),
				film.rating(), this.words.outOfTen(film.votes(), decided),
				(film.rating() != null) ? this.words.ratings(film.rating(), ratings, decided) : List.of(),
				synopsis.lede(), synopsis.rest(),
				cast.stream().limit(CAST).map((credit) -> castMember(credit, marks)).toList(),
				work(crew.stream().limit(CREW).toList()), particulars.originalTitle(), particulars.otherTitles(),
				companies(particulars), particulars.externalIds().stream().filter((id) -> id.href() != null).toList(),
				related(film, cast), agreeing(film, sections), marks, sections);
	}

	/** Asked only where the page says it: it costs a query. */
	private int agreeing(Film film, Map<FilmPageSection.Place, FilmPageSection.Content> sections) {
		return sections.containsKey(FilmPageSection.Place.DOUBT) ? 0 : this.details.sources(film.id());
	}

	/**
	 * One of the cast.
	 * @param marks what to say at a fact that is in doubt, by its anchor
	 */
	static FilmPage.CastMember castMember(Credit credit, Map<String, String> marks) {
		String anchor = FilmPageSection.anchorOfPart(credit.name());
		return new FilmPage.CastMember(credit.name(), credit.path(), credit.played(), anchor, marks.get(anchor));
	}

	/** By job, the departments in the order of {@link Department}. */
	List<FilmPage.Work> work(List<Credit> crew) {
		Map<String, List<FilmPage.Link>> jobs = new LinkedHashMap<>();
		crew.stream()
			.sorted(Comparator.comparing(Credit::department))
			.forEach((credit) -> jobs.computeIfAbsent(credit.job(), (job) -> new ArrayList<>())
				.add(new FilmPage.Link(credit.name(), credit.path())));
		return jobs.entrySet()
			.stream()
			.map((job) -> new FilmPage.Work(Texts.capitalised(job.getKey()), job.getValue()))
			.toList();
	}

	private List<FilmPage.Work> companies(Particulars particulars) {
		return particulars.companies()
			.entrySet()
			.stream()
			.map((role) -> new FilmPage.Work(Texts.capitalised(role.getKey()),
					role.getValue().stream().map((name) -> new FilmPage.Link(name, null)).toList()))
			.toList();
	}

	/**
	 * What sources call related, and films of the same people beside it; where there is
	 * neither, the best of its genre.
	 */
	private FilmPage.Shelf related(Film film, List<Credit> cast) {
		List<FilmCard> related = this.details.related(film, RELATED);
		if (related.size() < FOUND) {
			List<Long> people = cast.stream().map(Credit::personId).distinct().limit(4).toList();
			List<FilmCard> samePeople = this.details.ofPeople(people, film.id(), FOUND);
			if (related.isEmpty() && !samePeople.isEmpty()) {
				return new FilmPage.Shelf(this.words.samePeople(), samePeople);
			}
			related = Stream.concat(related.stream(), samePeople.stream()).distinct().limit(FOUND).toList();
		}
		if (!related.isEmpty() || film.genres().isEmpty()) {
			return new FilmPage.Shelf(this.words.related(), related);
		}
		Genre genre = film.genres().get(0);
		return new FilmPage.Shelf(this.words.bestOf(genre), this.details.ofGenre(film, genre, FOUND));
	}

}
