package app.marquee.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import app.marquee.search.IndexKeeper;
import app.marquee.web.MarqueeSettings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CurationTest {

	private static final SourceEntry PORTAL = source("portal", 50);

	private static final SourceEntry GUIDE = source("guide", 90);

	private static final SourceEntry PAPER = source("paper", 95);

	private JdbcTemplate jdbc;

	private Ingest ingest;

	private Curation curation;

	@BeforeEach
	void openAnEmptyCatalogue() {
		SingleConnectionDataSource database = new SingleConnectionDataSource(
				"jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", true);
		Flyway.configure().dataSource(database).load().migrate();
		this.jdbc = new JdbcTemplate(database);
		Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
		this.ingest = new Ingest(clock, JsonMapper.shared(),
				new MarqueeSettings(Path.of("none"), "none", URI.create("http://localhost"), 1000));
		this.curation = new Curation(this.ingest, this.jdbc, new JdbcTransactionManager(database),
				Mockito.mock(IndexKeeper.class), clock, JsonMapper.shared());
	}

	@Test
	void believesTheCuratorAgainstAllOthersAndAfterTheNextImport() {
		take(PORTAL, film("Metropolis").of(1926));
		take(GUIDE, film("Metropolis").of(1926));

		assertThat(this.curation.correct("metropolis-1926", correction("year", "1927"))).isEqualTo("metropolis-1927");
		take(PORTAL, film("Metropolis").of(1926).minutes(153));

		assertThat(strings("select slug || ' ' || runtime from film")).containsExactly("metropolis-1927 153");
		assertThat(strings("select slug from former_film_slug")).containsExactly("metropolis-1926");
		assertThat(strings("select remarked from film")).containsExactly("TRUE");
	}

	@Test
	void letsALaterCorrectionOfTheSameFactReplaceTheEarlierOne() {
		take(PORTAL, film("Metropolis").of(1926));
		this.curation.correct("metropolis-1926", correction("runtime", "148"));
		this.curation.correct("metropolis-1926", correction("runtime", "153"));
		this.curation.correct("metropolis-1926", correction("certificate", "PG"));

		assertThat(strings("select runtime || ' ' || certificate from film")).containsExactly("153 PG");
		assertThat(number("select count(*) from source_record")).isEqualTo(2);
	}

	@Test
	void believesNobodyWhatTheCuratorCallsWrong() {
		take(PORTAL, film("Metropolis").of(1927).genre("Drama").genre("Comedy"));

		this.curation.correct("metropolis-1927",
				new FilmRecord.Correction("genre", null, "comedy", true, "It is not."));

		assertThat(strings("select name from genre where film_count > 0")).containsExactly("Drama");
	}

	@Test
	void mergesTwoFilmsWithTheirCreditsAndLeavesARedirect() {
		take(PORTAL, film("Cinema Paradiso").of(1988).with("jw:1", "Philippe Noiret", "Alfredo"));
		take(GUIDE, film("Nuovo Cinema Paradiso").of(1989).with("Philippe Noiret", null).with("Agnese Nano", "Elena"));

		this.curation.merge("nuovo-cinema-paradiso-1989", "cinema-paradiso-1988", "One film by two titles");

		assertThat(number("select count(*) from film")).isOne();
		assertThat(strings("""
				select person.name || ' ' || played from credit join person on person.id = person_id order by 1"""))
			.containsExactly("Agnese Nano Elena", "Philippe Noiret Alfredo");
		assertThat(strings("select slug from person order by slug")).containsExactly("agnese-nano", "philippe-noiret");
		assertThat(strings("""
				select former.slug from former_film_slug former join film on film.id = former.film_id"""))
			.contains("nuovo-cinema-paradiso-1989");
	}

	@Test
	void keepsAMergeWhenTheSourcesSpeakAgain() {
		take(PORTAL, film("One").of(1988));
		take(GUIDE, film("Uno").of(1990));
		this.curation.merge("uno-1990", "one-1988", "The same");

		take(GUIDE, film("Uno").of(1990).minutes(90));

		assertThat(number("select count(*) from film")).isOne();
		assertThat(this.curation.show("uno-1990")).contains("    was uno-1990: The same");
	}

	@Test
	void takesAMergeBackWhole() {
		take(PORTAL, film("One").of(1988).with("Ada", "A").reviewed("Eve", "8", "Good."));
		take(GUIDE, film("Uno").of(1990).with("Ben", "B").reviewed("Eva", "2", "Bad."));
		List<String> before = everything();

		this.curation.merge("uno-1990", "one-1988", "The same");
		assertThat(everything()).isNotEqualTo(before);
		this.curation.split("uno-1990");

		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void takesMergesBackInTheirOrderAndNoOther() {
		take(PORTAL, film("One").of(1988));
		take(GUIDE, film("Two").of(1990));
		take(PAPER, film("Three").of(1992));
		this.curation.merge("one-1988", "two-1990", "a");
		this.curation.merge("two-1990", "three-1992", "b");

		assertThatExceptionOfType(Imports.Refused.class).isThrownBy(() -> this.curation.split("one-1988"))
			.withMessageContaining("split \"two-1990\" first");
		this.curation.split("two-1990");
		this.curation.split("one-1988");

		assertThat(strings("select slug from film order by slug")).containsExactly("one-1988", "three-1992",
				"two-1990");
		assertThat(number("select count(*) from former_film_slug")).isZero();
	}

	@Test
	void makesAFilmOfItsOwnOfARecord() {
		take(PORTAL, film("Buddies").of(2012));
		take(GUIDE, film("Buddies").of(2012).minutes(97));

		String own = this.curation.split("buddies-2012", List.of("guide/Buddies"));

		assertThat(own).isEqualTo("buddies-2012-2");
		assertThat(strings("select slug from film where runtime = 97")).containsExactly(own);
		assertThatExceptionOfType(Imports.Refused.class)
			.isThrownBy(() -> this.curation.split("buddies-2012", List.of("portal/Buddies")))
			.withMessageContaining("leave nothing");
	}

	@Test
	void settlesADoubt() {
		take(PORTAL, film("Home").of(2008).key("a").minutes(90),
				film("Home").of(2008).key("b").id("imdb", "tt0000001"));
		take(GUIDE, film("Home").of(2008));
		assertThat(this.curation.doubts()).hasSize(3).first().asString().startsWith("guide/Home");

		this.curation.settle("guide", "Home", "home-2008");

		assertThat(this.curation.doubts()).isEmpty();
		assertThat(this.curation.show("home-2008")).hasSize(2);
	}

	@Test
	void settlesADoubtAsAFilmOfItsOwn() {
		take(PORTAL, film("Home").of(2008).key("a").minutes(90),
				film("Home").of(2008).key("b").id("imdb", "tt0000001"));
		take(GUIDE, film("Home").of(2008));

		this.curation.settle("guide", "Home", "");

		assertThat(strings("select slug from film order by slug")).containsExactly("home-2008", "home-2008-2",
				"home-2008-3");
	}

	@Test
	void saysWhatIsNotThere() {
		assertThatExceptionOfType(Imports.Refused.class).isThrownBy(() -> this.curation.show("nothing-1900"))
			.withMessage("There is no film \"nothing-1900\".");
	}

	/** What visitors can see of the films, in the order of their addresses. */
	private List<String> everything() {
		return strings(
				"""
						select film.slug || '|' || film.title || '|' || coalesce(film.review_mean, 0) || '|' || person.slug || '|'
							|| credit.played || '|' || review.author
						from film join credit on credit.film_id = film.id join person on person.id = credit.person_id
						join review on review.film_id = film.id order by 1""");
	}

	private static FilmRecord.Correction correction(String field, String value) {
		return new FilmRecord.Correction(field, null, value, false, "It says so on the film.");
	}

	private void take(SourceEntry source, FilmRecords... films) {
		this.ingest.take(this.jdbc, source, Arrays.stream(films).map(FilmRecords::record).iterator(),
				new Ingest.Way(TransactionOperations.withoutTransaction(), Ingest.Gone.KEPT, (progress) -> {
				}, () -> false));
	}

	private long number(String sql) {
		Long number = this.jdbc.queryForObject(sql, Long.class);
		return (number != null) ? number : -1;
	}

	private List<String> strings(String sql) {
		return this.jdbc.queryForList(sql, String.class);
	}

	private static SourceEntry source(String id, int trust) {
		return new SourceEntry(id, id, "page", trust, null, null, null);
	}

}
