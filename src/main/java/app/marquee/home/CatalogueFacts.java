package app.marquee.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How large the catalogue is: numbers that the import counted. */
@Repository
class CatalogueFacts {

	private final JdbcClient jdbc;

	CatalogueFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The catalogue in numbers.
	 *
	 * @param meanRating C in the weighted rating, or null while nothing is rated
	 * @param minimumVotes m in the weighted rating
	 */
	record Size(long films, long people, long reviews, Instant changedAt, @Nullable BigDecimal meanRating,
			int minimumVotes) {
	}

	/** How many films a decade has. */
	record Decade(int decade, long films) {
	}

	/**
	 * What a map for search engines says of a page; not of each is known when it changed.
	 */
	record Entry(String path, @Nullable Instant changedAt) {
	}

	/**
	 * What was imported, and what became of it.
	 *
	 * @param asOf the date of the data
	 * @param on when it was imported
	 * @param complete false where it was stopped
	 */
	record Import(String source, @Nullable PartialDate asOf, PartialDate on, boolean complete, long read, long created,
			long updated, long gone, long inDoubt, long rejected) {
	}

	/** The newest imports first. */
	List<Import> imports(int most) {
		return this.jdbc.sql("""
				select import_run.*, source.name from import_run join source on source.id = import_run.source_id
				order by import_run.id desc limit ?""")
			.param(most)
			.query((row, number) -> new Import(row.getString("name"), PartialDate.of(row.getString("as_of")),
					PartialDate.ofDay(row.getObject("ended_at", OffsetDateTime.class)), row.getBoolean("complete"),
					row.getLong("records_read"), row.getLong("films_created"),
					row.getLong("records_updated") + row.getLong("films_matched"), row.getLong("records_gone"),
					row.getLong("records_in_doubt"), row.getLong("lines_rejected")))
			.list();
	}

	Size size() {
		return this.jdbc
			.sql("select film_count, person_count, review_count, changed_at, mean_rating, minimum_votes "
					+ "from catalogue")
			.query((row, number) -> new Size(row.getLong("film_count"), row.getLong("person_count"),
					row.getLong("review_count"), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
					row.getBigDecimal("mean_rating"), row.getInt("minimum_votes")))
			.single();
	}

	List<Decade> decades() {
		return this.jdbc.sql("select decade, film_count from decade order by decade")
			.query((row, number) -> new Decade(row.getInt("decade"), row.getLong("film_count")))
			.list();
	}

	long highestFilmId() {
		return this.jdbc.sql("select coalesce(max(id), 0) from film").query(Long.class).single();
	}

	List<Entry> films(long after, long upTo) {
		return this.jdbc.sql("select slug, changed_at from film where id > ? and id <= ? order by id")
			.param(after)
			.param(upTo)
			.query((row, number) -> new Entry("/films/" + row.getString("slug"),
					row.getObject("changed_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	long highestPersonId() {
		return this.jdbc.sql("select coalesce(max(id), 0) from person").query(Long.class).single();
	}

	List<Entry> people(long after, long upTo) {
		return this.jdbc.sql("select slug from person where id > ? and id <= ? order by id")
			.param(after)
			.param(upTo)
			.query((row, number) -> new Entry("/people/" + row.getString("slug"), null))
			.list();
	}

}
