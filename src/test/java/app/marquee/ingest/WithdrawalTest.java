package app.marquee.ingest;

import java.time.Instant;
import java.sql.Timestamp;
import java.util.List;

import app.marquee.text.PartialDate;
import org.junit.jupiter.api.Test;

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

		assertThat(this.catalogue.withdrawal.of("netflx-list"))
			.isEqualTo("Netflx list is withdrawn: 2 records. 1 film went with them; of the others, others speak.");

		assertThat(this.catalogue.strings("select slug || ' ' || runtime from film")).containsExactly("fog-1998 90");
		assertThat(this.catalogue.strings("select name from person")).containsExactly("Rita Roe");
		assertThat(this.catalogue.strings("select slug from provider")).isEmpty();
		assertThat(this.catalogue.strings("select slug from source")).containsExactly("portal");
	}

	@Test
	void leavesTheAddressesToTheSameListUnderItsRightName() {
		take(LIST, film("Mist").of(1999).with("Ada Lane", "Kit").streamed("Netflx"));

		this.catalogue.withdrawal.of("netflx-list");
		take(new SourceEntry("netflix-list", "Netflix list", "list", 40, new PartialDate("2021"), null, null),
				film("Mist").of(1999).with("Ada Lane", "Kit").streamed("Netflix"));

		assertThat(this.catalogue.strings("select slug from film")).containsExactly("mist-1999");
		assertThat(this.catalogue.strings("select slug from person")).containsExactly("ada-lane");
		assertThat(this.catalogue.strings("select slug from provider")).containsExactly("netflix");
	}

	@Test
	void letsAnOlderEditionFollowOneThatWasGivenAWrongDate() {
		take(LIST, film("Mist").of(1999).streamed("Netflx"));
		this.catalogue.withdrawal.of("netflx-list");

		take(LIST.dated(new PartialDate("2021")), film("Mist").of(1999).streamed("Netflx"));

		assertThat(this.catalogue.strings("select as_of from source")).containsExactly("2021");
	}

	@Test
	void keepsTheAddressesThatLedToNobodyBefore() {
		take(PORTAL, film("Fog").of(1998).with("Rita Roe", "Lady"), film("Rain").of(1997).with("Eve Moss", "Kit"));
		this.catalogue.take(PORTAL, Ingest.Gone.WITHDRAWN, film("Fog").of(1998).with("Rita Roe", "Lady"));
		take(LIST, film("Mist").of(1999).with("Ada Lane", "Kit").streamed("Netflx"));

		this.catalogue.withdrawal.of("netflx-list");

		assertThat(this.catalogue.strings("select slug from former_film_slug")).containsExactly("rain-1997");
		assertThat(this.catalogue.strings("select slug from former_person_slug")).containsExactly("eve-moss");
	}

	@Test
	void forgetsWhatWasKeptApart() {
		take(PORTAL, film("Fog").of(1998).key("1"), film("Fog").of(1998).key("2").id("imdb", "tt1"));
		take(LIST, film("Fog").of(1998).streamed("Netflx"));
		assertThat(this.catalogue.number("select count(*) from doubtful_record")).isOne();

		this.catalogue.withdrawal.of("netflx-list");

		assertThat(this.catalogue.number("select count(*) from doubtful_record")).isZero();
		assertThat(this.catalogue.strings("select slug from source")).containsExactly("portal");
	}

	@Test
	void keepsACuratorsWord() {
		take(LIST, film("Mist").of(1999).streamed("Netflx"));
		this.catalogue.corrections.correct("mist-1999", new FilmRecord.Correction("runtime", null, "80", false, "x"),
				true);

		this.catalogue.withdrawal.of("netflx-list");

		assertThat(this.catalogue.strings("select slug || ' ' || runtime from film")).containsExactly("mist-1999 80");
		assertThatThrownBy(() -> this.catalogue.withdrawal.of("curator")).isInstanceOf(Imports.Refused.class)
			.hasMessageContaining("films uncorrect");
	}

	@Test
	void refusesWhatIsNoSourceAndWhatWouldComeBack() {
		take(PORTAL, film("Fog").of(1998));
		assertThatThrownBy(() -> this.catalogue.withdrawal.of("portals")).isInstanceOf(Imports.Refused.class)
			.hasMessage("There is no source \"portals\". There is portal.");

		this.catalogue.jdbc.update("update source set seeded = true");
		assertThatThrownBy(() -> this.catalogue.withdrawal.of("portal")).isInstanceOf(Imports.Refused.class)
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

	private void take(SourceEntry source, FilmRecords... films) {
		this.catalogue.take(source, Ingest.Gone.KEPT, films);
	}

}
