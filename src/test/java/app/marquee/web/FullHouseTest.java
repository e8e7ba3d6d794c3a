package app.marquee.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import app.marquee.MarqueeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A small house, and more visitors than it can serve, over real connections. */
@MarqueeTest
@DirtiesContext
@TestPropertySource(properties = { "marquee.pages.memory=0B", "marquee.pages.at-once=2", "marquee.pages.waiting=4",
		"server.tomcat.threads.max=10", "server.tomcat.connection-timeout=1s" })
class FullHouseTest {

	private static final String FILM = "/films/leaving-metropolis-2002";

	/** Ten times as many as there are threads. */
	private static final int CROWD = 100;

	private final HttpClient visitors = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<Socket> slow = new ArrayList<>();

	@LocalServerPort
	private int port;

	@AfterEach
	void hangUp() throws IOException {
		for (Socket socket : this.slow) {
			socket.close();
		}
	}

	@Test
	void answersEverybodyOrAsksThemToComeBack() {
		List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
		for (int n = 0; n < CROWD; n++) {
			crowd.add(this.visitors.sendAsync(asking(FILM), HttpResponse.BodyHandlers.ofString()));
		}

		List<HttpResponse<String>> answers = crowd.stream().map(CompletableFuture::join).toList();

		assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 503).containsOnly(200, 503);
		assertThat(answers).allSatisfy((answer) -> {
			if (answer.statusCode() == 200) {
				assertThat(answer.body()).contains("Leaving Metropolis", "</html>");
			}
			else {
				assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			}
		});
		assertThat(visit(FILM)).isEqualTo(200);
	}

	@Test
	void servesOthersWhileSomeSendSlowly() throws IOException {
		for (int n = 0; n < CROWD; n++) {
			connect().getOutputStream().write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
		}

		assertThat(visit(FILM)).isEqualTo(200);
		for (Socket socket : this.slow) {
			socket.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket();
		this.slow.add(socket);
		socket.setSoTimeout(20_000);
		socket.connect(new InetSocketAddress("127.0.0.1", this.port), 10_000);
		return socket;
	}

	private int visit(String address) {
		return this.visitors.sendAsync(asking(address), HttpResponse.BodyHandlers.ofString()).join().statusCode();
	}

	private HttpRequest asking(String address) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + address))
			.timeout(Duration.ofSeconds(20))
			.build();
	}

}
