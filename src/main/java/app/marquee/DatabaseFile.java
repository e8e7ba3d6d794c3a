package app.marquee;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence why H2 cannot open its file. */
class DatabaseFile extends AbstractFailureAnalyzer<SQLException> {

	/** H2's codes: another process has it open; it is not there, and has to be. */
	private static final int ALREADY_OPEN = 90020;

	private static final int NOT_FOUND = 90146;

	private final Environment environment;

	DatabaseFile(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
		String home = this.environment.getProperty("marquee.home");
		return switch (cause.getErrorCode()) {
			case ALREADY_OPEN -> new FailureAnalysis("Another Marquee is already running on the data in " + home + ".",
					"Stop the other one first: one process has the data at a time. Or give this one a folder of its own, "
							+ "as in --marquee.home=./other",
					failure);
			case NOT_FOUND -> new FailureAnalysis("There is no catalogue in " + home + " yet.",
					"The server's first start makes one, and so does an import that is no dry run. Or name another folder, as in --home ./other",
					failure);
			default -> null;
		};
	}

}
