package app.marquee;

import java.net.URI;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page as a test reads it: {@code Page.get(mvc, "/films").text("h1")}. */
public final class Page {

	private final MockHttpServletResponse response;

	private final String body;

	private @Nullable Document html;

	private Page(MockHttpServletResponse response, String body) {
		this.response = response;
		this.body = body;
	}

	/**
	 * What stands at an address, which is written as in a browser: percent codes and all.
	 */
	public static Page get(MockMvcTester mvc, String address) {
		return ask(mvc, HttpMethod.GET, address);
	}

	public static Page ask(MockMvcTester mvc, HttpMethod method, String address) {
		return of(mvc.method(method).uri(uri(address)).exchange().getResponse());
	}

	/** A servlet container takes a plus for a space; its mock does not. */
	static URI uri(String address) {
		int query = address.indexOf('?');
		return URI
			.create((query < 0) ? address : address.substring(0, query) + address.substring(query).replace("+", "%20"));
	}

	public static Page of(MockHttpServletResponse response) {
		try {
			return new Page(response, response.getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public int status() {
		return this.response.getStatus();
	}

	public @Nullable String header(String name) {
		return this.response.getHeader(name);
	}

	public String body() {
		return this.body;
	}

	public Document html() {
		Document read = this.html;
		if (read == null) {
			read = Jsoup.parse(this.body);
			this.html = read;
		}
		return read;
	}

	/** The text of all elements that a selector finds, with a space between. */
	public String text(String selector) {
		return html().select(selector).text();
	}

	/** The text of each element that a selector finds. */
	public List<String> texts(String selector) {
		return html().select(selector).eachText();
	}

	/** Where the links that a selector finds lead. */
	public List<String> links(String selector) {
		return html().select(selector).eachAttr("href");
	}

	public boolean has(String selector) {
		return !html().select(selector).isEmpty();
	}

}
