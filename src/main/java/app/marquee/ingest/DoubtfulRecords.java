package app.marquee.ingest;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The records of one source that may speak of one of several films. */
class DoubtfulRecords {

	private final Rows rows;

	private final JsonMapper json;

	private final FilmAddresses addresses;

	private final long sourceId;

	/** What is in doubt since before this was not seen again. */
	private final Timestamp started;

	DoubtfulRecords(Rows rows, JsonMapper json, FilmAddresses addresses, long sourceId, Timestamp started) {
		this.rows = rows;
		this.json = json;
		this.addresses = addresses;
		this.sourceId = sourceId;
		this.started = started;
	}

	/**
	 * A record in doubt.
	 *
	 * @param content as it is kept
	 * @param candidates slugs of the films that it may speak of
	 */
	record Doubt(String content, List<String> candidates) {

		private static Doubt of(Map<String, @Nullable Object> row) {
			return new Doubt(String.valueOf(row.get("content")),
					List.of(String.valueOf(row.get("candidates")).split(",")));
		}

	}

	/** Which of the records are in doubt, by their keys. */
	Map<String, Doubt> of(List<FilmRecord> films) {
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
	 * What this run has found to be in doubt, a page of it, by keys and in their order.
	 * @param after the key of the last one of the page before
	 */
	Map<String, Doubt> page(String after, int size) {
		Map<String, Doubt> doubts = new LinkedHashMap<>();
		this.rows.read("""
				select source_key, content, candidates from doubtful_record
				where source_id = ? and source_key > ? and recorded_at >= ?
				order by source_key limit ?""", this.sourceId, after, this.started, size)
			.forEach((row) -> doubts.put(String.valueOf(row.get("source_key")), Doubt.of(row)));
		return doubts;
	}

	FilmRecord film(Doubt doubt) {
		return this.json.readValue(doubt.content(), FilmRecord.class);
	}

	/** Whether the source says nothing else than when the record was kept apart. */
	boolean isAsBefore(FilmRecord film, Doubt doubt) {
		return content(film).equals(doubt.content());
	}

	/** Keeps a record apart. */
	void add(FilmRecord film, List<String> candidates, Timestamp now) {
		this.rows.add(Change.DOUBT, this.sourceId, film.key(), film.title(), content(film),
				String.join(",", candidates), now);
	}

	void remove(FilmRecord film) {
		this.rows.add(Change.NO_DOUBT, this.sourceId, film.key());
	}

	/** Forgets those that the source does not have any more. */
	void removeUnseen() {
		this.rows.run("delete from doubtful_record where source_id = ? and recorded_at < ?", this.sourceId,
				this.started);
	}

	/** Slugs of the films that a record may speak of: the first of them. */
	List<String> candidates(List<Long> films) {
		return this.rows.read("select slug from film where id = any(?) order by slug limit " + Limits.CANDIDATES, films)
			.stream()
			.map((row) -> String.valueOf(row.get("slug")))
			.toList();
	}

	/**
	 * Which of the records may still speak of each of the films: none of these is gone,
	 * went into another, or has got an id by which it is the record's, or is not.
	 * @return the keys of those in doubt
	 */
	Set<String> open(List<FilmRecord> films, Map<String, Doubt> doubts) {
		if (doubts.isEmpty()) {
			return Set.of();
		}
		Map<String, Long> bySlug = this.addresses
			.films(doubts.values().stream().flatMap((doubt) -> doubt.candidates().stream()).distinct().toList());
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

}
