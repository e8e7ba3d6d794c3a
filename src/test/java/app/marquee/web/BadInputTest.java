package app.marquee.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import app.marquee.MarqueeTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no browser sends, sent over the wire byte by byte: whatever it is, a visitor gets
 * a page that says so, and a machine learns nothing.
 */
@MarqueeTest
class BadInputTest {

	private static final List<String> ODD = List.of("%00", "%C3%28", "%FF", "%ED%A0%80", "%EF%BF%BD", "%", "%zz",
			"'%20OR%201=1%20--", "((((", "*", "**", "?", "\"", "%22", "%5C", "%7B%7B", "$%7B7*7%7D", "~", "AND", "OR",
			"NOT", "-", "--", "+", "%0A", "%0D%0AX-Evil:%201", "%F0%9F%8E%AC", "%E2%80%AEabc", "%E2%80%8F", "..%2F..",
			"%252e%252e", "<script>", "%3Cscript%3E", "null", "undefined", "NaN", "/", "//", "%2F", "%EF%B7%BA",
			"a%CC%81%CC%81%CC%81", "%E0%B8%81", "z".repeat(200), "%EF%B7%BA".repeat(150), "%20", "field:value",
			"%5Ba%20TO%20z%5D", "^5");

	private static final List<String> PLACES = List.of("/films?q=%s", "/people?q=%s", "/search/suggestions?q=%s",
			"/films?genre=%s", "/films?certificate=%s", "/films?provider=%s", "/films?sort=%s", "/films?page=%s",
			"/films?%s=1", "/films/leaving-metropolis-2002/reviews?score=%s",
			"/films/leaving-metropolis-2002/watch?region=%s", "/films/%s", "/films/%s/poster.svg", "/people/%s",
			"/genres/%s", "/providers/%s", "/assets/%s", "/%s");

	@LocalServerPort
	private int port;

	static Stream<String> odd() {
		return ODD.stream();
	}

	@ParameterizedTest
	@MethodSource("odd")
	void neverFailsAndNeverSaysWhatAMachineWould(String odd) throws IOException {
		for (String place : PLACES) {
			String address = place.formatted(odd);
			Answer answer = get(address);

			assertThat(answer.head()).as(address).doesNotContainIgnoringCase("x-evil").doesNotContain("Set-Cookie");
			if (answer.status() == 301) {
				assertThat(address).matches("/(films|people|genres|providers)/.*");
				assertThat(answer.head()).as(address).containsPattern("(?i)location: /[^/]");
				continue;
			}
			assertThat(answer.status()).as(address).isIn(200, 400, 404);
			assertThat(answer.body()).as(address)
				.doesNotContain("Exception")
				.doesNotContain("\tat ")
				.doesNotContain("org.apache")
				.doesNotContain("springframework")
				.doesNotContain("Tomcat")
				.doesNotContain("<script>");
			if (!odd.equals("null") && !odd.equals("undefined")) {
				assertThat(answer.html().text()).as(address).doesNotContain("null").doesNotContain("undefined");
			}
			if (!address.startsWith("/search/suggestions")) {
				assertThat(answer.html().select("h1, li, svg")).as(address).isNotEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%00", "%C3%28", "%FF", "%", "%zz" })
	void saysThatSomethingCannotBeRead(String unreadable) throws IOException {
		Answer answer = get("/films?q=" + unreadable);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.html().select("h1").text()).isEqualTo("That ticket is not valid");
		assertThat(answer.html().select("main").text()).contains("cannot be read");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/films?%ff=1&genre=drama", "/films?=", "/films?genre=%ff&q=x", "/films?q=%zz&sort=title" })
	void leadsOutOfAnAddressThatCannotBeRead(String address) throws IOException {
		Answer answer = get(address);
		assertThat(answer.status()).isEqualTo(400);

		String out = answer.html().select("main a").attr("href");
		assertThat(get(out).status()).as(out).isEqualTo(200);
		assertThat(answer.html().select("main").text()).doesNotContain("“”");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[rec]", "face|off", "ghost^2", "`", "{a}", "a\\b" })
	void takesWhatABrowserSendsAsItWasTyped(String words) throws IOException {
		Answer answer = get("/films?q=" + words);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.html().select("input[name=q]").attr("value")).isEqualTo(words);
		assertThat(get("/films/leaving-metropolis-2002/?q=" + words).status()).isEqualTo(301);
		assertThat(get("/films?page=soon&q=" + words).html().select("main a").attr("href"))
			.isEqualTo("/films?q=" + words);
	}

	@ParameterizedTest
	@CsvSource({ "/films/leaving-metropolis-2002/?a=b, /films/leaving-metropolis-2002?a=b",
			"/films/Leaving-Metropolis-2002?q=a|b, /films/leaving-metropolis-2002?q=a|b", "/films///, /films",
			"/people/Brad-Fraser/, /people/brad-fraser", "/genres/Drama, /genres/drama",
			"/providers/NETFLIX, /providers/netflix", "/about/, /about" })
	void leadsFromAnAddressAsItWasTypedToThePage(String typed, String page) throws IOException {
		Answer answer = get(typed);

		assertThat(answer.status()).isEqualTo(301);
		assertThat(answer.head().lines()).contains("Location: " + page, "Cache-Control: max-age=60, public");
		assertThat(get(page).status()).isEqualTo(200);
	}

	@Test
	void leadsToNoOtherSite() throws IOException {
		assertThat(get("//example.org/").status()).isEqualTo(404);
		assertThat(get("//films//Example.org/").head().lines()).contains("Location: /films/example.org");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/films/%00", "/films/%C3%28", "/films/%FF", "/%00", "/films/a%2Fb", "/films/%5C", "/films/|" })
	void refusesAPathThatCannotBeReadWithAPageOfOurs(String path) throws IOException {
		Answer answer = get(path);

		assertThat(answer.status()).isIn(400, 404);
		assertThat(answer.head()).contains("Content-Security-Policy", "X-Content-Type-Options");
		assertThat(answer.html().select("main h1")).hasSize(1);
		assertThat(answer.html().select("main a")).isNotEmpty();
	}

	@Test
	void answersAVeryLongAddress() throws IOException {
		assertThat(get("/films?q=" + "a".repeat(2000)).status()).isEqualTo(400);
		assertThat(get("/films/" + "a".repeat(4000)).status()).isEqualTo(404);
		assertThat(get("/films" + "/a".repeat(6000)).status()).isEqualTo(404);
		assertThat(get("/films?q=" + "a+".repeat(140)).status()).isEqualTo(200);
		assertThat(get("/" + "a".repeat(30000)).status()).isBetween(400, 431);
	}

	@Test
	void answersWhatIsNoHttpWithARefusal() throws IOException {
		assertThat(send("GET /films HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n")).satisfies((answer) -> {
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.head()).containsIgnoringCase("Cache-Control: no-store");
		});
		assertThat(send("FLY /films HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").status()).isEqualTo(405);
		Answer trace = send("TRACE /films HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(trace.status()).isEqualTo(405);
		assertThat(trace.head()).containsIgnoringCase("Content-Security-Policy:");
	}

	@Test
	void refusesAFormThatNobodyAskedFor() throws IOException {
		String body = "q=%FF&page=x";
		Answer answer = send("POST /films HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
				+ body);

		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.head()).containsPattern("(?m)^Allow: GET,HEAD,OPTIONS");
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=x" })
	void refusesAFileThatNobodyAskedFor(String type) throws IOException {
		String body = "--x\r\nContent-Disposition: form-data; name=\"q\"; filename=\"a\"\r\n\r\nabc\r\n--x--\r\n";
		Answer answer = send("POST /films HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
				+ "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

		assertThat(answer.status()).isEqualTo(405);
	}

	private Answer get(String address) throws IOException {
		return send("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
	}

	private Answer send(String request) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int end = all.indexOf("\r\n\r\n");
			assertThat(end).as("an answer to %s", request).isPositive();
			return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
		}
	}

	private record Answer(int status, String head, String body) {

		Document html() {
			return Jsoup.parse(this.body);
		}

	}

}
