package app.marquee.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

import org.springframework.util.ReflectionUtils;

/**
 * Evaluates what nearly all expressions of our templates are, a variable and components
 * of our own records ({@code film.title}), by calling their accessors. Everything else is
 * left to Spring's expression language, which finds out anew for each value how to read
 * it.
 */
final class PropertyPaths implements IStandardVariableExpressionEvaluator {

	private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(\\.[a-zA-Z]\\w*)*");

	private static final String[] NOT_A_PATH = {};

	/** Ours are open to us; the JDK's are not. */
	private static final String OURS = "app.marquee.";

	private final IStandardVariableExpressionEvaluator others;

	/** Expressions and property names come from templates, so these are bounded. */
	private final Map<String, String[]> paths = new ConcurrentHashMap<>();

	private final ClassValue<Map<String, Optional<Method>>> accessors = new ClassValue<>() {

		@Override
		protected Map<String, Optional<Method>> computeValue(Class<?> type) {
			return new ConcurrentHashMap<>();
		}

	};

	PropertyPaths(IStandardVariableExpressionEvaluator others) {
		this.others = others;
	}

	@Override
	public @Nullable Object evaluate(IExpressionContext context, IStandardVariableExpression expression,
			StandardExpressionExecutionContext way) {
		if (expression.getUseSelectionAsRoot() || way.getForbidUnsafeExpressionResults()
				|| way.getPerformTypeConversion()) {
			return this.others.evaluate(context, expression, way);
		}
		String[] path = this.paths.computeIfAbsent(expression.getExpression(),
				(text) -> PATH.matcher(text).matches() ? text.split("\\.") : NOT_A_PATH);
		if (path.length == 0 || !context.containsVariable(path[0])) {
			return this.others.evaluate(context, expression, way);
		}
		Object value = context.getVariable(path[0]);
		for (int step = 1; step < path.length; step++) {
			Method accessor = (value != null) ? accessor(value.getClass(), path[step]) : null;
			if (accessor == null) {
				return this.others.evaluate(context, expression, way);
			}
			value = read(accessor, value);
		}
		return value;
	}

	private @Nullable Method accessor(Class<?> type, String property) {
		return this.accessors.get(type)
			.computeIfAbsent(property, (name) -> Optional.ofNullable(find(type, name)))
			.orElse(null);
	}

	private static @Nullable Method find(Class<?> type, String property) {
		Method accessor = type.getName().startsWith(OURS) ? ReflectionUtils.findMethod(type, property) : null;
		if (accessor != null) {
			ReflectionUtils.makeAccessible(accessor);
		}
		return accessor;
	}

	private static @Nullable Object read(Method accessor, @Nullable Object of) {
		try {
			return accessor.invoke(of);
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException(accessor + " fails", ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(accessor + " is not open", ex);
		}
	}

}
