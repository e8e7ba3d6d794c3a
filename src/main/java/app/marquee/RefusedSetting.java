package app.marquee;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses a setting {@code marquee.…} that does not exist: who misspells one would get
 * its default and not know. Those exist that {@code application.properties} in the jar
 * names. Variables of the environment are left alone, for they may be others'. Refuses as
 * well a database of a kind that Marquee does not know.
 */
class RefusedSetting implements EnvironmentPostProcessor, Ordered {

	private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("marquee");

	/** The jar's own file, as Spring Boot calls it among the sources. */
	private static final String DEFAULTS = "class path resource [application.properties]";

	/** After the files of settings are read. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Set<ConfigurationPropertyName> known = environment.getPropertySources()
			.stream()
			.filter((source) -> source.getName().contains(DEFAULTS))
			.flatMap(RefusedSetting::ours)
			.collect(Collectors.toSet());
		environment.getPropertySources()
			.stream()
			.filter((source) -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
			.flatMap(RefusedSetting::ours)
			.filter((name) -> !known.contains(name))
			.findFirst()
			.ifPresent((name) -> {
				throw new Failure("There is no setting " + name + ".", "There are "
						+ known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")) + ".");
			});
		checkDatabase(environment);
	}

	private static void checkDatabase(ConfigurableEnvironment environment) {
		String database = environment.getProperty("spring.datasource.url", "");
		if (!database.matches("(?s)jdbc:(h2|postgresql):.*")) {
			throw new Failure(
					"spring.datasource.url is \"" + printable(database)
							+ "\", which is no address of an H2 or PostgreSQL.",
					"An address looks like jdbc:postgresql://localhost:5432/marquee");
		}
	}

	/**
	 * An address of a database without its parameters and without who comes: a password
	 * may be among them.
	 */
	static String printable(String database) {
		return database.replaceFirst("(?s)[?;].*", "").replaceFirst("//.*@", "//");
	}

	private static Stream<ConfigurationPropertyName> ours(PropertySource<?> source) {
		return (ConfigurationPropertySource.from(source) instanceof IterableConfigurationPropertySource names)
				? names.stream()
					.filter(OURS::isAncestorOf)
					.map((name) -> name.isLastElementIndexed() ? name.getParent() : name)
				: Stream.empty();
	}

	/** The catalogue does not start. */
	static class Failure extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String action;

		Failure(String message, String action) {
			super(message);
			this.action = action;
		}

	}

	/** Says why. */
	static class Analyzer extends AbstractFailureAnalyzer<Failure> {

		@Override
		protected @Nullable FailureAnalysis analyze(Throwable failure, Failure cause) {
			return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action, failure);
		}

	}

}
