package app.marquee.web;

import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what no page takes: parameters of endless length, control characters, broken
 * UTF-8.
 */
class RequestCheck implements HandlerInterceptor {

	private static final int LONGEST = 300;

	private static final int MOST = 60;

	private static final String REFUSED = RequestCheck.class.getName();

	/** Control characters, and the mark that stands where bytes were no UTF-8. */
	private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|\uFFFD");

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getAttribute(REFUSED) instanceof RuntimeException refused) {
			throw refused;
		}
		check(request);
		return true;
	}

	private static void check(HttpServletRequest request) {
		if (!isReadable(request.getServletPath())) {
			throw new NotFound("an unreadable address");
		}
		Map<String, String[]> parameters = parameters(request);
		if (parameters.size() > MOST) {
			throw new BadParameter("", "bad.too-many");
		}
		parameters.forEach((name, values) -> {
			if (values.length > MOST) {
				throw new BadParameter(printable(name), "bad.too-many");
			}
			for (String value : values) {
				check(name, value);
			}
		});
	}

	/**
	 * Whether this would refuse nothing of a request. Tomcat complains of parameters that
	 * cannot be read only once: what is found here is remembered.
	 */
	static boolean passes(HttpServletRequest request) {
		try {
			check(request);
			return true;
		}
		catch (NotFound | BadParameter ex) {
			request.setAttribute(REFUSED, ex);
			return false;
		}
	}

	private static Map<String, String[]> parameters(HttpServletRequest request) {
		try {
			return request.getParameterMap();
		}
		catch (IllegalStateException ex) {
			// Tomcat's way of saying that these are no percent codes, or their bytes no
			// UTF-8
			throw new BadParameter("", "bad.unreadable-address");
		}
	}

	private static void check(String name, String value) {
		if (!isReadable(name) || !isReadable(value)) {
			throw new BadParameter(printable(name), "bad.unreadable");
		}
		if (value.length() > LONGEST) {
			throw new BadParameter(printable(name), "bad.too-long");
		}
	}

	static boolean isReadable(String text) {
		return !UNREADABLE.matcher(text).find();
	}

	/** The name of a parameter, as far as it can be shown. */
	static String printable(String name) {
		String readable = UNREADABLE.matcher(name).replaceAll("");
		return (readable.length() > 40) ? readable.substring(0, 40) + "…" : readable;
	}

}
