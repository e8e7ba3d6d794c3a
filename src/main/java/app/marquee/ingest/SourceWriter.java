package app.marquee.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import app.marquee.provenance.Belief;
import app.marquee.provenance.Statement;
import app.marquee.web.Folding;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the records of one source, in batches: which of them are new, which film each
 * speaks of, what is believed of that film now.
 */
class SourceWriter {

	private static final int BATCH = 500;

	private final Rows rows;

	private final CatalogueNumbers numbers;

	private final JsonMapper json;

	private final Texts texts;

	private final Clock clock;

	private final Belief belief;

	private final FilmWriter films;

	private final Matcher matcher;

	private final Statement.By by;

	private final long sourceId;

	private final Set<String> seen = new HashSet<>();

	/**
	 * Related films by the record's film: they may come later in the source than what
	 * they relate to.
	 */
	private final Map<Long, List<String>> relations = new LinkedHashMap<>();

	private IngestReport report = IngestReport.NOTHING;

	SourceWriter(Rows rows, CatalogueNumbers numbers, SourceEntry source, JsonMapper json, Texts texts, Clock clock,
			Belief belief) {
		this.rows = rows;
		this.numbers = numbers;
		this.json = json;
		this.texts = texts;
		this.clock = clock;
		this.belief = belief;
		this.matcher = new Matcher(rows);
		this.sourceId = store(source);
		this.by = new Statement.By(source.id(), source.name(), source.kind().equals("curator"), source.trust(),
				source.asOf());
		this.films = new FilmWriter(rows, numbers, this.sourceId, source.id(), Timestamp.from(clock.instant()));
	}

	IngestReport write(Iterator<FilmRecord> records) {
		List<FilmRecord> batch = new ArrayList<>();
		while (records.hasNext()) {
			FilmRecord record = records.next();
			Stream.concat(Stream.of(record), OtherWork.in(record)).forEach(batch::add);
			if (batch.size() >= BATCH) {
				write(batch);
				batch.clear();
			}
		}
		write(batch);
		relate();
		withdraw();
		return this.report;
	}

	private long store(SourceEntry source) {
		String asOf = (source.asOf() != null) ? source.asOf().iso() : null;
		List<Map<String, @Nullable Object>> known = this.rows.read("select id from source where slug in (:in)",
				List.of(source.id()));
		if (known.isEmpty()) {
			long id = this.rows.nextId("source");
			this.rows.run("""
					insert into source (id, slug, name, kind, trust, as_of, licence, about)
					values (?, ?, ?, ?, ?, ?, ?, ?)""", id, source.id(), source.name(), source.kind(), source.trust(),
					asOf, source.licence(), source.about());
			return id;
		}
		long id = number(known.get(0).get("id"));
		this.rows.run("update source set name = ?, kind = ?, trust = ?, as_of = ?, licence = ?, about = ? where id = ?",
				source.name(), source.kind(), source.trust(), asOf, source.licence(), source.about(), id);
		return id;
	}

	private void write(List<FilmRecord> batch) {
		List<FilmRecord> unseen = batch.stream().filter((film) -> this.seen.add(film.key())).toList();
		if (unseen.isEmpty()) {
			return;
		}
		Map<String, Map<String, @Nullable Object>> stored = new HashMap<>();
		this.rows
			.read("select id, film_id, source_key, content_hash from source_record where source_id = :source"
					+ " and source_key in (:keys)",
					Map.of("source", this.sourceId, "keys", unseen.stream().map(FilmRecord::key).toList()))
			.forEach((row) -> stored.put((String) row.get("source_key"), row));
		// two new records of one batch may speak of one film: the second has to find the
		// first
		Map<String, Long> fresh = new HashMap<>();
		List<Incoming> changed = new ArrayList<>();
		for (FilmRecord film : unseen) {
			String content = this.json.writeValueAsString(film);
			String hash = hash(content);
			Map<String, @Nullable Object> before = stored.get(film.key());
			if (before == null) {
				changed
					.add(new Incoming(film, content, hash, this.rows.nextId("source_record"), true, find(film, fresh)));
			}
			else if (!hash.equals(before.get("content_hash"))) {
				changed.add(new Incoming(film, content, hash, number(before.get("id")), false,
						number(before.get("film_id"))));
			}
		}
		this.report = this.report
			.plus(new IngestReport(unseen.size(), fresh.size(), changed.size(), unseen.size() - changed.size(), 0));
		if (!changed.isEmpty()) {
			writeChanged(changed);
		}
	}

	private long find(FilmRecord film, Map<String, Long> fresh) {
		Long known = this.matcher.find(film);
		return (known != null) ? known : fresh.computeIfAbsent(Folding.title(film.title()) + "|" + film.year(),
				(first) -> this.rows.nextId("film"));
	}

	private void writeChanged(List<Incoming> changed) {
		long revision = this.numbers.nextRevision();
		Timestamp now = Timestamp.from(this.clock.instant());
		Map<Long, KnownFilm> films = this.films.load(changed.stream().map(Incoming::filmId).toList());
		for (Incoming incoming : changed) {
			KnownFilm film = films.computeIfAbsent(incoming.filmId(), KnownFilm::new);
			film.replaceRecord(incoming.record(),
					Statements.of(incoming.film(), this.by, incoming.record(), this.texts));
			this.films.addFrom(incoming.film(), film);
			if (incoming.isNew()) {
				this.rows.add(Change.NEW_RECORD, incoming.record(), this.sourceId, incoming.film().key(),
						incoming.filmId(), incoming.content(), incoming.hash(), now);
			}
			else {
				this.rows.add(Change.RECORD, incoming.content(), incoming.hash(), now, incoming.record());
			}
			this.relations.put(incoming.filmId(), incoming.film().related());
		}
		films.values().forEach((film) -> this.films.write(film, this.belief.judge(film.statements), revision));
		this.rows.flush();
		this.films.count(films.keySet());
	}

	/** The source's own word on what is related, once all its records are there. */
	private void relate() {
		this.relations.forEach((film, keys) -> {
			this.rows.run("delete from film_relation where film_id = ? and source_id = ?", film, this.sourceId);
			int position = 0;
			for (String key : keys) {
				this.rows.run("""
						insert into film_relation (film_id, related_film_id, source_id, position)
						select ?, film_id, source_id, ? from source_record
						where source_id = ? and source_key = ? and film_id <> ?""", film, position++, this.sourceId,
						key, film);
			}
		});
	}

	/**
	 * Takes back what the source does not say any more; a film of which nobody speaks
	 * goes with it.
	 */
	private void withdraw() {
		Set<Long> films = new LinkedHashSet<>();
		for (Map<String, @Nullable Object> row : this.rows.read(
				"select id, film_id, source_key from source_record where source_id = :source",
				Map.of("source", this.sourceId))) {
			if (!this.seen.contains(row.get("source_key"))) {
				this.rows.run("delete from source_record where id = ?", number(row.get("id")));
				films.add(number(row.get("film_id")));
				this.report = this.report.plus(new IngestReport(0, 0, 0, 0, 1));
			}
		}
		if (films.isEmpty()) {
			return;
		}
		long revision = this.numbers.nextRevision();
		this.films.load(films).values().forEach((film) -> {
			this.films.forgetSource(film);
			if (film.statements.isEmpty()) {
				this.films.remove(film, revision);
			}
			else {
				this.films.write(film, this.belief.judge(film.statements), revision);
			}
		});
		this.rows.flush();
		this.films.count(films);
	}

	static long number(@Nullable Object value) {
		if (value instanceof Number number) {
			return number.longValue();
		}
		throw new IllegalStateException("no number: " + value);
	}

	/** SHA-256 in hexadecimal digits. */
	static String hash(String content) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A record that is new, or that says something else than before. */
	private record Incoming(FilmRecord film, String content, String hash, long record, boolean isNew, long filmId) {
	}

}
