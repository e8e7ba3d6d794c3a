package app.marquee.provenance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import app.marquee.text.PartialDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said something of films, for reading. */
@Repository
public class Sources {

	private final JdbcClient jdbc;

	Sources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Who speaks of a film. */
	List<Source> of(long film) {
		return this.jdbc.sql("""
				select source.* from source where source.id in
					(select source_record.source_id from source_record where source_record.film_id = ?)
				order by source.trust desc, source.name""").param(film).query(Sources::source).list();
	}

	/** All sources, those with most records first. */
	public List<Source> all() {
		return this.jdbc.sql("select * from source order by record_count desc, name").query(Sources::source).list();
	}

	private static Source source(ResultSet row, int number) throws SQLException {
		return new Source(row.getString("name"), row.getInt("trust"), PartialDate.of(row.getString("as_of")),
				row.getString("licence"), row.getString("about"), row.getString("origin"), row.getLong("record_count"),
				row.getString("kind").equals("curator"));
	}

}
