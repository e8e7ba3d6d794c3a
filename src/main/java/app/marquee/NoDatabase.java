package app.marquee;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence why there is no way into the database. */
class NoDatabase extends AbstractFailureAnalyzer<SQLException> {

	/**
	 * H2's codes: another process has it open; it is not there, and has to be; its file
	 * is damaged.
	 */
	private static final int ALREADY_OPEN = 90020;

	private static final int NOT_FOUND = 90146;

	private static final int DAMAGED = 90030;

	private final Environment environment;

	NoDatabase(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
		String home = this.environment.getProperty("marquee.home");
		return switch (cause.getErrorCode()) {
			case ALREADY_OPEN -> new FailureAnalysis("Another Marquee is already running on the data in " + home + ".",
					"Stop the other one first: one process has the data at a time. Or give this one a folder of its own, "
							+ "as in --home ./other",
					failure);
			case NOT_FOUND -> new FailureAnalysis("There is no catalogue in " + home + " yet.",
					"The server's first start makes one, and so does an import that is no dry run. Or name another folder, as in --home ./other",
					failure);
			case DAMAGED -> new FailureAnalysis("The file marquee.mv.db in " + home + " is damaged.",
					"Put the last copy of it in its place, and remove the folder index/ beside it. The damaged file is left as it is.",
					failure);
			default -> refused(failure, cause);
		};
	}

	/**
	 * By the classes of SQL's states: no connection, nobody of that name or password, no
	 * database of that name.
	 */
	private @Nullable FailureAnalysis refused(Throwable failure, SQLException cause) {
		String state = cause.getSQLState();
		if (state == null || !state.matches("(08|28|3D).*")) {
			return null;
		}
		return new FailureAnalysis(
				"The database " + RefusedSetting.printable(this.environment.getProperty("spring.datasource.url", ""))
						+ " does not let Marquee in: " + cause.getMessage(),
				"Is it running, and are spring.datasource.url, .username and .password right? "
						+ "An address looks like jdbc:postgresql://localhost:5432/marquee",
				failure);
	}

}
