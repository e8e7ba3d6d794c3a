package app.marquee.ingest;

import java.time.Instant;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import app.marquee.text.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WithdrawalTest {

	private static final SourceEntry PORTAL = new SourceEntry("portal", "Portal", "page", 50, null, null, null);

	private static final SourceEntry LIST = new SourceEntry("netflx-list", "Netflx list", "list", 40,
			new PartialDate("2023"), null, null);

	private final EmptyCatalogue catalogue = new EmptyCatalogue();

	@Test
	void takesBackWhatASourceSaidAndKeepsWhatOthersSay() {
		take(PORTAL, film("Fog").of(1998).minutes(90).with("Rita Roe", "Lady"));
		take(LIST, film("Fog").of(1998).minutes(91).with("Rita Roe", "Lady").streamed("Netflx"),
				film("Mist").of(1999).with("Ada Lane", "Kit").streamed("Netflx"));

		assertThat(withdraw("netflx-list")).containsExactly("Netflx list, data of 2023",
				"           2  records withdrawn", "           1  films gone, of which nobody else speaks",
				"           0  records forgotten that were in doubt",
				"           0  records of other sources in doubt no more");

		assertThat(this.catalogue.strings("select slug || ' ' || runtime from film")).containsExactly("fog-1998 90");
		assertThat(this.catalogue.strings("select name from person")).containsExactly("Rita Roe");
		assertThat(this.catalogue.strings("select slug from provider")).isEmpty();
		assertThat(this.catalogue.strings("select slug from source")).containsExactly("portal");
	}

	@Test
	void leavesTheAddressesToTheSameListUnderItsRightName() {
		take(LIST, film("Mist").of(1999).with("Ada Lane", "Kit").streamed("Netflx"));

		withdraw("netflx-list");
		take(new SourceEntry("netflix-list", "Netflix list", "list", 40, new PartialDate("2021"), null, null),
				film("Mist").of(1999).with("Ada Lane", "Kit").streamed("Netflix"));

		assertThat(this.catalogue.strings("select slug from film")).containsExactly("mist-1999");
		assertThat(this.catalogue.strings("select slug from person")).containsExactly("ada-lane");
		assertThat(this.catalogue.strings("select slug from provider")).containsExactly("netflix");
	}

	@Test
	void freesTheAddressesThatAFilmHadBefore() {
		take(LIST, film("Mist").key("1").of(1998).streamed("Netflx"));
		take(LIST.dated(new PartialDate("2024")), film("Mist").key("1").of(1999).streamed("Netflx"));

		withdraw("netflx-list");

		assertThat(this.catalogue.strings("select slug from former_film_slug")).isEmpty();
	}

	@Test
	void letsAnOlderEditionFollowOneThatWasGivenAWrongDate() {
		take(LIST, film("Mist").of(1999).streamed("Netflx"));
		withdraw("netflx-list");

		take(LIST.dated(new PartialDate("2021")), film("Mist").of(1999).streamed("Netflx"));

		assertThat(this.catalogue.strings("select as_of from source")).containsExactly("2021");
	}

	@Test
	void keepsTheAddressesThatLedToNobodyBefore() {
		take(PORTAL, film("Fog").of(1998).with("Rita Roe", "Lady"), film("Rain").of(1997).with("Eve Moss", "Kit"));
		this.catalogue.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Fog").of(1998).with("Rita Roe", "Lady"));
		take(LIST, film("Mist").of(1999).with("Ada Lane", "Kit").streamed("Netflx"));

		withdraw("netflx-list");

		assertThat(this.catalogue.strings("select slug from former_film_slug")).containsExactly("rain-1997");
		assertThat(this.catalogue.strings("select slug from former_person_slug")).containsExactly("eve-moss");
	}

	@Test
	void forgetsWhatWasKeptApart() {
		take(PORTAL, film("Fog").of(1998).key("1"), film("Fog").of(1998).key("2").id("imdb", "tt1"));
		take(LIST, film("Fog").of(1998).streamed("Netflx"));
		assertThat(this.catalogue.number("select count(*) from doubtful_record")).isOne();
		long revision = this.catalogue.number("select revision from catalogue");

		withdraw("netflx-list");

		assertThat(this.catalogue.number("select count(*) from doubtful_record")).isZero();
		assertThat(this.catalogue.number("select revision from catalogue")).isGreaterThan(revision);
		assertThat(this.catalogue.strings("select slug from source")).containsExactly("portal");
	}

	@Test
	void leavesNoCorrectionWithoutAFilm() {
		take(PORTAL, film("Fog").of(1998));
		take(LIST, film("Fog").of(1998).streamed("Netflx"), film("Mist").of(1999).streamed("Netflx"));
		correct("fog-1998", "80");
		correct("mist-1999", "81");

		assertThatThrownBy(() -> withdraw("netflx-list")).isInstanceOf(Imports.Refused.class)
			.hasMessage(
					"Nothing was changed: of films that Netflx list alone knows, a curator has corrected mist-1999. "
							+ "Take the corrections back first: films uncorrect.");
		this.catalogue.corrections.uncorrect("mist-1999", "runtime", null, null);
		withdraw("netflx-list");

		assertThat(this.catalogue.strings("select slug || ' ' || runtime from film")).containsExactly("fog-1998 80");
		assertThatThrownBy(() -> withdraw("curator")).isInstanceOf(Imports.Refused.class)
			.hasMessageContaining("films uncorrect");
	}

	@Test
	void mindsNoCorrectionOfAFilmThatItDoesNotKnow() {
		take(PORTAL, film("Fog").of(1998), film("Rain").of(1997));
		correct("fog-1998", "80");
		this.catalogue.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Rain").of(1997));
		take(LIST, film("Mist").of(1999).streamed("Netflx"));

		withdraw("netflx-list");

		assertThat(this.catalogue.strings("select slug from film order by slug")).containsExactly("fog-1998",
				"rain-1997");
	}

	@Test
	void losesNoMerger() {
		take(PORTAL, film("Uno").of(1998));
		take(LIST, film("One").of(1998).streamed("Netflx"));
		this.catalogue.mergers.merge("one-1998", "uno-1998", "The same");

		assertThatThrownBy(() -> withdraw("netflx-list")).isInstanceOf(Imports.Refused.class)
			.hasMessageContaining("has made other films one with uno-1998");
		this.catalogue.mergers.split("one-1998");
		withdraw("netflx-list");

		assertThat(this.catalogue.strings("select slug from film")).containsExactly("uno-1998");
		assertThat(this.catalogue.strings("select slug from former_film_slug")).isEmpty();
	}

	@Test
	void looksAgainAtWhatMayHaveBeenOneOfItsFilms() {
		take(LIST, film("Fog").of(1998).key("1").streamed("Netflx"),
				film("Fog").of(1998).key("2").id("imdb", "tt1").streamed("Netflx"));
		take(PORTAL, film("Fog").of(1998));
		assertThat(this.catalogue.number("select count(*) from doubtful_record")).isOne();

		assertThat(withdraw("netflx-list")).contains("           1  records of other sources in doubt no more");

		assertThat(this.catalogue.strings("select slug from film")).containsExactly("fog-1998");
		assertThat(this.catalogue.number("select count(*) from doubtful_record")).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void changesNothingWhereItIsStopped(int asked) {
		take(LIST, film("Mist").of(1999).streamed("Netflx"), film("Fog").of(1998).streamed("Netflx"));
		AtomicInteger times = new AtomicInteger();

		assertThat(this.catalogue.withdrawal.of("netflx-list", () -> times.getAndIncrement() >= asked)).isEmpty();

		assertThat(this.catalogue.strings("select slug from film order by slug")).containsExactly("fog-1998",
				"mist-1999");
		assertThat(this.catalogue.strings("select slug from source")).containsExactly("netflx-list");
	}

	@Test
	void isDoneWhereItIsStoppedTooLate() {
		take(LIST, film("Mist").of(1999).streamed("Netflx"));
		AtomicInteger times = new AtomicInteger();

		assertThat(this.catalogue.withdrawal.of("netflx-list", () -> times.getAndIncrement() >= 3)).isNotEmpty();

		assertThat(this.catalogue.strings("select slug from source")).isEmpty();
	}

	@Test
	void freesTheAddressesOfWhoeverWasInItsFilmsAlone() {
		take(PORTAL, film("Fog").of(1998).with("Rita Roe", "Lady"));
		take(LIST, film("Fog").of(1998).with("Rita Roe", "Lady").with("Ada Lane", "Kit").streamed("Netflx"));

		withdraw("netflx-list");
		take(LIST, film("Fog").of(1998).with("Rita Roe", "Lady").with("Ada Lane", "Kit").streamed("Netflx"));

		assertThat(this.catalogue.strings("select slug from person order by slug")).containsExactly("ada-lane",
				"rita-roe");
	}

	@Test
	void refusesWhatIsNoSourceAndWhatWouldComeBack() {
		take(PORTAL, film("Fog").of(1998));
		assertThatThrownBy(() -> withdraw("portals")).isInstanceOf(Imports.Refused.class)
			.hasMessage("There is no source \"portals\". There is portal.");

		this.catalogue.jdbc.update("update source set seeded = true");
		assertThatThrownBy(() -> withdraw("portal")).isInstanceOf(Imports.Refused.class)
			.hasMessageStartingWith("Portal is a seed");
		assertThat(this.catalogue.number("select count(*) from film")).isOne();
	}

	@Test
	void listsTheSources() {
		take(PORTAL, film("Fog").of(1998).key("1"), film("Fog").of(1998).key("2").id("imdb", "tt1"));
		take(LIST, film("Fog").of(1998).streamed("Netflx"), film("Mist").of(1999).streamed("Netflx"));
		this.catalogue.jdbc.update("""
				insert into import_run values (1, (select id from source where slug = 'portal'), null, ?, ?, true,
					0, 0, 0, 0, 0, 0, 0, 0, 0)""", Timestamp.from(Instant.EPOCH),
				Timestamp.from(Instant.parse("2026-11-22T23:30:00Z")));
		this.catalogue.jdbc.update("update source set seeded = true where slug = 'portal'");

		assertThat(this.catalogue.dossiers.sources())
			.isEqualTo(List.of("netflx-list  Netflx list, data of 2023, trust 40, 1 record, 1 record in doubt",
					"portal  Portal, trust 50, 2 records, from the seeds, imported 2026-11-22"));
	}

	private List<String> withdraw(String source) {
		return this.catalogue.withdrawal.of(source, () -> false);
	}

	private void correct(String film, String runtime) {
		this.catalogue.corrections.correct(film, new FilmRecord.Correction("runtime", null, runtime, false, "Timed it"),
				true);
	}

	private void take(SourceEntry source, FilmRecords... films) {
		this.catalogue.take(source, Ingest.Gone.KEPT, films);
	}

}
