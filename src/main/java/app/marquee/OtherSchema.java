package app.marquee;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a sentence that the data were written by a build whose schema is another. */
class OtherSchema extends AbstractFailureAnalyzer<FlywayValidateException> {

	private final Environment environment;

	OtherSchema(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
		return new FailureAnalysis(
				"The data in %s were written by another build of Marquee, whose tables differ from this one's."
					.formatted(this.environment.getProperty("marquee.home")),
				"Nothing was changed. Write them to a file with the build that made them (export FILE), and import that "
						+ "into an empty folder with this one: --home ./other import marquee FILE",
				failure);
	}

}
