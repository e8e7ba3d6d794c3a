package app.marquee;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence that visitors and operator were given the same port. */
class OnePort extends AbstractFailureAnalyzer<IllegalStateException> {

	private final Environment environment;

	OnePort(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, IllegalStateException cause) {
		String port = this.environment.getProperty("server.port", "8080");
		if (!port.equals(this.environment.getProperty("management.server.port"))) {
			return null;
		}
		return new FailureAnalysis("Pages, and health and metrics, were both given the port %s.".formatted(port),
				"Health and metrics are for this machine only, on a port of their own: --management.server.port=8081",
				failure);
	}

}
