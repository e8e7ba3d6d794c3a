package app.marquee;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

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

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(MarqueeApplication.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties("logging.level.root=error")
			.run("--spring.main.banner-mode=off", "--marquee.home=" + this.folder.resolve("home"),
					"--marquee.seeds=" + this.folder.resolve("seeds").toUri());
	}

}
