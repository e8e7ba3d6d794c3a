package app.marquee.search;

import java.util.List;

import app.marquee.MarqueeTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The index follows the database, whoever changes it. */
@MarqueeTest
@DirtiesContext
class IndexFollowerTest {

	@Autowired
	private FilmSearch search;

	@Autowired
	private Index index;

	@Autowired
	private IndexKeeper keeper;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void findsWhatWasChangedBehindItsBack() throws InterruptedException {
		this.jdbc.update("""
				update film set title = 'Pleasantburg', sort_title = 'pleasantburg',
					revision = (select revision from catalogue) + 1 where slug = 'pleasantville-1998'""");
		this.jdbc.update("""
				update film_title set title = 'Pleasantburg', folded = 'pleasantburg'
				where film_id = (select id from film where slug = 'pleasantville-1998')""");
		moveOn();

		for (int tries = 0; tries < 100 && films("pleasantburg").isEmpty(); tries++) {
			Thread.sleep(100);
		}
		assertThat(films("pleasantburg")).containsExactly("pleasantville-1998");
	}

	@Test
	void forgetsWhatWasTakenOut() {
		assertThat(films("romper")).hasSize(1);
		takeOut("romper-stomper-1992");

		this.keeper.follow();

		assertThat(films("romper")).isEmpty();
	}

	@Test
	void countsAnewWhatIsKeptOnceTheIndexHasMovedOn() {
		FilmSearch keeping = new FilmSearch(this.index, new Counting(0));
		long before = keeping.films(FilmFilter.all()).counts().total();
		takeOut("the-basketball-diaries-1995");

		this.keeper.follow();

		assertThat(keeping.films(FilmFilter.all()).counts().total()).isEqualTo(before - 1);
	}

	@Test
	void countsAFilmForAPersonWhoseRowWasNotTouched() {
		assertThat(this.search.people("brad fraser", 1).hits()).singleElement()
			.satisfies((person) -> assertThat(person.knownFor()).doesNotContain("Chasing Amy (1997)"));
		this.jdbc.update("""
				insert into credit (id, film_id, person_id, department, job, billing)
				select (select max(id) + 1 from credit), film.id, person.id, 'writing', 'Writer', 50 from film, person
				where film.slug = 'chasing-amy-1997' and person.slug = 'brad-fraser'""");
		this.jdbc
			.update("update film set revision = (select revision from catalogue) + 1 where slug = 'chasing-amy-1997'");
		moveOn();

		this.keeper.follow();

		assertThat(this.search.people("brad fraser", 1).hits()).singleElement()
			.satisfies((person) -> assertThat(person.knownFor()).contains("Chasing Amy (1997)"));
	}

	@Test
	void findsTheDirectorBehindALongCast() {
		this.jdbc.update("""
				update credit set billing = billing + 200 where department = 'directing'
					and film_id = (select id from film where slug = 'leaving-metropolis-2002')""");
		this.jdbc.update("""
				insert into credit (id, film_id, person_id, department, job, billing)
				select (select max(id) from credit) + "X", film.id, person.id, 'cast', 'actor', 100 + "X"
				from film, person, system_range(1, 61)
				where film.slug = 'leaving-metropolis-2002' and person.slug = 'nicolas-cage'""");
		this.jdbc.update(
				"update film set revision = (select revision from catalogue) + 1 where slug = 'leaving-metropolis-2002'");
		moveOn();

		this.keeper.follow();

		assertThat(films("director:fraser")).containsExactly("leaving-metropolis-2002");
	}

	@Test
	void findsTheFilmsOfAPersonByTheirNewName() {
		this.jdbc.update("""
				update person set name = 'Troy Rumpelstilz', revision = (select revision from catalogue) + 1
				where slug = 'troy-ruptash'""");
		moveOn();

		this.keeper.follow();

		assertThat(films("rumpelstilz")).containsExactly("leaving-metropolis-2002");
		assertThat(films("ruptash")).isEmpty();
	}

	private void takeOut(String slug) {
		this.jdbc.update("""
				insert into removed_film (film_id, revision) select id, (select revision + 1 from catalogue) from film
				where slug = ?""", slug);
		this.jdbc.update("delete from film where slug = ?", slug);
		moveOn();
	}

	private void moveOn() {
		this.jdbc.update("update catalogue set revision = revision + 1");
	}

	private List<String> films(String words) {
		return this.search.first(words, 10).hits().stream().map(FilmHit::slug).toList();
	}

}
