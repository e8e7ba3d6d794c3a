package app.marquee.search;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the tests a real node of OpenSearch, one for all of them, in a process of its
 * own. It is there where the build was run with {@code -Popensearch} and there is a Java
 * of 21 or newer: the one that runs the tests, or that in {@code OPENSEARCH_JAVA_HOME}.
 */
class OpenSearchExtension implements ExecutionCondition {

	private static final int JAVA = 21;

	private static final Path CLASS_PATH = Path.of("target", "opensearch.classpath");

	private static final Path SOURCE = Path.of("src", "test", "opensearch", "OpenSearchNode.java");

	private static URI node;

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (!Files.exists(CLASS_PATH)) {
			return ConditionEvaluationResult.disabled("there is no OpenSearch: build with -Popensearch");
		}
		if (javaHome() == null && Runtime.version().feature() < JAVA) {
			return ConditionEvaluationResult
				.disabled("OpenSearch needs Java 21 or newer: run on one, or name one in OPENSEARCH_JAVA_HOME");
		}
		return ConditionEvaluationResult.enabled("");
	}

	private static String javaHome() {
		return System.getenv("OPENSEARCH_JAVA_HOME");
	}

	/** The address of the node, which is started when the first test asks. */
	static synchronized URI node() {
		if (node == null) {
			try {
				node = start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return node;
	}

	private static URI start() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-homes")), "opensearch");
		Path log = folder.resolve("log");
		String home = (javaHome() != null) ? javaHome() : System.getProperty("java.home");
		Process process = new ProcessBuilder(Path.of(home, "bin", "java").toString(), "-Xmx768m", "-cp",
				Files.readString(CLASS_PATH).strip(), SOURCE.toString(), folder.resolve("data").toString(),
				Integer.toString(port))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.to(new File(log.toString())))
			.start();
		// its standard input ends with this process, and the node with it
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		for (long waited = 0; !Files.readString(log).contains("\nready"); waited++) {
			try {
				if (process.waitFor(1, TimeUnit.SECONDS) || waited > Duration.ofMinutes(3).toSeconds()) {
					throw new IOException("OpenSearch does not start: see " + log);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException(ex);
			}
		}
		return URI.create("http://localhost:" + port);
	}

}
