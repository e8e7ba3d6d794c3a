package app.marquee.web;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The addresses of pages, each in its canonical form: the path and, of the parameters,
 * those that its handler declares, in the order in which it declares them, without what
 * is empty or the usual. So what a visitor, a campaign or an attacker adds to an address
 * makes no other page of it.
 * <p>
 * A page is what a handler makes of its path and its parameters alone. One that takes
 * anything else (a header, the request itself) is not among them.
 */
@Component
class PageAddresses implements SmartInitializingSingleton {

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	private List<Page> pages = List.of();

	PageAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
		this.handlers = handlers;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<Page> pages = new ArrayList<>();
		this.handlers.ifAvailable((mapping) -> mapping.getHandlerMethods().forEach((info, handler) -> {
			if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				add(pages, info, handler);
			}
		}));
		this.pages = List.copyOf(pages);
	}

	private static void add(List<Page> pages, RequestMappingInfo info, HandlerMethod handler) {
		List<Parameter> parameters = parameters(handler.getMethod());
		if (parameters != null) {
			Objects.requireNonNull(info.getPathPatternsCondition())
				.getPatterns()
				.forEach((pattern) -> pages.add(new Page(pattern, parameters)));
		}
	}

	/**
	 * The form of an address under which a page may be kept.
	 * @return null if there is no page, or one that depends on more than its address
	 */
	@Nullable String canonical(HttpServletRequest request) {
		String path = request.getRequestURI();
		Page page = page(path);
		if (page == null) {
			return null;
		}
		if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
			path = UriUtils.encodePath(request.getServletPath(), StandardCharsets.UTF_8);
		}
		String query = request.getQueryString();
		return (query == null || page.parameters.isEmpty()) ? path : path + page.query(request.getParameterMap());
	}

	private @Nullable Page page(String path) {
		PathContainer container = PathContainer.parsePath(path);
		for (Page page : this.pages) {
			if (page.pattern.matches(container)) {
				return page;
			}
		}
		return null;
	}

	private static @Nullable List<Parameter> parameters(Method handler) {
		List<Parameter> parameters = new ArrayList<>();
		for (int index = 0; index < handler.getParameterCount(); index++) {
			MethodParameter argument = new SynthesizingMethodParameter(handler, index);
			RequestParam named = argument.getParameterAnnotation(RequestParam.class);
			if (named != null && Map.class.isAssignableFrom(argument.getParameterType())) {
				parameters.addAll(declared(handler));
			}
			else if (named != null) {
				String usual = named.defaultValue().equals(ValueConstants.DEFAULT_NONE) ? "" : named.defaultValue();
				parameters
					.add(new Parameter(named.name().isEmpty() ? handler.getParameters()[index].getName() : named.name(),
							usual, false));
			}
			else if (!argument.hasParameterAnnotation(PathVariable.class)
					&& !Model.class.isAssignableFrom(argument.getParameterType())) {
				return null;
			}
		}
		return parameters;
	}

	private static List<Parameter> declared(Method handler) {
		PageParameters declared = handler.getAnnotation(PageParameters.class);
		if (declared == null) {
			throw new IllegalStateException(handler + " takes all parameters: @PageParameters has to say which count");
		}
		List<String> several = List.of(declared.several());
		return Arrays.stream(declared.value()).map((text) -> {
			String[] parts = StringUtils.delimitedListToStringArray(text, "=");
			return new Parameter(parts[0], (parts.length > 1) ? parts[1] : "", several.contains(parts[0]));
		}).toList();
	}

	private record Page(PathPattern pattern, List<Parameter> parameters) {

		String query(Map<String, String[]> given) {
			StringBuilder query = new StringBuilder();
			for (Parameter parameter : this.parameters) {
				String[] values = given.get(parameter.name);
				if (values != null) {
					parameter.values(values)
						.forEach((value) -> query.append(query.isEmpty() ? '?' : '&')
							.append(parameter.name)
							.append('=')
							.append(UriUtils.encode(value, StandardCharsets.UTF_8)));
				}
			}
			return query.toString();
		}

	}

	/**
	 * A parameter that counts.
	 *
	 * @param usual the value that says no more than none does
	 */
	private record Parameter(String name, String usual, boolean several) {

		List<String> values(String[] given) {
			List<String> values = new ArrayList<>(List.of(given));
			if (this.several) {
				values.removeIf(String::isEmpty);
				return values.stream().distinct().sorted().toList();
			}
			return (values.size() == 1 && (values.get(0).isEmpty() || values.get(0).equals(this.usual))) ? List.of()
					: values;
		}

	}

}
