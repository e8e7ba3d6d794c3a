package app.marquee;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

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
		String home = this.environment.getProperty("marquee.home", "");
		String file = cause.getFile();
		if (file == null || !Path.of(file).startsWith(home)) {
			return null;
		}
		String why = (cause instanceof AccessDeniedException) ? "this user may not write to " + file
				: (cause instanceof NotDirectoryException) ? "there is no folder " + file
						: file + ": " + Objects.requireNonNullElse(cause.getReason(), "it cannot be made or written");
		return new FailureAnalysis("The data cannot be kept in " + home + ": " + why,
				"Name a folder that can be written, as in --home ./data, or give this one to the user that runs "
						+ "Marquee.",
				failure);
	}

}
