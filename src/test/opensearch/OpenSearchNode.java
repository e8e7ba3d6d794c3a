import java.nio.file.Path;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * A node of OpenSearch in a process of its own, until its standard input ends. It is run
 * from this source by a Java of 21 or newer, on the class path that the Maven profile
 * "opensearch" writes down; see OpenSearchExtension.
 */
class OpenSearchNode {

	/** Takes the folder of its data and the port to listen on. */
	public static void main(String... arguments) throws Exception {
		OpenSearchRunner runner = new OpenSearchRunner();
		try {
			runner.onBuild((number, settings) -> {
				settings.put("http.port", arguments[1]);
				settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
			}).build("-basePath", Path.of(arguments[0]).toString(), "-numOfNode", "1", "-clusterName", "marquee-test");
			runner.ensureYellow();
			System.out.println("ready");
			System.in.read();
			runner.close();
			System.exit(0);
		}
		catch (Exception ex) {
			ex.printStackTrace();
			System.exit(1);
		}
	}

}
