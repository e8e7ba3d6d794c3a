package app.marquee.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import app.marquee.catalogue.PosterVersion;
import app.marquee.text.Folding;
import app.marquee.text.PartialDate;
import app.marquee.text.Slugs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is believed of films, and all that hangs on them: what differs from what is
 * stored, and nothing else.
 */
class FilmWriter {

	private final Rows rows;

	private final CatalogueNumbers numbers;

	private final JsonMapper json;

	private final Named named;

	private final PeopleById people;

	private final Timestamp now;

	/**
	 * Whom sources turn out to mean by people of a name in this batch, by those people.
	 */
	private final Map<Long, Long> turnedOut = new HashMap<>();

	/** External ids of this batch that a film has. */
	private final Map<String, Long> filmsById = new HashMap<>();

	FilmWriter(Rows rows, CatalogueNumbers numbers, JsonMapper json, Timestamp now) {
		this.rows = rows;
		this.numbers = numbers;
		this.json = json;
		this.named = new Named(rows);
		this.people = new PeopleById(rows);
		this.now = now;
	}

	/**
	 * What the database knows of these films, by their ids. Films that it does not have
	 * are left out.
	 */
	Map<Long, KnownFilm> load(Collection<Long> ids) {
		Map<Long, KnownFilm> films = new LinkedHashMap<>();
		this.rows.read("select id, slug from unnest(?) as wanted(film) join film on id = wanted.film order by id", ids)
			.forEach((row) -> {
				KnownFilm film = new KnownFilm(Rows.number(row.get("id")));
				film.slug = (String) row.get("slug");
				films.put(film.id, film);
			});
		this.rows.read(StoredTestimony.RECORDS, films.keySet()).forEach((row) -> {
			Recorded recorded = StoredTestimony.recorded(row, this.json);
			film(films, row).records.put(recorded.id(), recorded);
		});
		this.rows
			.read("""
					select distinct credit.film_id, person.id, person.name from credit
					join person on person.id = credit.person_id where credit.film_id = any(?)
					union select credit.film_id, person_name.person_id, person_name.name from credit
					join person_name on person_name.person_id = credit.person_id where credit.film_id = any(?)""",
					films.keySet(), films.keySet())
			.forEach((row) -> film(films, row).knows((String) Objects.requireNonNull(row.get("name")),
					Rows.number(row.get("id"))));
		this.rows.read("""
				select distinct credit.film_id, person_external_id.person_id, person_external_id.scheme from credit
				join person_external_id on person_external_id.person_id = credit.person_id
				where credit.film_id = any(?)""", films.keySet())
			.forEach((row) -> film(films, row).schemes(Rows.number(row.get("person_id")))
				.add(String.valueOf(row.get("scheme"))));
		this.rows
			.read("select film_id, person_id, slug, refs from former_person_slug where film_id = any(?)",
					films.keySet())
			.stream()
			// not asked of H2, which would go through all that lead to nobody
			.filter((row) -> row.get("person_id") == null)
			.forEach((row) -> film(films, row).namesakes()
				.add(Namesake.of(String.valueOf(row.get("slug")), (String) row.get("refs"))));
		this.rows.read("select id, film_id, record_id, source_key from review where film_id = any(?)", films.keySet())
			.forEach((row) -> film(films, row).hasReview(Rows.number(row.get("record_id")),
					String.valueOf(row.get("source_key")), Rows.number(row.get("id"))));
		films.values().forEach(KnownFilm::loaded);
		return films;
	}

	private static KnownFilm film(Map<Long, KnownFilm> films, Map<String, @Nullable Object> row) {
		return Objects.requireNonNull(films.get(Rows.number(row.get("film_id"))));
	}

	/**
	 * Writes what is believed of these films now; those of which nobody speaks any more
	 * go.
	 */
	void write(Collection<KnownFilm> films, long revision) {
		Map<KnownFilm, BelievedFilm> believed = new LinkedHashMap<>();
		films.parallelStream()
			.filter((film) -> !film.records.isEmpty())
			.map((film) -> Map.entry(film, BelievedFilm.of(film.records.values())))
			.toList()
			.forEach((film) -> believed.put(film.getKey(), film.getValue()));
		prepare(believed, films.stream().map((film) -> film.id).collect(Collectors.toSet()));
		Map<Long, @Nullable Long> peopleBefore = new HashMap<>();
		films.forEach((film) -> {
			BelievedFilm now = believed.get(film);
			if (now == null) {
				film.people().forEach((person) -> peopleBefore.putIfAbsent(person, null));
				remove(film, revision);
			}
			else {
				if (film.before != null && !now.credits().equals(film.before.credits())) {
					film.people().forEach((person) -> peopleBefore.put(person, film.id));
				}
				write(film, now, revision);
			}
		});
		this.rows.flush();
		leave(peopleBefore, revision);
	}

	/** Looks up, for all of them, who is known already and which names are taken. */
	private void prepare(Map<KnownFilm, BelievedFilm> believed, Set<Long> batch) {
		Set<String> ids = new HashSet<>();
		List<String> titles = new ArrayList<>();
		Set<String> refs = new HashSet<>();
		believed.forEach((film, now) -> {
			titles.add(Slugs.of(now.title(), now.year(), "film"));
			if (film.pinned != null) {
				titles.add(film.pinned);
			}
			ids.addAll(now.ids());
			now.credits().forEach((credit) -> refs.addAll(credit.refs()));
			film.namesakes().forEach((one) -> refs.addAll(one.refs()));
		});
		this.people.prepare(refs);
		List<String> names = believed.values()
			.stream()
			.flatMap((now) -> now.credits().stream())
			.filter((credit) -> this.people.any(credit.refs()) == null)
			.map((credit) -> Slugs.ofPerson(credit.name()))
			.collect(Collectors.toCollection(ArrayList::new));
		believed.keySet().forEach((film) -> film.namesakes().forEach((one) -> names.add(one.slug())));
		this.turnedOut.clear();
		this.filmsById.clear();
		byScheme(ids).forEach((scheme, values) -> this.rows.read("""
				select identifier, film_id from unnest(?) as wanted(id)
				join film_external_id on identifier = wanted.id and scheme = ?""", values, scheme)
			.forEach((row) -> this.filmsById.put(scheme + ":" + row.get("identifier"),
					Rows.number(row.get("film_id")))));
		// an id that a film of this batch has no longer is free for the others
		Map<Long, Set<String>> kept = new HashMap<>();
		believed.forEach((film, now) -> kept.put(film.id, now.ids()));
		this.filmsById.entrySet()
			.removeIf((id) -> batch.contains(id.getValue())
					&& !kept.getOrDefault(id.getValue(), Set.of()).contains(id.getKey()));
		this.named.newBatch();
		this.named.prepare("person", names);
		this.named.prepare("film", titles);
	}

	/** External ids as {@code scheme:id}, apart. */
	static Map<String, Set<String>> byScheme(Collection<String> ids) {
		return ids.stream()
			.collect(Collectors.groupingBy(FilmWriter::scheme,
					Collectors.mapping(FilmWriter::identifier, Collectors.toSet())));
	}

	/** {@code imdb} of {@code imdb:tt0299172}. */
	static String scheme(String id) {
		return id.substring(0, id.indexOf(':'));
	}

	private static String identifier(String id) {
		return id.substring(id.indexOf(':') + 1);
	}

	private void write(KnownFilm film, BelievedFilm now, long revision) {
		BelievedFilm before = film.before;
		BigDecimal weighted = this.numbers.weighted(now.rating(), now.votes());
		writeFilm(film, now, weighted, revision);
		if (before == null || !now.titles().equals(before.titles())) {
			writeTitles(film, now);
		}
		if (before == null || !now.genres().equals(before.genres()) || !Objects.equals(now.rating(), before.rating())
				|| !Objects.equals(now.votes(), before.votes())) {
			writeGenres(film, now, weighted);
		}
		if (before == null || !now.companies().equals(before.companies())) {
			writeCompanies(film, now);
		}
		if (before == null || !now.credits().equals(before.credits()) || !now.spellings().equals(before.spellings())) {
			writeCredits(film, now, revision);
		}
		else if (!Objects.equals(this.numbers.fame(now), this.numbers.fame(before))) {
			this.rows.add(Change.CREDIT_FAME, this.numbers.fame(now), film.id);
		}
		if (before == null || !now.ids().equals(before.ids())) {
			writeIds(film, now);
		}
		if (before == null || !now.ratings().equals(before.ratings())) {
			writeRatings(film, now);
		}
		if (before == null || !now.reviews().equals(before.reviews())) {
			writeReviews(film, now);
		}
		if (before == null || !now.offers().equals(before.offers())) {
			writeOffers(film, now);
		}
		film.namesakes()
			.stream()
			.filter((one) -> this.named.isNobodys(one.slug()))
			.forEach((one) -> this.rows.add(Change.FORMER_PERSON_OF, film.id,
					one.refs().stream().sorted().collect(Collectors.joining(" ")), one.slug()));
		film.before = now;
	}

	private void writeFilm(KnownFilm film, BelievedFilm now, @Nullable BigDecimal weighted, long revision) {
		if (film.had != null && !film.stored()) {
			this.named.formerly(film.had, film.id);
		}
		String slug = slug(film, now);
		String sortTitle = Values.text(Folding.title(now.title()), Limits.TITLE);
		List<BigDecimal> scores = now.reviews()
			.stream()
			.map((review) -> review.review().score())
			.filter(Objects::nonNull)
			.toList();
		BigDecimal mean = scores.isEmpty() ? null
				: scores.stream()
					.reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
		String poster = PosterVersion.of(now.title(), now.year(), now.runtime(), now.certificate(),
				now.genres().isEmpty() ? null : now.genres().get(0));
		if (!film.stored()) {
			this.rows.add(Change.NEW_FILM, film.id, slug, now.title(), sortTitle, now.year(), now.runtime(),
					now.certificate(), now.synopsis(), poster, now.rating(), now.votes(), weighted,
					this.numbers.fame(now), now.reviews().size(), scores.size(), mean, now.remarked(),
					!now.offers().isEmpty(), this.now, this.now, revision);
		}
		else {
			this.rows.add(Change.FILM, slug, now.title(), sortTitle, now.year(), now.runtime(), now.certificate(),
					now.synopsis(), poster, now.rating(), now.votes(), weighted, this.numbers.fame(now),
					now.reviews().size(), scores.size(), mean, now.remarked(), !now.offers().isEmpty(), this.now,
					revision, film.id);
			if (!slug.equals(film.slug)) {
				this.rows.add(Change.FORMER_SLUG, film.slug, film.id);
			}
		}
		if (this.named.wasFormer(slug)) {
			this.rows.add(Change.NO_FORMER_SLUG, slug);
		}
		else if (film.had != null && !film.stored()) {
			this.rows.add(Change.SLUG_LEADS, film.id, film.had);
		}
		film.slug = slug;
	}

	/** A film keeps its slug as long as its title and year stay. */
	private String slug(KnownFilm film, BelievedFilm now) {
		if (film.pinned != null && !film.pinned.isEmpty()
				&& (film.pinned.equals(film.slug) || this.named.takeFilmSlug(film.pinned, film.id))) {
			return film.pinned;
		}
		BelievedFilm before = film.before;
		boolean same = film.slug != null && before != null && now.title().equals(before.title())
				&& Objects.equals(now.year(), before.year());
		return same ? Objects.requireNonNull(film.slug)
				: this.named.filmSlug(now.title(), now.year(), film.id, (film.slug != null) ? film.slug : film.had);
	}

	private void writeTitles(KnownFilm film, BelievedFilm now) {
		clear(Change.NO_TITLES, film);
		int position = 0;
		for (BelievedFilm.Title title : now.titles()) {
			this.rows.add(Change.TITLE, film.id, position++, title.title(), Titles.key(title.title()),
					Titles.head(title.title()), title.kind());
		}
	}

	private void writeGenres(KnownFilm film, BelievedFilm now, @Nullable BigDecimal weighted) {
		clear(Change.NO_GENRES, film);
		int position = 0;
		for (String genre : now.genres()) {
			this.rows.add(Change.GENRE, film.id, position++, this.named.genre(genre), weighted);
		}
	}

	private void writeCompanies(KnownFilm film, BelievedFilm now) {
		clear(Change.NO_COMPANIES, film);
		int position = 0;
		for (BelievedFilm.Company company : now.companies()) {
			this.rows.add(Change.COMPANY, film.id, position++, this.named.company(company.name()), company.role());
		}
	}

	private void writeCredits(KnownFilm film, BelievedFilm now, long revision) {
		clear(Change.NO_CREDITS, film);
		int position = 0;
		Integer fame = this.numbers.fame(now);
		for (BelievedFilm.Credit credit : now.credits()) {
			this.rows.add(Change.CREDIT, this.rows.nextId("credit"), film.id,
					person(film, credit, now.spellings().getOrDefault(credit.name(), Set.of()), revision),
					credit.department().code(), credit.job(), credit.played(), position++, fame);
		}
	}

	/** An id that another film has already is that film's. */
	private void writeIds(KnownFilm film, BelievedFilm now) {
		clear(Change.NO_IDS, film);
		now.ids().forEach((id) -> {
			if (this.filmsById.computeIfAbsent(id, (first) -> film.id) == film.id) {
				this.rows.add(Change.EXTERNAL_ID, scheme(id), identifier(id), film.id);
			}
		});
	}

	private void writeRatings(KnownFilm film, BelievedFilm now) {
		clear(Change.NO_RATINGS, film);
		now.ratings()
			.forEach((rating) -> this.rows.add(Change.RATING, film.id, rating.source(), rating.rating().score(),
					rating.rating().votes(), rating.rating().of()));
	}

	private void writeReviews(KnownFilm film, BelievedFilm now) {
		clear(Change.NO_REVIEWS, film);
		int position = 0;
		for (BelievedFilm.Review one : now.reviews()) {
			FilmRecord.Review review = one.review();
			Long known = film.review(one);
			this.rows.add(Change.REVIEW, (known != null) ? known : this.rows.nextId("review"), film.id, one.source(),
					one.record(), one.key(), review.author(), review.score(), review.text(), review.summarised(),
					review.spoiler(), review.doubt(), iso(review.written()), position++);
		}
	}

	private void writeOffers(KnownFilm film, BelievedFilm now) {
		clear(Change.NO_OFFERS, film);
		for (BelievedFilm.Offer one : now.offers()) {
			FilmRecord.Offer offer = one.offer();
			this.rows.add(Change.OFFER, this.rows.nextId("offer"), film.id, this.named.provider(offer.provider()),
					one.source(), offer.kind(), offer.region(), offer.price(), offer.currency(), offer.quality(),
					offer.link(), iso(offer.since()), iso(offer.checked()), iso(offer.ended()));
		}
	}

	/** A film that is new has nothing yet that would have to go. */
	private void clear(Change change, KnownFilm film) {
		if (film.before != null) {
			this.rows.add(change, film.id);
		}
	}

	private static @Nullable String iso(@Nullable PartialDate date) {
		return (date != null) ? date.iso() : null;
	}

	/**
	 * Who is meant: by a source's id for the person, else by the name among those who
	 * worked on this film. Two people of one name stay two.
	 */
	private long person(KnownFilm film, BelievedFilm.Credit credit, Set<String> spellings, long revision) {
		Set<String> refs = credit.refs().isEmpty() ? Named.refsOf(credit.name(), film.namesakes()) : credit.refs();
		Long named = byName(film, credit.name(), refs);
		Long known = this.people.any(refs);
		if (known == null) {
			known = named;
		}
		else if (named != null && !named.equals(known)) {
			this.turnedOut.put(named, known);
		}
		if (known == null) {
			known = this.rows.nextId("person");
			this.rows.add(Change.NEW_PERSON, known, personSlug(film, credit.name(), refs), credit.name(),
					sortName(credit.name()), revision);
		}
		for (String ref : refs) {
			if (this.people.of(ref) == null) {
				film.schemes(known).add(scheme(ref));
				this.people.add(ref, known);
				this.rows.add(Change.PERSON_ID, scheme(ref), identifier(ref), known);
			}
		}
		film.knows(credit.name(), known);
		for (String spelling : spellings) {
			Long spelt = film.person(spelling);
			if (spelt == null || spelt.equals(known)) {
				film.knows(spelling, known);
				this.rows.add(Change.PERSON_NAME, spelling, known, spelling, spelling);
			}
		}
		return known;
	}

	/** After a merge is taken back, the one that was there before it. */
	private String personSlug(KnownFilm film, String name, Set<String> refs) {
		String former = film.formerSlug(name);
		if (former == null) {
			String slug = this.named.personSlug(name, refs, film.namesakes());
			if (this.named.wasNobodys(slug)) {
				this.rows.add(Change.NO_FORMER_PERSON_SLUG, slug);
			}
			return slug;
		}
		this.rows.add(Change.NO_FORMER_PERSON_SLUG, former);
		return former;
	}

	/** Somebody of this name in this film whom no id makes another. */
	private static @Nullable Long byName(KnownFilm film, String name, Set<String> refs) {
		Long person = film.person(name);
		return (person != null && refs.stream().map(FilmWriter::scheme).noneMatch(film.schemes(person)::contains))
				? person : null;
	}

	/** The last word first: {@code Figgis, Mike}, folded. */
	static String sortName(String name) {
		String words = Folding.words(name);
		int space = words.lastIndexOf(' ');
		return Values.text((space < 0) ? words : words.substring(space + 1) + " " + words.substring(0, space),
				Limits.NAME);
	}

	/** Takes a film out of which nobody speaks any more. Its slug stays taken. */
	private void remove(KnownFilm film, long revision) {
		Recorded last = film.lastWord();
		this.rows.add(Change.GONE_SLUG, film.slug, (last != null) ? last.by().source() : null,
				(last != null) ? last.film().key() : null);
		this.rows.add(Change.REMOVED_FILM, film.id, revision);
		this.rows.add(Change.NO_FILM, film.id);
	}

	/**
	 * Of people who were credited in films whose credits changed: those who are credited
	 * nowhere now go, and leave their addresses to those who they turned out to be; the
	 * others have changed.
	 * @param people with the film that credited them, where that is still there
	 */
	private void leave(Map<Long, @Nullable Long> people, long revision) {
		String gone = " where id = any(?) and not exists (select 1 from credit where person_id = person.id)";
		this.rows.read("""
				select id, slug, (select string_agg(scheme || ':' || identifier, ' ' order by scheme, identifier)
					from person_external_id where person_id = person.id) as refs
				from person""" + gone, people.keySet()).forEach((row) -> {
			Long person = Rows.number(row.get("id"));
			Long next = this.turnedOut.get(person);
			if (next != null) {
				this.rows.add(Change.FORMER_PERSON_LEADS, next, person);
			}
			this.rows.add(Change.FORMER_PERSON_SLUG, row.get("slug"), next, people.get(person), row.get("refs"));
		});
		this.rows.flush();
		this.rows.run("insert into removed_person (person_id, revision) select id, " + revision + " from person" + gone,
				people.keySet());
		if (this.rows.run("delete from person" + gone, people.keySet()) > 0) {
			this.people.forget();
		}
		this.rows.run("update person set revision = ? where id = any(?)", revision, people.keySet());
	}

}
