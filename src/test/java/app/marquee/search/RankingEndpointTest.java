package app.marquee.search;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import app.marquee.MarqueeTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalManagementPort;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class RankingEndpointTest {

	@LocalManagementPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "?q=metropolis, 200", "'', 400", "?q=, 400", "?q=+, 400", "?q=%ff, 400" })
	void asksForWords(String query, int status) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/actuator/ranking" + query))
				.build(), HttpResponse.BodyHandlers.ofString());

		assertThat(answer.statusCode()).isEqualTo(status);
	}

}
