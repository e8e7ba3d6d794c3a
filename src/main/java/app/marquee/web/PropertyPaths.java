package app.marquee.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
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
 * of our own records ({@code film.title}, {@code !film.genres.empty}), by calling their
 * accessors, and what maps hold ({@code film.marks.year}). Everything else is left to
 * Spring's expression language, which finds out anew for each value how to read it.
 */
final class PropertyPaths implements IStandardVariableExpressionEvaluator {

	private static final Pattern PATH = Pattern.compile("!?[a-zA-Z]\\w*(\\.[a-zA-Z]\\w*)*");

	/** Ours are open to us; the JDK's are not. */
	private static final String OURS = "app.marquee.";

	private final IStandardVariableExpressionEvaluator others;

	/** By expression: templates have only so many. */
	private final Map<String, Path> paths = new ConcurrentHashMap<>();

	private final ClassValue<Map<String, Optional<Method>>> accessors = new ClassValue<>() {

		@Override
		protected Map<String, Optional<Method>> computeValue(Class<?> type) {
			return new ConcurrentHashMap<>();
		}

	};

	PropertyPaths(IStandardVariableExpressionEvaluator others) {
		this.others = others;
	}

	/**
	 * An expression, taken apart.
	 *
	 * @param names the variable, and what is read of it; none if it is no path
	 */
	private record Path(List<String> names, boolean negated) {

		static Path of(String expression) {
			boolean negated = expression.startsWith("!");
			return PATH.matcher(expression).matches()
					? new Path(List.of((negated ? expression.substring(1) : expression).split("\\.")), negated)
					: new Path(List.of(), false);
		}

	}

	@Override
	public @Nullable Object evaluate(IExpressionContext context, IStandardVariableExpression expression,
			StandardExpressionExecutionContext way) {
		if (expression.getUseSelectionAsRoot() || way.getForbidUnsafeExpressionResults()
				|| way.getPerformTypeConversion()) {
			return this.others.evaluate(context, expression, way);
		}
		Path path = path(expression.getExpression());
		if (path.names().isEmpty() || !context.containsVariable(path.names().get(0))) {
			return this.others.evaluate(context, expression, way);
		}
		Object value = context.getVariable(path.names().get(0));
		for (String name : path.names().subList(1, path.names().size())) {
			if (value instanceof Collection<?> collection && name.equals("empty")) {
				value = collection.isEmpty();
				continue;
			}
			if (value instanceof Map<?, ?> map) {
				value = name.equals("empty") ? map.isEmpty() : map.get(name);
				continue;
			}
			Method accessor = (value != null) ? accessor(value.getClass(), name) : null;
			if (accessor == null) {
				return this.others.evaluate(context, expression, way);
			}
			value = read(accessor, value);
		}
		if (!path.negated()) {
			return value;
		}
		return (value instanceof Boolean truth) ? !truth : this.others.evaluate(context, expression, way);
	}

	/** To compute takes a lock, which many pages would wait for; to get does not. */
	private Path path(String expression) {
		Path known = this.paths.get(expression);
		return (known != null) ? known : this.paths.computeIfAbsent(expression, Path::of);
	}

	private @Nullable Method accessor(Class<?> type, String property) {
		Map<String, Optional<Method>> accessors = this.accessors.get(type);
		Optional<Method> known = accessors.get(property);
		return ((known != null) ? known
				: accessors.computeIfAbsent(property, (name) -> Optional.ofNullable(find(type, name))))
			.orElse(null);
	}

	private static @Nullable Method find(Class<?> type, String property) {
		Method accessor = type.getName().startsWith(OURS) ? ReflectionUtils.findMethod(type, property) : null;
		if (accessor != null) {
			// also where it is public: the JDK asks no more who calls
			accessor.setAccessible(true);
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
