package app.marquee.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.text.Folding;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ClassUtils;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriUtils;

/**
 * What a visitor sees when something is wrong: what it is, and what to do. Never the text
 * of an exception.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

	private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

	/**
	 * An address that may be meant for a film or a person: under theirs, or with nothing
	 * but the title. No title is longer, and an address may be.
	 */
	private static final Pattern NAMED = Pattern
		.compile("/(?:(?<room>films|people)/(?<slug>[^/]{1,150})[^/]*(?:/.*)?|(?<title>[^/.]{1,150}))");

	/**
	 * As somebody types an address: with capitals, with a slash too many. No page lies
	 * deeper.
	 */
	private static final Pattern TYPED = Pattern
		.compile("/(?i:about|(?:films|people|genres|providers)(?:/[-." + Folding.LETTERS + "]+){0,3})/*");

	private static final Pattern SEPARATORS = Pattern.compile("[\\-_\\p{Cc}\uFFFD]+");

	private static final Duration DATABASE_BACK_AFTER = Duration.ofSeconds(30);

	/**
	 * A browser keeps it for ever otherwise, and a merge of two films can be taken back.
	 */
	private static final Duration MOVED_FOR = Duration.ofMinutes(1);

	private final ObjectProvider<Closest> closest;

	private final Layout layout;

	private final Texts texts;

	ErrorPages(ObjectProvider<Closest> closest, Layout layout, Texts texts) {
		this.closest = closest;
		this.layout = layout;
		this.texts = texts;
	}

	@ExceptionHandler({ NotFound.class, NoResourceFoundException.class, NoHandlerFoundException.class })
	Object notFound(HttpServletRequest request) {
		String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
		String tidy = TYPED.matcher(path).matches() ? path.toLowerCase(Locale.ROOT).replaceFirst("/+$", "") : path;
		return tidy.equals(path) ? missing(path) : moved(new MovedPermanently(path, tidy), request);
	}

	@ExceptionHandler
	ResponseEntity<Void> moved(MovedPermanently ex, HttpServletRequest request) {
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		String now = UriUtils.encodePath(ex.path(request.getServletPath()), StandardCharsets.UTF_8);
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
			.header(HttpHeaders.LOCATION, now + query)
			.cacheControl(CacheControl.maxAge(MOVED_FOR).cachePublic())
			.build();
	}

	@ExceptionHandler
	ModelAndView badParameter(BadParameter ex, HttpServletRequest request) {
		return page(HttpStatus.BAD_REQUEST,
				Map.of("parameter", ex.name(), "takes", ex.takes(), "without", without(ex.name(), request)));
	}

	/**
	 * The same address but for a parameter, and for what cannot be read; the path alone
	 * where no parameter can be named.
	 */
	private static String without(String parameter, HttpServletRequest request) {
		String query = parameter.isEmpty() ? "" : Objects.requireNonNullElse(request.getQueryString(), "");
		String rest = Stream.of(query.split("&"))
			.filter((one) -> !one.isEmpty() && isOther(one, parameter))
			.collect(Collectors.joining("&"));
		return rest.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + rest;
	}

	private static boolean isOther(String encoded, String parameter) {
		try {
			String readable = UriUtils.decode(encoded.replace('+', ' '), StandardCharsets.UTF_8);
			return RequestCheck.isReadable(readable)
					&& !RequestCheck.printable(readable.split("=", 2)[0]).equals(parameter);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@ExceptionHandler
	ModelAndView wrongType(MethodArgumentTypeMismatchException ex, HttpServletRequest request) {
		Class<?> type = ex.getRequiredType();
		boolean number = type != null && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type));
		return page(HttpStatus.BAD_REQUEST, Map.of("parameter", ex.getName(), "takes",
				number ? "bad.number" : "bad.unreadable", "without", without(ex.getName(), request)));
	}

	@ExceptionHandler
	ModelAndView missingParameter(MissingServletRequestParameterException ex) {
		return page(HttpStatus.BAD_REQUEST, Map.of("parameter", ex.getParameterName(), "takes", "bad.missing"));
	}

	/** On the port of the operator, where nobody has looked at the request before. */
	@ExceptionHandler(InvalidParameterException.class)
	ModelAndView unreadable() {
		return page(HttpStatus.BAD_REQUEST, Map.of("parameter", "", "takes", "bad.unreadable-address"));
	}

	@ExceptionHandler
	ModelAndView wrongMethod(HttpRequestMethodNotSupportedException ex, HttpServletResponse response) {
		Set<HttpMethod> supported = ex.getSupportedHttpMethods();
		if (supported != null) {
			HttpHeaders allow = new HttpHeaders();
			allow.setAllow(withImplied(supported));
			response.setHeader(HttpHeaders.ALLOW, allow.getFirst(HttpHeaders.ALLOW));
		}
		return page(HttpStatus.METHOD_NOT_ALLOWED, Map.of());
	}

	/** Who may read may also ask for the headers alone, and for what is allowed. */
	private static Set<HttpMethod> withImplied(Set<HttpMethod> supported) {
		Set<HttpMethod> allowed = new TreeSet<>(supported);
		if (supported.contains(HttpMethod.GET)) {
			allowed.addAll(List.of(HttpMethod.HEAD, HttpMethod.OPTIONS));
		}
		return allowed;
	}

	@ExceptionHandler
	ModelAndView unavailable(Unavailable ex, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.retryAfter().toSeconds()));
		return page(HttpStatus.SERVICE_UNAVAILABLE, Map.of("missing", ex.missing()));
	}

	/** The database does not answer: that is no fault of a page. */
	@ExceptionHandler({ DataAccessResourceFailureException.class, CannotCreateTransactionException.class })
	ModelAndView databaseAway(Exception ex, HttpServletResponse response) {
		LOG.error("The database is away: {}", NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
		return unavailable(new Unavailable("error.503.database", DATABASE_BACK_AFTER), response);
	}

	@ExceptionHandler(AsyncRequestNotUsableException.class)
	void visitorIsGone() {
		// nobody is there to read a page
	}

	@ExceptionHandler
	ModelAndView failure(Exception ex, HttpServletRequest request) {
		LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), ex);
		return page(HttpStatus.INTERNAL_SERVER_ERROR, Map.of());
	}

	/** What the container refuses before any controller sees it, or what fails after. */
	@RequestMapping("/error")
	ModelAndView refused(HttpServletRequest request, HttpServletResponse response) {
		// what the container refuses has passed no filter
		SecurityHeaders.set(response);
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		if (status == null || status.is5xxServerError()) {
			return page(HttpStatus.INTERNAL_SERVER_ERROR, Map.of());
		}
		if (status == HttpStatus.NOT_FOUND) {
			return missing("");
		}
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			return page(status, Map.of());
		}
		return unreadable();
	}

	/**
	 * Nothing lives there. What comes closest is looked for only where the address may be
	 * a film's or a person's: robots ask for everything.
	 */
	private ModelAndView missing(String path) {
		Matcher named = NAMED.matcher(path);
		boolean looked = named.matches();
		boolean people = looked && "people".equals(named.group("room"));
		String name = looked ? Objects.requireNonNullElse(named.group("slug"), named.group("title")) : "";
		String words = SEPARATORS.matcher(name).replaceAll(" ").strip();
		List<Closest.Page> pages = words.isEmpty() ? List.of()
				: this.closest.stream().flatMap((knows) -> knows.to(words, people).stream()).limit(6).toList();
		return page(HttpStatus.NOT_FOUND, Map.of("closest", pages));
	}

	private ModelAndView page(HttpStatus status, Map<String, ?> model) {
		if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes visit
				&& visit.getResponse() != null) {
			visit.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		ModelAndView page = new ModelAndView("error/" + status.value(), model, status);
		page.addObject("head", PageHead.of(this.texts.of("error." + status.value() + ".title"), "/").notIndexed());
		page.addAllObjects(this.layout.attributes());
		return page;
	}

}
