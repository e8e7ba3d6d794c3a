package app.marquee.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps whole pages in memory, and answers with them in front of everything else.
 * <p>
 * A page depends on its canonical address, on the catalogue, on the index, and on the day
 * (pages say how old things are). All pages of one state of these make an
 * {@link Edition}; when one of them moves, the next edition begins, with nothing in it.
 * The state is read before a page is made: a page that is made while the catalogue moves
 * on may be of before or of after, but stays in the edition of before, which nobody is
 * given who comes later. So a page is never older than {@link CatalogueState#KEPT}.
 */
@Component
@Order(PageCache.ORDER)
class PageCache extends HttpFilter {

	/** In front of everything: what is kept has been through the rest already. */
	static final int ORDER = Ordered.HIGHEST_PRECEDENCE;

	private static final long serialVersionUID = 1L;

	/** Nobody waits longer for a page that somebody else has asked for before. */
	private static final long PATIENCE_SECONDS = 5;

	private final transient PageAddresses addresses;

	private final transient ObjectProvider<CatalogueState> catalogue;

	private final transient ObjectProvider<Follower> followers;

	private final transient Clock clock;

	private final long memory;

	/**
	 * For those who wait for a page that is being made; the others ask for one of their
	 * own.
	 */
	private final Semaphore places;

	private final transient Counter hits;

	private final transient Counter misses;

	private transient volatile @Nullable Sources sources;

	private transient volatile Edition edition;

	PageCache(PageAddresses addresses, ObjectProvider<CatalogueState> catalogue, ObjectProvider<Follower> followers,
			Clock clock, PageSettings settings, MeterRegistry meters) {
		this.addresses = addresses;
		this.catalogue = catalogue;
		this.followers = followers;
		this.clock = clock;
		this.memory = settings.memory().toBytes();
		this.places = new Semaphore(2 * settings.waiting());
		this.edition = new Edition(-1, List.of(), -1, empty());
		this.hits = counter("hit", meters);
		this.misses = counter("miss", meters);
		Gauge.builder("marquee.pages.kept", () -> this.edition.pages.synchronous().estimatedSize()).register(meters);
		Gauge.builder("marquee.pages.memory", () -> this.edition.bytes()).baseUnit("bytes").register(meters);
	}

	private static Counter counter(String result, MeterRegistry meters) {
		return Counter.builder("marquee.pages")
			.description("Pages asked for, by whether they were kept")
			.tag("result", result)
			.register(meters);
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!reads(request)) {
			chain.doFilter(request, response);
			return;
		}
		AsyncCache<String, KeptPage> pages = pages();
		CompletableFuture<KeptPage> made = (pages != null && request.getQueryString() == null)
				? pages.getIfPresent(request.getRequestURI()) : null;
		CompletableFuture<KeptPage> mine = new CompletableFuture<>();
		if (made == null) {
			String address = RequestCheck.passes(request) ? this.addresses.canonical(request) : null;
			if (address == null) {
				chain.doFilter(request, response);
				return;
			}
			// without memory, or where nobody knows how old a page is, it is shared with
			// nobody, not even with who asks at the same moment
			made = (pages != null && this.memory > 0) ? pages.get(address, (missing, executor) -> mine) : mine;
		}
		if (made == mine) {
			this.misses.increment();
			make(mine, request, response, chain);
			return;
		}
		KeptPage page = await(made);
		if (page == null) {
			this.misses.increment();
			make(new CompletableFuture<>(), request, response, chain);
			return;
		}
		this.hits.increment();
		page.send(request, response);
	}

	private static boolean reads(HttpServletRequest request) {
		return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
	}

	private void make(CompletableFuture<KeptPage> promise, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		try {
			ContentCachingResponseWrapper answer = new InOneLanguage(response);
			chain.doFilter(new ForEverybody(request), answer);
			KeptPage page = KeptPage.of(answer);
			promise.complete(page);
			if (page != null) {
				page.send(request, response);
			}
			else {
				answer.copyBodyToResponse();
			}
		}
		finally {
			promise.complete(null);
		}
	}

	/** The page; null if it is none to be shared, or not to be waited for. */
	private @Nullable KeptPage await(CompletableFuture<KeptPage> made) {
		if (made.isDone()) {
			return made.getNow(null);
		}
		if (!this.places.tryAcquire()) {
			return null;
		}
		try {
			return made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		finally {
			this.places.release();
		}
	}

	/** The pages as of now; none where nobody knows how old they are. */
	private @Nullable AsyncCache<String, KeptPage> pages() {
		try {
			return edition().pages;
		}
		catch (DataAccessException ex) {
			return null;
		}
	}

	private Edition edition() {
		Sources sources = this.sources;
		if (sources == null) {
			sources = new Sources(this.catalogue.getObject(), this.followers.stream().toList());
			this.sources = sources;
		}
		long revision = sources.catalogue.revision();
		List<Object> followed = sources.followers.stream().map(Follower::state).toList();
		long day = LocalDate.now(this.clock).toEpochDay();
		Edition edition = this.edition;
		return edition.isOf(revision, followed, day) ? edition : next(revision, followed, day);
	}

	private synchronized Edition next(long revision, List<Object> followed, long day) {
		if (!this.edition.isOf(revision, followed, day)) {
			this.edition = new Edition(revision, followed, day, empty());
		}
		return this.edition;
	}

	private AsyncCache<String, KeptPage> empty() {
		return Caffeine.newBuilder()
			.executor(Runnable::run)
			.maximumWeight(this.memory)
			.weigher((String address, KeptPage page) -> page.bytes() + 2 * address.length())
			.buildAsync();
	}

	private record Sources(CatalogueState catalogue, List<Follower> followers) {
	}

	/**
	 * The pages of one state of what they are made from.
	 *
	 * @param followed what all followers are at
	 * @param day since 1970
	 */
	private record Edition(long revision, List<Object> followed, long day, AsyncCache<String, KeptPage> pages) {

		boolean isOf(long revision, List<Object> followed, long day) {
			return this.revision == revision && this.day == day && this.followed.equals(followed);
		}

		long bytes() {
			return this.pages.synchronous()
				.policy()
				.eviction()
				.map((eviction) -> eviction.weightedSize().orElse(0))
				.orElse(0L);
		}

	}

	/**
	 * Thymeleaf's views set the language of every answer, and the container sends it in a
	 * header that it tells nobody of: a kept page would go without. The page itself says
	 * in which language it is.
	 */
	private static final class InOneLanguage extends ContentCachingResponseWrapper {

		InOneLanguage(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setLocale(Locale language) {
			// not in a header
		}

	}

	/**
	 * A request without what makes the answer another one for this visitor: what the
	 * browser has already, which part it wants, whether it wants the content at all.
	 */
	private static final class ForEverybody extends HttpServletRequestWrapper {

		ForEverybody(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getMethod() {
			return "GET";
		}

		@Override
		public @Nullable String getHeader(String name) {
			return hidden(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public long getDateHeader(String name) {
			return hidden(name) ? -1 : super.getDateHeader(name);
		}

		private static boolean hidden(String name) {
			return name.regionMatches(true, 0, "If-", 0, 3) || name.equalsIgnoreCase(HttpHeaders.RANGE)
					|| name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING);
		}

	}

}
