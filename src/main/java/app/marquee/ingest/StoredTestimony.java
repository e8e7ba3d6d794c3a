package app.marquee.ingest;

import java.util.List;
import java.util.Map;

import app.marquee.provenance.Statement;
import app.marquee.provenance.Testimony;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes the stored records apart again, for whoever reads about a film. */
@Component
class StoredTestimony implements Testimony {

	/** The records of some films, {@code any(?)}, with their sources. */
	static final String RECORDS = """
			select source_record.id, source_record.film_id, source_record.source_id, source_record.content,
				source.slug, source.name, source.origin, source.kind, source.trust, source.as_of
			from source_record join source on source.id = source_record.source_id
			where source_record.film_id = any(?) order by source_record.id""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	StoredTestimony(JdbcTemplate jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Override
	public List<Statement> about(long film) {
		return Statements.of(records(film));
	}

	@Override
	public List<Merger> mergers(long film) {
		return records(film).stream()
			.flatMap((recorded) -> recorded.film().merged().stream())
			.map((merged) -> new Merger(merged.film(), merged.reason(), merged.on()))
			.distinct()
			.toList();
	}

	/** What was said of a film, whole. */
	List<Recorded> records(long film) {
		return new Rows(this.jdbc).read(RECORDS, List.of(film))
			.stream()
			.map((row) -> recorded(row, this.json))
			.toList();
	}

	static Recorded recorded(Map<String, @Nullable Object> row, JsonMapper json) {
		return new Recorded(Rows.number(row.get("id")), Rows.number(row.get("source_id")), SourceEntry.of(row).by(),
				json.readValue((String) row.get("content"), FilmRecord.class));
	}

}
