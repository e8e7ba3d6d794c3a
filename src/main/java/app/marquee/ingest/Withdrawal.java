package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a source back that should not have been imported: under a wrong name, date or
 * country, or at all. What others say stays, and so does a curator's word.
 */
@Component
class Withdrawal {

	private final Ingest ingest;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Dossiers dossiers;

	Withdrawal(Ingest ingest, JdbcTemplate jdbc, PlatformTransactionManager transactions, Dossiers dossiers) {
		this.ingest = ingest;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.dossiers = dossiers;
	}

	/**
	 * Takes back all that a source said, and the source itself, as if it had never come:
	 * the addresses of films and people that go with it are free again.
	 * @return what became of it, in words
	 */
	String of(String slug) {
		Map<String, Object> row = this.dossiers.source(slug);
		SourceEntry source = SourceEntry.of(row);
		if (source.id().equals(SourceEntry.CURATOR)) {
			throw new Imports.Refused("What a curator says is taken back film by film: films uncorrect.");
		}
		if (Boolean.TRUE.equals(row.get("seeded"))) {
			throw new Imports.Refused(source.name() + " is a seed, and would come back with the next start. "
					+ "To do without it, let marquee.seeds name a folder without it.");
		}
		Set<String> before = nobodys();
		long films = films();
		IngestReport report = this.ingest.take(this.jdbc, source, Collections.emptyIterator(),
				new Ingest.Way(this.transaction, Ingest.Gone.WITHDRAWN, Set.of(), () -> null, (progress) -> {
				}, () -> false, () -> false, (done) -> forget(source, before)));
		return source.name() + " is withdrawn: " + Dossiers.counted(report.withdrawn(), "record") + ". "
				+ Dossiers.counted(films - films(), "film") + " went with them; of the others, others speak.";
	}

	private long films() {
		return Rows.number(this.jdbc.queryForMap("select count(*) as films from film").get("films"));
	}

	private void forget(SourceEntry source, Set<String> before) {
		this.jdbc.update("delete from former_film_slug where film_id is null and source = ?", source.id());
		List<String> freed = new ArrayList<>(nobodys());
		freed.removeAll(before);
		this.jdbc.batchUpdate("delete from former_person_slug where slug = ?",
				freed.stream().map((slug) -> new Object[] { slug }).toList());
		this.jdbc.update("delete from source where slug = ?", source.id());
	}

	/** Addresses of people who are in no film any more. */
	private Set<String> nobodys() {
		return new HashSet<>(this.jdbc.queryForList(
				"select slug from former_person_slug where person_id is null and film_id is null", String.class));
	}

}
