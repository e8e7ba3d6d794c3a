package app.marquee.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes everything that every source said, as JSON Lines in Marquee's own format: what
 * goes out can come in again, and gives the same catalogue. Streams; memory does not
 * depend on the size.
 */
@Component
class Exporter {

	private static final int FETCH = 500;

	/** What a curator says of a film needs the film. */
	private static final String CURATORS_LAST = """
			select * from source order by case when kind = 'curator' then 1 else 0 end, slug""";

	/** What a source said, with the addresses that films and people have here. */
	private static final String RECORDS = """
			select source_key, content, film.slug as film, null as candidates,
				(select string_agg(slug, ',') from former_film_slug where film_id = film.id) as formerly,
				(select string_agg(distinct person.slug, ',')
					from credit join person on person.id = credit.person_id
					where credit.film_id = film.id and right(person.slug, 1) between '0' and '9') as people
			from source_record join film on film.id = source_record.film_id
			where source_id = ?
			union all select source_key, content, null, candidates, null, null from doubtful_record where source_id = ?
			order by 1""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final TransactionTemplate snapshot;

	Exporter(JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json) {
		this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
		this.jdbc.setFetchSize(FETCH);
		this.json = json;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/**
	 * Writes the file; it is there when it is whole, and not before.
	 * @param file gzipped if its name ends so
	 * @return how many records it holds
	 */
	long export(Path file) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + ".part");
		long count;
		try (Writer out = new BufferedWriter(new OutputStreamWriter(file.toString().endsWith(".gz")
				? new GZIPOutputStream(Files.newOutputStream(part)) : Files.newOutputStream(part),
				StandardCharsets.UTF_8), 1 << 16)) {
			count = write(out);
		}
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
		return count;
	}

	/**
	 * In one transaction: a cursor in PostgreSQL, and the same moment for all sources.
	 */
	private long write(Writer out) {
		Long count = this.snapshot.execute((status) -> {
			long records = 0;
			for (Map<String, Object> row : this.jdbc.queryForList(CURATORS_LAST)) {
				line(out, source(row));
				records += films(out, ((Number) row.get("id")).longValue());
			}
			return records;
		});
		return (count != null) ? count : 0;
	}

	private String source(Map<String, Object> row) {
		ObjectNode line = this.json.createObjectNode().put("type", "source");
		line.setAll((ObjectNode) this.json.valueToTree(SourceEntry.of(row)));
		line.properties().removeIf((property) -> property.getValue().isNull());
		return this.json.writeValueAsString(line);
	}

	private long films(Writer out, long source) {
		long[] count = new long[1];
		this.jdbc.query(RECORDS, (record) -> {
			String film = record.getString("film");
			line(out, "{\"type\":\"film\","
					+ ((film != null) ? "\"film\":" + this.json.writeValueAsString(film)
							: "\"candidates\":" + slugs(record.getString("candidates")))
					+ also("formerly", record.getString("formerly")) + also("people", record.getString("people")) + ","
					+ record.getString("content").substring(1));
			count[0]++;
		}, source, source);
		return count[0];
	}

	private String also(String property, @Nullable String slugs) {
		return (slugs != null) ? ",\"" + property + "\":" + slugs(slugs) : "";
	}

	private String slugs(String commaSeparated) {
		return this.json.writeValueAsString(Stream.of(commaSeparated.split(",")).sorted().toList());
	}

	private static void line(Writer out, String text) {
		try {
			out.write(text);
			out.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
