package app.marquee;

import java.time.Clock;
import java.util.Map;

import app.marquee.ingest.Commands;

import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.SpringProperties;

/** Starts the catalogue's web server, or runs one of its commands. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MarqueeApplication {

	public static void main(String[] args) {
		// H2 looks up each value that it reads among those that it has read last: a ninth
		// of the time of a film's page
		System.setProperty("h2.objectCache", "false");
		if (Commands.understands(args)) {
			System.exit(Commands.run(MarqueeApplication::withoutServer, args));
		}
		Commands.notUnderstood(args).ifPresent((why) -> {
			System.err.println(why);
			System.exit(2);
		});
		SpringApplication.run(MarqueeApplication.class, Commands.settings(args));
	}

	/**
	 * The catalogue for a command: the same data, no pages, and no log but what went
	 * wrong.
	 */
	private static ConfigurableApplicationContext withoutServer(Map<String, Object> settings) {
		// what a build prepares is the server
		SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
		return new SpringApplicationBuilder(MarqueeApplication.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			// a command closes the catalogue itself, when its last batch is written
			.registerShutdownHook(false)
			// H2 tidies up its file only while it may write half a second late; a killed
			// import loses as much, and goes on where the database is
			.properties("logging.level.root=error", "h2.write-delay=500",
					// what follows from a failure that the command itself explains
					"logging.level.org.springframework.orm.jpa.EntityManagerFactoryUtils=off",
					"logging.level.org.springframework.transaction.support.TransactionTemplate=off")
			.properties(settings)
			.run();
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
