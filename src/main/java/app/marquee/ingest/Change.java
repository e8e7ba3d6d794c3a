package app.marquee.ingest;

import java.util.Collections;

/**
 * The changes that the writer makes, in the order in which a batch of them has to reach
 * the database: what is gone before what is new, and who is pointed at before who points.
 */
enum Change {

	NO_TITLES("delete from film_title where film_id = ?"), NO_GENRES("delete from film_genre where film_id = ?"),
	NO_COMPANIES("delete from film_company where film_id = ?"), NO_CREDITS("delete from credit where film_id = ?"),
	NO_IDS("delete from film_external_id where film_id = ?"), NO_RATINGS("delete from film_rating where film_id = ?"),
	NO_REVIEWS("delete from review where film_id = ?"), NO_OFFERS("delete from offer where film_id = ?"),

	NO_RELATIONS("delete from record_relation where record_id = ?"),

	NO_DOUBT("delete from doubtful_record where source_id = ? and source_key = ?"),

	NO_FORMER_SLUG("delete from former_film_slug where slug = ?"),

	NO_FORMER_PERSON_SLUG("delete from former_person_slug where slug = ?"),

	FORMER_PERSON_LEADS("update former_person_slug set person_id = ? where person_id = ?"),

	FORMER_SLUG("former_film_slug", "slug, film_id"),

	NEW_FILM("film",
			"id, slug, title, sort_title, release_year, runtime, certificate, synopsis, poster_version, rating, votes,"
					+ " weighted_rating, fame, review_count, scored_review_count, review_mean, remarked, offered, added_at, changed_at,"
					+ " revision"),

	FILM("""
			update film set slug = ?, title = ?, sort_title = ?, release_year = ?, runtime = ?, certificate = ?,
				synopsis = ?, poster_version = ?, rating = ?, votes = ?, weighted_rating = ?, fame = ?, review_count = ?, scored_review_count = ?,
				review_mean = ?, remarked = ?, offered = ?, changed_at = ?, revision = ?
			where id = ?"""),

	NEW_RECORD("source_record", "id, source_id, source_key, film_id, content, content_hash, recorded_at"),

	RECORD("update source_record set film_id = ?, content = ?, content_hash = ?, recorded_at = ? where id = ?"),

	RELATION("record_relation", "record_id, position, related_key"),

	NO_RECORD("delete from source_record where id = ?"),

	/** Behind the records, which may have moved to another film. */
	GONE_SLUG("former_film_slug", "slug, source, source_key"), REMOVED_FILM("removed_film", "film_id, revision"),
	NO_FILM("delete from film where id = ?"),

	SLUG_LEADS("update former_film_slug set film_id = ? where slug = ?"),

	DOUBT("doubtful_record", "source_id, source_key, title, content, candidates, recorded_at"),

	TITLE("film_title", "film_id, position, title, folded, head, kind"),

	EXTERNAL_ID("film_external_id", "scheme, identifier, film_id"),

	NEW_GENRE("genre", "id, slug, name"),

	GENRE("film_genre", "film_id, position, genre_id, weighted_rating"),

	NEW_COMPANY("company", "id, slug, name"),

	COMPANY("film_company", "film_id, position, company_id, role"),

	NEW_PERSON("person", "id, slug, name, sort_name, revision"),

	/** A person may be spelt so in another film already. */
	PERSON_NAME("""
			insert into person_name (person_id, name)
			select id, cast(? as varchar) from person where id = ? and name <> ?
				and not exists (select 1 from person_name where person_id = person.id and name = ?)"""),

	FORMER_PERSON_SLUG("former_person_slug", "slug, person_id, film_id, refs"),

	FORMER_PERSON_OF("""
			update former_person_slug set film_id = ?, refs = ?
			where slug = ? and person_id is null and film_id is null"""),

	PERSON_ID("person_external_id", "scheme, identifier, person_id"),

	CREDIT("credit", "id, film_id, person_id, department, job, played, billing, fame"),

	CREDIT_FAME("update credit set fame = ? where film_id = ?"),

	RATING("film_rating", "film_id, source_id, rating, votes, origin"),

	REVIEW("review",
			"id, film_id, source_id, record_id, source_key, author, score, text, summarised, spoiler, doubt, written_on,"
					+ " position"),

	NEW_PROVIDER("provider", "id, slug, name"),

	OFFER("offer", "id, film_id, provider_id, source_id, kind, region, price, currency, quality, link, since,"
			+ " checked_on, ended_on");

	private final String sql;

	private final boolean insert;

	private final String into;

	/** A statement as it is. */
	Change(String sql) {
		this.sql = sql;
		this.insert = false;
		this.into = "";
	}

	/** New rows of a table. */
	Change(String table, String columns) {
		this.into = table + " (" + columns + ")";
		this.sql = "insert into " + this.into + " values ("
				+ String.join(", ", Collections.nCopies(columns.split(",").length, "?")) + ")";
		this.insert = true;
	}

	String sql() {
		return this.sql;
	}

	/** Whether it only adds rows, so that a database can take them in bulk. */
	boolean isInsert() {
		return this.insert;
	}

	/** The table and its columns. */
	String into() {
		return this.into;
	}

}
