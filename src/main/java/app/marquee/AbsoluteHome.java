package app.marquee;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Says where the data are: {@code marquee.home} may be {@code data} as well as
 * {@code ./data}, as in every other program, which H2 refuses. A dry run that finds no
 * catalogue there is given an empty one elsewhere.
 */
class AbsoluteHome implements EnvironmentPostProcessor {

	private static final String HOME = "marquee.home";

	/** Where there is no catalogue. */
	private static final String ABSENT = "h2.absent";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String home = environment.getProperty(HOME);
		if (home == null) {
			return;
		}
		if (home.isBlank()) {
			throw new RefusedSetting.Failure("marquee.home names no folder.", "Name one, as in --home ./data");
		}
		Path absolute = Path.of(home).toAbsolutePath().normalize();
		String aside = environment.getProperty("h2.aside");
		boolean absent = aside != null && !Files.exists(absolute.resolve("marquee.mv.db"))
				&& environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
		environment.getPropertySources()
			.addFirst(new MapPropertySource("absolute home",
					absent ? Map.of(HOME, String.valueOf(aside), ABSENT, absolute.toString())
							: Map.of(HOME, absolute.toString())));
	}

}
