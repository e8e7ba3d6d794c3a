package app.marquee.ingest;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of the records of before that a source does not have any more: they are
 * taken back, what they offered ends, or they give way to a record that was mended.
 */
class GoneRecords {

	/** So few films may be gone from any list. */
	private static final int MANY = 10;

	private final Rows rows;

	private final JsonMapper json;

	private final Clock clock;

	private final FilmWriter films;

	private final long sourceId;

	private final Tally tally;

	private final BooleanSupplier stop;

	/**
	 * For one source.
	 * @param tally knows which records were seen
	 * @param stop whether somebody wants it to stop while it withdraws
	 */
	GoneRecords(Rows rows, JsonMapper json, Clock clock, FilmWriter films, long sourceId, Tally tally,
			BooleanSupplier stop) {
		this.rows = rows;
		this.json = json;
		this.clock = clock;
		this.films = films;
		this.sourceId = sourceId;
		this.tally = tally;
		this.stop = stop;
	}

	/**
	 * Takes back what the source does not say any more; a film of which nobody speaks
	 * goes with it.
	 */
	void withdraw(long revision) {
		Map<Long, List<Long>> gone = byFilm(
				this.rows.read("select id, film_id from source_record where source_id = ? order by id", this.sourceId));
		leaveOutSeen(gone);
		change(gone, revision, (film, records) -> records.forEach((record) -> {
			if (this.stop.getAsBoolean()) {
				throw new CancellationException("stopped: whoever began the transaction takes it back");
			}
			this.rows.add(Change.NO_RECORD, record);
			film.withdraw(record);
			this.tally.withdrawn++;
		}));
	}

	/** The numbers of records, by the numbers of the films that they speak of. */
	private static Map<Long, List<Long>> byFilm(List<Map<String, @Nullable Object>> rows) {
		Map<Long, List<Long>> records = new LinkedHashMap<>();
		rows.forEach((row) -> records.computeIfAbsent(Rows.number(row.get("film_id")), (film) -> new ArrayList<>())
			.add(Rows.number(row.get("id"))));
		return records;
	}

	private void leaveOutSeen(Map<Long, List<Long>> records) {
		records.values().forEach((ofFilm) -> ofFilm.removeIf(this.tally::isSeen));
		records.values().removeIf(List::isEmpty);
	}

	/** Changes films with some of their records, a batch at a time. */
	private void change(Map<Long, List<Long>> records, long revision, BiConsumer<KnownFilm, List<Long>> change) {
		List<Long> ids = List.copyOf(records.keySet());
		for (int from = 0; from < ids.size(); from += SourceWriter.BATCH) {
			Map<Long, KnownFilm> films = this.films
				.load(ids.subList(from, Math.min(from + SourceWriter.BATCH, ids.size())));
			films.values().forEach((film) -> change.accept(film, records.getOrDefault(film.id, List.of())));
			this.films.write(films.values(), revision);
		}
	}

	/**
	 * A record that the source does not have any more gives way to another that it has,
	 * and that speaks of the same film: what its key is made of was mended.
	 */
	private void giveWay(long revision) {
		Map<Long, List<Long>> several = byFilm(this.rows.read("""
				select id, film_id from source_record where source_id = ? and film_id in (
					select film_id from source_record where source_id = ? group by film_id having count(*) > 1)
				order by id""", this.sourceId, this.sourceId));
		several.values().removeIf((records) -> records.stream().allMatch(this.tally::isSeen));
		several.values().removeIf((records) -> records.stream().noneMatch(this.tally::isSeen));
		change(several, revision, this::giveWay);
	}

	private void giveWay(KnownFilm film, List<Long> records) {
		for (long stays : records.stream().filter(this.tally::isSeen).toList()) {
			FilmRecord now = film.recorded(stays);
			// what a merge brought is of another film
			records.stream()
				.filter((record) -> !this.tally.isSeen(record) && film.recorded(record).merged().equals(now.merged()))
				.forEach((record) -> giveWay(film, record, stays));
		}
	}

	private void giveWay(KnownFilm film, long goes, long stays) {
		FilmRecord before = film.recorded(goes);
		FilmRecord now = film.recorded(stays).withWhatWasLearnt(before);
		this.tally.see(goes);
		this.tally.withdrawn++;
		this.rows.add(Change.NO_RECORD, goes);
		film.withdraw(goes);
		if (!now.equals(film.recorded(stays))) {
			store(film, stays, now);
		}
	}

	/**
	 * A newer list without a film says that the film is not offered any more.
	 * @param asOf the date of the list
	 * @param ifFew not where most of what was offered would be gone: it may be half a
	 * list
	 */
	void endOffers(PartialDate asOf, boolean ifFew, long revision) {
		Map<Long, List<Long>> gone = byFilm(this.rows.read("""
				select source_record.id, source_record.film_id from source_record
				where source_record.source_id = ? and exists (select 1 from offer
					where offer.film_id = source_record.film_id and offer.source_id = ? and ended_on is null)
				order by source_record.id""", this.sourceId, this.sourceId));
		leaveOutSeen(gone);
		int missing = gone.values().stream().mapToInt(List::size).sum();
		if (ifFew && missing >= MANY && missing > this.tally.seenBefore) {
			this.tally.spared = missing;
			return;
		}
		giveWay(revision);
		leaveOutSeen(gone);
		change(gone, revision, (film, records) -> records.forEach((record) -> end(film, record, asOf)));
	}

	private void end(KnownFilm film, long record, PartialDate asOf) {
		FilmRecord before = film.recorded(record);
		if (before.offers().stream().allMatch((offer) -> offer.ended() != null)) {
			return;
		}
		store(film, record, before.with(
				before.offers().stream().map((offer) -> (offer.ended() != null) ? offer : offer.endedOn(asOf)).toList(),
				before.merged()));
		this.tally.withdrawn++;
	}

	/** What a record that is there says now. */
	private void store(KnownFilm film, long record, FilmRecord now) {
		film.records.computeIfPresent(record, (same, recorded) -> recorded.saying(now));
		this.rows.add(Change.RECORD, film.id, this.json.writeValueAsString(now), Recorded.hash(now, this.json),
				Timestamp.from(this.clock.instant()), record);
	}

}
