package app.marquee;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence that the data cannot be kept where they should be. */
class UnwritableHome extends AbstractFailureAnalyzer<FileSystemException> {

	private final Environment environment;

	UnwritableHome(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, FileSystemException cause) {
		String why = (cause instanceof AccessDeniedException) ? "this user may not write to "
				: (cause instanceof NotDirectoryException) ? "there is no folder " : null;
		return (why == null) ? null : new FailureAnalysis(
				"The data cannot be kept in %s: %s%s".formatted(this.environment.getProperty("marquee.home"), why,
						cause.getFile()),
				"Name a folder that can be written, as in --marquee.home=./data, or give this one to the user that "
						+ "runs Marquee.",
				failure);
	}

}
