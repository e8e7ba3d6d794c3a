package app.marquee.ingest;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another process changes films, for too long to wait for it. */
class NotOurTurn extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotOurTurn(String message) {
		super(message);
	}

	/** Says it when the catalogue does not start for it. */
	static class Analyzer extends AbstractFailureAnalyzer<NotOurTurn> {

		@Override
		protected @Nullable FailureAnalysis analyze(Throwable failure, NotOurTurn cause) {
			return new FailureAnalysis(String.valueOf(cause.getMessage()), "Start again when that is done.", failure);
		}

	}

}
