package app.marquee;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

import app.marquee.catalogue.DatabaseLock;
import app.marquee.catalogue.OldState;
import app.marquee.search.IndexKeeper;
import app.marquee.web.CatalogueState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same catalogue on PostgreSQL, by configuration alone. */
@MarqueeTest
@Import(QueryPlans.class)
@DirtiesContext
@TestPropertySource(properties = "marquee.pages.memory=0B")
class PostgresTest {

	/** Tables that a page may read whole: they do not grow with the films. */
	private static final Set<String> SMALL = Set.of("catalogue", "source", "genre", "provider");

	private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");

	private static final EmbeddedPostgres POSTGRES = start();

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private IndexKeeper index;

	@Autowired
	private CatalogueState catalogue;

	@Autowired
	private Flyway flyway;

	@Autowired
	private FlywayMigrationStrategy migration;

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@DynamicPropertySource
	static void usePostgres(DynamicPropertyRegistry properties) {
		// a table of a few rows is read whole, unless PostgreSQL is to do so only where
		// it must
		properties.add("spring.datasource.url",
				() -> POSTGRES.getJdbcUrl("postgres", "postgres") + "&options=-c%20enable_seqscan=off");
		properties.add("spring.datasource.username", () -> "postgres");
	}

	@AfterAll
	static void stop() throws IOException {
		POSTGRES.close();
	}

	@Test
	void runsOnPostgres() {
		assertThat(this.jdbc.queryForObject("select version()", String.class)).startsWith("PostgreSQL");
		assertThat(this.jdbc.queryForObject("select film_count from catalogue", Long.class)).isEqualTo(11);
	}

	@Test
	void showsAWholeFilmPage() {
		assertThat(this.http.get().uri("/films/leaving-metropolis-2002")).hasStatusOk()
			.bodyText()
			.contains("Leaving Metropolis", "631 votes", "Troy Ruptash", "Elliot", "Pleasantville", "Mandeep Tyson");
	}

	@Test
	void servesEveryKindOfPage() {
		for (String path : new String[] { "/", "/films", "/films?q=ruptash", "/films/leaving-metropolis-2002/credits",
				"/films/leaving-metropolis-2002/reviews?sort=highest&score=any",
				"/films/leaving-metropolis-2002/reviews?sort=newest&score=10", "/films/leaving-metropolis-2002/sources",
				"/films/romper-stomper-1992/watch", "/people", "/people/brad-fraser", "/genres", "/genres/drama",
				"/providers", "/providers/netflix", "/about", "/sitemap.xml", "/sitemap-1.xml", "/films.atom" }) {
			assertThat(this.http.get().uri(path)).as(path).hasStatusOk();
		}
	}

	@Test
	void findsWhatAPageShowsByAnIndex() {
		assertThat(QueryPlans.of(QueryPlans.PAGES, this.http))
			.allSatisfy((plan) -> assertThat(plan.find(SCAN)).isSubsetOf(SMALL));
	}

	@Test
	void showsTheOldStateUntilAllOfTheNewOneIsThere() throws Exception {
		OldState old = OldState.keep(POSTGRES.getPostgresDatabase());
		try {
			retitle("Half an Import");
			this.jdbc.update("update catalogue set revision = revision + 1");
			this.catalogue.settle();

			assertThat(this.http.get().uri("/films/romper-stomper-1992")).bodyText().contains("Romper Stomper");
			assertThat(this.http.get().uri("/")).bodyText().doesNotContain("Half an Import");
		}
		finally {
			old.close();
		}
		// nobody meets an error who still goes by what has just ended
		assertThat(this.http.get().uri("/films/romper-stomper-1992/watch")).hasStatusOk();
		this.catalogue.settle();
		this.catalogue.settle();

		assertThat(this.http.get().uri("/films/romper-stomper-1992")).bodyText().contains("Half an Import");
		retitle("Romper Stomper");
	}

	@Test
	void buildsTheIndexOfTheOldStateToo() throws Exception {
		String film = "romper-stomper-1992";
		try (OldState old = OldState.keep(POSTGRES.getPostgresDatabase())) {
			assertThat(old.isKept()).isTrue();
			retitle("Unheard Of");
			this.catalogue.settle();
			this.index.rebuild();

			assertThat(this.http.get().uri("/films?q=romper")).bodyText().contains(film);
			assertThat(this.http.get().uri("/films?q=unheard")).bodyText()
				.contains("An empty house")
				.doesNotContain("Unheard Of");
		}
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.catalogue.settle();
		this.index.follow();

		assertThat(this.http.get().uri("/films?q=unheard")).bodyText().contains(film);
		retitle("Romper Stomper");
		this.jdbc.update("update catalogue set revision = revision + 1");
		this.index.follow();
	}

	private void retitle(String title) {
		this.jdbc.update("""
				update film set title = ?, revision = (select revision + 1 from catalogue)
				where slug = 'romper-stomper-1992'""", title);
		this.jdbc.update("""
				update film_title set title = ? where kind = 'main'
					and film_id = (select id from film where slug = 'romper-stomper-1992')""", title);
	}

	@Test
	void loadsNoSeedsWhileOthersChangeFilms() {
		this.jdbc.update("update flyway_schema_history set checksum = checksum + 1 where description = 'seeds'");
		try (DatabaseLock others = new DatabaseLock(POSTGRES.getPostgresDatabase(), DatabaseLock.Of.FILMS)) {
			assertThat(others.claim()).isTrue();

			assertThatThrownBy(() -> this.migration.migrate(this.flyway))
				.hasMessageContaining("an import or a correction is under way");
		}

		this.migration.migrate(this.flyway);

		assertThat(this.flyway.info().pending()).isEmpty();
	}

	@Test
	void letsOneProcessAtATimeChangeFilmsOrKeepTheIndex() {
		DatabaseLock one = new DatabaseLock(POSTGRES.getPostgresDatabase(), DatabaseLock.Of.FILMS);
		try (DatabaseLock two = new DatabaseLock(POSTGRES.getPostgresDatabase(), DatabaseLock.Of.FILMS);
				DatabaseLock index = new DatabaseLock(POSTGRES.getPostgresDatabase(), DatabaseLock.Of.INDEX)) {
			assertThat(one.claim()).isTrue();
			assertThat(one.claim()).isTrue();
			assertThat(two.claim()).isFalse();
			assertThat(index.claim()).isTrue();

			one.close();
			assertThat(two.claim()).isTrue();
			assertThat(one.claim()).isFalse();
		}
	}

	@Test
	void givesTheLockOfAProcessThatWasKilledToAnother() {
		try (DatabaseLock killed = new DatabaseLock(POSTGRES.getPostgresDatabase(), DatabaseLock.Of.FILMS);
				DatabaseLock next = new DatabaseLock(POSTGRES.getPostgresDatabase(), DatabaseLock.Of.FILMS)) {
			assertThat(killed.claim()).isTrue();

			this.jdbc.queryForList("""
					select pg_terminate_backend(pid) from pg_locks
					where locktype = 'advisory' and pid <> pg_backend_pid() and objid = ?""",
					(int) (0x6d617271756565L + DatabaseLock.Of.FILMS.ordinal()));

			assertThat(next.claim()).isTrue();
			assertThat(killed.claim()).isFalse();
		}
	}

}
