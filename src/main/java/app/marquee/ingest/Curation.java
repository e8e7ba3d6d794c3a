package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import app.marquee.provenance.Field;
import app.marquee.provenance.Statement;
import app.marquee.search.IndexKeeper;
import app.marquee.text.Folding;
import app.marquee.text.Slugs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A curator's word: what is right and what is wrong about a film, and which records speak
 * of one film. It stands in the records themselves, so that no import takes it back and
 * every export has it.
 */
@Component
class Curation {

	private static final SourceEntry CURATOR = new SourceEntry(SourceEntry.CURATOR, "The curator", SourceEntry.CURATOR,
			100, null, null, "Corrections made in this catalogue by those who keep it.");

	/** So many of a cast are named where a name is not among them. */
	private static final int SHOWN = 10;

	private final Ingest ingest;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final IndexKeeper index;

	private final Clock clock;

	private final JsonMapper json;

	private final StoredTestimony testimony;

	private final Dossiers dossiers;

	Curation(Ingest ingest, JdbcTemplate jdbc, PlatformTransactionManager transactions, IndexKeeper index, Clock clock,
			JsonMapper json, StoredTestimony testimony, Dossiers dossiers) {
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.index = index;
		this.clock = clock;
		this.json = json;
		this.testimony = testimony;
		this.dossiers = dossiers;
	}

	/**
	 * Believes a correction before all others; an earlier one of the same fact gives way.
	 * @param unheard whether a genre or a job may be one that there is not yet
	 * @return the film's slug now
	 */
	String correct(String slug, FilmRecord.Correction correction, boolean unheard) {
		long film = this.dossiers.find(slug);
		Map<String, Object> believed = this.jdbc.queryForMap("select slug, title, release_year from film where id = ?",
				film);
		String own = String.valueOf(believed.get("slug"));
		FilmRecord word = word(own, believed, correction);
		refuse(Limits.broken(word));
		List<Statement> statements = Statements.of(this.testimony.records(film));
		if (correction.wrong()) {
			checkSaid(correction, statements);
		}
		else {
			checkPlays(correction, statements);
			if (!unheard) {
				checkKnown(correction);
			}
		}
		if (this.jdbc.queryForList("select id from source where slug = ?", CURATOR.id()).isEmpty()) {
			// introduces itself
			this.ingest.take(this.jdbc, CURATOR, Collections.emptyIterator(),
					Ingest.Way.quiet(this.transaction, Ingest.Gone.KEPT));
		}
		change((rows, films) -> {
			KnownFilm known = Objects.requireNonNull(films.load(List.of(film)).get(film));
			takeBack(rows, known, (other) -> ofTheSame(other, correction));
			// before the next one may take its place
			rows.flush();
			add(rows, known, believed, correction);
			return (revision) -> films.write(List.of(known), revision);
		});
		return slug(film);
	}

	private static FilmRecord word(String key, Map<String, Object> film, FilmRecord.Correction correction) {
		return FilmRecord.of(key, String.valueOf(film.get("title")), (Integer) film.get("release_year"))
			.correcting(List.of(correction));
	}

	/** Adds a correction to those of before. */
	private void add(Rows rows, KnownFilm film, Map<String, Object> believed, FilmRecord.Correction correction) {
		Recorded earlier = film.records.values()
			.stream()
			// what was said of a film that went into this one, goes with it if they are
			// two again
			.filter((recorded) -> recorded.by().curator() && recorded.film().merged().isEmpty())
			.findFirst()
			.orElse(null);
		if (earlier != null) {
			FilmRecord both = earlier.film()
				.correcting(Stream.concat(earlier.film().corrections().stream(), Stream.of(correction)).toList());
			refuse(Limits.broken(both));
			move(rows, earlier.saying(both), film, film);
			return;
		}
		long curator = Rows.number(rows.read("select id from source where slug = ?", CURATOR.id()).get(0).get("id"));
		String key = String.valueOf(believed.get("slug"));
		// a film of before may have had this address, and may have taken its record along
		for (int number = 2; !rows
			.read("select id from source_record where source_id = ? and source_key = ?", curator, key)
			.isEmpty(); number++) {
			key = believed.get("slug") + "+" + number;
		}
		FilmRecord record = word(key, believed, correction);
		long id = rows.nextId("source_record");
		film.records.put(id, new Recorded(id, curator, CURATOR.by(), record));
		rows.add(Change.NEW_RECORD, id, curator, record.key(), film.id, this.json.writeValueAsString(record),
				Recorded.hash(record, this.json), Timestamp.from(this.clock.instant()));
	}

	/** A part of somebody who is not in the cast would stand nowhere. */
	private static void checkPlays(FilmRecord.Correction right, List<Statement> statements) {
		if (Field.of(right.field()) != Field.CHARACTER) {
			return;
		}
		Set<String> cast = statements.stream()
			.filter((statement) -> statement.field() == Field.CREDIT && statement.unsound() == null
					&& Department.of(statement.subject()) == Department.CAST)
			.map(Statement::value)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		if (cast.stream()
			.noneMatch((actor) -> Folding.name(actor).equals(Folding.name(String.valueOf(right.subject()))))) {
			throw new Imports.Refused("\"" + right.subject() + "\" does not play in it. "
					+ (cast.isEmpty() ? "Nobody is known to"
							: "Those who do: " + cast.stream().limit(SHOWN).collect(Collectors.joining(", ")))
					+ (cast.size() > SHOWN ? ", and others" : "")
					+ ". Correct the credit first: credit NAME --of actor.");
		}
	}

	/** What nobody says cannot be called wrong: most likely it is misspelt. */
	private static void checkSaid(FilmRecord.Correction wrong, List<Statement> statements) {
		if (statements.stream().noneMatch((statement) -> Statements.refutes(wrong, statement))) {
			String said = statements.stream()
				.filter((statement) -> statement.field().code().equals(wrong.field())
						&& isSame(wrong.subject(), statement.subject()))
				.map(Statement::value)
				.distinct()
				.collect(Collectors.joining(", "));
			throw new Imports.Refused("No source says so. "
					+ (said.isEmpty() ? "None says anything of this." : "What they say: " + said));
		}
		if (Field.of(wrong.field()) == Field.TITLE && statements.stream()
			.filter((statement) -> statement.field() == Field.TITLE)
			.allMatch((statement) -> Statements.refutes(wrong, statement))) {
			throw new Imports.Refused("It has no other title. Say what is right instead, without --wrong.");
		}
	}

	private void checkKnown(FilmRecord.Correction right) {
		Field field = Field.of(right.field());
		if (field == Field.CREDIT && Department.of(String.valueOf(right.subject())) == Department.OTHER) {
			throw new Imports.Refused("\"" + right.subject()
					+ "\" is no job that is known here, such as director, writer, actor, composer. If it is right, say so with --new.");
		}
		if (field == Field.GENRE) {
			List<String> genres = GenreNames.of(List.of(right.value()));
			if (genres.isEmpty() || genres.stream().anyMatch((genre) -> !isGenre(genre))) {
				throw new Imports.Refused(
						"No film is of the genre \"" + right.value() + "\". If it is right, say so with --new.");
			}
			if (genres.stream().noneMatch(right.value()::equalsIgnoreCase)) {
				throw new Imports.Refused("\"" + right.value() + "\" is called \"" + String.join("\" and \"", genres)
						+ "\" here. Say that instead, one at a time.");
			}
		}
	}

	private boolean isGenre(String name) {
		return !this.jdbc.queryForList("select id from genre where lower(name) = ?", name.toLowerCase(Locale.ROOT))
			.isEmpty();
	}

	/**
	 * Takes corrections back: what the sources say counts again.
	 * @param subject null takes that of every subject
	 * @param value null takes that of every value
	 * @return the film's slug now; none if the corrections were all that was said of it
	 */
	Optional<String> uncorrect(String slug, String field, @Nullable String subject, @Nullable String value) {
		long film = this.dossiers.find(slug);
		change((rows, films) -> {
			KnownFilm known = Objects.requireNonNull(films.load(List.of(film)).get(film));
			if (!takeBack(rows, known, (correction) -> correction.field().equals(field)
					&& isSame(subject, correction.subject()) && isSame(value, correction.value()))) {
				throw new Imports.Refused("There is no such correction. films show " + slug + " lists those that are.");
			}
			return (revision) -> films.write(List.of(known), revision);
		});
		return this.jdbc.queryForList("select slug from film where id = ?", String.class, film).stream().findFirst();
	}

	/**
	 * Takes corrections of a film back, of which there may be several records after a
	 * merge.
	 * @return whether there was any
	 */
	private boolean takeBack(Rows rows, KnownFilm film, Predicate<FilmRecord.Correction> which) {
		boolean any = false;
		for (Recorded curator : List.copyOf(film.records.values())) {
			List<FilmRecord.Correction> left = new ArrayList<>(curator.film().corrections());
			if (!left.removeIf(which)) {
				continue;
			}
			any = true;
			if (left.isEmpty()) {
				film.records.remove(curator.id());
				rows.add(Change.NO_RECORD, curator.id());
			}
			else {
				move(rows, curator.saying(curator.film().correcting(left)), film, film);
			}
		}
		return any;
	}

	private static boolean isSame(@Nullable String asked, @Nullable String said) {
		return asked == null || (said != null && Folding.words(asked).equals(Folding.words(said)));
	}

	private static void refuse(@Nullable String broken) {
		if (broken != null) {
			throw new Imports.Refused("That will not do: " + broken + ".");
		}
	}

	private static boolean ofTheSame(FilmRecord.Correction one, FilmRecord.Correction other) {
		Field field = Field.of(one.field());
		boolean sameFact = one.field().equals(other.field()) && field.foldedSubject(String.valueOf(one.subject()))
			.equals(field.foldedSubject(String.valueOf(other.subject())));
		boolean oneValue = field.oneValue() && one.wrong() == other.wrong();
		return sameFact && (oneValue || field.foldedValue(one.value()).equals(field.foldedValue(other.value())));
	}

	/**
	 * Makes two films one: all that was said of the first is said of the second. Its
	 * address leads there from now on.
	 * @return the address that the first had
	 */
	String merge(String slug, String into, String reason) {
		long one = this.dossiers.find(slug);
		long other = this.dossiers.find(into);
		if (one == other) {
			throw new Imports.Refused("\"" + slug + "\" and \"" + into + "\" are one film already.");
		}
		String gone = slug(one);
		change((rows, films) -> {
			Map<Long, KnownFilm> known = films.load(List.of(one, other));
			KnownFilm goes = Objects.requireNonNull(known.get(one));
			KnownFilm stays = Objects.requireNonNull(known.get(other));
			FilmRecord.Merged merged = new FilmRecord.Merged(gone, reason);
			// whatever it is called by all that is said of it now
			stays.pinned = stays.slug;
			stays.knowsAllOf(goes);
			Map<Long, Long> namesakes = stays.namesakes(goes);
			List<Map<String, Object>> formerly = rows.read("select id, slug from person where id = any(?)",
					namesakes.keySet());
			List.copyOf(goes.records.values()).forEach((recorded) -> {
				FilmRecord film = recorded.film()
					.with(recorded.film().offers(),
							Stream.concat(Stream.of(merged), recorded.film().merged().stream()).toList());
				refuse(Limits.broken(film));
				move(rows, recorded.saying(film), goes, stays);
			});
			List<Object> slugs = new ArrayList<>(List.of(gone));
			rows.read("select slug from former_film_slug where film_id = ?", one)
				.forEach((row) -> slugs.add(String.valueOf(row.get("slug"))));
			return (revision) -> {
				rows.run("update former_person_slug set film_id = ? where film_id = ?", other, one);
				films.write(List.of(goes, stays), revision);
				rows.run("update former_film_slug set film_id = ? where slug = any(?)", other, slugs);
				formerly.forEach((person) -> rows.run("""
						update former_person_slug set person_id = (select id from person where id = ?)
						where slug = ? and person_id is null""", namesakes.get(Rows.number(person.get("id"))),
						person.get("slug")));
			};
		});
		return gone;
	}

	/**
	 * Takes a merge back: the film that was merged is a film again, at its old address.
	 */
	void split(String merged) {
		long film = this.dossiers.find(merged);
		change((rows, films) -> {
			KnownFilm both = Objects.requireNonNull(films.load(List.of(film)).get(film));
			List<Recorded> back = both.records.values()
				.stream()
				.filter((recorded) -> !recorded.film().merged().isEmpty()
						&& recorded.film().merged().get(0).film().equals(merged))
				.toList();
			if (back.isEmpty()) {
				throw new Imports.Refused(notMerged(merged, both));
			}
			rows.run("delete from former_film_slug where slug = ?", merged);
			// where all else has left it since, it is that film already
			boolean alone = back.size() == both.records.size();
			KnownFilm own = alone ? both : new KnownFilm(rows.nextId("film"));
			own.pinned = merged;
			if (!alone) {
				own.knowsAllOf(both);
			}
			back.forEach((recorded) -> move(rows, recorded.saying(recorded.film()
				.with(recorded.film().offers(), recorded.film().merged().subList(1, recorded.film().merged().size()))),
					both, own));
			Set<String> addresses = own.records.values()
				.stream()
				.flatMap((recorded) -> recorded.film().merged().stream())
				.map(FilmRecord.Merged::film)
				.collect(Collectors.toCollection(HashSet::new));
			List<String> left = alone ? List.of() : peopleWhoLeft(rows, own, both);
			if (!alone) {
				separatePeople(rows, own, both);
				rows.read("select slug from former_film_slug where film_id = ?", both.id)
					.stream()
					.map((row) -> String.valueOf(row.get("slug")))
					.filter((slug) -> isCalled(slug, own) && !isCalled(slug, both))
					.forEach(addresses::add);
			}
			return (revision) -> {
				films.write(alone ? List.of(own) : List.of(both, own), revision);
				rows.run("update former_film_slug set film_id = ? where slug = any(?)", own.id, addresses);
				rows.run("update former_person_slug set film_id = ? where slug = any(?)", own.id, left);
			};
		});
	}

	/**
	 * The addresses of people who were credited in a film and left it, before or after
	 * the merge.
	 */
	private static List<String> peopleWhoLeft(Rows rows, KnownFilm own, KnownFilm both) {
		return rows.read("select slug from former_person_slug where film_id = ?", both.id)
			.stream()
			.map((row) -> String.valueOf(row.get("slug")))
			.filter((slug) -> credits(own, slug) && !credits(both, slug))
			.toList();
	}

	private static boolean credits(KnownFilm film, String person) {
		return film.records.values()
			.stream()
			.flatMap((recorded) -> recorded.film().allCredits())
			.anyMatch((credit) -> credit.name() != null && Named.isOfName(Slugs.ofPerson(credit.name()), person));
	}

	/** Whether a film had this address by what a record calls it. */
	private static boolean isCalled(String slug, KnownFilm film) {
		return film.records.values()
			.stream()
			.map(Recorded::film)
			.anyMatch((record) -> Named.isFor(Slugs.of(record.title(), record.year(), "film"), slug));
	}

	private static String notMerged(String slug, KnownFilm film) {
		String last = film.records.values()
			.stream()
			.map((recorded) -> recorded.film().merged())
			.filter((merged) -> merged.stream().anyMatch((one) -> one.film().equals(slug)))
			.map((merged) -> merged.get(0).film())
			.findFirst()
			.orElse(null);
		return (last != null)
				? "\"" + slug + "\" went into \"" + last + "\", which went on; split \"" + last + "\" first."
				: "\"" + slug + "\" was not merged with another film. To take records out of a film, name them:"
						+ " films show " + film.slug + " lists them.";
	}

	/**
	 * Makes a film of its own of some records of a film.
	 * @param keys as {@code source/key}
	 * @return the slug of the new film
	 */
	String split(String slug, List<String> keys) {
		long film = this.dossiers.find(slug);
		long[] created = new long[1];
		change((rows, films) -> {
			KnownFilm both = Objects.requireNonNull(films.load(List.of(film)).get(film));
			Map<String, Recorded> byKey = both.records.values()
				.stream()
				.collect(Collectors.toMap((recorded) -> recorded.by().source() + "/" + recorded.film().key(),
						(recorded) -> recorded));
			KnownFilm own = new KnownFilm(rows.nextId("film"));
			own.knowsAllOf(both);
			keys.forEach((key) -> {
				Recorded recorded = byKey.get(key);
				if (recorded == null) {
					throw new Imports.Refused("No record \"" + key + "\" speaks of " + slug + "; those that do: "
							+ String.join(", ", byKey.keySet()));
				}
				move(rows, recorded, both, own);
			});
			if (own.records.values().stream().allMatch((taken) -> taken.by().curator())) {
				throw new Imports.Refused("That would be a film of which nobody says anything but a curator.");
			}
			if (both.records.values().stream().allMatch((left) -> left.by().curator())) {
				throw new Imports.Refused("That would leave nothing of " + slug + " but what a curator says.");
			}
			separatePeople(rows, own, both);
			created[0] = own.id;
			return (revision) -> films.write(List.of(both, own), revision);
		});
		return slug(created[0]);
	}

	/**
	 * People without ids are those of one film alone: what both films credit, are two
	 * people again, each at the address of before.
	 */
	private static void separatePeople(Rows rows, KnownFilm own, KnownFilm both) {
		own.leavePeopleTo(both).forEach((name, person) -> giveAddressBack(rows, own, name, person));
		own.leaveIdentifiedTo(both).forEach((name, person) -> giveAddressBack(rows, own, name, person));
		both.leaveIdentifiedTo(own).forEach((name, person) -> giveAddressBack(rows, both, name, person));
	}

	/** The address that somebody had before they were taken for another. */
	private static void giveAddressBack(Rows rows, KnownFilm film, String name, long person) {
		rows.read("select slug from former_person_slug where person_id = ? order by slug", person)
			.stream()
			.map((row) -> String.valueOf(row.get("slug")))
			.filter((slug) -> Named.isOfName(Slugs.ofPerson(name), slug))
			.findFirst()
			.ifPresent((slug) -> film.hadSlug(name, slug));
	}

	private void move(Rows rows, Recorded recorded, KnownFilm from, KnownFilm to) {
		from.records.remove(recorded.id());
		to.records.put(recorded.id(), recorded);
		rows.add(Change.RECORD, to.id, this.json.writeValueAsString(recorded.film()),
				Recorded.hash(recorded.film(), this.json), Timestamp.from(this.clock.instant()), recorded.id());
	}

	/**
	 * Says which film a record speaks of that was kept apart; an empty slug: its own.
	 * @return the film's slug
	 */
	String settle(String source, String key, String slug) {
		List<Map<String, Object>> doubts = this.jdbc.queryForList("""
				select source.*, doubtful_record.content from doubtful_record
				join source on source.id = doubtful_record.source_id
				where source.slug = ? and doubtful_record.source_key = ?""", source, key);
		if (doubts.isEmpty()) {
			throw new Imports.Refused(
					"No record " + source + "/" + key + " is in doubt; films doubts lists those that are.");
		}
		String film = slug.isEmpty() ? "" : slug(this.dossiers.find(slug));
		take(SourceEntry.of(doubts.get(0)),
				this.json.readValue((String) doubts.get(0).get("content"), FilmRecord.class).speakingOf(film));
		return Objects.requireNonNull(this.jdbc.queryForObject("""
				select film.slug from source_record join film on film.id = source_record.film_id
				join source on source.id = source_record.source_id
				where source.slug = ? and source_record.source_key = ?""", String.class, source, key));
	}

	private void take(SourceEntry source, FilmRecord record) {
		this.ingest.take(this.jdbc, source, List.of(record).iterator(),
				Ingest.Way.quiet(this.transaction, Ingest.Gone.KEPT));
		this.index.catchUp();
	}

	/** A change that is prepared, to be written with a revision. */
	@FunctionalInterface
	private interface Prepared {

		void write(long revision);

	}

	private void change(BiFunction<Rows, FilmWriter, Prepared> work) {
		Rows rows = new Rows(this.jdbc);
		CatalogueNumbers numbers = this.ingest.numbers(rows);
		this.transaction.executeWithoutResult((status) -> {
			long revision = numbers.nextRevision();
			work.apply(rows, new FilmWriter(rows, numbers, this.json, Timestamp.from(this.clock.instant())))
				.write(revision);
			rows.flush();
			rows.read("select id from source where slug = ?", CURATOR.id())
				.forEach((curator) -> numbers.count(Rows.number(curator.get("id"))));
			// who is killed behind this has corrected it all the same
			numbers.publish();
		});
		numbers.weigh(this.transaction);
		this.transaction.executeWithoutResult((status) -> numbers.publish());
		this.index.catchUp();
	}

	private String slug(long film) {
		return Objects
			.requireNonNull(this.jdbc.queryForObject("select slug from film where id = ?", String.class, film));
	}

}
