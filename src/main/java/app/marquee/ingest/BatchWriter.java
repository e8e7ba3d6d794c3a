package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;

import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes batches of the records of one source: which of them are new, which film each
 * speaks of, what is believed of that film now.
 */
class BatchWriter {

	private final Rows rows;

	private final JsonMapper json;

	private final Clock clock;

	private final Ingest.Way way;

	private final SourceWriter.Source source;

	private final FilmWriter films;

	private final DoubtfulRecords doubtful;

	private final Tally tally;

	private final Matcher matcher;

	private final FilmAddresses addresses;

	/** The keys of records that an export kept apart: their films may come later. */
	private final Set<String> doubtedElsewhere = new HashSet<>();

	/**
	 * For one source.
	 * @param tally counts what becomes of the records
	 */
	BatchWriter(Rows rows, JsonMapper json, Clock clock, Ingest.Way way, SourceWriter.Source source, FilmWriter films,
			DoubtfulRecords doubtful, FilmAddresses addresses, Tally tally) {
		this.rows = rows;
		this.json = json;
		this.clock = clock;
		this.way = way;
		this.source = source;
		this.films = films;
		this.doubtful = doubtful;
		this.addresses = addresses;
		this.tally = tally;
		this.matcher = new Matcher(rows, source.id(), way);
	}

	/** Whether records of one name could be compared with each other first. */
	boolean knowsRivals() {
		return this.matcher.knowsRivals();
	}

	/** Whether a record was kept apart where an export comes from. */
	boolean isDoubtedElsewhere(FilmRecord film) {
		return this.doubtedElsewhere.contains(film.key());
	}

	/** Writes what is new or changed of a batch. */
	void write(List<FilmRecord> batch, long revision) {
		Set<String> keys = new HashSet<>();
		List<FilmRecord> once = batch.stream().filter((film) -> keys.add(film.key())).toList();
		Map<String, Map<String, @Nullable Object>> stored = stored(keys);
		List<FilmRecord> films = this.way.unsaid().isEmpty() ? once : completed(once, stored);
		Set<Long> weighed = this.source.otherEdition() ? weighed(keys) : Set.of();
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
			long record = Rows.number(before.get("id"));
			if (this.tally.isSeen(record)) {
				// the source has it twice: the first is taken, as it is within a batch
				this.tally.repeated++;
				continue;
			}
			this.tally.see(record);
			this.tally.seenBefore++;
			Incoming incoming = incoming(film, record, Rows.number(before.get("film_id")));
			boolean asBefore = incoming.hash().equals(before.get("content_hash"));
			if (!asBefore || weighed.contains(record)) {
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
		List<Long> others = new ArrayList<>();
		for (FilmRecord film : films) {
			Map<String, @Nullable Object> row = stored.get(film.key());
			if (row != null && !Recorded.hash(film, this.json).equals(row.get("content_hash"))) {
				others.add(Rows.number(row.get("id")));
			}
		}
		Map<String, FilmRecord> before = new HashMap<>();
		Consumer<Map<String, @Nullable Object>> stands = (row) -> before.put((String) row.get("source_key"),
				this.json.readValue((String) row.get("content"), FilmRecord.class));
		this.rows
			.read("select source_key, content from doubtful_record where source_id = ? and source_key = any(?)",
					this.source.id(),
					films.stream().map(FilmRecord::key).filter((key) -> !stored.containsKey(key)).toList())
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
	void writeFresh(List<FilmRecord> fresh, long revision) {
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

	/** The records of films of which others speak, too: what is believed is chosen. */
	private Set<Long> weighed(Set<String> keys) {
		return this.rows
			.read("""
					select source_record.id from unnest(?) as wanted(name) join source_record
						on source_record.source_key = wanted.name and source_record.source_id = ?
					where (select count(*) from source_record other where other.film_id = source_record.film_id) > 1""",
					keys, this.source.id())
			.stream()
			.map((row) -> Rows.number(row.get("id")))
			.collect(Collectors.toSet());
	}

	private Map<String, Map<String, @Nullable Object>> stored(Set<String> keys) {
		Map<String, Map<String, @Nullable Object>> stored = new HashMap<>();
		this.rows
			.read("""
					select source_record.id, source_record.film_id, source_record.source_key, source_record.content_hash
					from unnest(?) as wanted(name) join source_record
						on source_record.source_key = wanted.name and source_record.source_id = ?""", keys,
					this.source.id())
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
		Map<String, Long> bySlug = this.addresses
			.films(fresh.stream().map(FilmRecord::film).filter(Objects::nonNull).toList());
		List<FilmRecord> unknown = fresh.stream().filter((film) -> film.film() == null).toList();
		Iterator<Match> matches = this.matcher.match(unknown).iterator();
		Map<String, DoubtfulRecords.Doubt> doubts = this.doubtful.of(fresh);
		Set<String> open = this.doubtful.open(unknown, doubts);
		List<Incoming> incoming = new ArrayList<>();
		// two new records of one batch may speak of one film: the second has to find the
		// first
		Map<String, Long> created = new HashMap<>();
		Set<Long> spokenOf = new HashSet<>();
		for (FilmRecord film : fresh) {
			Match match = match(film, bySlug, matches);
			DoubtfulRecords.Doubt doubted = doubts.get(film.key());
			if (doubted != null) {
				this.doubtful.remove(film);
			}
			if (doubted != null && open.contains(film.key()) && this.doubtful.isAsBefore(film, doubted)) {
				// the same again is in the same doubt: a person or another edition
				// settles it
				doubt(film, doubted.candidates());
				continue;
			}
			if (match.kind() == Match.Kind.DOUBT) {
				if (!film.candidates().isEmpty()) {
					this.doubtedElsewhere.add(film.key());
				}
				doubt(film, film.candidates().isEmpty() ? this.doubtful.candidates(match.films()) : film.candidates());
				continue;
			}
			if (film.film() == null && match.kind() == Match.Kind.FOUND && !spokenOf.add(match.films().get(0))) {
				later.add(film);
				continue;
			}
			long record = this.rows.nextId("source_record");
			this.tally.see(record);
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

	private void doubt(FilmRecord film, List<String> candidates) {
		this.tally.doubtful++;
		this.doubtful.add(film, candidates, Timestamp.from(this.clock.instant()));
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
			FilmRecord record = (before != null) ? incoming.film().withWhatWasLearnt(before)
					: incoming.film().with(incoming.film().offers(), incoming.film().merged());
			film.records.put(incoming.record(),
					new Recorded(incoming.record(), this.source.id(), this.source.edition().by(), record));
			if (incoming.film().film() != null) {
				film.pinned = incoming.film().film();
			}
			incoming.film().people().stream().map(Namesake::of).forEach(film.namesakes()::add);
			String content = this.json.writeValueAsString(record);
			if (incoming.isNew()) {
				this.rows.add(Change.NEW_RECORD, incoming.record(), this.source.id(), record.key(), film.id, content,
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
		return (this.way.gone() != Ingest.Gone.WITHDRAWN) ? Map.of()
				: this.addresses.ofWithdrawn(this.source.edition().id(),
						changed.stream().filter(Incoming::isNew).map((incoming) -> incoming.film().key()).toList());
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
		former.forEach(this.addresses::redirect);
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

	private Incoming incoming(FilmRecord film, long record, long filmId) {
		return new Incoming(film, record, false, filmId, Recorded.hash(film, this.json));
	}

	/** A record that is new, or that may say something else than before. */
	private record Incoming(FilmRecord film, long record, boolean isNew, long filmId, String hash) {

		Incoming asNew() {
			return new Incoming(this.film, this.record, true, this.filmId, this.hash);
		}

	}

}
