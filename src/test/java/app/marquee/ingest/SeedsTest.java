package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.marquee.MarqueeApplication;
import app.marquee.web.MarqueeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The seeds are loaded at the first start, and again when they change. */
class SeedsTest {

	@TempDir
	private Path home;

	private Path seeds;

	@BeforeEach
	void copyTheSeeds() throws IOException {
		this.seeds = Files.createDirectory(this.home.resolve("seeds"));
		try (Stream<Path> files = Files.list(Path.of("seeds"))) {
			for (Path file : files.toList()) {
				Files.copy(file, this.seeds.resolve(file.getFileName()));
			}
		}
	}

	@Test
	void editingASeedAndStartingAgainUpdatesThatFilmAndNothingElse() throws IOException {
		long revision;
		try (ConfigurableApplicationContext first = start()) {
			revision = revision(first);
			assertThat(films(first)).hasSize(11);
		}
		edit("film-portal.json", "\"year\": 1998,", "\"year\": 1999,");
		try (ConfigurableApplicationContext second = start()) {
			assertThat(changedSince(second, revision)).containsExactly("pleasantville-1999");
			assertThat(films(second)).hasSize(11).doesNotContain("pleasantville-1998");
			assertThat(strings(second, "select slug from former_film_slug")).containsExactly("pleasantville-1998");
			assertThat(strings(second, "select name from person where slug = 'brad-fraser'")).hasSize(1);
		}
	}

	@Test
	void startingAgainWithTheSameSeedsChangesNothing() {
		long revision;
		try (ConfigurableApplicationContext first = start()) {
			revision = revision(first);
		}
		try (ConfigurableApplicationContext second = start()) {
			assertThat(revision(second)).isEqualTo(revision);
		}
	}

	@Test
	void weighsTheFilmsAgainWhereTheMinimumIsAnother() {
		String weighted = "select weighted_rating from film where slug = 'leaving-metropolis-2002'";
		String before;
		try (ConfigurableApplicationContext first = start()) {
			before = strings(first, weighted).get(0);
		}
		try (ConfigurableApplicationContext second = start("--marquee.minimum-votes=10")) {
			assertThat(strings(second, weighted)).doesNotContain(before);
			String after = strings(second, weighted).get(0);

			Ingest command = new Ingest(Clock.systemUTC(), second.getBean(JsonMapper.class),
					new MarqueeSettings(Path.of("none"), "none", "http://localhost", 1000));
			command.numbers(new Rows(second.getBean(JdbcTemplate.class)))
				.weigh(TransactionOperations.withoutTransaction());
			assertThat(strings(second, weighted)).as("a command weighs as the server does").containsExactly(after);
		}
	}

	@Test
	void saysWhatIsWrongWithASeedAndLeavesTheCatalogueAsItWas() throws IOException {
		try (ConfigurableApplicationContext first = start()) {
			assertThat(films(first)).hasSize(11);
		}
		edit("film-portal.json", "\"title\": \"Pleasantville\", \"year\": 1998",
				"\"title\": \"Pleasantville\", \"year\": 1999");
		edit("streaming-guide.json", "\"runtime\": 89,", "\"runtime\": \"long\",");
		assertThatThrownBy(() -> start()).rootCause().hasMessageContaining("runtime").hasMessageContaining("long");
		try (ConfigurableApplicationContext looking = start("--seeds.load=false")) {
			assertThat(films(looking)).contains("pleasantville-1998");
		}
		edit("streaming-guide.json", "\"runtime\": \"long\",", "\"runtime\": 89,");
		try (ConfigurableApplicationContext again = start()) {
			assertThat(films(again)).hasSize(11);
		}
	}

	@Test
	void takesOutAFilmThatNoSeedSpeaksOfAnyMore() throws IOException {
		start().close();
		Files.delete(this.seeds.resolve("netflix-list-2021.json"));
		edit("film-portal.json",
				"{ \"type\": \"film\", \"key\": \"pleasantville\", \"title\": \"Pleasantville\", \"year\": 1998, \"genres\": [\"Fantasy\", \"Drama\", \"Comedy\"], \"rating\": { \"score\": 7.5 } },",
				"");
		try (ConfigurableApplicationContext again = start()) {
			assertThat(films(again)).hasSize(10).doesNotContain("pleasantville-1998");
			assertThat(strings(again, "select slug from provider where film_count > 0"))
				.containsExactly("amazon-prime-video");
			assertThat(strings(again, "select slug from source")).doesNotContain("netflix-list-2021");
		}
	}

	@Test
	void saysThatThereIsNoSuchFolderAndForgetsNothing() {
		start().close();
		assertThatThrownBy(() -> startWith(this.home.resolve("sedes").toUri().toString())).rootCause()
			.hasMessageContaining("there is no folder");

		String withoutSlash = this.seeds.toUri().toString().replaceFirst("/$", "");
		try (ConfigurableApplicationContext again = startWith(withoutSlash)) {
			assertThat(films(again)).hasSize(11);
			assertThat(strings(again, "select slug from former_film_slug")).isEmpty();
		}
	}

	@Test
	void refusesTwoFilesOfOneSource() throws IOException {
		Files.copy(this.seeds.resolve("film-portal.json"), this.seeds.resolve("again.json"));

		assertThatThrownBy(() -> start()).rootCause().hasMessageContaining("film-portal");
	}

	private ConfigurableApplicationContext start(String... settings) {
		return startWith(this.seeds.toUri().toString(), settings);
	}

	private ConfigurableApplicationContext startWith(String folder, String... settings) {
		SpringApplication application = new SpringApplication(MarqueeApplication.class);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		application.setLogStartupInfo(false);
		return application.run(Stream
			.concat(Stream.of("--marquee.home=" + this.home, "--marquee.seeds=" + folder, "--server.port=0",
					"--management.server.port=-1", "--spring.main.banner-mode=off"), Stream.of(settings))
			.toArray(String[]::new));
	}

	private void edit(String file, String from, String to) throws IOException {
		Path seed = this.seeds.resolve(file);
		String before = Files.readString(seed);
		assertThat(before).contains(from);
		Files.writeString(seed, before.replaceFirst(Pattern.quote(from), to));
	}

	private static long revision(ConfigurableApplicationContext catalogue) {
		Long revision = catalogue.getBean(JdbcTemplate.class)
			.queryForObject("select revision from catalogue", Long.class);
		return (revision != null) ? revision : -1;
	}

	private static List<String> films(ConfigurableApplicationContext catalogue) {
		return strings(catalogue, "select slug from film order by slug");
	}

	private static List<String> changedSince(ConfigurableApplicationContext catalogue, long revision) {
		return strings(catalogue, "select slug from film where revision > " + revision + " order by slug");
	}

	private static List<String> strings(ConfigurableApplicationContext catalogue, String sql) {
		return catalogue.getBean(JdbcTemplate.class).queryForList(sql, String.class);
	}

}
