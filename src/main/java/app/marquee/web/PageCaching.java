package app.marquee.web;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets browsers and proxies keep pages and ask whether they are still true. A page
 * depends on its address, the catalogue's revision, the program that rendered it, and the
 * day (pages say how old things are): these make its ETag. It is weak, for the bytes
 * depend on the compression.
 */
class PageCaching implements HandlerInterceptor {

	/** A short while without asking, so that going back and forth costs nothing. */
	private static final String KEEP = "public, max-age=60, stale-while-revalidate=600";

	private final CatalogueState state;

	private final Clock clock;

	private final String program;

	PageCaching(CatalogueState state, Clock clock, String program) {
		this.state = state;
		this.clock = clock;
		this.program = program;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!reads(request) || request.getHeader(HttpHeaders.IF_NONE_MATCH) == null) {
			return true;
		}
		String tag = tag(request);
		if (new ServletWebRequest(request, response).checkNotModified(tag)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, KEEP);
			return false;
		}
		// the handler may yet fail, and a failure is nothing to keep
		response.setHeader(HttpHeaders.ETAG, null);
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (reads(request) && page != null && response.getStatus() == HttpServletResponse.SC_OK
				&& !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
			response.setHeader(HttpHeaders.ETAG, tag(request));
			response.setHeader(HttpHeaders.CACHE_CONTROL, KEEP);
		}
	}

	private String tag(HttpServletRequest request) {
		String address = request.getRequestURI() + "?" + request.getQueryString();
		return "W/\"" + this.program + "-" + this.state.revision() + "-" + LocalDate.now(this.clock).toEpochDay() + "-"
				+ Integer.toHexString(address.hashCode()) + "\"";
	}

	private static boolean reads(HttpServletRequest request) {
		return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
	}

}
