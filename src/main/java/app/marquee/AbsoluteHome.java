package app.marquee;

import java.nio.file.Path;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets {@code marquee.home} be {@code data} as well as {@code ./data}, as every other
 * program would: H2 refuses the former.
 */
class AbsoluteHome implements EnvironmentPostProcessor {

	private static final String HOME = "marquee.home";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String home = environment.getProperty(HOME);
		if (home != null) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("absolute home",
						Map.of(HOME, Path.of(home).toAbsolutePath().normalize().toString())));
		}
	}

}
