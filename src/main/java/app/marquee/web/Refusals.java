package app.marquee.web;

import java.io.IOException;
import java.io.Writer;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What is refused before any template is rendered: what Tomcat cannot read, such as an
 * address whose path is no UTF-8, and what would be too much just now.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Refusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final Assets assets;

	private final Texts texts;

	Refusals(Assets assets, Texts texts) {
		this.assets = assets;
		this.texts = texts;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory tomcat) {
		tomcat.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(Page.class.getName());
				host.getPipeline().addValve(new Page());
			}
		});
	}

	/**
	 * A page that says what is wrong.
	 * @param kind what its messages' keys begin with
	 */
	String page(String kind) {
		return """
				<!doctype html>
				<html lang="en">
				<head>
					<meta charset="utf-8">
					<meta name="viewport" content="width=device-width, initial-scale=1">
					<meta name="color-scheme" content="light dark">
					<meta name="robots" content="noindex">
					<title>%s · Marquee</title>
					<link rel="stylesheet" href="%s">
				</head>
				<body>
				<main id="main">
				<div class="board">
					<h1>%s</h1>
					<p>%s</p>
				</div>
				<p><a href="/">%s</a></p>
				</main>
				</body>
				</html>
				""".formatted(this.texts.of(kind + ".title"), this.assets.stylesheet(),
				this.texts.of(kind + ".heading"), this.texts.of(kind + ".what"), this.texts.of("error.front"));
	}

	private final class Page extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable cause) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			try {
				SecurityHeaders.set(response);
				response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
				response.setContentType("text/html");
				response.setCharacterEncoding("UTF-8");
				Writer writer = response.getReporter();
				if (writer != null) {
					writer.write(page((response.getStatus() >= 500) ? "error.500" : "error.400"));
					response.finishResponse();
				}
			}
			catch (IOException | IllegalStateException ex) {
				// the visitor is gone, or has begun to read something else
			}
		}

	}

}
