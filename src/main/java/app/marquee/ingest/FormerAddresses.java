package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in the addresses of before that an export ends with. */
@Component
class FormerAddresses {

	private static final int BATCH = 1_000;

	/** Whoever has or had the address here keeps it. */
	private static final String FILM = """
			insert into former_film_slug (slug, film_id) select cast(? as varchar), null
			where not exists (select 1 from film where slug = ?)
			and not exists (select 1 from former_film_slug where slug = ?)""";

	private static final String PERSON = """
			insert into former_person_slug (slug, person_id)
			select cast(? as varchar), (select id from person where slug = ?)
			where not exists (select 1 from person where slug = ?)
			and not exists (select 1 from former_person_slug where slug = ?)""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	FormerAddresses(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes them in, a batch at a time.
	 * @return how many are new here
	 */
	long take(Iterator<FormerAddress> addresses) {
		long count = 0;
		while (addresses.hasNext()) {
			List<Object[]> films = new ArrayList<>();
			List<Object[]> people = new ArrayList<>();
			while (addresses.hasNext() && films.size() + people.size() < BATCH) {
				FormerAddress former = addresses.next();
				if (former.film() != null) {
					films.add(new Object[] { former.film(), former.film(), former.film() });
				}
				else {
					people.add(new Object[] { former.person(), former.now(), former.person(), former.person() });
				}
			}
			Long added = this.transaction.execute((status) -> write(FILM, films) + write(PERSON, people));
			count += (added != null) ? added : 0;
		}
		return count;
	}

	private long write(String insert, List<Object[]> rows) {
		long count = 0;
		for (int changed : this.jdbc.batchUpdate(insert, rows)) {
			count += changed;
		}
		return count;
	}

}
