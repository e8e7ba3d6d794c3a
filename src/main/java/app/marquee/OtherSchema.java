package app.marquee;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the database was filled by a build whose schema is another. */
class OtherSchema extends AbstractFailureAnalyzer<FlywayValidateException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
		return new FailureAnalysis(
				"The films were written by another build of Marquee, whose tables differ from this one's.",
				"Nothing was changed. Write them to a file with the build that made them (export FILE), and take that in "
						+ "with this one, into an empty database (import marquee FILE --home ./other).",
				failure);
	}

}
