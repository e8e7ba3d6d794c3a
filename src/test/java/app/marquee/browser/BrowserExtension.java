package app.marquee.browser;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Starts one Chromium for all tests of a run, and brings each test a {@link Visitor} of
 * its own, whose windows are closed after it.
 */
class BrowserExtension implements ExecutionCondition, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	private static final String MISSING = "No Chromium: install it (Debian, Ubuntu: apt-get install chromium), "
			+ "or name one in MARQUEE_CHROMIUM";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Optional<Path> program = Chromium.installed();
		if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(MISSING);
		}
		return program.map((path) -> ConditionEvaluationResult.enabled("Looks through " + path))
			.orElseGet(() -> ConditionEvaluationResult.disabled(MISSING));
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Visitor.class;
	}

	@Override
	public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Chromium chromium = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Chromium.class, (type) -> Chromium.start(), Chromium.class);
		String port = SpringExtension.getApplicationContext(context)
			.getEnvironment()
			.getRequiredProperty("local.server.port");
		return context.getStore(NAMESPACE)
			.computeIfAbsent(Visitor.class, (type) -> new Visitor(chromium.browser(), "http://localhost:" + port),
					Visitor.class);
	}

}
