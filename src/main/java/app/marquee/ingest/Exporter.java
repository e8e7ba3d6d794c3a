package app.marquee.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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

	/**
	 * As they came, for who is who among people of one name depends on who was there
	 * before; but what a curator says of a film needs the film.
	 */
	private static final String CURATORS_LAST = """
			select * from source order by case when kind = 'curator' then 1 else 0 end, id""";

	/**
	 * What a source said, as it came, with the addresses that films and people have here;
	 * a star marks who is the first of a name, was called by another address, or is
	 * credited nowhere any more and was in this film.
	 */
	private static final String RECORDS = """
			select source_key, content, film.slug as film, null as candidates,
				(select string_agg(slug, ',' order by slug) from former_film_slug where film_id = film.id) as formerly,
				concat_ws(chr(10),
				(select string_agg(case when exists (select 1 from person other where other.slug = person.slug || '-2')
						or exists (select 1 from former_person_slug other where other.slug = person.slug || '-2')
						or exists (select 1 from former_person_slug other where other.person_id = person.id)
						then '*' else '' end || person.slug || coalesce((
						select string_agg(' ' || scheme || ':' || identifier, '' order by scheme, identifier)
						from person_external_id where person_id = person.id), ''), chr(10) order by credit.billing)
					from credit join person on person.id = credit.person_id
					where credit.film_id = film.id),
				(select string_agg('*' || slug || coalesce(' ' || nullif(refs, ''), ''), chr(10) order by slug)
						filter (where person_id is null)
					from former_person_slug where film_id = film.id)) as people,
				source_record.id as place
			from source_record join film on film.id = source_record.film_id
			where source_id = ?
			union all select source_key, content, null, candidates, null, null, null
			from doubtful_record where source_id = ?
			order by place, source_key""";

	/**
	 * Addresses that lead to no film, and those of people that lead to another or to
	 * nobody.
	 */
	private static final String FORMER = """
			select 1 as kind, slug as film, null as person, null as now from former_film_slug where film_id is null
			union all select 2, null, former.slug, person.slug
			from former_person_slug former left join person on person.id = former.person_id
			order by kind, film, person""";

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
	 * Writes the file; it is there when it is whole, and not before. A link leads to it;
	 * a pipe or a device is written to as it is.
	 * @param file gzipped if its name ends so
	 * @return how many records it holds
	 */
	long export(Path file) throws IOException {
		boolean gzipped = file.toString().endsWith(".gz");
		if (Files.exists(file) && !Files.isRegularFile(file)) {
			return write(Files.newOutputStream(file), gzipped);
		}
		Path target = Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
		Path part = target.resolveSibling(target.getFileName() + ".part");
		long count;
		try {
			count = write(Files.newOutputStream(part), gzipped);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(part);
			throw ex;
		}
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
		return count;
	}

	private long write(OutputStream file, boolean gzipped) throws IOException {
		try (file;
				Writer out = new BufferedWriter(
						new OutputStreamWriter(gzipped ? new GZIPOutputStream(file) : file, StandardCharsets.UTF_8),
						1 << 16)) {
			return write(out);
		}
	}

	/**
	 * In one transaction: a cursor in PostgreSQL, and the same moment for all sources.
	 */
	private long write(Writer out) {
		Long count = this.snapshot.execute((status) -> {
			long records = 0;
			for (Map<String, Object> row : this.jdbc.queryForList(CURATORS_LAST)) {
				line(out, entry("source", SourceEntry.of(row)));
				records += films(out, Rows.number(row.get("id")));
			}
			this.jdbc.query(FORMER, (row) -> {
				line(out, entry("former",
						new FormerAddress(row.getString("film"), row.getString("person"), row.getString("now"))));
			});
			return records;
		});
		return (count != null) ? count : 0;
	}

	/** A line of a type with all that is known. */
	private String entry(String type, Object value) {
		ObjectNode line = this.json.createObjectNode().put("type", type);
		line.setAll((ObjectNode) this.json.valueToTree(value));
		line.properties().removeIf((property) -> property.getValue().isNull());
		return this.json.writeValueAsString(line);
	}

	private long films(Writer out, long source) {
		long[] count = new long[1];
		this.jdbc.query(RECORDS, (record) -> {
			line(out,
					"{\"type\":\"film\"" + also("film", record.getString("film"))
							+ also("candidates", slugs(record.getString("candidates")).stream().sorted().toList())
							+ also("formerly", slugs(record.getString("formerly")))
							+ also("people", namesakes(split(record.getString("people"), "\n"))) + ","
							+ record.getString("content").substring(1));
			count[0]++;
		}, source, source);
		return count[0];
	}

	/** A property, if there is something to say. */
	private String also(String property, @Nullable Object value) {
		return (value == null || value.equals(List.of())) ? ""
				: ",\"" + property + "\":" + this.json.writeValueAsString(value);
	}

	private static List<String> slugs(@Nullable String commaSeparated) {
		return split(commaSeparated, ",");
	}

	private static List<String> split(@Nullable String together, String separator) {
		return (together != null) ? Stream.of(together.split(separator)).distinct().toList() : List.of();
	}

	/**
	 * Those by whose names alone nobody could tell which address they have: whose slug
	 * has a number, or is another's without it, or whom a source spaces differently.
	 */
	private static List<String> namesakes(List<String> people) {
		return people.stream()
			.filter((person) -> person.startsWith("*") || isNumbered(Namesake.of(person).slug()))
			.map((person) -> person.startsWith("*") ? person.substring(1) : person)
			.distinct()
			.limit(Limits.LONGEST_LIST)
			.toList();
	}

	private static boolean isNumbered(String slug) {
		return !Named.withoutNumber(slug).equals(slug);
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
