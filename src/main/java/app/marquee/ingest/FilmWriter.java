package app.marquee.ingest;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import app.marquee.provenance.Field;
import app.marquee.provenance.Judged;
import app.marquee.provenance.Statement;
import app.marquee.web.Folding;
import app.marquee.web.PartialDate;
import app.marquee.web.Slugs;
import org.jspecify.annotations.Nullable;

/** Writes what is believed of films, and all that hangs on them. */
class FilmWriter {

	private final Rows rows;

	private final CatalogueNumbers numbers;

	private final Named named;

	private final long sourceId;

	private final String source;

	private final Timestamp now;

	/** The people of this batch by the source's ids for them. */
	private final Map<String, Long> people = new HashMap<>();

	FilmWriter(Rows rows, CatalogueNumbers numbers, long sourceId, String source, Timestamp now) {
		this.rows = rows;
		this.numbers = numbers;
		this.named = new Named(rows);
		this.sourceId = sourceId;
		this.source = source;
		this.now = now;
	}

	/**
	 * What the database knows of these films, by their ids. Films that it does not have
	 * are left out.
	 */
	Map<Long, KnownFilm> load(Collection<Long> ids) {
		Map<Long, KnownFilm> films = new LinkedHashMap<>();
		this.rows.read("select id, slug, title, release_year from film where id in (:in) order by id", ids)
			.forEach((row) -> {
				KnownFilm film = new KnownFilm(SourceWriter.number(row.get("id")));
				film.slug = (String) row.get("slug");
				film.title = (String) row.get("title");
				film.year = (row.get("release_year") instanceof Number year) ? year.intValue() : null;
				films.put(film.id, film);
			});
		this.rows.read("""
				select claim.*, source.slug, source.name, source.kind, source.trust, source.as_of
				from claim join source_record on source_record.id = claim.source_record_id
				join source on source.id = source_record.source_id
				where claim.film_id in (:in) order by claim.id""", films.keySet())
			.forEach((row) -> film(films, row).statements.add(statement(row)));
		this.rows.read("""
				select film_rating.*, source.slug from film_rating join source on source.id = film_rating.source_id
				where film_id in (:in)""", films.keySet())
			.forEach((row) -> film(films, row).ratings.put((String) row.get("slug"),
					new KnownFilm.SourceRating((BigDecimal) Objects.requireNonNull(row.get("rating")),
							(row.get("votes") instanceof Number votes) ? votes.intValue() : null)));
		this.rows
			.read("""
					select distinct credit.film_id, person.id, person.name from credit
					join person on person.id = credit.person_id where credit.film_id in (:in)
					union select credit.film_id, person_name.person_id, person_name.name from credit
					join person_name on person_name.person_id = credit.person_id where credit.film_id in (:in)""",
					films.keySet())
			.forEach((row) -> film(films, row).knows((String) Objects.requireNonNull(row.get("name")),
					SourceWriter.number(row.get("id"))));
		this.rows
			.read("select film_id, scheme, identifier from film_external_id where film_id in (:in)", films.keySet())
			.forEach((row) -> film(films, row).externalIds.add(row.get("scheme") + ":" + row.get("identifier")));
		this.rows
			.read("select id, film_id, source_key from review where source_id = " + this.sourceId
					+ " and film_id in (:in)", films.keySet())
			.forEach((row) -> film(films, row).reviews.put((String) row.get("source_key"),
					SourceWriter.number(row.get("id"))));
		return films;
	}

	private static KnownFilm film(Map<Long, KnownFilm> films, Map<String, @Nullable Object> row) {
		return Objects.requireNonNull(films.get(SourceWriter.number(row.get("film_id"))));
	}

	private static Statement statement(Map<String, @Nullable Object> row) {
		Statement.By by = new Statement.By((String) row.get("slug"), (String) row.get("name"),
				"curator".equals(row.get("kind")), (int) SourceWriter.number(row.get("trust")),
				PartialDate.of((String) row.get("as_of")));
		return new Statement(by, SourceWriter.number(row.get("source_record_id")),
				Field.of((String) Objects.requireNonNull(row.get("field"))), (String) row.get("subject"),
				(String) row.get("claimed"), (String) row.get("ref"), (String) row.get("remark"),
				(int) SourceWriter.number(row.get("position")), (String) row.get("unsound"));
	}

	/** Looks up, for a whole batch, who is known already and which slugs are taken. */
	void prepare(Collection<FilmRecord> records, Collection<KnownFilm> films) {
		Map<String, Set<String>> ids = new HashMap<>();
		Set<String> names = new HashSet<>();
		Set<String> titles = new HashSet<>();
		records.forEach((record) -> {
			titles.add(Slugs.of(record.title(), record.year(), "film"));
			record.allCredits().forEach((credit) -> {
				if (credit.name() != null) {
					names.add(Slugs.of(credit.name(), null, "person"));
				}
				refer(credit.id(), ids);
			});
		});
		// what other sources said of these films names people as well
		films.forEach((film) -> film.statements.forEach((statement) -> refer(statement.ref(), ids)));
		this.people.clear();
		ids.forEach((scheme, values) -> this.rows.read(
				"select identifier, person_id from person_external_id where scheme = :scheme and identifier in (:values)",
				Map.of("scheme", scheme, "values", values))
			.forEach((row) -> this.people.put(scheme + ":" + row.get("identifier"),
					SourceWriter.number(row.get("person_id")))));
		this.named.newBatch();
		this.named.prepare("person", names);
		this.named.prepare("film", titles);
	}

	/**
	 * What a record brings that nobody has to judge: ratings, ids, spellings, reviews,
	 * offers.
	 */
	void addFrom(FilmRecord record, KnownFilm film) {
		this.rows.add(Change.NO_RATING, film.id, this.sourceId);
		film.ratings.remove(this.source);
		if (record.rating() != null) {
			KnownFilm.SourceRating rating = new KnownFilm.SourceRating(record.rating().score(),
					record.rating().votes());
			film.ratings.put(this.source, rating);
			this.rows.add(Change.RATING, film.id, this.sourceId, rating.rating(), rating.votes());
		}
		record.ids().forEach((scheme, value) -> {
			if (film.externalIds.add(scheme + ":" + value)) {
				this.rows.add(Change.EXTERNAL_ID, scheme, value, film.id);
			}
		});
		record.allCredits().forEach((credit) -> addSpellings(credit, film));
		this.rows.add(Change.NO_REVIEWS, film.id, this.sourceId);
		int position = 0;
		for (FilmRecord.Review review : record.reviews()) {
			Long known = film.reviews.get(review.key());
			this.rows.add(Change.REVIEW, (known != null) ? known : this.rows.nextId("review"), film.id, this.sourceId,
					review.key(), review.author(), review.score(), review.text(), review.summarised(), review.spoiler(),
					review.doubt(), iso(review.written()), position++);
		}
		this.rows.add(Change.NO_OFFERS, film.id, this.sourceId);
		for (FilmRecord.Offer offer : record.offers()) {
			this.rows.add(Change.OFFER, this.rows.nextId("offer"), film.id, this.named.provider(offer.provider()),
					this.sourceId, offer.kind(), offer.region(), offer.price(), offer.currency(), offer.quality(),
					offer.link(), iso(offer.since()), iso(offer.checked()), iso(offer.ended()));
		}
	}

	private void addSpellings(FilmRecord.Credit credit, KnownFilm film) {
		if (credit.name() != null) {
			film.spellings.put(credit.name(), credit.alsoSpelt());
		}
	}

	private static @Nullable String iso(@Nullable PartialDate date) {
		return (date != null) ? date.iso() : null;
	}

	/** Writes what is believed of a film now. */
	void write(KnownFilm film, List<Judged> judged, long revision) {
		BelievedFilm believed = BelievedFilm.of(judged);
		Integer votes = votes(film, believed);
		BigDecimal weighted = this.numbers.weighted(believed.rating(), votes);
		writeFilm(film, believed, votes, weighted, revision);
		int position = 0;
		this.rows.add(Change.NO_TITLES, film.id);
		for (BelievedFilm.Title title : believed.titles()) {
			this.rows.add(Change.TITLE, film.id, position++, title.title(), Folding.title(title.title()), title.kind(),
					title.language());
		}
		position = 0;
		this.rows.add(Change.NO_GENRES, film.id);
		for (String genre : believed.genres()) {
			this.rows.add(Change.GENRE, film.id, position++, this.named.genre(genre), weighted);
		}
		position = 0;
		this.rows.add(Change.NO_COMPANIES, film.id);
		for (BelievedFilm.Company company : believed.companies()) {
			this.rows.add(Change.COMPANY, film.id, position++, this.named.company(company.name()), company.role());
		}
		position = 0;
		this.rows.add(Change.NO_CREDITS, film.id);
		for (BelievedFilm.Credit credit : believed.credits()) {
			this.rows.add(Change.CREDIT, this.rows.nextId("credit"), film.id, person(film, credit, revision),
					credit.department().code(), credit.job(), credit.played(), position++);
		}
		this.rows.add(Change.NO_CLAIMS, film.id);
		for (Judged one : judged) {
			Statement said = one.statement();
			this.rows.add(Change.CLAIM, this.rows.nextId("claim"), film.id, said.record(), said.field().code(),
					said.subject(), said.value(), said.ref(), said.remark(), said.position(), said.unsound(),
					one.standing().code(), one.reason());
		}
	}

	private void writeFilm(KnownFilm film, BelievedFilm believed, @Nullable Integer votes,
			@Nullable BigDecimal weighted, long revision) {
		String slug = film.slug;
		if (slug == null || !believed.title().equals(film.title) || !Objects.equals(believed.year(), film.year)) {
			slug = this.named.filmSlug(believed.title(), believed.year(), film.slug);
		}
		String sortTitle = Folding.title(believed.title());
		if (!film.stored()) {
			this.rows.add(Change.NEW_FILM, film.id, slug, believed.title(), sortTitle, believed.year(),
					believed.runtime(), believed.certificate(), believed.synopsis(), believed.rating(), votes, weighted,
					believed.remarked(), this.now, this.now, revision);
		}
		else {
			if (!slug.equals(film.slug)) {
				this.rows.add(Change.FORMER_SLUG, film.slug, film.id);
			}
			this.rows.add(Change.FILM, slug, believed.title(), sortTitle, believed.year(), believed.runtime(),
					believed.certificate(), believed.synopsis(), believed.rating(), votes, weighted,
					believed.remarked(), this.now, revision, film.id);
		}
		film.slug = slug;
		film.title = believed.title();
		film.year = believed.year();
	}

	/** The largest number of votes among the sources whose rating is believed. */
	private static @Nullable Integer votes(KnownFilm film, BelievedFilm believed) {
		return believed.ratingSources()
			.stream()
			.map(film.ratings::get)
			.filter(Objects::nonNull)
			.map(KnownFilm.SourceRating::votes)
			.filter(Objects::nonNull)
			.max(Integer::compare)
			.orElse(null);
	}

	/**
	 * Who is meant: by the source's id for the person, else by the name among those who
	 * worked on this film. Two people of one name stay two.
	 */
	private long person(KnownFilm film, BelievedFilm.Credit credit, long revision) {
		String ref = credit.ref();
		Long known = (ref != null) ? this.people.get(ref) : film.person(credit.name());
		if (known == null) {
			known = unknownPerson(film, credit, revision);
		}
		film.knows(credit.name(), known);
		for (String spelling : film.spellings.getOrDefault(credit.name(), List.of())) {
			if (film.person(spelling) == null) {
				film.knows(spelling, known);
				this.rows.add(Change.PERSON_NAME, known, spelling);
			}
		}
		return known;
	}

	/** Somebody who is new, or who is known here by name and gets an id. */
	private long unknownPerson(KnownFilm film, BelievedFilm.Credit credit, long revision) {
		String ref = credit.ref();
		Long person = film.person(credit.name());
		boolean somebodyElse = person != null && ref != null && !film.schemes(person).add(scheme(ref));
		if (person == null || somebodyElse) {
			person = this.rows.nextId("person");
			this.rows.add(Change.NEW_PERSON, person, this.named.personSlug(credit.name()), credit.name(),
					sortName(credit.name()), revision);
		}
		if (ref != null) {
			film.schemes(person).add(scheme(ref));
			this.people.put(ref, person);
			this.rows.add(Change.PERSON_ID, scheme(ref), ref.substring(ref.indexOf(':') + 1), person);
		}
		return person;
	}

	private static void refer(@Nullable String ref, Map<String, Set<String>> ids) {
		if (ref != null) {
			ids.computeIfAbsent(scheme(ref), (scheme) -> new HashSet<>()).add(ref.substring(ref.indexOf(':') + 1));
		}
	}

	private static String scheme(String ref) {
		return ref.substring(0, ref.indexOf(':'));
	}

	/** The last word first: {@code Figgis, Mike}, folded. */
	static String sortName(String name) {
		String words = Folding.words(name);
		int space = words.lastIndexOf(' ');
		return (space < 0) ? words : words.substring(space + 1) + " " + words.substring(0, space);
	}

	/** Takes back what this source brought to a film. */
	void forgetSource(KnownFilm film) {
		film.ratings.remove(this.source);
		this.rows.add(Change.NO_RATING, film.id, this.sourceId);
		this.rows.add(Change.NO_REVIEWS, film.id, this.sourceId);
		this.rows.add(Change.NO_OFFERS, film.id, this.sourceId);
		this.rows.run("delete from film_relation where film_id = ? and source_id = ?", film.id, this.sourceId);
	}

	/** Takes a film out of which nobody speaks any more. Its slug stays taken. */
	void remove(KnownFilm film, long revision) {
		this.rows.run("insert into former_film_slug (slug, film_id) values (?, null)", film.slug);
		this.rows.run("insert into removed_film (film_id, revision) values (?, ?)", film.id, revision);
		this.rows.run("delete from film where id = ?", film.id);
	}

	/**
	 * Counts what changed with these films, and takes out those of the people who were
	 * credited before and are credited nowhere now.
	 */
	void count(Collection<Long> films, Collection<Long> peopleBefore) {
		this.rows.change("""
				update film set review_count = (select count(*) from review where review.film_id = film.id),
					scored_review_count = (select count(score) from review where review.film_id = film.id),
					review_mean = (select avg(score) from review where review.film_id = film.id)
				where id in (:in)
					and (review_count > 0 or exists (select 1 from review where review.film_id = film.id))""", films);
		// the ids first: H2 would run a subquery anew for each person that there is
		List<Object> people = new ArrayList<>();
		this.rows.read("select distinct person_id from credit where film_id in (:in)", films)
			.forEach((row) -> people.add(Objects.requireNonNull(row.get("person_id"))));
		this.rows.change("""
				update person set revision = (select revision from catalogue),
					film_count = (select count(distinct film_id) from credit where person_id = person.id)
				where id in (:in)""", people);
		String gone = " where id in (:in) and not exists (select 1 from credit where person_id = person.id)";
		this.rows.change("insert into removed_person (person_id, revision)"
				+ " select id, (select revision from catalogue) from person" + gone, peopleBefore);
		this.rows.change("insert into former_person_slug (slug, person_id) select slug, null from person" + gone,
				peopleBefore);
		this.rows.change("delete from person" + gone, peopleBefore);
	}

}
