package app.marquee.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionOperations;

/**
 * The catalogue's revision and the numbers that are derived from its films. They are
 * counted here, once for each import, so that no page has to.
 */
class CatalogueNumbers {

	/** Films that are weighed in one transaction. */
	private static final long PIECE = 10_000;

	private final Rows rows;

	private final Clock clock;

	private final int minimumVotes;

	private VoteScales scales;

	private @Nullable BigDecimal mean;

	/**
	 * What the films are weighed with; it differs where the setting has changed since.
	 */
	private @Nullable Integer weighedWith;

	/** Films are weighed with a minimum of votes from now on. */
	CatalogueNumbers(Rows rows, Clock clock, int minimumVotes) {
		this.rows = rows;
		this.clock = clock;
		this.scales = VoteScales.stored(rows);
		this.mean = mean("select mean_rating as mean from catalogue");
		this.weighedWith = weighedWith(rows);
		this.minimumVotes = minimumVotes;
	}

	/**
	 * Films are weighed as they were.
	 * @param first where none was yet
	 */
	static CatalogueNumbers asBefore(Rows rows, Clock clock, int first) {
		Integer before = weighedWith(rows);
		return new CatalogueNumbers(rows, clock, (before != null) ? before : first);
	}

	private static @Nullable Integer weighedWith(Rows rows) {
		return (Integer) rows.read("select minimum_votes from catalogue").get(0).get("minimum_votes");
	}

	/**
	 * The revision that changes are written with: it is the catalogue's when
	 * {@link #publish} has moved it there. Holds the catalogue's row until the
	 * transaction ends: there is one writer at a time.
	 */
	long nextRevision() {
		return 1 + Rows
			.number(this.rows.read("select revision from catalogue where id = 1 for update").get(0).get("revision"));
	}

	/**
	 * (v·R + m·C) / (v + m): v votes, R rating, C the catalogue's mean, m the stated
	 * minimum. A rating of which nobody says how many gave it weighs nothing against the
	 * mean.
	 * @return null where there is no rating, or no mean yet: {@link #weigh} comes later
	 */
	@Nullable BigDecimal weighted(@Nullable BigDecimal rating, @Nullable Integer votes) {
		BigDecimal c = this.mean;
		if (rating == null || c == null) {
			return null;
		}
		BigDecimal v = BigDecimal.valueOf((votes != null) ? votes : 0);
		BigDecimal m = BigDecimal.valueOf(this.minimumVotes);
		return v.multiply(rating).add(m.multiply(c)).divide(v.add(m), 4, RoundingMode.HALF_UP);
	}

	/**
	 * Weighs every rating anew, if the ratings have moved the mean, or somebody the
	 * minimum. The mean is kept to a tenth, so that it rarely moves. They are written
	 * piece by piece, since the databases take long over a transaction of millions of
	 * rows. There is no mean meanwhile: a run that is killed in between is thus made good
	 * by the next.
	 * @param transaction around each piece
	 */
	void weigh(TransactionOperations transaction) {
		BigDecimal now = mean("select round(avg(rating), 1) as mean from film");
		if (Objects.equals(now, this.mean) && Integer.valueOf(this.minimumVotes).equals(this.weighedWith)) {
			return;
		}
		this.mean = now;
		this.weighedWith = this.minimumVotes;
		transaction.executeWithoutResult((status) -> setMean(null));
		inPieces(transaction, this::weigh);
		transaction.executeWithoutResult((status) -> setMean(now));
	}

	@Nullable Integer fame(BelievedFilm film) {
		return film.fame(this.scales);
	}

	/**
	 * Counts anew how well films are known, where the votes of their sources are not what
	 * they were to each other. Piece by piece, as {@link #weigh}.
	 * @param transaction around each piece
	 */
	void rescale(TransactionOperations transaction) {
		VoteScales before = VoteScales.stored(this.rows);
		VoteScales now = before.measured(this.rows);
		Map<Long, BigDecimal> differing = now.differing(before);
		if (differing.isEmpty()) {
			return;
		}
		transaction.executeWithoutResult((status) -> differing.keySet()
			.forEach((source) -> this.rows.run("update source set vote_scale = 0 where id = ?", source)));
		String sources = differing.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
		inPieces(transaction, (first, last) -> rescale(now, sources, first, last));
		transaction.executeWithoutResult((status) -> differing
			.forEach((source, scale) -> this.rows.run("update source set vote_scale = ? where id = ?", scale, source)));
		this.scales = now;
	}

	private void rescale(VoteScales scales, String sources, long first, long last) {
		this.rows.run("""
				update film set revision = ?, fame = (select max(FAME) from film_rating
					where film_rating.film_id = film.id and votes is not null)
				where id between ? and ?
					and exists (select 1 from film_rating where film_id = film.id and source_id in (SOURCES))"""
			.replace("FAME", scales.fame())
			.replace("SOURCES", sources), nextRevision(), first, last);
		this.rows.run("""
				update credit set fame = (select film.fame from film where film.id = credit.film_id)
				where film_id between ? and ? and exists
					(select 1 from film_rating where film_rating.film_id = credit.film_id and source_id in (SOURCES))"""
			.replace("SOURCES", sources), first, last);
	}

	/** All films from an id to an id, each piece in a transaction of its own. */
	private void inPieces(TransactionOperations transaction, BiConsumer<Long, Long> piece) {
		long highest = Rows.number(this.rows.read("select coalesce(max(id), 0) as id from film").get(0).get("id"));
		for (long first = 1; first <= highest; first += PIECE) {
			long from = first;
			transaction.executeWithoutResult((status) -> piece.accept(from, from + PIECE - 1));
		}
	}

	private void setMean(@Nullable BigDecimal mean) {
		nextRevision();
		this.rows.run("update catalogue set mean_rating = cast(? as numeric(3, 1)), minimum_votes = ?", mean,
				this.minimumVotes);
	}

	private void weigh(long first, long last) {
		// floating point: H2 would divide decimals to a hundred thousand places
		this.rows.run("""
				update film set weighted_rating = cast(
						coalesce(votes, 0) * rating + cast(? as bigint) * cast(? as numeric(3, 1)) as double precision)
					/ (coalesce(votes, 0) + cast(? as bigint)), revision = ?
				where id between ? and ? and rating is not null""", this.minimumVotes, this.mean, this.minimumVotes,
				nextRevision(), first, last);
		this.rows.run("""
				update film_genre set weighted_rating =
					(select film.weighted_rating from film where film.id = film_genre.film_id)
				where film_id between ? and ?
					and exists (select 1 from film where film.id = film_genre.film_id and film.rating is not null)""",
				first, last);
	}

	/**
	 * Counts what changed, and moves the catalogue on by one revision: from now on
	 * whatever follows the catalogue sees all of it. Where nothing changed, nothing is
	 * done; a change may also be one of a run that was killed before it came to this.
	 */
	void publish() {
		long revision = nextRevision();
		if (!anything("film", revision) && !anything("person", revision) && !anything("removed_film", revision)
				&& !anything("removed_person", revision)) {
			if (anything("import_run", revision)) {
				// pages tell of the import itself
				this.rows.run("update catalogue set revision = ?", revision);
			}
			return;
		}
		this.rows.run("""
				update genre set film_count =
					(select count(*) from film_genre where film_genre.genre_id = genre.id)""");
		this.rows.run("delete from genre where film_count = 0");
		this.rows.run("""
				update provider set film_count = (select count(distinct offer.film_id) from offer
						where offer.provider_id = provider.id and offer.ended_on is null),
					last_checked = (select max(offer.checked_on) from offer where offer.provider_id = provider.id),
					oldest_check = (select min(offer.checked_on) from offer
						where offer.provider_id = provider.id and offer.ended_on is null)""");
		this.rows
			.run("delete from provider where not exists (select 1 from offer where offer.provider_id = provider.id)");
		this.rows.run("delete from provider_region");
		this.rows.run("""
				insert into provider_region (provider_id, region)
				select distinct provider_id, region from offer where ended_on is null and region is not null""");
		this.rows.run("delete from decade");
		this.rows.run("""
				insert into decade (decade, film_count)
				select release_year - mod(release_year, 10), count(*) from film
				where release_year is not null group by release_year - mod(release_year, 10)""");
		this.rows.run("""
				update catalogue set film_count = (select count(*) from film),
					person_count = (select count(*) from person), review_count = (select count(*) from review),
					highest_review = greatest(highest_review, (select coalesce(max(id), 0) from review)),
					revision = ?, changed_at = ?""", revision, Timestamp.from(this.clock.instant()));
	}

	/** Counts the records of a source. */
	void count(long source) {
		this.rows.run("""
				update source set record_count =
					(select count(*) from source_record where source_record.source_id = source.id)
				where id = ?""", source);
	}

	private boolean anything(String table, long revision) {
		return !this.rows.read("select revision from " + table + " where revision >= ? limit 1", revision).isEmpty();
	}

	private @Nullable BigDecimal mean(String sql) {
		return (this.rows.read(sql).get(0).get("mean") instanceof BigDecimal mean)
				? mean.setScale(1, RoundingMode.HALF_UP) : null;
	}

}
