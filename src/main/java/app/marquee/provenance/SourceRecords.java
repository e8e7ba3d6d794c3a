package app.marquee.provenance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import app.marquee.web.PartialDate;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of films, for reading. */
@Repository
class SourceRecords {

	private final JdbcClient jdbc;

	SourceRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All claims about a film, in the order of fields, subjects and of what is believed.
	 */
	List<Claim> claims(long film) {
		return this.jdbc.sql("""
				select claim.field, claim.subject, claim.claimed, claim.remark, claim.standing, claim.reason,
					source.name as source, source.slug as source_slug
				from claim join source_record on source_record.id = claim.source_record_id
				join source on source.id = source_record.source_id
				where claim.film_id = ?
				order by claim.field, claim.subject, claim.position, claim.standing, source.trust desc, claim.id""")
			.param(film)
			.query((row, number) -> new Claim(Field.of(row.getString("field")), row.getString("subject"),
					row.getString("claimed"), row.getString("remark"), Standing.of(row.getString("standing")),
					row.getString("reason"), row.getString("source")))
			.list();
	}

	/** Who speaks of a film. */
	List<Source> sources(long film) {
		return this.jdbc.sql("""
				select source.* from source where source.id in
					(select source_record.source_id from source_record where source_record.film_id = ?)
				order by source.trust desc, source.name""").param(film).query(SourceRecords::source).list();
	}

	/** All sources, those with most records first. */
	List<Source> all() {
		return this.jdbc.sql("select * from source order by record_count desc, name")
			.query(SourceRecords::source)
			.list();
	}

	private static Source source(ResultSet row, int number) throws SQLException {
		return new Source(row.getString("slug"), row.getString("name"), row.getString("kind"), row.getInt("trust"),
				PartialDate.of(row.getString("as_of")), row.getString("licence"), row.getString("about"),
				row.getLong("record_count"));
	}

	/** One field's value in one source record, and what became of it. */
	record Claim(Field field, String subject, String value, @Nullable String remark, Standing standing, String reason,
			String source) {

		boolean accepted() {
			return this.standing == Standing.ACCEPTED;
		}

	}

}
