package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.provenance.Field;
import app.marquee.search.IndexKeeper;
import app.marquee.web.Folding;
import app.marquee.web.Slugs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A curator's word: what is right and what is wrong about a film, and which records speak
 * of one film. It stands in the records themselves, so that no import takes it back and
 * every export has it.
 */
@Component
class Curation {

	private static final SourceEntry CURATOR = new SourceEntry("curator", "The curator", "curator", 100, null, null,
			"Corrections made in this catalogue by those who keep it.");

	private static final int LISTED = 1000;

	private final Ingest ingest;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final IndexKeeper index;

	private final Clock clock;

	private final JsonMapper json;

	Curation(Ingest ingest, JdbcTemplate jdbc, PlatformTransactionManager transactions, IndexKeeper index, Clock clock,
			JsonMapper json) {
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.index = index;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * Believes a correction before all others; an earlier one of the same fact gives way.
	 * @return the film's slug now
	 */
	String correct(String slug, FilmRecord.Correction correction) {
		long film = find(slug);
		Recorded earlier = read(film).stream().filter((recorded) -> recorded.by().curator()).findFirst().orElse(null);
		List<FilmRecord.Correction> corrections = new ArrayList<>();
		if (earlier != null) {
			earlier.film()
				.corrections()
				.stream()
				.filter((other) -> !ofTheSame(other, correction))
				.forEach(corrections::add);
		}
		corrections.add(correction);
		Map<String, Object> believed = this.jdbc.queryForMap("select slug, title, release_year from film where id = ?",
				film);
		String own = (String) believed.get("slug");
		FilmRecord record = new FilmRecord((earlier != null) ? earlier.film().key() : own,
				(String) believed.get("title"), null, (Integer) believed.get("release_year"), null, null, null, null,
				null, null, null, null, null, null, null, null, corrections,
				(earlier != null) ? earlier.film().merged() : null, own, null, null, null);
		refuse(Limits.broken(record));
		take(CURATOR, record);
		return slug(film);
	}

	/**
	 * Takes corrections back: what the sources say counts again.
	 * @param subject null takes that of every subject
	 * @param value null takes that of every value
	 * @return the film's slug now
	 */
	String uncorrect(String slug, String field, @Nullable String subject, @Nullable String value) {
		long film = find(slug);
		change((rows, films) -> {
			KnownFilm known = Objects.requireNonNull(films.load(List.of(film)).get(film));
			boolean any = false;
			// after a merge there may be several
			for (Recorded curator : List.copyOf(known.records.values())) {
				List<FilmRecord.Correction> left = new ArrayList<>(curator.film().corrections());
				if (!left.removeIf((correction) -> correction.field().equals(field)
						&& isSame(subject, correction.subject()) && isSame(value, correction.value()))) {
					continue;
				}
				any = true;
				if (left.isEmpty()) {
					known.records.remove(curator.id());
					rows.add(Change.NO_RECORD, curator.id());
				}
				else {
					move(rows, curator.saying(curator.film().correcting(left)), known, known);
				}
			}
			if (!any) {
				throw new Imports.Refused("There is no such correction. films show " + slug + " lists those that are.");
			}
			return (revision) -> films.write(List.of(known), revision);
		});
		return slug(film);
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
		boolean sameFact = one.field().equals(other.field()) && Objects.equals(one.subject(), other.subject());
		boolean oneValue = Field.of(one.field()).oneValue() && one.wrong() == other.wrong();
		return sameFact && (oneValue || one.value().equals(other.value()));
	}

	/**
	 * Makes two films one: all that was said of the first is said of the second. Its
	 * address leads there from now on.
	 */
	void merge(String slug, String into, String reason) {
		long one = find(slug);
		long other = find(into);
		if (one == other) {
			throw new Imports.Refused("\"" + slug + "\" and \"" + into + "\" are one film already.");
		}
		change((rows, films) -> {
			Map<Long, KnownFilm> known = films.load(List.of(one, other));
			KnownFilm gone = Objects.requireNonNull(known.get(one));
			KnownFilm stays = Objects.requireNonNull(known.get(other));
			FilmRecord.Merged merged = new FilmRecord.Merged(String.valueOf(gone.slug), reason);
			stays.knowsAllOf(gone);
			Map<Long, Long> namesakes = stays.namesakes(gone);
			List<Map<String, Object>> formerly = rows.read("select id, slug from person where id = any(?)",
					namesakes.keySet());
			List.copyOf(gone.records.values()).forEach((recorded) -> {
				FilmRecord film = recorded.film()
					.with(recorded.film().offers(),
							Stream.concat(Stream.of(merged), recorded.film().merged().stream()).toList());
				refuse(Limits.broken(film));
				move(rows, recorded.saying(film), gone, stays);
			});
			List<Object> slugs = new ArrayList<>(List.of(String.valueOf(gone.slug)));
			rows.read("select slug from former_film_slug where film_id = ?", one)
				.forEach((row) -> slugs.add(String.valueOf(row.get("slug"))));
			return (revision) -> {
				films.write(List.of(gone, stays), revision);
				rows.run("update former_film_slug set film_id = ? where slug = any(?)", other, slugs);
				formerly.forEach((person) -> rows.run("update former_person_slug set person_id = ? where slug = ?",
						namesakes.get(SourceWriter.number(person.get("id"))), person.get("slug")));
			};
		});
	}

	/**
	 * Takes a merge back: the film that was merged is a film again, at its old address.
	 */
	void split(String merged) {
		long film = find(merged);
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
			Set<String> mergedBefore = own.records.values()
				.stream()
				.flatMap((recorded) -> recorded.film().merged().stream())
				.map(FilmRecord.Merged::film)
				.collect(Collectors.toSet());
			if (!alone) {
				separatePeople(rows, own, both);
			}
			return (revision) -> {
				films.write(alone ? List.of(own) : List.of(both, own), revision);
				rows.run("update former_film_slug set film_id = ? where slug = any(?)", own.id, mergedBefore);
			};
		});
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
		long film = find(slug);
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
			if (both.records.isEmpty()) {
				throw new Imports.Refused("That would leave nothing of " + slug + ".");
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
		own.leavePeopleTo(both)
			.forEach((name, person) -> rows
				.read("select slug from former_person_slug where person_id = ? order by slug", person)
				.stream()
				.map((row) -> String.valueOf(row.get("slug")))
				.filter((slug) -> Named.withoutNumber(slug).equals(Slugs.of(name, null, "person")))
				.findFirst()
				.ifPresent((slug) -> own.hadSlug(name, slug)));
	}

	private void move(Rows rows, Recorded recorded, KnownFilm from, KnownFilm to) {
		from.records.remove(recorded.id());
		to.records.put(recorded.id(), recorded);
		rows.add(Change.RECORD, to.id, this.json.writeValueAsString(recorded.film()),
				Recorded.hash(recorded.film(), this.json), Timestamp.from(this.clock.instant()), recorded.id());
	}

	/** Says which film a record speaks of that was kept apart; an empty slug: its own. */
	void settle(String source, String key, String slug) {
		List<Map<String, Object>> doubts = this.jdbc.queryForList("""
				select source.*, doubtful_record.content from doubtful_record
				join source on source.id = doubtful_record.source_id
				where source.slug = ? and doubtful_record.source_key = ?""", source, key);
		if (doubts.isEmpty()) {
			throw new Imports.Refused(
					"No record " + source + "/" + key + " is in doubt; films doubts lists those that are.");
		}
		String film = slug.isEmpty() ? "" : slug(find(slug));
		take(SourceEntry.of(doubts.get(0)),
				this.json.readValue((String) doubts.get(0).get("content"), FilmRecord.class).of(film));
	}

	/** The records that were kept apart, each with the films that it may speak of. */
	List<String> doubts() {
		List<String> lines = new ArrayList<>();
		this.jdbc.queryForList("""
				select source.slug, doubtful_record.content, doubtful_record.candidates
				from doubtful_record join source on source.id = doubtful_record.source_id
				order by source.slug, source_key limit ?""", LISTED).forEach((doubt) -> {
			FilmRecord film = this.json.readValue((String) doubt.get("content"), FilmRecord.class);
			lines.add(doubt.get("slug") + "/" + film.key() + "  " + described(film.title(), film.year(), film.runtime(),
					film.ids().entrySet().stream().map((id) -> id.getKey() + ":" + id.getValue()).toList()));
			candidates(List.of(String.valueOf(doubt.get("candidates")).split(",")), lines);
		});
		return lines;
	}

	/** The films that a record may speak of, with what tells them apart. */
	private void candidates(List<String> slugs, List<String> lines) {
		Map<Object, Map<String, @Nullable Object>> films = new HashMap<>();
		new Rows(this.jdbc).read("""
				select former.slug as wanted, film.* from former_film_slug former join film on film.id = former.film_id
				where former.slug = any(?)
				union all select slug, film.* from film where slug = any(?)""", slugs, slugs)
			.forEach((film) -> films.put(String.valueOf(film.get("wanted")), film));
		slugs.forEach((slug) -> {
			Map<String, @Nullable Object> film = films.get(slug);
			lines.add("    " + slug + ((film != null) ? "  " + described(String.valueOf(film.get("title")),
					(Integer) film.get("release_year"), (Integer) film.get("runtime"),
					this.jdbc.queryForList(
							"select scheme || ':' || identifier from film_external_id where film_id = ? order by 1",
							String.class, film.get("id")))
					: ""));
		});
	}

	/** {@code Metropolis (1927), 153 min, imdb:tt0017136}. */
	private static String described(String title, @Nullable Integer year, @Nullable Integer runtime, List<String> ids) {
		return title + ((year != null) ? " (" + year + ")" : "") + ((runtime != null) ? ", " + runtime + " min" : "")
				+ ids.stream().map((id) -> ", " + id).collect(Collectors.joining());
	}

	/** The records that speak of a film. */
	List<String> show(String slug) {
		List<String> lines = new ArrayList<>();
		read(find(slug)).forEach((recorded) -> {
			FilmRecord film = recorded.film();
			lines.add(recorded.by().source() + "/" + film.key() + "  " + film.title()
					+ ((film.year() != null) ? " (" + film.year() + ")" : ""));
			film.corrections()
				.forEach((correction) -> lines.add("    " + correction.field()
						+ ((correction.subject() != null) ? " of " + correction.subject() : "")
						+ (correction.wrong() ? " is not " : " is ") + correction.value() + ": "
						+ correction.reason()));
			film.merged().forEach((merged) -> lines.add("    was " + merged.film() + ": " + merged.reason()));
		});
		return lines;
	}

	private List<Recorded> read(long film) {
		return new Rows(this.jdbc).read(StoredTestimony.RECORDS, List.of(film))
			.stream()
			.map((row) -> StoredTestimony.recorded(row, this.json))
			.toList();
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
		this.transaction.executeWithoutResult((status) -> {
			Rows rows = new Rows(this.jdbc);
			CatalogueNumbers numbers = this.ingest.numbers(rows);
			long revision = numbers.nextRevision();
			work.apply(rows, new FilmWriter(rows, numbers, this.json, Timestamp.from(this.clock.instant())))
				.write(revision);
			rows.flush();
			rows.read("select id from source where slug = ?", CURATOR.id())
				.forEach((curator) -> numbers.count(SourceWriter.number(curator.get("id"))));
			numbers.weigh(TransactionOperations.withoutTransaction());
			numbers.publish();
		});
		this.index.catchUp();
	}

	/** The film at an address, also at one that it had once. */
	private long find(String slug) {
		Set<Long> films = new LinkedHashSet<>(this.jdbc.queryForList("""
				select id from film where slug = ?
				union all select film_id from former_film_slug where slug = ? and film_id is not null""", Long.class,
				slug, slug));
		return films.stream().findFirst().orElseThrow(() -> new Imports.Refused("There is no film \"" + slug + "\"."));
	}

	private String slug(long film) {
		return Objects
			.requireNonNull(this.jdbc.queryForObject("select slug from film where id = ?", String.class, film));
	}

}
