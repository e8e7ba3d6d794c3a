package app.marquee.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with a page of ours: load our own styles, scripts and pictures,
 * send forms to us, and nothing else.
 */
@Component
@Order(PageCache.ORDER + 1)
class SecurityHeaders extends OncePerRequestFilter {

	private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
			+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		set(response);
		if (request.getServletPath().endsWith(".svg")) {
			// the path as the page is kept under it: without codes and parameters;
			// whoever links to a film may show its poster
			response.setHeader(RESOURCE_POLICY, "cross-origin");
		}
		chain.doFilter(request, response);
	}

	static void set(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
		response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader(RESOURCE_POLICY, "same-origin");
		response.setHeader("X-Frame-Options", "DENY");
	}

}
