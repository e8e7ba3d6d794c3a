package app.marquee;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import app.marquee.search.IndexKeeper;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole catalogue with its seeds, on a real H2 file and a real index in a folder of
 * its own, behind a real server on a free port, on 22 November 2026. All tests that bear
 * this annotation and change nothing share one.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "spring.main.banner-mode=off",
				"spring.jpa.hibernate.ddl-auto=validate" })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = MarqueeTest.FolderOfItsOwn.class)
@Import(MarqueeTest.FixedDay.class)
public @interface MarqueeTest {

	/** Gives each catalogue that a test starts its own folder. */
	class FolderOfItsOwn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			try {
				Path target = Files.createDirectories(Path.of("target", "test-homes"));
				TestPropertyValues.of("marquee.home=" + Files.createTempDirectory(target, "marquee").toAbsolutePath())
					.applyTo(context);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	/** Pages say how old things are: the day stands still. */
	@TestConfiguration(proxyBeanMethods = false)
	class FixedDay {

		static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

		@Bean
		@Primary
		Clock fixedClock() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

		/** The server does not wait for its index; the tests do. */
		@Bean
		ApplicationRunner indexIsThere(IndexKeeper index) {
			return (arguments) -> index.follow();
		}

	}

}
