package app.marquee.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.provenance.Belief;
import app.marquee.provenance.Statement;
import app.marquee.web.Folding;
import app.marquee.web.PartialDate;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.transaction.support.TransactionOperations;

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

	private final SourceEntry edition;

	private final TransactionOperations transaction;

	private final Ingest.Gone gone;

	private final Consumer<IngestReport> progress;

	/** The ids of the records that this run has seen. */
	private final BitSet seen = new BitSet();

	/**
	 * Related films by the record's film: they may come later in the source than what
	 * they relate to.
	 */
	private final Map<Long, List<String>> relations = new LinkedHashMap<>();

	private IngestReport report = IngestReport.NOTHING;

	SourceWriter(Rows rows, CatalogueNumbers numbers, SourceEntry source, JsonMapper json, Texts texts, Clock clock,
			Belief belief, Ingest.Way way) {
		this.rows = rows;
		this.numbers = numbers;
		this.json = json;
		this.texts = texts;
		this.clock = clock;
		this.belief = belief;
		this.transaction = way.transaction();
		this.gone = way.gone();
		this.progress = way.progress();
		this.edition = source;
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
				this.transaction.executeWithoutResult((status) -> write(batch));
				batch.clear();
				this.progress.accept(this.report);
			}
		}
		this.transaction.executeWithoutResult((status) -> {
			write(batch);
			relate();
			switch (this.gone) {
				case WITHDRAWN -> withdraw();
				case ENDED -> endOffers();
				case KEPT -> {
				}
			}
		});
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
		Set<String> keys = new HashSet<>();
		List<FilmRecord> films = batch.stream().filter((film) -> keys.add(film.key())).toList();
		if (films.isEmpty()) {
			return;
		}
		Map<String, Map<String, @Nullable Object>> stored = stored(keys);
		List<Incoming> changed = new ArrayList<>();
		List<FilmRecord> fresh = new ArrayList<>();
		for (FilmRecord film : films) {
			Map<String, @Nullable Object> before = stored.get(film.key());
			if (before == null) {
				fresh.add(film);
				continue;
			}
			long record = number(before.get("id"));
			if (this.seen.get(Math.toIntExact(record))) {
				// the source has it twice: the first is taken, as it is within a batch
				continue;
			}
			this.seen.set(Math.toIntExact(record));
			Incoming incoming = new Incoming(film, this.json.writeValueAsString(film), record, false,
					number(before.get("film_id")));
			if (!incoming.hash().equals(before.get("content_hash"))) {
				changed.add(incoming);
			}
		}
		int unchanged = batch.size() - fresh.size() - changed.size();
		this.report = this.report.plus(new IngestReport(batch.size(), 0, changed.size(), unchanged, 0, 0, 0));
		changed.addAll(match(fresh));
		if (!changed.isEmpty()) {
			writeChanged(changed);
		}
		this.rows.flush();
	}

	private Map<String, Map<String, @Nullable Object>> stored(Set<String> keys) {
		Map<String, Map<String, @Nullable Object>> stored = new HashMap<>();
		this.rows
			.read("select id, film_id, source_key, content_hash from source_record where source_id = :source"
					+ " and source_key in (:keys)", Map.of("source", this.sourceId, "keys", keys))
			.forEach((row) -> stored.put((String) row.get("source_key"), row));
		return stored;
	}

	/** Finds out which films new records speak of; those in doubt are kept apart. */
	private List<Incoming> match(List<FilmRecord> fresh) {
		List<Incoming> incoming = new ArrayList<>();
		List<Match> matches = this.matcher.match(fresh);
		// two new records of one batch may speak of one film: the second has to find the
		// first
		Map<String, Long> created = new HashMap<>();
		for (int index = 0; index < fresh.size(); index++) {
			FilmRecord film = fresh.get(index);
			Match match = matches.get(index);
			String content = this.json.writeValueAsString(film);
			this.rows.add(Change.NO_DOUBT, this.sourceId, film.key());
			if (match.kind() == Match.Kind.DOUBT) {
				this.report = this.report.plus(new IngestReport(0, 0, 0, 0, 0, 0, 1));
				this.rows.add(Change.DOUBT, this.sourceId, film.key(), film.title(), content,
						match.films().stream().limit(20).map(String::valueOf).collect(Collectors.joining(",")),
						Timestamp.from(this.clock.instant()));
				continue;
			}
			long record = this.rows.nextId("source_record");
			this.seen.set(Math.toIntExact(record));
			boolean found = match.kind() == Match.Kind.FOUND;
			long filmId = found ? match.films().get(0)
					: created.computeIfAbsent(identity(film), (first) -> this.rows.nextId("film"));
			this.report = this.report.plus(new IngestReport(0, 0, 0, 0, 0, found ? 1 : 0, 0));
			incoming.add(new Incoming(film, content, record, true, filmId));
		}
		this.report = this.report.plus(new IngestReport(0, created.size(), 0, 0, 0, 0, 0));
		return incoming;
	}

	/**
	 * What makes two records of one batch one film: with ids of their own, they are two.
	 */
	private static String identity(FilmRecord film) {
		return film.ids().isEmpty() ? Folding.title(film.title()) + "|" + film.year() : film.ids().toString();
	}

	private void writeChanged(List<Incoming> changed) {
		long revision = this.numbers.nextRevision();
		Timestamp now = Timestamp.from(this.clock.instant());
		Map<Long, KnownFilm> films = this.films.load(changed.stream().map(Incoming::filmId).toList());
		Set<Long> peopleBefore = people(films);
		this.films.prepare(changed.stream().map(Incoming::film).toList(), films.values());
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
			if (!incoming.isNew() || !incoming.film().related().isEmpty()) {
				this.relations.put(incoming.filmId(), incoming.film().related());
			}
		}
		films.values().forEach((film) -> this.films.write(film, this.belief.judge(film.statements), revision));
		this.rows.flush();
		this.films.count(films.keySet(), peopleBefore);
	}

	/** All who are credited for these films, as they are stored. */
	private static Set<Long> people(Map<Long, KnownFilm> films) {
		return films.values().stream().flatMap((film) -> film.people().stream()).collect(Collectors.toSet());
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
		for (Map<String, @Nullable Object> row : this.rows
			.read("select id, film_id from source_record where source_id = :source", Map.of("source", this.sourceId))) {
			long record = number(row.get("id"));
			if (!this.seen.get(Math.toIntExact(record))) {
				this.rows.run("delete from source_record where id = ?", record);
				films.add(number(row.get("film_id")));
				this.report = this.report.plus(new IngestReport(0, 0, 0, 0, 1, 0, 0));
			}
		}
		if (films.isEmpty()) {
			return;
		}
		long revision = this.numbers.nextRevision();
		Map<Long, KnownFilm> known = this.films.load(films);
		Set<Long> peopleBefore = people(known);
		this.films.prepare(List.of(), known.values());
		known.values().forEach((film) -> {
			this.films.forgetSource(film);
			if (film.statements.isEmpty()) {
				this.films.remove(film, revision);
			}
			else {
				this.films.write(film, this.belief.judge(film.statements), revision);
			}
		});
		this.rows.flush();
		this.films.count(films, peopleBefore);
	}

	/** A newer list without a film says that the film is not offered any more. */
	private void endOffers() {
		PartialDate asOf = Objects.requireNonNull(this.edition.asOf(), "a list has a date");
		List<Long> films = new ArrayList<>();
		for (Map<String, @Nullable Object> row : this.rows.read("""
				select source_record.id, source_record.film_id from source_record
				where source_record.source_id = :source and exists (select 1 from offer
					where offer.film_id = source_record.film_id and offer.source_id = :source and ended_on is null)""",
				Map.of("source", this.sourceId))) {
			if (!this.seen.get(Math.toIntExact(number(row.get("id"))))) {
				films.add(number(row.get("film_id")));
			}
		}
		if (films.isEmpty()) {
			return;
		}
		long revision = this.numbers.nextRevision();
		for (Long film : films) {
			this.rows.run("update offer set ended_on = ? where film_id = ? and source_id = ? and ended_on is null",
					asOf.iso(), film, this.sourceId);
			this.rows.run("update film set revision = ? where id = ?", revision, film);
			this.report = this.report.plus(new IngestReport(0, 0, 0, 0, 1, 0, 0));
		}
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

	/** A record that is new, or that may say something else than before. */
	private record Incoming(FilmRecord film, String content, long record, boolean isNew, long filmId, String hash) {

		Incoming(FilmRecord film, String content, long record, boolean isNew, long filmId) {
			this(film, content, record, isNew, filmId, SourceWriter.hash(content));
		}

	}

}
