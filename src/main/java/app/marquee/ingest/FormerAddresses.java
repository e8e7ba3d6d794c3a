package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in addresses that an export has: before its films, to keep them free for whose
 * they are, and behind these, to lead where they lead.
 */
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

	/** An address that was kept free may lead to somebody who is there now. */
	private static final String LEADS = """
			update former_person_slug set person_id = (select id from person where slug = ?)
			where slug = ? and person_id is null""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	FormerAddresses(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes them in, a batch at a time. One that leads nowhere yet is kept free for
	 * whoever comes with it.
	 * @return how many there were
	 */
	long take(Iterator<FormerAddress> addresses) {
		long count = 0;
		while (addresses.hasNext()) {
			// each once: H2 takes what does not exist not to exist still, if it is asked
			// the same again
			Set<FormerAddress> batch = new LinkedHashSet<>();
			while (addresses.hasNext() && batch.size() < BATCH) {
				batch.add(addresses.next());
			}
			this.transaction.executeWithoutResult((status) -> write(batch));
			count += batch.size();
		}
		return count;
	}

	private void write(Set<FormerAddress> addresses) {
		List<Object[]> films = new ArrayList<>();
		List<Object[]> people = new ArrayList<>();
		List<Object[]> leads = new ArrayList<>();
		addresses.forEach((former) -> {
			if (former.film() != null) {
				films.add(new Object[] { former.film(), former.film(), former.film() });
			}
			else {
				people.add(new Object[] { former.person(), former.now(), former.person(), former.person() });
				leads.add(new Object[] { former.now(), former.person() });
			}
		});
		this.jdbc.batchUpdate(FILM, films);
		this.jdbc.batchUpdate(PERSON, people);
		this.jdbc.batchUpdate(LEADS, leads);
	}

}
