package app.marquee.ingest;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Seeds that cannot be loaded; the message says which, where and why. */
class BadSeed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BadSeed(String message) {
		super(message);
	}

	BadSeed(IOException cause) {
		super(cause.getMessage(), cause);
	}

	/** Says it when the catalogue does not start for it. */
	static class Analyzer extends AbstractFailureAnalyzer<BadSeed> {

		@Override
		protected @Nullable FailureAnalysis analyze(Throwable failure, BadSeed cause) {
			return new FailureAnalysis("The seeds cannot be loaded: " + cause.getMessage(),
					"Start again once that is mended. The catalogue is as it was before.", failure);
		}

	}

}
