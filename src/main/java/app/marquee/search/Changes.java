package app.marquee.search;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which films and people changed between two revisions of the catalogue. */
@Component
@Transactional(readOnly = true)
class Changes {

	/** Fewer than these are always followed one by one. */
	private static final long FEW = 5_000;

	/**
	 * From this part of the catalogue on, building anew takes less time than following.
	 */
	private static final long PART = 5;

	private final NamedParameterJdbcTemplate jdbc;

	Changes(NamedParameterJdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A stretch of the catalogue's history: what changed after one revision, up to
	 * another.
	 */
	record Stretch(long after, long upTo) {

		private Map<String, Long> parameters() {
			return Map.of("after", this.after, "upTo", this.upTo);
		}

	}

	/** Which catalogue this is: the moment at which it was made, in UTC. */
	String catalogue() {
		OffsetDateTime created = this.jdbc.queryForObject("select created_at from catalogue", Map.of(),
				OffsetDateTime.class);
		return Objects.requireNonNull(created).toInstant().toString();
	}

	/** The catalogue revision of this very moment, whoever moved it. */
	long revision() {
		return one("select revision from catalogue", Map.of());
	}

	long highestFilm() {
		return one("select coalesce(max(id), 0) from film", Map.of());
	}

	long highestPerson() {
		return one("select coalesce(max(id), 0) from person", Map.of());
	}

	/** Whether so much changed that the index had better be built anew. */
	boolean areMost(Stretch stretch) {
		long films = one("select count(*) from film where revision > :after and revision <= :upTo",
				stretch.parameters());
		return films > FEW && films * PART > one("select film_count from catalogue", Map.of());
	}

	/**
	 * Films that changed, and films of people who changed: a film is found by their
	 * names.
	 */
	List<Long> films(Stretch stretch) {
		return ids("""
				select id from film where revision > :after and revision <= :upTo
				union select credit.film_id from credit join person on person.id = credit.person_id
				where person.revision > :after and person.revision <= :upTo
				order by 1""", stretch);
	}

	/**
	 * People who changed, and people of films that changed: their rows are not touched
	 * when a film is added to them.
	 */
	List<Long> people(Stretch stretch) {
		return ids("""
				select id from person where revision > :after and revision <= :upTo
				union select credit.person_id from credit join film on film.id = credit.film_id
				where film.revision > :after and film.revision <= :upTo
				order by 1""", stretch);
	}

	List<Long> removedFilms(Stretch stretch) {
		return ids("select film_id from removed_film where revision > :after and revision <= :upTo", stretch);
	}

	List<Long> removedPeople(Stretch stretch) {
		return ids("select person_id from removed_person where revision > :after and revision <= :upTo", stretch);
	}

	private List<Long> ids(String sql, Stretch stretch) {
		return this.jdbc.queryForList(sql, stretch.parameters(), Long.class);
	}

	private long one(String sql, Map<String, Long> parameters) {
		Long number = this.jdbc.queryForObject(sql, parameters, Long.class);
		return (number != null) ? number : 0;
	}

}
