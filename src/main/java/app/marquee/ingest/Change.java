package app.marquee.ingest;

/**
 * The changes that the writer makes, in the order in which a batch of them has to reach
 * the database: what is gone before what is new, and who is pointed at before who points.
 */
enum Change {

	FORMER_SLUG("insert into former_film_slug (slug, film_id) values (?, ?)"),

	NEW_FILM("""
			insert into film (id, slug, title, sort_title, release_year, runtime, certificate, synopsis, rating, votes,
				weighted_rating, remarked, added_at, changed_at, revision)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""),

	FILM("""
			update film set slug = ?, title = ?, sort_title = ?, release_year = ?, runtime = ?, certificate = ?,
				synopsis = ?, rating = ?, votes = ?, weighted_rating = ?, remarked = ?, changed_at = ?, revision = ?
			where id = ?"""),

	NEW_RECORD("""
			insert into source_record (id, source_id, source_key, film_id, content, content_hash, recorded_at)
			values (?, ?, ?, ?, ?, ?, ?)"""),

	RECORD("update source_record set content = ?, content_hash = ?, recorded_at = ? where id = ?"),

	NO_DOUBT("delete from doubtful_record where source_id = ? and source_key = ?"),

	DOUBT("""
			insert into doubtful_record (source_id, source_key, title, content, candidates, recorded_at)
			values (?, ?, ?, ?, ?, ?)"""),

	NO_TITLES("delete from film_title where film_id = ?"), NO_GENRES("delete from film_genre where film_id = ?"),
	NO_COMPANIES("delete from film_company where film_id = ?"), NO_CREDITS("delete from credit where film_id = ?"),
	NO_CLAIMS("delete from claim where film_id = ?"),
	NO_RATING("delete from film_rating where film_id = ? and source_id = ?"),
	NO_REVIEWS("delete from review where film_id = ? and source_id = ?"),
	NO_OFFERS("delete from offer where film_id = ? and source_id = ? and ended_on is null"),

	TITLE("insert into film_title (film_id, position, title, folded, kind, language) values (?, ?, ?, ?, ?, ?)"),

	EXTERNAL_ID("insert into film_external_id (scheme, identifier, film_id) values (?, ?, ?)"),

	NEW_GENRE("insert into genre (id, slug, name) values (?, ?, ?)"),

	GENRE("insert into film_genre (film_id, position, genre_id, weighted_rating) values (?, ?, ?, ?)"),

	NEW_COMPANY("insert into company (id, slug, name) values (?, ?, ?)"),

	COMPANY("insert into film_company (film_id, position, company_id, role) values (?, ?, ?, ?)"),

	NEW_PERSON("insert into person (id, slug, name, sort_name, revision) values (?, ?, ?, ?, ?)"),

	PERSON_NAME("insert into person_name (person_id, name) values (?, ?)"),

	PERSON_ID("insert into person_external_id (scheme, identifier, person_id) values (?, ?, ?)"),

	CREDIT("""
			insert into credit (id, film_id, person_id, department, job, played, billing)
			values (?, ?, ?, ?, ?, ?, ?)"""),

	CLAIM("""
			insert into claim (id, film_id, source_record_id, field, subject, claimed, ref, remark, position,
				unsound, standing, reason)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""),

	RATING("insert into film_rating (film_id, source_id, rating, votes) values (?, ?, ?, ?)"),

	REVIEW("""
			insert into review (id, film_id, source_id, source_key, author, score, text, summarised, spoiler, doubt,
				written_on, position)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""),

	NEW_PROVIDER("insert into provider (id, slug, name) values (?, ?, ?)"),

	OFFER("""
			insert into offer (id, film_id, provider_id, source_id, kind, region, price, currency, quality, link,
				since, checked_on, ended_on)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

	private final String sql;

	Change(String sql) {
		this.sql = sql;
	}

	String sql() {
		return this.sql;
	}

}
