package app.marquee.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.marquee.text.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

import static app.marquee.ingest.FilmRecords.film;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class IngestTest {

	private static final SourceEntry PORTAL = source("portal", 50);

	private static final SourceEntry GUIDE = source("guide", 40);

	private final EmptyCatalogue catalogue = new EmptyCatalogue();

	@Test
	void takesTwoGenresOfOneAddressForOne() {
		take(PORTAL, film("One").of(1988).genre("18+").genre("18 plus").genre("Drama"));

		assertThat(strings("select name from genre order by name")).containsExactly("18+", "Drama");
	}

	@Test
	void takesInAFilmWithAllThatIsSaidOfIt() {
		IngestReport report = take(PORTAL,
				film("Metropolis").of(1927)
					.minutes(153)
					.genre("Science Fiction")
					.rated("8.3", 200)
					.directedBy("Fritz Lang")
					.with("Brigitte Helm", "Maria"));

		assertThat(report.created()).isOne();
		assertThat(this.catalogue.jdbc.queryForMap("select * from film")).containsEntry("slug", "metropolis-1927")
			.containsEntry("release_year", 1927)
			.containsEntry("runtime", 153)
			.containsEntry("votes", 200);
		assertThat(strings("""
				select person.slug || ' ' || credit.job || ' ' || coalesce(credit.played, '-') from credit
				join person on person.id = credit.person_id order by billing"""))
			.containsExactly("brigitte-helm actor Maria", "fritz-lang director -");
		assertThat(number("select film_count from catalogue")).isOne();
		assertThat(number("select film_count from decade where decade = 1920")).isOne();
	}

	@Test
	void changesNothingWhenTheSameIsSaidAgain() {
		take(PORTAL, film("Metropolis").of(1927), film("Vertigo").of(1958));
		long revision = revision();

		IngestReport report = take(PORTAL, film("Metropolis").of(1927), film("Vertigo").of(1958));

		assertThat(report).isEqualTo(new IngestReport(2, 0, 0, 2, 0, 0, 0, 0, 0, true));
		assertThat(revision()).isEqualTo(revision);
	}

	@Test
	void keepsTheDateOfASourceWhoseNextEditionGivesNone() {
		SourceEntry undated = new SourceEntry("set", "Set", "data set", 50, null, null, null);
		take(undated.dated(new PartialDate("2026-03")), film("Metropolis").of(1927));

		take(undated, film("Metropolis").of(1927), film("Vertigo").of(1958));

		assertThat(strings("select as_of from source where slug = 'set'")).containsExactly("2026-03");
	}

	@Test
	void countsRecordsOfAKeyThatCameBefore() {
		FilmRecords[] films = { film("Metropolis").of(1927), film("Vertigo").key("Metropolis").of(1958) };

		assertThat(take(PORTAL, films)).isEqualTo(new IngestReport(2, 1, 0, 0, 0, 0, 0, 1, 0, true));
		assertThat(take(PORTAL, films)).isEqualTo(new IngestReport(2, 0, 0, 1, 0, 0, 0, 1, 0, true));
	}

	@Test
	void updatesTheFilmThatChangedAndNoOther() {
		take(PORTAL, film("Metropolis").of(1927), film("Vertigo").of(1958));
		long revision = revision();

		take(PORTAL, film("Metropolis").of(1927).minutes(153), film("Vertigo").of(1958));

		assertThat(number("select runtime from film where slug = 'metropolis-1927'")).isEqualTo(153);
		assertThat(strings("select slug from film where revision > " + revision)).containsExactly("metropolis-1927");
	}

	@Test
	void keepsTheBatchesBeforeTheOneThatCouldNotBeRead() {
		IllegalStateException failure = new IllegalStateException("the disk is gone");
		Iterator<FilmRecord> films = films(1500, () -> {
			throw failure;
		});

		assertThatIllegalStateException()
			.isThrownBy(() -> this.catalogue.ingest.take(this.catalogue.jdbc, PORTAL, films,
					EmptyCatalogue.way(Ingest.Gone.KEPT)))
			.isSameAs(failure);

		assertThat(number("select count(*) from film")).isEqualTo(1000);
	}

	@Test
	void stopsBehindTheBatchThatIsBeingWritten() {
		AtomicBoolean stop = new AtomicBoolean();

		IngestReport report = this.catalogue.ingest.take(this.catalogue.jdbc, PORTAL, films(5000, () -> {
		}), way((progress) -> stop.set(true), stop::get));

		assertThat(report.read()).isEqualTo(1000);
		assertThat(number("select count(*) from film")).isEqualTo(1000);
	}

	@Test
	void readsNoMoreOnceAWriteHasFailed() throws InterruptedException {
		AtomicInteger read = new AtomicInteger();
		AtomicBoolean failed = new AtomicBoolean();
		IllegalStateException failure = new IllegalStateException("the terminal is gone");

		assertThatIllegalStateException()
			.isThrownBy(() -> this.catalogue.ingest.take(this.catalogue.jdbc, PORTAL, counted(films(5000, () -> {
			}), read, failed), way((progress) -> {
				failed.set(true);
				throw failure;
			}, () -> false)))
			.isSameAs(failure);
		int after = read.get();
		Thread.sleep(100);

		assertThat(read).hasValue(after);
	}

	private static Ingest.Way way(Consumer<IngestReport> progress, BooleanSupplier stop) {
		return new Ingest.Way(TransactionOperations.withoutTransaction(), Ingest.Gone.KEPT, Set.of(), () -> null,
				progress, stop, () -> false, (end) -> {
				});
	}

	/** So many films, and what happens behind the last. */
	private static Iterator<FilmRecord> films(int count, Runnable end) {
		return Stream.concat(IntStream.range(0, count)
			.mapToObj(
					(number) -> film("Film " + number).key("tt" + number).id("imdb", "tt" + number).of(1990).record()),
				Stream.of(end).peek(Runnable::run).flatMap((ended) -> Stream.<FilmRecord>empty()))
			.iterator();
	}

	/** Counts; the last of the second batch comes late. */
	private static Iterator<FilmRecord> counted(Iterator<FilmRecord> films, AtomicInteger read, AtomicBoolean failed) {
		return new Iterator<>() {

			@Override
			public boolean hasNext() {
				return films.hasNext();
			}

			@Override
			public FilmRecord next() {
				if (read.get() == 1999) {
					while (!failed.get()) {
						Thread.onSpinWait();
					}
					LockSupport.parkNanos(20_000_000);
				}
				read.incrementAndGet();
				return films.next();
			}

		};
	}

	@Test
	void notesWhetherAFilmIsOfferedOrWas() {
		take(PORTAL, film("Home").of(2008), film("Away").of(2009));
		assertThat(number("select count(*) from film where offered")).isZero();

		take(list("2021"), Ingest.Gone.ENDED, film("Home").of(2008).offered(offer("2021")));
		assertThat(strings("select slug from film where offered")).containsExactly("home-2008");

		take(list("2022"), Ingest.Gone.ENDED, film("Away").of(2009).offered(offer("2022")));
		assertThat(number("select count(*) from film where offered")).isEqualTo(2);
	}

	@Test
	void weighsRatingsAgainWhereARunWasKilledBetweenTwoPiecesOfThem() {
		FilmRecords[] films = { film("Metropolis").of(1927).genre("Drama").rated("9.0", 1000),
				film("Vertigo").of(1958).genre("Drama").rated("8.0", 1000) };
		take(PORTAL, films);
		this.catalogue.jdbc.update("update catalogue set mean_rating = null");
		this.catalogue.jdbc.update("update film set weighted_rating = 1 where slug = 'vertigo-1958'");
		long revision = revision();

		take(PORTAL, films);

		assertThat(strings("select film.slug || ' ' || weighted_rating from film order by slug"))
			.containsExactly("metropolis-1927 8.7500", "vertigo-1958 8.2500");
		assertThat(strings("select weighted_rating from film_genre order by film_id")).containsExactly("8.7500",
				"8.2500");
		assertThat(strings("select mean_rating from catalogue")).containsExactly("8.5");
		assertThat(revision()).isEqualTo(revision + 1);
	}

	@Test
	void hasNoMeanWhileRatingsAreWeighed() {
		take(PORTAL, film("Metropolis").of(1927).rated("9.0", 1000));
		this.catalogue.jdbc.update("update film set rating = 5");
		CatalogueNumbers numbers = this.catalogue.ingest.numbers(new Rows(this.catalogue.jdbc));
		TransactionOperations killedBeforeTheThird = new TransactionOperations() {

			private int transactions;

			@Override
			public <T> T execute(TransactionCallback<T> work) {
				if (++this.transactions == 3) {
					throw new IllegalStateException("killed");
				}
				return work.doInTransaction(new SimpleTransactionStatus());
			}

		};

		assertThatIllegalStateException().isThrownBy(() -> numbers.weigh(killedBeforeTheThird));

		assertThat(number("select count(*) from catalogue where mean_rating is null")).isOne();
	}

	@Test
	void findsTheSameFilmInTwoSources() {
		take(PORTAL, film("The Third Man").of(1949).rated("8.1", null));
		take(GUIDE, film("Third Man, the").key("x").of(1949).also("The Third Man"), film("The Third Man").of(1962));

		assertThat(strings("select slug from film order by slug")).containsExactly("the-third-man-1949",
				"the-third-man-1962");
		assertThat(number("select count(*) from source_record where film_id ="
				+ " (select id from film where slug = 'the-third-man-1949')"))
			.isEqualTo(2);
	}

	@Test
	void findsAFilmByItsExternalIdWhateverItIsCalled() {
		take(PORTAL, film("Sen to Chihiro").of(2001).id("imdb", "tt0245429"));
		take(GUIDE, film("Spirited Away").of(2002).id("imdb", "tt0245429"));

		assertThat(number("select count(*) from film")).isOne();
		assertThat(strings("select title from film_title order by position")).containsExactly("Sen to Chihiro",
				"Spirited Away");
	}

	/**
	 * By more records than one batch has, so that the films that are left change
	 * meanwhile.
	 */
	@Test
	void joinsByTitleTheFilmsThatHaveNoIdOfTheSourceYet() {
		take(GUIDE, film("Laura").of(1944), film("Gilda").of(1946).also("Gilda: A Love Story"),
				film("The Long Way Round").of(1952), film("The Long Way Round").key("second").of(1957));
		List<FilmRecords> portal = new ArrayList<>();
		portal.add(film("Laura").key("tt1").id("imdb", "tt1").of(1944));
		portal.add(film("The Long Way Round").key("tt4").id("imdb", "tt4").of(1952));
		for (int number = 0; number < 1000; number++) {
			portal.add(film("Reel " + number).key("tt9" + number).id("imdb", "tt9" + number).of(1930));
		}
		portal.add(film("Laura").key("tt2").id("imdb", "tt2").of(1944));
		portal.add(film("Gilda").key("tt3").id("imdb", "tt3").of(1946));
		// may be the one of 1957, for the other of the name has its id by now
		portal.add(film("The Long Way Round").key("tt5").id("imdb", "tt5").of(1955));

		IngestReport report = take(PORTAL, portal.toArray(FilmRecords[]::new));

		assertThat(strings("""
				select film.slug || ' ' || identifier from film join film_external_id on film_id = film.id
				where film.title in ('Laura', 'Gilda') order by identifier""")).containsExactly("laura-1944 tt1",
				"laura-1944-2 tt2", "gilda-1946 tt3");
		assertThat(number("select count(*) from film")).isEqualTo(1005);
		assertThat(report.doubtful()).isOne();
		assertThat(strings("select candidates from doubtful_record")).containsExactly("the-long-way-round-1957");
	}

	/** So that the films are far apart in the file, and the likest comes last. */
	@Test
	void findsTheSameFilmWhicheverOfTwoSourcesComesFirst() {
		List<FilmRecords> portal = new ArrayList<>();
		portal.add(film("Laura").key("tt1").id("imdb", "tt1").of(1945).minutes(60));
		portal.add(film("Gilda").key("tt2").id("imdb", "tt2").of(1946).minutes(110));
		for (int number = 0; number < 1000; number++) {
			portal.add(film("Reel " + number).key("tt9" + number).id("imdb", "tt9" + number).of(1930));
		}
		portal.add(film("Gilda").key("tt3").id("imdb", "tt3").of(1946).minutes(111));
		portal.add(film("Laura").key("tt4").id("imdb", "tt4").of(1944).minutes(88));
		FilmRecords[] guide = { film("Laura").of(1944).minutes(88), film("Gilda").of(1946).minutes(110) };

		take(GUIDE, guide);
		IngestReport report = this.catalogue.takeFile(PORTAL, portal);

		assertThat(strings("""
				select slug || ' ' || identifier from film join film_external_id on film_id = film.id
				where title = 'Laura' order by slug""")).containsExactly("laura-1944 tt4", "laura-1945 tt1");
		assertThat(report.matched()).isOne();
		assertThat(strings("select source_key || ' ' || candidates from doubtful_record order by 1"))
			.containsExactly("tt2 gilda-1946", "tt3 gilda-1946");
		assertThat(this.catalogue.takeFile(PORTAL, portal))
			.isEqualTo(new IngestReport(1004, 0, 0, 1004 - 2, 0, 0, 2, 0, 0, true));

		EmptyCatalogue other = new EmptyCatalogue();
		other.takeFile(PORTAL, portal);
		assertThat(other.take(GUIDE, Ingest.Gone.KEPT, guide).matched()).isOne();
		assertThat(other.strings("select source_key || ' ' || candidates from doubtful_record"))
			.containsExactly("Gilda gilda-1946,gilda-1946-2");
	}

	@Test
	void writesNothingOfABatchWhileItLooksThroughTheSourceAndIsToldToStop() {
		take(GUIDE, film("Laura").of(1944));
		List<FilmRecords> portal = List.of(film("Laura").key("tt1").id("imdb", "tt1").of(1944),
				film("Gilda").key("tt2").id("imdb", "tt2").of(1946));
		AtomicBoolean stop = new AtomicBoolean();
		Ingest.Way way = new Ingest.Way(TransactionOperations.withoutTransaction(), Ingest.Gone.KEPT, Set.of(), () -> {
			stop.set(true);
			return EmptyCatalogue.reader(portal);
		}, (progress) -> {
		}, stop::get, () -> false, (end) -> {
		});

		IngestReport report = this.catalogue.ingest.take(this.catalogue.jdbc, PORTAL, EmptyCatalogue.reader(portal),
				way);

		assertThat(report).isEqualTo(new IngestReport(0, 0, 0, 0, 0, 0, 0, 0, 0, true));
		assertThat(strings("select slug from film")).containsExactly("laura-1944");
	}

	@ParameterizedTest
	@ValueSource(ints = { 890, 1500 })
	void takesInWhatStandsBeforeTheLineWhereASourceIsCutOff(int count) {
		take(GUIDE, film("Film 7").of(1990));
		AtomicBoolean cutOff = new AtomicBoolean();
		Ingest.Way way = new Ingest.Way(TransactionOperations.withoutTransaction(), Ingest.Gone.WITHDRAWN, Set.of(),
				() -> EmptyCatalogue.reader(List.of(film("Film 7").key("tt7").id("imdb", "tt7").of(1990))),
				(progress) -> {
				}, () -> false, cutOff::get, (end) -> {
				});
		take(PORTAL, film("Withdrawn").of(1970));

		IngestReport report = this.catalogue.ingest.take(this.catalogue.jdbc, PORTAL,
				films(count, () -> cutOff.set(true)), way);

		assertThat(report.read()).isEqualTo(count);
		assertThat(report.created() + report.matched()).isEqualTo(count);
		assertThat(strings("select slug from film where slug = 'withdrawn-1970'")).as("taken for gone").hasSize(1);
	}

	@Test
	void neverTakesTwoRecordsWithIdsOfTheirOwnForOneFilm() {
		take(GUIDE, film("Laura").of(1944));
		take(PORTAL, film("Laura").key("tt1").id("imdb", "tt1").of(1944),
				film("Laura").key("tt2").id("imdb", "tt2").of(1944));

		assertThat(strings("select slug || ' ' || identifier from film join film_external_id on film_id = film.id"))
			.containsExactlyInAnyOrder("laura-1944 tt1", "laura-1944-2 tt2");
	}

	@Test
	void looksAtADoubtAgainWhoseFilmHasGotAnotherId() {
		take(GUIDE, film("The Long Way Round").of(1952));
		FilmRecords record = film("The Long Way Round").key("tt1").id("imdb", "tt1").of(1954);
		assertThat(take(PORTAL, record).doubtful()).isOne();
		assertThat(take(PORTAL, record).doubtful()).isOne();

		FilmRecords other = film("The Long Way Round").key("tt2").id("imdb", "tt2").of(1952);
		IngestReport report = take(PORTAL, record, other);

		assertThat(report.doubtful()).isZero();
		assertThat(report.matched()).isOne();
		assertThat(report.created()).isOne();
		assertThat(take(PORTAL, record, other)).isEqualTo(new IngestReport(2, 0, 0, 2, 0, 0, 0, 0, 0, true));
		assertThat(strings("select source_key from doubtful_record")).isEmpty();
	}

	@Test
	void countsARecordForJoinedWhichAnExportGivesTheFilmOfTheOneBefore() {
		IngestReport report = this.catalogue.ingest.take(this.catalogue.jdbc, PORTAL,
				Stream
					.of(film("One").of(1990).record().speakingOf("one-1990"),
							film("Uno").of(1990).record().speakingOf("one-1990"))
					.iterator(),
				EmptyCatalogue.way(() -> null));

		assertThat(report).isEqualTo(new IngestReport(2, 1, 0, 0, 0, 1, 0, 0, 0, true));
	}

	@Test
	void keepsTwoFilmsOfOneNameApart() {
		take(PORTAL, film("Buddies").of(1985), film("Buddies").key("b2").of(2012), film("Buddies").key("b3"));

		assertThat(strings("select slug from film order by slug")).containsExactly("buddies", "buddies-1985",
				"buddies-2012");
	}

	@Test
	void keepsTwoPeopleOfOneNameApart() {
		take(PORTAL, film("One").of(1990).with("David Rose", null), film("Two").of(1991).with("David Rose", null));

		assertThat(strings("select slug from person order by slug")).containsExactly("david-rose", "david-rose-2");
	}

	@Test
	void knowsAPersonByTheIdThatTheSourceGives() {
		take(PORTAL, Ingest.Gone.KEPT, film("One").of(1990).with("jw:7", "David Rose", "A"),
				film("Two").of(1991).with("jw:7", "David Rose", "B"),
				film("Three").of(1992).with("jw:8", "David Rose", "C"));
		take(GUIDE, Ingest.Gone.KEPT, film("Two").of(1991).with("David Rose", "B").directedBy("Ada"));

		assertThat(
				strings("select slug || ' ' || (select count(distinct film_id) from credit where person_id = person.id)"
						+ " from person order by slug"))
			.containsExactly("ada 1", "david-rose 2", "david-rose-2 1");
	}

	@Test
	void letsNobodyStayWhoWorkedOnNothing() {
		take(PORTAL, film("One").of(1990).with("jw:7", "John Smith", "A").with("jw:8", "John Smith", "B"));
		assertThat(strings("select slug from person order by slug")).containsExactly("john-smith", "john-smith-2");

		take(PORTAL, film("One").of(1990).with("jw:7", "John Smith", "A"));

		assertThat(strings("select slug from person")).containsExactly("john-smith");
	}

	@Test
	void knowsByOneSourcesIdWhomAnotherMeansInTheSameFilm() {
		take(PORTAL, film("Gilda").of(1946).with("imdb:nm1", "Ada Lane", null));
		take(GUIDE, film("Laura").of(1944).directedBy("Ada Lane"));
		assertThat(strings("select slug from person order by slug")).containsExactly("ada-lane", "ada-lane-2");

		take(PORTAL, film("Gilda").of(1946).with("imdb:nm1", "Ada Lane", null),
				film("Laura").of(1944).with("imdb:nm1", "Ada Lane", "Laura"));

		assertThat(strings("""
				select distinct film.slug || ' ' || job || ' ' || person.slug from credit
				join film on film.id = film_id join person on person.id = person_id order by 1"""))
			.containsExactly("gilda-1946 actor ada-lane", "laura-1944 actor ada-lane", "laura-1944 director ada-lane");
		assertThat(strings("select slug from person")).containsExactly("ada-lane");
	}

	@Test
	void takesANameThatSourcesSpaceDifferentlyForOneWithinAFilm() {
		take(GUIDE, film("Laura").of(1944).with("T.J. Lane", "Ada").with("Seo Jupark", null));
		take(PORTAL, film("Laura").of(1944).with("imdb:nm1", "T. J. Lane", "Ada").with("Seo Ju-Park", null));

		assertThat(strings("select person.name || ' ' || coalesce(played, '-') from credit"
				+ " join person on person.id = person_id order by billing"))
			.containsExactly("T.J. Lane Ada", "Seo Jupark -");
		assertThat(strings("select name from person_name order by name")).as("as they may be searched")
			.containsExactly("Seo Ju-Park", "T. J. Lane");
	}

	@Test
	void givesPeopleTheirAddressBackWhoAreCreditedAgainWhereTheyWere() {
		take(PORTAL, film("One").of(1990).with("imdb:nm1", "Bob Lee", "A"),
				film("Two").of(1991).with("imdb:nm2", "Cy Moor", "B"));
		take(PORTAL, film("One").of(1990), film("Two").of(1991));
		assertThat(strings("select slug from person")).isEmpty();

		take(PORTAL, film("One").of(1990).with("imdb:nm1", "Bob Lee", "A"),
				film("Two").of(1991).with("imdb:nm3", "Cy Moor", "B"));

		assertThat(strings("select slug from person order by slug")).as("the same one, and another")
			.containsExactly("bob-lee", "cy-moor-2");
		assertThat(strings("select slug from former_person_slug")).containsExactly("cy-moor");
	}

	@Test
	void leadsFromAPersonOfOneFilmToTheOneWhoTheyTurnOutToBe() {
		take(GUIDE, film("Laura").of(1944).with("Ada Lane", null).with("Ben Reed", null),
				film("Gilda").of(1946).with("Ada Lane", null));
		assertThat(strings("select slug from person order by slug")).containsExactly("ada-lane", "ada-lane-2",
				"ben-reed");

		take(PORTAL, film("Laura").of(1944).with("imdb:nm1", "Ada Lane", null).with("imdb:nm2", "Ben Reed", null),
				film("Gilda").of(1946).with("imdb:nm1", "Ada Lane", null));

		assertThat(strings("select slug from person order by slug")).containsExactly("ada-lane", "ben-reed");
		assertThat(strings(
				"select former.slug || ' ' || person.slug from former_person_slug former join person on person.id = person_id"))
			.containsExactly("ada-lane-2 ada-lane");
	}

	@Test
	void takesThePeopleOfOneNameInOneFilmForOne() {
		take(PORTAL, film("One").of(1990).with("Brad Fraser", null).directedBy("Brad Fraser"));
		take(GUIDE, film("One").of(1990).directedBy("BRAD FRASER"));

		assertThat(strings("select slug from person")).containsExactly("brad-fraser");
	}

	@Test
	void redirectsWhatAFilmWasCalledBefore() {
		take(PORTAL, film("Metropolis").key("m").of(1926));
		take(PORTAL, film("Metropolis").key("m").of(1927));

		assertThat(strings("select slug from film")).containsExactly("metropolis-1927");
		assertThat(strings("select slug from former_film_slug")).containsExactly("metropolis-1926");
	}

	@Test
	void findsTheFilmThatARecordNamesByAFormerAddress() {
		take(PORTAL, film("Metropolis").of(1926));
		take(PORTAL, film("Metropolis").of(1927));

		take(GUIDE, Ingest.Gone.KEPT, film("Metropolis").of(1927).minutes(153).at("metropolis-1926"));

		assertThat(strings("select slug from film")).containsExactly("metropolis-1926");
	}

	@Test
	void neverGivesAFormerSlugToAnotherFilm() {
		take(PORTAL, film("Metropolis").key("m").of(1926));
		take(PORTAL, film("Metropolis").key("m").of(1931));
		take(PORTAL, film("Metropolis").key("m").of(1931), film("Metropolis").key("other").of(1926));

		assertThat(strings("select slug from film order by slug")).containsExactly("metropolis-1926-2",
				"metropolis-1931");
	}

	@Test
	void withdrawsWhatTheSourceSaysNoLonger() {
		take(PORTAL, film("Metropolis").of(1927).with("Brigitte Helm", null), film("Vertigo").of(1958));
		take(GUIDE, film("Vertigo").of(1958).minutes(128));

		IngestReport report = take(PORTAL);

		assertThat(report.withdrawn()).isEqualTo(2);
		assertThat(strings("select slug from film")).as("the guide still speaks of it").containsExactly("vertigo-1958");
		assertThat(number("select count(*) from removed_film")).isOne();
		assertThat(number("select count(*) from person")).isZero();
		assertThat(strings("select slug from former_film_slug")).containsExactly("metropolis-1927");
	}

	@Test
	void takesTheVotesOfTheSourceWhoseRatingIsBelieved() {
		take(GUIDE, film("Metropolis").of(1927).rated("6.1", 631));
		take(PORTAL, film("Metropolis").of(1927).rated("6.1", null));
		take(source("other", 90), film("Metropolis").of(1927).rated("6.2", 90));

		assertThat(this.catalogue.jdbc.queryForMap("select rating, votes from film"))
			.containsEntry("rating", new BigDecimal("6.1"))
			.containsEntry("votes", 631);
		assertThat(number("select count(*) from film_rating")).isEqualTo(3);
	}

	@Test
	void weighsARatingByItsVotes() {
		take(PORTAL, film("Known").of(1990).rated("8.0", 9000), film("Unknown").of(1991).rated("9.0", null));

		// C = 8.5: (9000 · 8.0 + 1000 · 8.5) / 10000 and C itself, for nobody says how
		// many gave the 9.0
		assertThat(strings("select weighted_rating from film order by title")).containsExactly("8.0500", "8.5000");
	}

	@Test
	void weighsTheMostVotesThatThereCanBe() {
		take(PORTAL, film("Known").of(1990).rated("8.0", Integer.MAX_VALUE), film("Other").of(1991).rated("6.0", 10));

		assertThat(strings("select weighted_rating from film where title = 'Known'")).containsExactly("8.0000");
	}

	@Test
	void writesReviewsAndOffers() {
		FilmRecord.Offer offer = new FilmRecord.Offer("Netflix", "stream", null, null, null, null, null,
				new PartialDate("2020-01-01"), new PartialDate("2021"), null);
		take(PORTAL, film("One").of(1990).reviewed("Ada", "8", "Good.").reviewed("Ben", null, "Long.").offered(offer));

		assertThat(this.catalogue.jdbc.queryForMap("select review_count, scored_review_count, review_mean from film"))
			.containsEntry("review_count", 2)
			.containsEntry("scored_review_count", 1);
		assertThat(number("select film_count from provider where slug = 'netflix'")).isOne();
		assertThat(strings("select checked_on from offer")).containsExactly("2021");
	}

	@Test
	void leavesAReviewAtItsAddressWhenItsTextOrItsFilmChanges() {
		take(PORTAL, film("One").of(1990).reviewed("Ada", "8", "Good.").reviewed("Ben", null, "Long."));
		List<String> before = strings("select id || ' ' || author from review order by id");

		take(PORTAL,
				film("One").of(1990).minutes(90).reviewed("Ada", "8", "Very good.").reviewed("Ben", null, "Long."));

		assertThat(strings("select id || ' ' || author from review order by id")).isEqualTo(before);
		assertThat(strings("select text from review order by id")).containsExactly("Very good.", "Long.");
	}

	@Test
	void keepsWhatASourceCallsRelatedWhicheverComesFirst() {
		take(PORTAL, film("One").of(1990).related("Two"), film("Two").of(1991));

		assertThat(strings("""
				select film.title || ' → ' || related_key from record_relation
				join source_record on source_record.id = record_id join film on film.id = film_id"""))
			.containsExactly("One → Two");
	}

	@Test
	void neverGivesTheIdOfAFilmOrPersonThatIsGoneToAnother() {
		take(PORTAL, film("One").of(1990));
		for (String title : List.of("Two", "Three")) {
			take(PORTAL, film("One").of(1990), film(title).of(1991).with("Ada " + title, null));
			take(PORTAL, film("One").of(1990));
		}

		assertThat(number("select count(*) from removed_film")).isEqualTo(2);
		assertThat(number("select count(*) from removed_person")).isEqualTo(2);
	}

	@Test
	void neverGivesTheIdOfAReviewThatIsGoneToAnother() {
		take(PORTAL, film("One").of(1990).reviewed("Ada", null, "First.").reviewed("Ben", null, "Second."));
		long highest = number("select max(id) from review");
		take(PORTAL, film("One").of(1990).reviewed("Ada", null, "First."));
		take(GUIDE, film("Two").of(1991).reviewed("Cleo", null, "Third."));

		assertThat(number("select id from review where author = 'Cleo'")).isEqualTo(highest + 1);
	}

	@Test
	void knowsAPersonByOneOtherSpellingInSeveralFilms() {
		take(PORTAL, film("One").of(1990).spelt("tmdb:1", "Mike Lane", "Michael Lane"),
				film("Two").of(1991).spelt("tmdb:1", "Mike Lane", "Michael Lane"));
		take(GUIDE, film("Three").of(1992).spelt("tmdb:1", "Mike Lane", "Michael Lane"));

		assertThat(strings("select name from person_name")).containsExactly("Michael Lane");
	}

	@Test
	void keepsTwoFilmsOfOneNameAndYearApartThatStandSideBySide() {
		take(PORTAL, film("Veronica").key("a").of(2017).minutes(105).with("A", null).with("B", null).with("C", null),
				film("Verónica").key("b").of(2017).minutes(81).with("D", null).with("E", null).with("F", null));
		take(GUIDE, film("Twice").key("a").of(1999).minutes(90).directedBy("Ada Lane"),
				film("Twice").key("b").of(1999).minutes(90).directedBy("Ada Lane"));

		assertThat(strings("select title from film order by title")).containsExactly("Twice", "Veronica", "Verónica");
	}

	@Test
	void givesAFilmItsAddressAgainThatWasWithdrawnAndComesBack() {
		take(PORTAL, film("One").of(1990), film("Two").key("two").of(1991));
		take(PORTAL, film("Two").key("two").of(1991));
		take(GUIDE, film("One").of(1990));
		assertThat(strings("select slug from film order by slug")).as("another's word")
			.containsExactly("one-1990-2", "two-1991");

		take(PORTAL, film("Three").of(1992));
		take(PORTAL, film("Three").of(1992), film("Two Again").key("two").of(1991));

		assertThat(strings("select slug from film order by slug")).containsExactly("one-1990-2", "three-1992",
				"two-again-1991");
		assertThat(strings("""
				select film.slug from former_film_slug former join film on film.id = former.film_id
				where former.slug = 'two-1991'""")).containsExactly("two-again-1991");

		take(PORTAL, film("Two Again").key("two").of(1991));
		take(PORTAL, film("Three").of(1992), film("Two Again").key("two").of(1991));
		take(GUIDE, film("Two").of(1993));
		take(GUIDE, film("One").of(1990), film("Two").of(1993));

		assertThat(strings("select slug from film order by slug")).as("also with a number")
			.contains("three-1992", "one-1990-2");
		assertThat(strings("select slug from former_film_slug where slug = 'three-1992'")).isEmpty();
	}

	@Test
	void addsToWhatAnEditionWithoutSomeOfItsFilesSaysNothingOf() {
		take(PORTAL,
				film("One").of(1990)
					.id("imdb", "tt1")
					.also("Uno")
					.rated("7.0", 100)
					.with("Ada", null)
					.with("Ben", null));

		this.catalogue.ingest.take(this.catalogue.jdbc, PORTAL,
				List.of(film("One").of(1990).id("tmdb", "1").also("Een").with("Cleo", null).record()).iterator(),
				new Ingest.Way(
						TransactionOperations.withoutTransaction(), Ingest.Gone.KEPT, EnumSet.of(FilmRecord.Part.TITLES,
								FilmRecord.Part.IDS, FilmRecord.Part.RATING, FilmRecord.Part.CREDITS),
						() -> null, (progress) -> {
						}, () -> false, () -> false, (end) -> {
						}));

		assertThat(strings("select scheme || ' ' || identifier from film_external_id order by 1")).contains("imdb tt1",
				"tmdb 1");
		assertThat(strings("select title from film_title order by title")).containsExactly("Een", "One", "Uno");
		assertThat(strings("select votes from film_rating")).containsExactly("100");
		assertThat(strings("select person.name from credit join person on person.id = person_id order by billing"))
			.containsExactly("Ada", "Ben", "Cleo");
	}

	@Test
	void takesTwoRecordsOfOneIdForOneFilmThoughTheyComeTogether() {
		take(PORTAL, film("Low Tide").key("a").of(1990).minutes(90).id("imdb", "tt1").id("list", "a"),
				film("Low Tide").key("b").of(1990).minutes(91).id("imdb", "tt1").id("list", "b"));

		assertThat(strings("select slug from film")).containsExactly("low-tide-1990");
	}

	@Test
	void takesBackADoubtThatTheNewerListDoesNotHave() {
		take(PORTAL, film("Home").key("a").of(2008).minutes(90), film("Home").key("b").of(2008).id("imdb", "tt1"));
		SourceEntry older = list("2021");
		take(older, Ingest.Gone.ENDED, film("Home").of(2008).offered(offer("2021")),
				film("Away").of(2009).offered(offer("2021")));
		assertThat(strings("select source_key from doubtful_record")).containsExactly("Home");

		take(list("2022"), Ingest.Gone.ENDED, film("Away").of(2009).offered(offer("2022")));

		assertThat(strings("select source_key from doubtful_record")).isEmpty();
	}

	@Test
	void believesTheNewerOfTwoRecordsOfOneListThatCorrectsAYear() {
		take(list("2021"), Ingest.Gone.ENDED,
				film("Lane").key("lane 2018").of(2018).directedBy("Ada Lane").minutes(90).offered(offer("2021")));
		take(list("2022"), Ingest.Gone.ENDED,
				film("Lane").key("lane 2019").of(2019).directedBy("Ada Lane").minutes(90).offered(offer("2022")));

		assertThat(strings("select slug || ' ' || release_year from film")).containsExactly("lane-2019 2019");
		assertThat(strings("select count(*) from offer where ended_on is null")).containsExactly("1");
	}

	@Test
	void writesAllPartsOfAFilmAnewWhereTheTrustInASourceTurnsTheBelief() {
		take(PORTAL, film("Right").of(1990).id("imdb", "tt1").minutes(90).directedBy("Ada"));
		take(GUIDE, film("Wrong").of(1990).id("imdb", "tt1").minutes(90).directedBy("Ada"));
		assertThat(strings("select title from film")).containsExactly("Right");

		take(new SourceEntry("guide", "guide", "page", 90, null, null, null),
				film("Wrong").of(1990).id("imdb", "tt1").minutes(90).directedBy("Ada"));

		assertThat(strings("select slug from film")).containsExactly("wrong-1990");
		assertThat(strings("select title from film_title where kind = 'main'")).containsExactly("Wrong");
	}

	@Test
	void choosesAmongSynopsesAnewWhereTheTrustInASourceTurnsTheBelief() {
		FilmRecords one = film("One").of(1990)
			.text(new FilmRecord.Text(null, List.of(), "A man leaves.", List.of(), List.of(), List.of()));
		take(PORTAL, one);
		take(GUIDE, film("One").of(1990)
			.text(new FilmRecord.Text(null, List.of(), "A woman comes home.", List.of(), List.of(), List.of())));
		assertThat(strings("select synopsis from film")).containsExactly("A man leaves.");

		take(new SourceEntry("portal", "portal", "page", 10, null, null, null), one);

		assertThat(strings("select synopsis from film")).containsExactly("A woman comes home.");
	}

	@Test
	void tellsTheCreditsHowWellTheFilmIsKnown() {
		String votes = "select coalesce(fame, 0) from credit order by id";
		take(PORTAL, film("One").of(1990).with("Ada", null).with("Ben", null).rated("7.0", 100));
		assertThat(strings(votes)).containsExactly("100", "100");

		take(PORTAL, film("One").of(1990).with("Ada", null).with("Ben", null).rated("7.0", 250));
		assertThat(strings(votes)).containsExactly("250", "250");

		take(GUIDE, film("One").of(1990).rated("6.0", 400));
		assertThat(strings("select votes from film")).containsExactly("400");
		assertThat(strings(votes)).containsExactly("400", "400");

		take(new SourceEntry("curator", "A curator", "curator", 100, null, null, null),
				film("One").of(1990).rated("9.0", null));
		assertThat(strings("select coalesce(votes, 0) from film")).as("of the rating that is believed")
			.containsExactly("0");
		assertThat(strings(votes)).as("of any").containsExactly("400", "400");
		take(new SourceEntry("curator", "A curator", "curator", 100, null, null, null), film("One").of(1990));

		take(GUIDE, film("One").of(1990));
		take(PORTAL, film("One").of(1990).with("Ada", null).with("Ben", null));
		assertThat(strings(votes)).containsExactly("0", "0");
	}

	@Test
	void makesTheVotesOfSourcesComparableOverTheFilmsThatBothRate() {
		SourceEntry many = source("many", 70);
		SourceEntry few = source("few", 60);
		String fame = "select title || ' ' || film.fame || ' ' || credit.fame from film join credit on film_id = film.id order by 1";
		FilmRecords recent = film("New").of(2012).with("Ada", null).rated("5.0", 20_000);
		FilmRecords old = film("Old").of(1972).with("Ben", null).rated("9.0", 50);
		take(few, Stream.concat(Stream.of(old), both("8.0", 10)).toArray(FilmRecords[]::new));
		assertThat(strings(fame)).containsExactly("Old 50 50");

		take(many, Stream.concat(Stream.of(recent), both("7.0", 10_000)).toArray(FilmRecords[]::new));

		assertThat(strings(fame)).containsExactly("New 20000 20000", "Old 50000 50000");
		assertThat(strings("select distinct fame from film where title like 'Both%'")).containsExactly("10000");
		assertThat(number("select votes from film where title = 'Old'")).as("as the page says").isEqualTo(50);
		long before = revision();
		take(many, Stream.concat(Stream.of(recent), both("7.0", 10_000)).toArray(FilmRecords[]::new));
		assertThat(revision()).isEqualTo(before);

		take(few, Stream.concat(Stream.of(old.rated("9.0", 70)), both("8.0", 12)).toArray(FilmRecords[]::new));
		assertThat(strings(fame)).as("a little more moves no scale")
			.containsExactly("New 20000 20000", "Old 70000 70000");
	}

	@Test
	void makesNobodysVotesFewer() {
		take(source("most", 70), Stream.concat(Stream.of(film("Best").of(2012).rated("8.0", 900_000)), both("7.0", 100))
			.toArray(FilmRecords[]::new));

		take(source("other", 60), both("8.0", 9_000).toArray(FilmRecords[]::new));

		assertThat(strings("select distinct fame from film where title like 'Both%'")).containsExactly("9000");
	}

	private static Stream<FilmRecords> both(String score, int votes) {
		return IntStream.range(0, 20)
			.mapToObj((number) -> film("Both " + number).of(1950 + number).rated(score, votes));
	}

	@Test
	void takesTheNewerWordOfTwoSourcesOnOneService() {
		String offers = "select checked_on || ' ' || coalesce(ended_on, '-') from offer order by 1";
		take(PORTAL, film("Home").of(2008).offered(offer("2021-09")));
		take(list("2022"), Ingest.Gone.ENDED, film("Home").of(2008).offered(offer("2022")));
		assertThat(strings(offers)).containsExactly("2021-09 -", "2022 -");

		take(list("2023"), Ingest.Gone.ENDED, film("Away").of(2009));
		assertThat(strings(offers)).containsExactly("2022 2023");

		take(PORTAL, film("Home").of(2008).offered(offer("2024-01")));
		assertThat(strings(offers)).containsExactly("2024-01 -");
	}

	@Test
	void takesAMendedRowOfAListInPlaceOfTheOneOfBefore() {
		take(list("2022-01"), Ingest.Gone.ENDED,
				film("Harbour").key("1").of(2010).directedBy("Jon Smyth").offered(offer("2022-01")));
		take(list("2022-02"), Ingest.Gone.ENDED,
				film("Harbour").key("2").of(2010).directedBy("Jane Smith").offered(offer("2022-02")));
		assertThat(strings("select person.name from credit join person on person.id = person_id"))
			.containsExactly("Jane Smith");

		take(list("2022-02"), Ingest.Gone.ENDED,
				film("Harbour").key("3").of(2011).directedBy("Jane Smith").offered(offer("2022-02")));

		assertThat(strings("select slug || ' ' || release_year || ' ' || remarked from film"))
			.containsExactly("harbour-2011 2011 FALSE");
		assertThat(strings("select source_key from source_record")).containsExactly("3");
		assertThat(strings("select checked_on || ' ' || coalesce(ended_on, '-') from offer"))
			.containsExactly("2022-02 -");
	}

	@Test
	void knowsOfAMendedRowWhenItWasGoneBefore() {
		take(list("2021-01"), Ingest.Gone.ENDED, film("Harbour").key("1").of(2010).offered(offer("2021-01")));
		take(list("2021-06"), Ingest.Gone.ENDED, film("Other").of(1990).offered(offer("2021-06")));

		take(list("2022-01"), Ingest.Gone.ENDED,
				film("Harbour").key("2").of(2010).directedBy("Jane Smith").offered(offer("2022-01")));

		assertThat(
				strings("select checked_on || ' ' || coalesce(ended_on, '-') from offer join film on film_id = film.id"
						+ " where title = 'Harbour' order by 1"))
			.containsExactly("2021-01 2021-06", "2022-01 -");
	}

	@Test
	void takesNothingBackWhereALooseRowIsMissingFromAListThatIsNotWhole() {
		take(list("2021-01"), Ingest.Gone.ENDED,
				Stream.concat(
						Stream.of(film("Harbour").key("1").of(2010).directedBy("Jon Smyth").offered(offer("2021-01")),
								film("Harbour").key("2").of(2010).directedBy("Jon Smyth").offered(offer("2021-01"))),
						IntStream.range(0, 20).mapToObj((n) -> film("Film " + n).of(1990).offered(offer("2021-01"))))
					.toArray(FilmRecords[]::new));
		long records = number("select count(*) from source_record");

		IngestReport report = take(list("2021-02"), Ingest.Gone.ENDED_IF_FEW,
				film("Harbour").key("1").of(2010).directedBy("Jon Smyth").offered(offer("2021-02")));

		assertThat(report.spared()).isPositive();
		assertThat(number("select count(*) from source_record")).isEqualTo(records);
	}

	@Test
	void keepsWhatAMergeBroughtThoughTheListHasItNoLonger() {
		take(list("2022-01"), Ingest.Gone.ENDED, film("One").of(2010).offered(offer("2022-01")),
				film("Uno").of(2010).offered(offer("2022-01")));
		this.catalogue.mergers.merge("uno-2010", "one-2010", "The same");

		take(list("2022-02"), Ingest.Gone.ENDED, film("One").of(2010).offered(offer("2022-02")));

		assertThat(number("select count(*) from source_record")).isEqualTo(2);
		this.catalogue.mergers.split("uno-2010");
		assertThat(strings("select slug from film order by slug")).containsExactly("one-2010", "uno-2010");
	}

	@Test
	void takesAServiceToBeThereWhereTwoSourcesDifferInOneYear() {
		take(PORTAL, film("Home").of(2008).offered(offer("2023")));
		take(GUIDE, film("Home").of(2008).offered(offer("2022").endedOn(new PartialDate("2023"))));

		assertThat(strings("select coalesce(ended_on, '-') from offer")).containsExactly("-");
	}

	@Test
	void takesAnotherRegionOrWayAndWhatOneSourceSaysOfBothForTwoOffers() {
		FilmRecord.Offer rented = new FilmRecord.Offer("List", "rent", "CA", null, null, null, null, null,
				new PartialDate("2021"), null);
		FilmRecord.Offer abroad = new FilmRecord.Offer("List", "stream", "DE", null, null, null, null, null,
				new PartialDate("2021"), null);
		FilmRecord.Offer gone = new FilmRecord.Offer("List", "stream", "CA", null, null, "4K", null, null,
				new PartialDate("2022"), new PartialDate("2023"));
		FilmRecord.Offer there = new FilmRecord.Offer("List", "stream", "CA", null, null, "HD", null, null,
				new PartialDate("2024"), null);
		take(PORTAL, film("Home").of(2008).offered(rented).offered(abroad));
		take(GUIDE, film("Home").of(2008).offered(gone).offered(there));

		assertThat(strings("select kind || ' ' || region || ' ' || coalesce(ended_on, '-') from offer order by 1"))
			.containsExactly("rent CA -", "stream CA -", "stream CA 2023", "stream DE -");
	}

	@Test
	void keepsTwoServicesApartThatDifferByASign() {
		take(PORTAL, film("One").of(1990).offered(offer("AMC", "2021")).offered(offer("AMC+", "2021")));

		assertThat(strings("select slug from provider order by slug")).containsExactly("amc", "amc-plus");
	}

	private static SourceEntry list(String asOf) {
		return new SourceEntry("list", "List", "list", 40, new PartialDate(asOf), null, null);
	}

	private static FilmRecord.Offer offer(String checked) {
		return offer("List", checked);
	}

	private static FilmRecord.Offer offer(String provider, String checked) {
		return new FilmRecord.Offer(provider, "stream", null, null, null, null, null, null, new PartialDate(checked),
				null);
	}

	private IngestReport take(SourceEntry source, FilmRecords... films) {
		return take(source, Ingest.Gone.WITHDRAWN, films);
	}

	private IngestReport take(SourceEntry source, Ingest.Gone gone, FilmRecords... films) {
		return this.catalogue.take(source, gone, films);
	}

	private long revision() {
		return number("select revision from catalogue");
	}

	private long number(String sql) {
		return this.catalogue.number(sql);
	}

	private List<String> strings(String sql) {
		return this.catalogue.strings(sql);
	}

	private static SourceEntry source(String id, int trust) {
		return new SourceEntry(id, id, "page", trust, null, null, null);
	}

}
