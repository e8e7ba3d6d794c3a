package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import app.marquee.provenance.Statement;
import app.marquee.web.Folding;
import app.marquee.web.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the records of one source, in batches: which of them are new, which film each
 * speaks of, what is believed of that film now.
 */
class SourceWriter {

	private static final int BATCH = 1000;

	/** So few films may be gone from any list. */
	private static final int MANY = 10;

	private final Rows rows;

	private final CatalogueNumbers numbers;

	private final JsonMapper json;

	private final Clock clock;

	private final FilmWriter films;

	private final Matcher matcher;

	private final Statement.By by;

	private final long sourceId;

	/**
	 * Whether another edition speaks than the one before: what was decided by its date or
	 * the trust in it may be decided otherwise now.
	 */
	private boolean otherEdition;

	private final SourceEntry edition;

	private final Ingest.Way way;

	/** How many records of before this run has seen. */
	private long seenBefore;

	/** The ids of the records that this run has seen. */
	private final BitSet seen = new BitSet();

	/** The keys of records that an export kept apart: their films may come later. */
	private final Set<String> doubtedElsewhere = new HashSet<>();

	private final Tally tally = new Tally();

	/** What is in doubt since before this was not seen again. */
	private final Timestamp started;

	SourceWriter(Rows rows, CatalogueNumbers numbers, SourceEntry source, JsonMapper json, Clock clock,
			Ingest.Way way) {
		this.rows = rows;
		this.numbers = numbers;
		this.json = json;
		this.clock = clock;
		this.way = way;
		this.edition = dated(source);
		this.sourceId = Objects.requireNonNull(way.transaction().execute((status) -> store(this.edition)));
		this.matcher = new Matcher(rows, this.sourceId, way);
		this.by = this.edition.by();
		this.started = Timestamp.from(clock.instant());
		this.films = new FilmWriter(rows, numbers, json, this.started);
	}

	/** The number of the source. */
	long sourceId() {
		return this.sourceId;
	}

	/**
	 * Writes all records, and takes back what is gone.
	 * @return what became of them; where it was told to stop, so far
	 */
	IngestReport write(Iterator<FilmRecord> records) {
		IngestReport done = report();
		CompletableFuture<List<FilmRecord>> ahead = readAhead(records);
		try {
			List<FilmRecord> batch = batch(ahead);
			while (batch.size() >= BATCH && !this.way.stop().getAsBoolean()) {
				ahead = readAhead(records);
				writeAlone(batch);
				done = report();
				this.way.progress().accept(done);
				batch = batch(ahead);
			}
			if (!this.way.stop().getAsBoolean()) {
				if (this.way.broken().getAsBoolean()) {
					writeAlone(batch);
				}
				else {
					finish(batch);
				}
				done = report();
				this.way.progress().accept(done);
			}
		}
		catch (CancellationException ex) {
			// told to stop while it looked through the source: nothing of this batch is
			// written
		}
		finally {
			// nobody closes the records while they are being read
			ahead.exceptionally((failure) -> List.of()).join();
		}
		return done;
	}

	private void writeAlone(List<FilmRecord> batch) {
		this.way.transaction().executeWithoutResult((status) -> write(batch, begin()));
	}

	private IngestReport report() {
		return this.tally.report(this.matcher.knowsRivals());
	}

	/** Reads the next batch while the one before it is written. */
	private static CompletableFuture<List<FilmRecord>> readAhead(Iterator<FilmRecord> records) {
		return CompletableFuture.supplyAsync(() -> {
			List<FilmRecord> batch = new ArrayList<>();
			while (batch.size() < BATCH && records.hasNext()) {
				FilmRecord record = records.next();
				batch.add(record);
				if (!record.isExported()) {
					OtherWork.in(record).forEach(batch::add);
				}
			}
			return batch;
		});
	}

	/** A batch that was read; what went wrong with it comes as it was. */
	private static List<FilmRecord> batch(CompletableFuture<List<FilmRecord>> read) {
		try {
			return read.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/** The last batch, and what is gone. */
	private void finish(List<FilmRecord> batch) {
		this.way.transaction().executeWithoutResult((status) -> {
			long revision = begin();
			write(batch, revision);
			this.rows.run("update source set as_of = ?, trust = ? where id = ?", asOf(this.edition),
					this.edition.trust(), this.sourceId);
			switch (this.way.gone()) {
				case WITHDRAWN -> withdraw(revision);
				case ENDED, ENDED_IF_FEW -> endOffers(revision);
				case KEPT -> {
				}
			}
			if (this.way.gone() != Ingest.Gone.KEPT) {
				this.rows.run("delete from doubtful_record where source_id = ? and recorded_at < ?", this.sourceId,
						this.started);
			}
			lookAgain(revision);
		});
	}

	/**
	 * A record may have been in doubt because another of the source might be the film, or
	 * was withdrawn. Now that all were seen, this is settled for some, and that may
	 * settle others: the same source once more would change nothing.
	 */
	private void lookAgain(long revision) {
		long before;
		do {
			before = this.tally.doubtful;
			String after = "";
			while (after != null && !this.way.stop().getAsBoolean()) {
				after = lookAgain(after, revision);
			}
		}
		while (this.tally.doubtful < before);
	}

	/**
	 * The same for one page of them.
	 * @param after the key of the last one of the page before
	 * @return the key of its last one; null if no page follows
	 */
	private @Nullable String lookAgain(String after, long revision) {
		Map<String, Doubt> doubts = new LinkedHashMap<>();
		this.rows.read("""
				select source_key, content, candidates from doubtful_record
				where source_id = ? and source_key > ? and recorded_at >= ?
				order by source_key limit ?""", this.sourceId, after, this.started, BATCH)
			.forEach((row) -> doubts.put(String.valueOf(row.get("source_key")), Doubt.of(row)));
		List<FilmRecord> films = doubts.values()
			.stream()
			.map((doubt) -> this.json.readValue(doubt.content(), FilmRecord.class))
			.toList();
		Set<String> open = open(films, doubts);
		List<FilmRecord> again = films.stream()
			.filter((film) -> !open.contains(film.key()) && !this.doubtedElsewhere.contains(film.key()))
			.toList();
		this.tally.doubtful -= again.size();
		writeFresh(again, revision);
		return (films.size() < BATCH) ? null : films.get(films.size() - 1).key();
	}

	/** An edition that gives no date is taken to be of the last one that was given. */
	private SourceEntry dated(SourceEntry source) {
		return (source.asOf() != null) ? source
				: this.rows.read("select as_of from source where slug = ?", source.id())
					.stream()
					.map((row) -> source.of(PartialDate.of((String) row.get("as_of"))))
					.findFirst()
					.orElse(source);
	}

	/**
	 * The source as it introduces itself. The date of its data and the trust in it, by
	 * which the stored records were judged, move on with the last of its records: a run
	 * that is cut off can be started again.
	 */
	private long store(SourceEntry source) {
		this.numbers.nextRevision();
		List<Map<String, @Nullable Object>> known = this.rows.read("select * from source where slug = ?", source.id());
		if (known.isEmpty()) {
			long id = this.rows.nextId("source");
			this.rows.run("""
					insert into source (id, slug, name, kind, trust, as_of, licence, about, origin)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", id, source.id(), source.name(), source.kind(),
					source.trust(), asOf(source), source.licence(), source.about(), source.origin());
			return id;
		}
		Map<String, @Nullable Object> before = known.get(0);
		this.otherEdition = !Objects.equals(before.get("as_of"), asOf(source))
				|| Rows.number(before.get("trust")) != source.trust() || !source.name().equals(before.get("name"))
				|| !Objects.equals(before.get("origin"), source.origin());
		long id = Rows.number(before.get("id"));
		this.rows.run("update source set name = ?, kind = ?, licence = ?, about = ?, origin = ? where id = ?",
				source.name(), source.kind(), source.licence(), source.about(), source.origin(), id);
		return id;
	}

	private static @Nullable String asOf(SourceEntry source) {
		return (source.asOf() != null) ? source.asOf().iso() : null;
	}

	/** Holds the catalogue until the transaction ends, and says what its changes are. */
	private long begin() {
		this.rows.newTransaction();
		return this.numbers.nextRevision();
	}

	private void write(List<FilmRecord> batch, long revision) {
		Set<String> keys = new HashSet<>();
		List<FilmRecord> once = batch.stream().filter((film) -> keys.add(film.key())).toList();
		Map<String, Map<String, @Nullable Object>> stored = stored(keys);
		List<FilmRecord> films = this.way.unsaid().isEmpty() ? once : completed(once, stored);
		long repeatedBefore = this.tally.repeated;
		this.tally.repeated += batch.size() - once.size();
		long updatedBefore = this.tally.updated;
		List<Incoming> changed = new ArrayList<>();
		List<FilmRecord> fresh = new ArrayList<>();
		for (FilmRecord film : films) {
			Map<String, @Nullable Object> before = stored.get(film.key());
			if (before == null) {
				fresh.add(film);
				continue;
			}
			int record = Math.toIntExact(Rows.number(before.get("id")));
			if (this.seen.get(record)) {
				// the source has it twice: the first is taken, as it is within a batch
				this.tally.repeated++;
				continue;
			}
			this.seen.set(record);
			this.seenBefore++;
			Incoming incoming = incoming(film, record, Rows.number(before.get("film_id")));
			boolean asBefore = incoming.hash().equals(before.get("content_hash"));
			if (!asBefore || this.otherEdition && Boolean.TRUE.equals(before.get("remarked"))) {
				changed.add(incoming);
			}
			if (!asBefore) {
				this.tally.updated++;
			}
		}
		this.tally.read += batch.size();
		this.tally.unchanged += batch.size() - fresh.size() - (this.tally.updated - updatedBefore)
				- (this.tally.repeated - repeatedBefore);
		if (!changed.isEmpty()) {
			writeChanged(changed, revision);
		}
		writeFresh(fresh, revision);
	}

	/** What the source says nothing of this time, as it said it before. */
	private List<FilmRecord> completed(List<FilmRecord> films, Map<String, Map<String, @Nullable Object>> stored) {
		List<Long> others = films.stream()
			.filter((film) -> stored.containsKey(film.key()))
			.filter((film) -> !Recorded.hash(film, this.json).equals(stored.get(film.key()).get("content_hash")))
			.map((film) -> Rows.number(stored.get(film.key()).get("id")))
			.toList();
		Map<String, FilmRecord> before = new HashMap<>();
		Consumer<Map<String, @Nullable Object>> stands = (row) -> before.put((String) row.get("source_key"),
				this.json.readValue((String) row.get("content"), FilmRecord.class));
		this.rows.read("select source_key, content from doubtful_record where source_id = ? and source_key = any(?)",
				this.sourceId, films.stream().map(FilmRecord::key).filter((key) -> !stored.containsKey(key)).toList())
			.forEach(stands);
		this.rows.read("""
				select source_record.source_key, source_record.content
				from unnest(?) as wanted(id) join source_record on source_record.id = wanted.id""", others)
			.forEach(stands);
		return films.stream()
			.map((film) -> before.containsKey(film.key()) ? film.completed(before.get(film.key()), this.way.unsaid())
					: film)
			.toList();
	}

	/**
	 * Two records of one id, or without ids of one name and year, may stand side by side:
	 * the second waits until the first is stored, to be compared with it.
	 */
	private void writeFresh(List<FilmRecord> fresh, long revision) {
		List<FilmRecord> waiting = fresh;
		do {
			Set<String> names = new HashSet<>();
			Map<Boolean, List<FilmRecord>> now = waiting.stream()
				.collect(Collectors.partitioningBy((film) -> film.film() != null || isFirst(film, names)));
			List<FilmRecord> later = new ArrayList<>();
			List<Incoming> incoming = match(now.getOrDefault(true, List.of()), later);
			if (!incoming.isEmpty()) {
				writeChanged(incoming, revision);
			}
			this.rows.flush();
			later.addAll(now.getOrDefault(false, List.of()));
			waiting = later;
		}
		while (!waiting.isEmpty());
	}

	private static boolean isFirst(FilmRecord film, Set<String> seen) {
		List<String> identities = film.ids().isEmpty() ? List.of(identity(film))
				: film.ids().entrySet().stream().map((id) -> id.getKey() + ":" + id.getValue()).toList();
		boolean first = Collections.disjoint(seen, identities);
		seen.addAll(identities);
		return first;
	}

	private Map<String, Map<String, @Nullable Object>> stored(Set<String> keys) {
		Map<String, Map<String, @Nullable Object>> stored = new HashMap<>();
		this.rows.read("""
				select source_record.id, source_record.film_id, source_record.source_key, source_record.content_hash,
					film.remarked
				from unnest(?) as wanted(name) join source_record
					on source_record.source_key = wanted.name and source_record.source_id = ?
				join film on film.id = source_record.film_id""", keys, this.sourceId)
			.forEach((row) -> stored.put((String) row.get("source_key"), row));
		return stored;
	}

	/**
	 * Finds out which films new records speak of; those in doubt are kept apart.
	 * @param later takes those whose film another of them speaks of as well: they are to
	 * be compared with what that one says
	 */
	private List<Incoming> match(List<FilmRecord> fresh, List<FilmRecord> later) {
		if (fresh.isEmpty()) {
			return List.of();
		}
		Map<String, Long> bySlug = filmsBySlug(fresh.stream().map(FilmRecord::film).filter(Objects::nonNull).toList());
		List<FilmRecord> unknown = fresh.stream().filter((film) -> film.film() == null).toList();
		Iterator<Match> matches = this.matcher.match(unknown).iterator();
		Map<String, Doubt> doubts = doubts(fresh);
		Set<String> open = open(unknown, doubts);
		List<Incoming> incoming = new ArrayList<>();
		// two new records of one batch may speak of one film: the second has to find the
		// first
		Map<String, Long> created = new HashMap<>();
		Set<Long> spokenOf = new HashSet<>();
		for (FilmRecord film : fresh) {
			Match match = match(film, bySlug, matches);
			Doubt doubted = doubts.get(film.key());
			if (doubted != null) {
				this.rows.add(Change.NO_DOUBT, this.sourceId, film.key());
			}
			if (doubted != null && open.contains(film.key()) && content(film).equals(doubted.content())) {
				// the same again is in the same doubt: a person or another edition
				// settles it
				doubt(film, doubted.candidates());
				continue;
			}
			if (match.kind() == Match.Kind.DOUBT) {
				if (!film.candidates().isEmpty()) {
					this.doubtedElsewhere.add(film.key());
				}
				doubt(film, film.candidates().isEmpty() ? slugs(match.films()) : film.candidates());
				continue;
			}
			if (film.film() == null && match.kind() == Match.Kind.FOUND && !spokenOf.add(match.films().get(0))) {
				later.add(film);
				continue;
			}
			long record = this.rows.nextId("source_record");
			this.seen.set(Math.toIntExact(record));
			Long known = (match.kind() == Match.Kind.FOUND) ? match.films().get(0) : created.get(identity(film));
			if (known != null) {
				this.tally.matched++;
			}
			long filmId = (known != null) ? known : this.rows.nextId("film");
			if (match.kind() != Match.Kind.FOUND) {
				created.put(identity(film), filmId);
			}
			incoming.add(incoming(film, record, filmId).asNew());
		}
		this.tally.created += created.size();
		return incoming;
	}

	/** An export says which of its records speak of one film, and which it kept apart. */
	private static Match match(FilmRecord film, Map<String, Long> bySlug, Iterator<Match> matches) {
		if (film.film() != null) {
			Long known = bySlug.get(film.film());
			return (known != null) ? Match.of(known) : Match.NONE;
		}
		Match match = matches.next();
		return film.candidates().isEmpty() ? match : Match.doubt(List.of());
	}

	private Map<String, Long> filmsBySlug(List<String> slugs) {
		Map<String, Long> known = new HashMap<>();
		this.rows
			.read("""
					select film_id as id, slug from unnest(?) as wanted(name)
					join former_film_slug on slug = wanted.name where film_id is not null
					union all select id, slug from unnest(?) as wanted(name) join film on slug = wanted.name""", slugs,
					slugs)
			.forEach((row) -> known.put((String) row.get("slug"), Rows.number(row.get("id"))));
		return known;
	}

	private Map<String, Doubt> doubts(List<FilmRecord> films) {
		Map<String, Doubt> doubts = new HashMap<>();
		this.rows
			.read("""
					select source_key, content, candidates from unnest(?) as wanted(name)
					join doubtful_record on source_key = wanted.name and source_id = ?""",
					films.stream().map(FilmRecord::key).toList(), this.sourceId)
			.forEach((row) -> doubts.put(String.valueOf(row.get("source_key")), Doubt.of(row)));
		return doubts;
	}

	/**
	 * Which of the records may still speak of each of the films: none of these is gone,
	 * went into another, or has got an id by which it is the record's, or is not.
	 * @return the keys of those in doubt
	 */
	private Set<String> open(List<FilmRecord> films, Map<String, Doubt> doubts) {
		if (doubts.isEmpty()) {
			return Set.of();
		}
		Map<String, Long> bySlug = filmsBySlug(
				doubts.values().stream().flatMap((doubt) -> doubt.candidates().stream()).distinct().toList());
		Map<Long, Set<String>> schemes = new HashMap<>();
		this.rows.read("""
				select film_id, scheme from unnest(?) as wanted(film)
				join film_external_id on film_id = wanted.film""", Set.copyOf(bySlug.values()))
			.forEach((row) -> schemes.computeIfAbsent(Rows.number(row.get("film_id")), (first) -> new HashSet<>())
				.add(String.valueOf(row.get("scheme"))));
		return films.stream().filter((film) -> {
			Doubt doubt = doubts.get(film.key());
			return doubt != null && doubt.candidates()
				.stream()
				.map(bySlug::get)
				.distinct()
				.filter((candidate) -> candidate != null && schemes.getOrDefault(candidate, Set.of())
					.stream()
					.noneMatch((scheme) -> MatchRule.isOwn(film, scheme)))
				.count() == doubt.candidates().size();
		}).map(FilmRecord::key).collect(Collectors.toSet());
	}

	/** As a record in doubt is kept. */
	private String content(FilmRecord film) {
		return this.json.writeValueAsString(film.with(film.offers(), film.merged()));
	}

	private List<String> slugs(List<Long> films) {
		return this.rows.read("select slug from film where id = any(?) order by slug limit " + Limits.CANDIDATES, films)
			.stream()
			.map((row) -> String.valueOf(row.get("slug")))
			.toList();
	}

	private void doubt(FilmRecord film, List<String> candidates) {
		this.tally.doubtful++;
		this.rows.add(Change.DOUBT, this.sourceId, film.key(), film.title(), content(film),
				String.join(",", candidates), Timestamp.from(this.clock.instant()));
	}

	/**
	 * What makes two records of one batch one film: with ids of their own, they are two.
	 */
	private static String identity(FilmRecord film) {
		if (film.film() != null) {
			return film.film();
		}
		return film.ids().isEmpty() ? Folding.title(film.title()) + "|" + film.year() : film.ids().toString();
	}

	private void writeChanged(List<Incoming> changed, long revision) {
		Timestamp now = Timestamp.from(this.clock.instant());
		Map<Long, KnownFilm> films = this.films
			.load(changed.stream().map(Incoming::filmId).collect(Collectors.toCollection(LinkedHashSet::new)));
		Map<String, String> had = addressesBefore(changed);
		for (Incoming incoming : changed) {
			KnownFilm film = films.computeIfAbsent(incoming.filmId(), KnownFilm::new);
			film.had = had.getOrDefault(incoming.film().key(), film.had);
			FilmRecord before = incoming.isNew() ? null : film.recorded(incoming.record());
			FilmRecord record = (before != null) ? withWhatWasLearnt(incoming.film(), before)
					: incoming.film().with(incoming.film().offers(), incoming.film().merged());
			film.records.put(incoming.record(), new Recorded(incoming.record(), this.sourceId, this.by, record));
			if (incoming.film().film() != null) {
				film.pinned = incoming.film().film();
			}
			incoming.film().people().stream().map(Namesake::of).forEach(film.namesakes()::add);
			String content = this.json.writeValueAsString(record);
			if (incoming.isNew()) {
				this.rows.add(Change.NEW_RECORD, incoming.record(), this.sourceId, record.key(), film.id, content,
						incoming.hash(), now);
			}
			else {
				this.rows.add(Change.RECORD, film.id, content, incoming.hash(), now, incoming.record());
			}
			if (before == null || !before.related().equals(record.related())) {
				relate(incoming, record);
			}
		}
		this.films.write(films.values(), revision);
		redirect(changed);
	}

	/**
	 * The addresses of films that were withdrawn and come back with the same record. They
	 * can only do so where a source takes films back.
	 */
	private Map<String, String> addressesBefore(List<Incoming> changed) {
		Map<String, String> had = new HashMap<>();
		if (this.way.gone() == Ingest.Gone.WITHDRAWN) {
			this.rows
				.read("""
						select slug, source_key from former_film_slug
						where film_id is null and source = ? and source_key = any(?)""", this.edition.id(),
						changed.stream().filter(Incoming::isNew).map((incoming) -> incoming.film().key()).toList())
				.forEach((row) -> had.put(String.valueOf(row.get("source_key")), String.valueOf(row.get("slug"))));
		}
		return had;
	}

	/**
	 * The addresses that films had where an export comes from lead to them here as well;
	 * each is written once, for all records of a film say the same.
	 */
	private void redirect(List<Incoming> changed) {
		Map<String, Long> former = new LinkedHashMap<>();
		changed.stream().filter(Incoming::isNew).forEach((incoming) -> {
			incoming.film().merged().forEach((merged) -> former.putIfAbsent(merged.film(), incoming.filmId()));
			incoming.film().formerly().forEach((slug) -> former.putIfAbsent(slug, incoming.filmId()));
		});
		former.forEach((slug, film) -> this.rows.run("""
				insert into former_film_slug (slug, film_id) select cast(? as varchar), id from film where id = ?
				and not exists (select 1 from film where slug = ?)
				and not exists (select 1 from former_film_slug where slug = ?)""", slug, film, slug, slug));
	}

	/** The new word of a source, with what the catalogue knew of its record besides. */
	private static FilmRecord withWhatWasLearnt(FilmRecord now, FilmRecord before) {
		List<FilmRecord.Offer> offers = new ArrayList<>(now.offers());
		before.offers()
			.stream()
			.filter((offer) -> offer.ended() != null && !offers.contains(offer))
			.forEach(offers::add);
		return now.with(offers, now.merged().isEmpty() ? before.merged() : now.merged());
	}

	/**
	 * The source's own word on what is related, by its own keys: what they lead to may
	 * come later, go, or move to another film.
	 */
	private void relate(Incoming incoming, FilmRecord record) {
		if (!incoming.isNew()) {
			this.rows.add(Change.NO_RELATIONS, incoming.record());
		}
		int position = 0;
		for (String key : record.related()) {
			this.rows.add(Change.RELATION, incoming.record(), position++, key);
		}
	}

	/**
	 * Takes back what the source does not say any more; a film of which nobody speaks
	 * goes with it.
	 */
	private void withdraw(long revision) {
		Map<Long, List<Long>> gone = new LinkedHashMap<>();
		for (Map<String, @Nullable Object> row : this.rows
			.read("select id, film_id from source_record where source_id = ? order by id", this.sourceId)) {
			long record = Rows.number(row.get("id"));
			if (!this.seen.get(Math.toIntExact(record))) {
				this.rows.add(Change.NO_RECORD, record);
				gone.computeIfAbsent(Rows.number(row.get("film_id")), (film) -> new ArrayList<>()).add(record);
				this.tally.withdrawn++;
			}
		}
		Map<Long, KnownFilm> films = this.films.load(gone.keySet());
		gone.forEach((film, records) -> {
			records.forEach(Objects.requireNonNull(films.get(film))::withdraw);
		});
		this.films.write(films.values(), revision);
	}

	/**
	 * A record that the source does not have any more gives way to another that it has,
	 * and that speaks of the same film: what its key is made of was mended.
	 */
	private void giveWay(long revision) {
		Map<Long, List<Long>> several = new LinkedHashMap<>();
		this.rows.read("""
				select id, film_id from source_record where source_id = ? and film_id in (
					select film_id from source_record where source_id = ? group by film_id having count(*) > 1)
				order by id""", this.sourceId, this.sourceId)
			.forEach((row) -> several.computeIfAbsent(Rows.number(row.get("film_id")), (film) -> new ArrayList<>())
				.add(Rows.number(row.get("id"))));
		several.values().removeIf((records) -> records.stream().allMatch(this::isSeen));
		several.values().removeIf((records) -> records.stream().noneMatch(this::isSeen));
		List<Long> ids = List.copyOf(several.keySet());
		for (int from = 0; from < ids.size(); from += BATCH) {
			Map<Long, KnownFilm> films = this.films.load(ids.subList(from, Math.min(from + BATCH, ids.size())));
			films.forEach((id, film) -> giveWay(film, several.getOrDefault(id, List.of())));
			this.films.write(films.values(), revision);
		}
	}

	private void giveWay(KnownFilm film, List<Long> records) {
		for (long stays : records.stream().filter(this::isSeen).toList()) {
			FilmRecord now = film.recorded(stays);
			// what a merge brought is of another film
			records.stream()
				.filter((record) -> !isSeen(record) && film.recorded(record).merged().equals(now.merged()))
				.forEach((record) -> giveWay(film, record, stays));
		}
	}

	private void giveWay(KnownFilm film, long goes, long stays) {
		FilmRecord before = film.recorded(goes);
		FilmRecord now = withWhatWasLearnt(film.recorded(stays), before);
		this.seen.set(Math.toIntExact(goes));
		this.tally.withdrawn++;
		this.rows.add(Change.NO_RECORD, goes);
		film.withdraw(goes);
		if (!now.equals(film.recorded(stays))) {
			film.records.computeIfPresent(stays, (same, recorded) -> recorded.saying(now));
			this.rows.add(Change.RECORD, film.id, this.json.writeValueAsString(now), Recorded.hash(now, this.json),
					Timestamp.from(this.clock.instant()), stays);
		}
	}

	private boolean isSeen(long record) {
		return this.seen.get(Math.toIntExact(record));
	}

	/** A newer list without a film says that the film is not offered any more. */
	private void endOffers(long revision) {
		PartialDate asOf = Objects.requireNonNull(this.edition.asOf(), "a list has a date");
		Map<Long, List<Long>> gone = new LinkedHashMap<>();
		for (Map<String, @Nullable Object> row : this.rows.read("""
				select source_record.id, source_record.film_id from source_record
				where source_record.source_id = ? and exists (select 1 from offer
					where offer.film_id = source_record.film_id and offer.source_id = ? and ended_on is null)
				order by source_record.id""", this.sourceId, this.sourceId)) {
			long record = Rows.number(row.get("id"));
			if (!this.seen.get(Math.toIntExact(record))) {
				gone.computeIfAbsent(Rows.number(row.get("film_id")), (film) -> new ArrayList<>()).add(record);
			}
		}
		int missing = gone.values().stream().mapToInt(List::size).sum();
		if (this.way.gone() == Ingest.Gone.ENDED_IF_FEW && missing >= MANY && missing > this.seenBefore) {
			this.tally.spared = missing;
			return;
		}
		giveWay(revision);
		gone.values().forEach((records) -> records.removeIf(this::isSeen));
		gone.values().removeIf(List::isEmpty);
		List<Long> films = List.copyOf(gone.keySet());
		for (int from = 0; from < films.size(); from += BATCH) {
			end(films.subList(from, Math.min(from + BATCH, films.size())), gone, asOf, revision);
		}
	}

	private void end(List<Long> ids, Map<Long, List<Long>> gone, PartialDate asOf, long revision) {
		Timestamp now = Timestamp.from(this.clock.instant());
		Map<Long, KnownFilm> films = this.films.load(ids);
		films.values().forEach((film) -> gone.getOrDefault(film.id, List.of()).forEach((id) -> {
			FilmRecord before = film.recorded(id);
			if (before.offers().stream().allMatch((offer) -> offer.ended() != null)) {
				return;
			}
			FilmRecord ended = before.with(before.offers()
				.stream()
				.map((offer) -> (offer.ended() != null) ? offer : offer.endedOn(asOf))
				.toList(), before.merged());
			film.records.computeIfPresent(id, (same, recorded) -> recorded.saying(ended));
			this.rows.add(Change.RECORD, film.id, this.json.writeValueAsString(ended), Recorded.hash(ended, this.json),
					now, id);
			this.tally.withdrawn++;
		}));
		this.films.write(films.values(), revision);
	}

	private Incoming incoming(FilmRecord film, long record, long filmId) {
		return new Incoming(film, record, false, filmId, Recorded.hash(film, this.json));
	}

	/**
	 * A record in doubt.
	 *
	 * @param content as it is kept
	 * @param candidates slugs of the films that it may speak of
	 */
	private record Doubt(String content, List<String> candidates) {

		static Doubt of(Map<String, @Nullable Object> row) {
			return new Doubt(String.valueOf(row.get("content")),
					List.of(String.valueOf(row.get("candidates")).split(",")));
		}

	}

	/** A record that is new, or that may say something else than before. */
	private record Incoming(FilmRecord film, long record, boolean isNew, long filmId, String hash) {

		Incoming asNew() {
			return new Incoming(this.film, this.record, true, this.filmId, this.hash);
		}

	}

	/** Counts what becomes of the records. */
	private static final class Tally {

		private long read;

		private long created;

		private long updated;

		private long unchanged;

		private long withdrawn;

		private long matched;

		private long doubtful;

		private long repeated;

		private long spared;

		IngestReport report(boolean compared) {
			return new IngestReport(this.read, this.created, this.updated, this.unchanged, this.withdrawn, this.matched,
					this.doubtful, this.repeated, this.spared, compared);
		}

	}

}
