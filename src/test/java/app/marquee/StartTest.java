package app.marquee;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import app.marquee.web.MarqueeSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said where the catalogue cannot start on the data that it is given. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void withoutSeeds() throws Exception {
		Files.createDirectories(this.folder.resolve("seeds"));
	}

	@Test
	void refusesDataWhoseTablesAreOfAnotherBuild(CapturedOutput output) {
		try (ConfigurableApplicationContext catalogue = start()) {
			catalogue.getBean(JdbcTemplate.class)
				.update("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");
		}

		assertThatThrownBy(this::start).isInstanceOf(RuntimeException.class);

		assertThat(output).contains("were written by another build of Marquee")
			.contains("export FILE")
			.doesNotContain("\tat ");
	}

	@Test
	void refusesThemAlsoBehindSeedsThatFailed(CapturedOutput output) {
		try (ConfigurableApplicationContext catalogue = start()) {
			JdbcTemplate tables = catalogue.getBean(JdbcTemplate.class);
			tables.update("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");
			tables.update("update \"flyway_schema_history\" set \"success\" = false where \"version\" is null");
		}

		assertThatThrownBy(this::start).isInstanceOf(RuntimeException.class);

		assertThat(output).contains("were written by another build of Marquee");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void createsTheTablesAnewWhereTheFirstStartDidNotFinishThem(boolean noted) throws Exception {
		beginTables(noted);

		try (ConfigurableApplicationContext catalogue = start()) {
			assertThat(catalogue.getBean(JdbcTemplate.class)
				.queryForList("select \"script\" from \"flyway_schema_history\" where \"success\"", String.class))
				.contains("V1__catalogue.sql");
		}
	}

	@Test
	void leavesTablesAloneThatOthersCreated() {
		JdbcTemplate others = new JdbcTemplate(new DriverManagerDataSource(database(), "", ""));
		others.execute("create table customer (id int)");

		assertThatThrownBy(this::start).hasMessageContaining("non-empty schema");

		assertThat(others.queryForObject("select count(*) from customer", Integer.class)).isZero();
	}

	@Test
	void takesAFolderFromWhereItWasStarted() {
		Path home = this.folder.resolve("home");
		Path here = Path.of("").toAbsolutePath();

		try (ConfigurableApplicationContext catalogue = start(here.relativize(home))) {
			assertThat(home.resolve("marquee.mv.db")).exists();
			assertThat(catalogue.getBean(MarqueeSettings.class).home()).isEqualTo(home);
		}
	}

	@Test
	void refusesAHomeThatCannotBeAFolder(CapturedOutput output) throws Exception {
		Path file = Files.createFile(this.folder.resolve("file"));

		assertThatThrownBy(() -> start(file)).isInstanceOf(RuntimeException.class);

		assertThat(output).contains("The data cannot be kept in " + file + ": there is no folder " + file)
			.doesNotContain("\tat ");
	}

	@Test
	void refusesOnePortForVisitorsAndOperator(CapturedOutput output) {
		assertThatThrownBy(() -> start(WebApplicationType.SERVLET, this.folder.resolve("home"), "--server.port=47119",
				"--management.server.port=47119"))
			.isInstanceOf(RuntimeException.class);

		assertThat(output).contains("both given the port 47119").doesNotContain("\tat ");
	}

	/**
	 * The first tables, and no more.
	 * @param noted whether Flyway came to note that the migration failed
	 */
	private void beginTables(boolean noted) throws Exception {
		String script = new ClassPathResource("db/migration/V1__catalogue.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		Files.writeString(this.folder.resolve("V1__catalogue.sql"),
				script.substring(0, script.indexOf("create table credit")) + "create table film (id int);");
		assertThatThrownBy(() -> Flyway.configure()
			.dataSource(database(), "", "")
			.locations("filesystem:" + this.folder)
			.load()
			.migrate()).isInstanceOf(FlywayException.class);
		if (!noted) {
			new JdbcTemplate(new DriverManagerDataSource(database(), "", ""))
				.update("delete from \"flyway_schema_history\"");
		}
	}

	private String database() {
		return "jdbc:h2:file:" + this.folder.resolve("home/marquee")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
	}

	@Test
	void saysThatTheFileIsDamaged(CapturedOutput output) throws Exception {
		start().close();
		Path file = this.folder.resolve("home/marquee.mv.db");
		byte[] half = Arrays.copyOf(Files.readAllBytes(file), 60_000);
		Arrays.fill(half, 0, 60_000, (byte) 7);
		Files.write(file, half);

		assertThatThrownBy(this::start).isInstanceOf(RuntimeException.class);

		assertThat(output).contains("is damaged").contains("Put the last copy of it in its place");
	}

	@Test
	void showsNoPasswordOfADatabase(CapturedOutput output) {
		assertThatThrownBy(() -> start(WebApplicationType.NONE, this.folder.resolve("home"),
				"--spring.datasource.url=jdbc:postgresql://bob:s3cret@127.0.0.1:1/marquee"))
			.isInstanceOf(RuntimeException.class);

		assertThat(output).contains("jdbc:postgresql://127.0.0.1:1/marquee").doesNotContain("s3cret");
	}

	@ParameterizedTest
	@CsvSource({ "--marquee.base-url=films.example, It takes the whole address",
			"--marquee.base-url=ftp://films.example, of a host and nothing behind it",
			"--marquee.base-url=https://films.example/cinema, of a host and nothing behind it",
			"--server.servlet.context-path=/cinema, from the root of their host",
			"--marquee.base-url=, It takes the whole address", "--marquee.pages.memory=-1, takes a size such as 64MB",
			"--marquee.home=, names no folder",
			"--marquee.seeds=/nowhere/at/all, one of this machine is written as file:",
			"--marquee.hmoe=./data, There is no setting marquee.hmoe",
			"--marquee.search.uris=localhost, It takes whole addresses",
			"--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/marquee, Is it running",
			"--spring.datasource.url=jdbc:oracle:thin, no address of an H2 or PostgreSQL" })
	void saysWhatASettingTakes(String setting, String says, CapturedOutput output) {
		assertThatThrownBy(() -> start(WebApplicationType.SERVLET, this.folder.resolve("home"), "--server.port=47119",
				"--management.server.port=47120", setting))
			.isInstanceOf(RuntimeException.class);

		assertThat(output).contains(says).doesNotContain("\tat ");
	}

	private ConfigurableApplicationContext start() {
		return start(this.folder.resolve("home"));
	}

	private ConfigurableApplicationContext start(Path home) {
		return start(WebApplicationType.NONE, home);
	}

	private ConfigurableApplicationContext start(WebApplicationType type, Path home, String... more) {
		return new SpringApplicationBuilder(MarqueeApplication.class).web(type)
			.logStartupInfo(false)
			.properties("logging.level.root=error")
			.run(Stream
				.concat(Stream
					.of("--spring.main.banner-mode=off", "--marquee.home=" + home,
							"--marquee.seeds=" + this.folder.resolve("seeds").toUri())
					.filter((usual) -> Stream.of(more)
						.noneMatch((other) -> other.split("=")[0].equals(usual.split("=")[0]))), Stream.of(more))
				.toArray(String[]::new));
	}

}
