package app.marquee.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The catalogue's revision and the numbers that are derived from its films. They are
 * counted here, once for each import, so that no page has to.
 */
class CatalogueNumbers {

	private final Rows rows;

	private final Clock clock;

	private final int minimumVotes;

	private @Nullable BigDecimal mean;

	CatalogueNumbers(Rows rows, Clock clock, int minimumVotes) {
		this.rows = rows;
		this.clock = clock;
		this.minimumVotes = minimumVotes;
		this.mean = mean("select mean_rating as mean from catalogue");
	}

	/**
	 * Moves the catalogue on by one revision. It holds the catalogue's row until the
	 * transaction ends: there is one writer at a time.
	 */
	long nextRevision() {
		this.rows.run("update catalogue set revision = revision + 1, changed_at = ?",
				Timestamp.from(this.clock.instant()));
		return ((Number) this.rows.read("select revision from catalogue", Map.of()).get(0).getOrDefault("revision", 0L))
			.longValue();
	}

	/**
	 * (v·R + m·C) / (v + m): v votes, R rating, C the catalogue's mean, m the stated
	 * minimum. A rating of which nobody says how many gave it weighs nothing against the
	 * mean.
	 */
	@Nullable BigDecimal weighted(@Nullable BigDecimal rating, @Nullable Integer votes) {
		if (rating == null) {
			return null;
		}
		BigDecimal v = BigDecimal.valueOf((votes != null) ? votes : 0);
		BigDecimal m = BigDecimal.valueOf(this.minimumVotes);
		BigDecimal c = (this.mean != null) ? this.mean : rating;
		return v.multiply(rating).add(m.multiply(c)).divide(v.add(m), 4, RoundingMode.HALF_UP);
	}

	/** Counts what changed with an import. */
	void recount() {
		moveMean();
		this.rows.run("""
				update film_genre set weighted_rating =
					(select film.weighted_rating from film where film.id = film_genre.film_id)
				where weighted_rating is distinct from
					(select film.weighted_rating from film where film.id = film_genre.film_id)""");
		this.rows.run("""
				update genre set film_count =
					(select count(*) from film_genre where film_genre.genre_id = genre.id)""");
		this.rows.run("delete from genre where film_count = 0");
		this.rows.run("""
				update provider set film_count = (select count(distinct offer.film_id) from offer
					where offer.provider_id = provider.id and offer.ended_on is null)""");
		this.rows.run("""
				update source set record_count =
					(select count(*) from source_record where source_record.source_id = source.id)""");
		this.rows.run("delete from decade");
		this.rows.run("""
				insert into decade (decade, film_count)
				select release_year - mod(release_year, 10), count(*) from film
				where release_year is not null group by release_year - mod(release_year, 10)""");
		this.rows.run("""
				update catalogue set film_count = (select count(*) from film),
					person_count = (select count(*) from person), review_count = (select count(*) from review)""");
	}

	/**
	 * The mean is kept to a tenth, so that it rarely moves; when it does, every weighted
	 * rating moves.
	 */
	private void moveMean() {
		BigDecimal now = mean("select round(avg(rating), 1) as mean from film");
		if (now == null ? this.mean == null : this.mean != null && now.compareTo(this.mean) == 0) {
			return;
		}
		this.mean = now;
		this.rows.run("update catalogue set mean_rating = ?", now);
		this.rows.run("""
				update film set weighted_rating = (coalesce(votes, 0) * rating + ? * ?) / (coalesce(votes, 0) + ?),
					revision = ? where rating is not null""", this.minimumVotes, now, this.minimumVotes,
				nextRevision());
	}

	private @Nullable BigDecimal mean(String sql) {
		List<Map<String, @Nullable Object>> found = this.rows.read(sql, Map.of());
		return (found.get(0).get("mean") instanceof BigDecimal mean) ? mean.setScale(1, RoundingMode.HALF_UP) : null;
	}

}
