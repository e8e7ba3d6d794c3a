package app.marquee.ingest;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a source back that should not have been imported: under a wrong name, date or
 * country, or at all. What others say stays; where a curator's word would have nothing
 * left to stand on, it is refused.
 */
@Component
class Withdrawal {

	/** Films that are named where it is refused. */
	private static final int NAMED = 10;

	private final Ingest ingest;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	private final Dossiers dossiers;

	Withdrawal(Ingest ingest, JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json,
			Dossiers dossiers) {
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.json = json;
		this.dossiers = dossiers;
	}

	/**
	 * Takes back all that a source said, and the source itself. The addresses of films
	 * and people that go with it are free again, and what was in doubt beside its films
	 * is looked at once more.
	 * @param stop whether somebody wants it to stop
	 * @return what became of it, as lines for the curator; none if it was stopped before
	 * anything was changed
	 */
	List<String> of(String slug, BooleanSupplier stop) {
		Map<String, Object> row = this.dossiers.source(slug);
		SourceEntry source = SourceEntry.of(row);
		refuse(row, source);
		Set<String> films = addresses("film");
		Set<String> people = addresses("person");
		long before = count("select count(*) as n from film");
		long doubts = count("select count(*) as n from doubtful_record where source_id = ?", row.get("id"));
		long revision = count("select revision as n from catalogue");
		Set<String> gone = new HashSet<>();
		IngestReport report = this.ingest.take(this.jdbc, source, Collections.emptyIterator(),
				new Ingest.Way(this.transaction, Ingest.Gone.WITHDRAWN, Set.of(), () -> null, (progress) -> {
				}, stop, () -> false, (done) -> {
					if (count("select count(*) as n from source_record where source_id = ?", row.get("id")) == 0) {
						gone.addAll(free("film", films));
						free("person", people);
						this.jdbc.update("delete from source where slug = ?", source.id());
					}
				}));
		if (count("select count(*) as n from source where slug = ?", source.id()) > 0) {
			return List.of();
		}
		// pages tell of the source also where it had no film
		this.jdbc.update("update catalogue set revision = revision + 1 where revision = ?", revision);
		long left = count("select count(*) as n from film");
		return ImportReport.withdrawn(source, report.withdrawn(), before - left, doubts, lookAgain(gone));
	}

	private void refuse(Map<String, Object> row, SourceEntry source) {
		if (source.kind().equals(SourceEntry.CURATOR)) {
			throw new Imports.Refused("What a curator says is taken back film by film: films uncorrect.");
		}
		if (Boolean.TRUE.equals(row.get("seeded"))) {
			throw new Imports.Refused(source.name() + " is a seed, and would come back with the next start. "
					+ "To do without it, let marquee.seeds name a folder without it.");
		}
		refuse("""
				select distinct film.slug from source_record curated
				join source curator on curator.id = curated.source_id and curator.kind = 'curator'
				join film on film.id = curated.film_id
				join source_record own on own.film_id = film.id and own.source_id = ?
				where not exists (select 1 from source_record other join source on source.id = other.source_id
					where other.film_id = film.id and source.kind <> 'curator' and source.id <> own.source_id)
				order by film.slug""", row.get("id"), "of films that " + source.name()
				+ " alone knows, a curator has corrected %s. Take the corrections back first: films uncorrect.");
		refuse("""
				select distinct film.slug from source_record join film on film.id = source_record.film_id
				where source_record.source_id = ? and source_record.content like '%"merged":[%'
				order by film.slug""", row.get("id"), "a curator has made other films one with %s. "
				+ "Take that back first: films show names what they were, films split parts them.");
	}

	private void refuse(String films, @Nullable Object source, String why) {
		List<String> slugs = this.jdbc.queryForList(films, String.class, source);
		if (!slugs.isEmpty()) {
			throw new Imports.Refused("Nothing was changed: "
					+ why.formatted(String.join(", ", slugs.subList(0, Math.min(NAMED, slugs.size())))
							+ ((slugs.size() > NAMED) ? " and " + (slugs.size() - NAMED) + " more" : "")));
		}
	}

	/** Frees the addresses that lead nowhere since. */
	private Set<String> free(String table, Set<String> before) {
		Set<String> freed = addresses(table);
		freed.removeAll(before);
		this.jdbc.batchUpdate("delete from former_" + table + "_slug where slug = ?", freed, SourceWriter.BATCH,
				(delete, slug) -> delete.setString(1, slug));
		return freed;
	}

	/**
	 * What might have spoken of one of the films that are gone, speaks of one of those
	 * that are left, or of its own.
	 * @return how many are in doubt no more
	 */
	private long lookAgain(Set<String> gone) {
		long before = count("select count(*) as n from doubtful_record");
		this.jdbc.queryForList("select * from source order by slug").forEach((row) -> {
			List<FilmRecord> doubted = this.jdbc
				.queryForList(
						"select source_key, candidates from doubtful_record where source_id = ? order by source_key",
						row.get("id"))
				.stream()
				.filter((doubt) -> !Collections.disjoint(List.of(String.valueOf(doubt.get("candidates")).split(",")),
						gone))
				.map((doubt) -> this.jdbc.queryForObject(
						"select content from doubtful_record where source_id = ? and source_key = ?", String.class,
						row.get("id"), doubt.get("source_key")))
				.map((content) -> this.json.readValue(content, FilmRecord.class))
				.toList();
			if (!doubted.isEmpty()) {
				this.ingest.take(this.jdbc, SourceEntry.of(row), doubted.iterator(),
						Ingest.Way.quiet(this.transaction, Ingest.Gone.KEPT));
			}
		});
		return before - count("select count(*) as n from doubtful_record");
	}

	private long count(String sql, @Nullable Object... values) {
		return Rows.number(this.jdbc.queryForMap(sql, values).get("n"));
	}

	/** Addresses that lead nowhere. */
	private Set<String> addresses(String table) {
		return new HashSet<>(this.jdbc
			.queryForList("select slug from former_%1$s_slug where %1$s_id is null".formatted(table), String.class));
	}

}
