package app.marquee;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence that a second Marquee was started on the same data. */
class AlreadyRunning extends AbstractFailureAnalyzer<SQLException> {

	/** H2's code for a database file that another process has open. */
	private static final int DATABASE_ALREADY_OPEN = 90020;

	private final Environment environment;

	AlreadyRunning(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
		if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
			return null;
		}
		return new FailureAnalysis(
				"Another Marquee is already running on the data in %s."
					.formatted(this.environment.getProperty("marquee.home")),
				"Stop the other one first: one process has the data at a time. Or give this one a folder of its own, as in --marquee.home=./other",
				failure);
	}

}
