package app.marquee;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the catalogue. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MarqueeApplication {

	public static void main(String[] args) {
		// Lets marquee.home be "data" as well as "./data", as every other program would.
		System.setProperty("h2.implicitRelativePath", "true");
		SpringApplication.run(MarqueeApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
