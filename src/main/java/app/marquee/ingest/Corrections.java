package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import app.marquee.provenance.Field;
import app.marquee.provenance.Statement;
import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a curator says is right, or wrong, about a film. */
@Component
class Corrections {

	/** So many of a cast are named where a name is not among them. */
	private static final int SHOWN = 10;

	private final Curation curation;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final JsonMapper json;

	private final StoredTestimony testimony;

	private final Dossiers dossiers;

	Corrections(Curation curation, JdbcTemplate jdbc, Clock clock, JsonMapper json, StoredTestimony testimony,
			Dossiers dossiers) {
		this.curation = curation;
		this.jdbc = jdbc;
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
		Curation.refuse(Limits.broken(word));
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
		this.curation.introduce();
		this.curation.change((rows, films) -> {
			KnownFilm known = Objects.requireNonNull(films.load(List.of(film)).get(film));
			takeBack(rows, known, (other) -> ofTheSame(other, correction));
			// before the next one may take its place
			rows.flush();
			add(rows, known, believed, correction);
			return (revision) -> films.write(List.of(known), revision);
		});
		return this.curation.slug(film);
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
			Curation.refuse(Limits.broken(both));
			this.curation.move(rows, earlier.saying(both), film, film);
			return;
		}
		long curator = Rows
			.number(rows.read("select id from source where slug = ?", Curation.CURATOR.id()).get(0).get("id"));
		String key = String.valueOf(believed.get("slug"));
		// a film of before may have had this address, and may have taken its record along
		for (int number = 2; !rows
			.read("select id from source_record where source_id = ? and source_key = ?", curator, key)
			.isEmpty(); number++) {
			key = believed.get("slug") + "+" + number;
		}
		FilmRecord record = word(key, believed, correction);
		long id = rows.nextId("source_record");
		film.records.put(id, new Recorded(id, curator, Curation.CURATOR.by(), record));
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
		this.curation.change((rows, films) -> {
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
				this.curation.move(rows, curator.saying(curator.film().correcting(left)), film, film);
			}
		}
		return any;
	}

	private static boolean isSame(@Nullable String asked, @Nullable String said) {
		return asked == null || (said != null && Folding.words(asked).equals(Folding.words(said)));
	}

	private static boolean ofTheSame(FilmRecord.Correction one, FilmRecord.Correction other) {
		Field field = Field.of(one.field());
		boolean sameFact = one.field().equals(other.field()) && field.foldedSubject(String.valueOf(one.subject()))
			.equals(field.foldedSubject(String.valueOf(other.subject())));
		boolean oneValue = field.oneValue() && one.wrong() == other.wrong();
		return sameFact && (oneValue || field.foldedValue(one.value()).equals(field.foldedValue(other.value())));
	}

}
