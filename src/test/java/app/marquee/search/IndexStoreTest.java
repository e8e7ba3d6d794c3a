package app.marquee.search;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import app.marquee.MarqueeTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.hibernate.search.util.common.SearchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Indexes of the same database in a folder of their own, opened, damaged and shared. */
@MarqueeTest
@ExtendWith(OutputCaptureExtension.class)
class IndexStoreTest {

	private static final int FILMS = 11;

	@TempDir
	private Path home;

	@Autowired
	private IndexBuilder builder;

	@Autowired
	private Changes changes;

	@Autowired
	private Documents documents;

	private Opened first;

	private Opened second;

	/** One process that has the folder open, as far as the index is concerned. */
	private final class Opened implements AutoCloseable {

		private final Index index = new Index();

		private final IndexMeasures measures = new IndexMeasures();

		private final MeterRegistry metrics = new SimpleMeterRegistry();

		/** What happens when it opens what is there. */
		private Runnable opening = () -> {
		};

		private final IndexFollower follower = new IndexFollower(this.index,
				watched(new LuceneStore(IndexStoreTest.this.home)), IndexStoreTest.this.builder,
				IndexStoreTest.this.changes, this.measures, new StaticApplicationContext());

		private Opened() {
			this.measures.bindTo(this.metrics);
		}

		private IndexStore watched(IndexStore store) {
			return (IndexStore) Proxy.newProxyInstance(IndexStore.class.getClassLoader(),
					new Class<?>[] { IndexStore.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("open")) {
							this.opening.run();
						}
						return method.invoke(store, arguments);
					});
		}

		private double measure(String name) {
			return this.metrics.get("marquee.index." + name).gauge().value();
		}

		private long films() {
			return this.index.ask((session) -> session.search(FilmDocument.class)
				.where((where) -> where.matchAll())
				.fetchTotalHitCount());
		}

		private String edition() {
			Edition current = this.index.current();
			return (current != null) ? current.name() : "none";
		}

		@Override
		public void close() {
			this.follower.destroy();
		}

	}

	@BeforeEach
	void open() {
		this.first = new Opened();
		this.second = new Opened();
	}

	@AfterEach
	void close() {
		this.first.close();
		this.second.close();
	}

	@Test
	void buildsWhatIsNotThere() {
		assertThatExceptionOfType(IndexAway.class).isThrownBy(this.first::films);
		assertThat(this.first.measure("revision")).isEqualTo(-1);

		assertThat(this.first.follower.follow()).isTrue();

		assertThat(this.first.films()).isEqualTo(FILMS);
		assertThat(this.first.measure("revision")).isEqualTo(this.changes.revision());
		assertThat(this.first.measure("size")).isGreaterThan(1000);
		assertThat(this.first.measure("build")).isPositive();
	}

	@Test
	void publishesInOnePieceWhatWasWrittenInMany() throws IOException {
		try (LuceneStore store = new LuceneStore(this.home)) {
			assertThat(store.claim()).isTrue();
			try (Edition edition = store.create()) {
				for (long id = 1; id <= 3; id++) {
					edition.add(this.documents.films(List.of(id)));
					edition.reached(this.changes.catalogue(), id);
				}
				assertThat(pieces(edition)).isEqualTo(3);

				store.publish(edition);

				assertThat(pieces(edition)).isOne();
			}
		}
	}

	private int pieces(Edition edition) throws IOException {
		try (Directory films = FSDirectory.open(format().resolve(edition.name()).resolve("film"));
				DirectoryReader reader = DirectoryReader.open(films)) {
			return reader.leaves().size();
		}
	}

	@Test
	void findsAfterARestartWhatWasThere() {
		this.first.follower.follow();
		this.first.close();

		assertThat(this.second.follower.follow()).isTrue();

		assertThat(this.second.films()).isEqualTo(FILMS);
		assertThat(this.second.edition()).isEqualTo("1");
		assertThat(this.second.measure("build")).isNaN();
		assertThat(this.second.measure("revision")).isEqualTo(this.changes.revision());
	}

	@Test
	void servesWhileItIsBuiltAnew() throws IOException, InterruptedException {
		this.first.follower.follow();
		AtomicBoolean ended = new AtomicBoolean();
		AtomicInteger wrong = new AtomicInteger();
		Thread reader = new Thread(() -> {
			while (!ended.get()) {
				if (this.first.films() != FILMS) {
					wrong.incrementAndGet();
				}
			}
		});
		reader.setUncaughtExceptionHandler((thread, failure) -> wrong.incrementAndGet());
		reader.start();

		for (int times = 0; times < 5; times++) {
			this.first.follower.rebuild();
		}
		ended.set(true);
		reader.join();

		assertThat(wrong).hasValue(0);
		assertThat(this.first.edition()).isEqualTo("6");
		assertThat(editions()).containsExactly("6");
	}

	/** What can happen to files. */
	enum Damage {

		TRUNCATED {
			@Override
			void doTo(Path edition) throws IOException {
				try (RandomAccessFile file = new RandomAccessFile(largest(edition, "").toFile(), "rw")) {
					file.setLength(file.length() / 2);
				}
			}
		},
		OVERWRITTEN {
			@Override
			void doTo(Path edition) throws IOException {
				try (RandomAccessFile file = new RandomAccessFile(largest(edition, "").toFile(), "rw")) {
					file.seek(file.length() / 2);
					file.writeBytes("garbage");
				}
			}
		},
		SEGMENT_MISSING {
			@Override
			void doTo(Path edition) throws IOException {
				Files.delete(largest(edition, ""));
			}
		},
		LIST_OF_SEGMENTS_MISSING {
			@Override
			void doTo(Path edition) throws IOException {
				Files.delete(largest(edition, "segments_"));
			}
		},
		LIST_OF_SEGMENTS_EMPTY {
			@Override
			void doTo(Path edition) throws IOException {
				Files.write(largest(edition, "segments_"), new byte[0]);
			}
		},
		PART_MISSING {
			@Override
			void doTo(Path edition) throws IOException {
				FileSystemUtils.deleteRecursively(edition.resolve("person"));
			}
		},
		ALL_MISSING {
			@Override
			void doTo(Path edition) throws IOException {
				FileSystemUtils.deleteRecursively(edition);
			}
		},
		NAME_UNREADABLE {
			@Override
			void doTo(Path edition) throws IOException {
				Files.write(edition.resolveSibling("current"), new byte[] { (byte) 0xff, 0, 1 });
			}
		};

		abstract void doTo(Path edition) throws IOException;

		private static Path largest(Path edition, String name) throws IOException {
			try (Stream<Path> files = Files.list(edition.resolve("film"))) {
				return files.filter((file) -> file.getFileName().toString().startsWith(name))
					.max(Comparator.comparingLong((file) -> file.toFile().length()))
					.orElseThrow();
			}
		}

	}

	@ParameterizedTest
	@EnumSource
	void buildsAnewWhatIsDamaged(Damage damage, CapturedOutput output) throws IOException {
		this.first.follower.follow();
		this.first.close();
		damage.doTo(format().resolve("1"));

		assertThat(this.second.follower.follow()).isTrue();

		assertThat(this.second.films()).isEqualTo(FILMS);
		assertThat(editions()).singleElement();
		assertThat(output.getAll().lines().filter((line) -> line.contains("built anew"))).hasSize(1);
		assertThat(output).doesNotContain("\tat ");
	}

	@Test
	void removesWhatWasLeftHalfBuilt() throws IOException {
		this.first.follower.follow();
		this.first.close();
		Files.createDirectories(format().resolve("7").resolve("film"));
		Files.createDirectories(format().resolveSibling("format-0").resolve("1"));

		this.second.follower.follow();

		assertThat(editions()).containsExactly("1");
		assertThat(format().resolveSibling("format-0")).doesNotExist();
	}

	@Test
	void buildsAnewWhatKnowsMoreThanTheDatabase(CapturedOutput output) {
		this.first.follower.follow();
		Edition edition = this.first.index.current();
		edition.add(List.of(new PersonDocument(999_999L, "stranger", "Stranger", "stranger", List.of("stranger"),
				List.of("str", "stra"), List.of("stranger"), List.of(), 0, List.of(), 1)));
		edition.reached(this.changes.catalogue(), Long.MAX_VALUE);
		this.first.close();

		this.second.follower.follow();

		assertThat(output).containsOnlyOnce("not of this database");
		assertThat(this.second.index.<Long>ask((session) -> session.search(PersonDocument.class)
			.where((where) -> where.match().field("nameWords").matching("stranger"))
			.fetchTotalHitCount())).isZero();
	}

	@Test
	void buildsAnewWhatIsOfAnotherCatalogue(CapturedOutput output) throws IOException {
		this.first.follower.follow();
		this.first.index.current().reached("2001-01-01T00:00:00Z", this.changes.revision());
		this.first.close();

		this.second.follower.follow();

		assertThat(output).containsOnlyOnce("is of another catalogue");
		assertThat(editions()).containsExactly("2");
		assertThat(this.second.films()).isEqualTo(FILMS);
	}

	@Test
	void leavesTheIndexToWhoeverHasIt() {
		assertThat(this.first.follower.follow()).isTrue();

		assertThat(this.second.follower.follow()).isFalse();

		assertThat(this.second.films()).isEqualTo(FILMS);
		assertThat(this.second.measure("revision")).isEqualTo(this.changes.revision());
		this.first.close();
		List<Long> served = new ArrayList<>();
		this.second.opening = () -> served.add(this.second.films());
		assertThat(this.second.follower.follow()).isTrue();
		assertThat(served).as("films while it took over").containsExactly((long) FILMS);
		assertThat(this.second.films()).isEqualTo(FILMS);
	}

	@Test
	void servesNothingOfAnotherCatalogueWhoseServerHasTheIndex() {
		this.first.follower.follow();
		this.second.follower.follow();
		Object before = this.first.follower.state();
		this.first.follower.rebuild();
		assertThat(this.first.follower.state()).isNotEqualTo(before);
		this.first.index.current().reached("2001-01-01T00:00:00Z", this.changes.revision());

		assertThatIllegalStateException().isThrownBy(this.second.follower::follow)
			.withMessageContaining("--marquee.home=DIR");

		assertThatExceptionOfType(IndexAway.class).isThrownBy(this.second::films);
	}

	@Test
	void asksWhoeverHasTheIndexToBuildItAnew() {
		this.first.follower.follow();

		assertThat(this.second.follower.rebuild()).isFalse();
		assertThat(this.first.edition()).isEqualTo("1");
		this.first.follower.follow();

		assertThat(this.first.edition()).isEqualTo("2");
		this.second.follower.follow();
		assertThat(this.second.edition()).isEqualTo("2");
	}

	@Test
	void looksAtAnIndexThatCannotBeSearched(CapturedOutput output) {
		this.first.follower.follow();

		assertThatExceptionOfType(IndexAway.class).isThrownBy(() -> this.first.index.ask((session) -> {
			throw new SearchException("cannot read", new IOException("disk"));
		}));
		Edition before = this.first.index.current();
		this.first.follower.follow();

		assertThat(this.first.index.current()).isNotSameAs(before);
		assertThat(this.first.films()).isEqualTo(FILMS);
		assertThat(this.first.edition()).isEqualTo("1");
		assertThat(output).containsOnlyOnce("cannot be searched");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void doesNotTakeABusyNodeForADamage(int status) {
		this.first.follower.follow();

		assertThatExceptionOfType(IndexAway.class).isThrownBy(() -> this.first.index.ask((session) -> {
			throw new SearchException("HSEARCH400007: request failed",
					new SearchException("Response: " + status + " 'busy' from 'http://node:9200'"));
		}));

		assertThat(this.first.index.isSuspect()).isFalse();
	}

	@Test
	void takesLostShardsForADamage() {
		this.first.follower.follow();

		assertThatExceptionOfType(IndexAway.class).isThrownBy(() -> this.first.index.ask((session) -> {
			throw new SearchException("Response: 503 'Service Unavailable' from 'http://node:9200' with body "
					+ "{\n\"error\":{\"reason\":\"all shards failed\"}}");
		}));

		assertThat(this.first.index.isSuspect()).isTrue();
	}

	@Test
	void doesNotTakeAMistakeInAQueryForADamage() {
		this.first.follower.follow();

		assertThatExceptionOfType(SearchException.class)
			.isThrownBy(() -> this.first.index.ask((session) -> session.search(FilmDocument.class)
				.where((where) -> where.match().field("nonsense").matching(1))
				.fetchTotalHitCount()));
		assertThat(this.first.index.isSuspect()).isFalse();
	}

	private Path format() {
		return this.home.resolve("index").resolve("format-" + Index.FORMAT);
	}

	private List<String> editions() throws IOException {
		try (Stream<Path> files = Files.list(format())) {
			return files.filter(Files::isDirectory).map((folder) -> folder.getFileName().toString()).toList();
		}
	}

}
