package app.marquee.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets so many pages be made at once, and so many visitors wait for their turn. Whoever
 * comes then is told at once to come back: a server that takes in more than it can do
 * serves nobody in time. What is in memory is served all the same; it stands in front of
 * this.
 */
@Component
@Order(PageCache.ORDER + 2)
class Admission extends HttpFilter {

	private static final long serialVersionUID = 1L;

	/** Who has not got a place by then is told to come back. */
	private static final long PATIENCE_SECONDS = 3;

	private static final String COME_BACK_AFTER_SECONDS = "2";

	private final Semaphore places;

	private final Semaphore queue;

	private final transient Counter refused;

	private final transient byte[] page;

	Admission(PageSettings settings, Refusals refusals, MeterRegistry meters) {
		this.places = new Semaphore(settings.atOnce(), true);
		this.queue = new Semaphore(settings.waiting());
		this.refused = Counter.builder("marquee.pages.refused")
			.description("Visitors who were told to come back, because too many asked")
			.register(meters);
		this.page = refusals.page("error.busy").getBytes(StandardCharsets.UTF_8);
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!admits()) {
			refuse(response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.places.release();
		}
	}

	private boolean admits() {
		try {
			return this.places.tryAcquire(0, TimeUnit.SECONDS) || admitsInTime();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean admitsInTime() throws InterruptedException {
		if (!this.queue.tryAcquire()) {
			return false;
		}
		try {
			return this.places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		finally {
			this.queue.release();
		}
	}

	private void refuse(HttpServletResponse response) throws IOException {
		this.refused.increment();
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType("text/html;charset=UTF-8");
		response.setContentLength(this.page.length);
		response.getOutputStream().write(this.page);
	}

}
