package app.marquee.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import app.marquee.text.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A whole answer as it is kept: compressed once, and sent to everybody who asks for it.
 * Who does not take gzip gets it decompressed; that is so rare that the memory is worth
 * more.
 *
 * @param headers what travels beside it, names and values in turn
 * @param tag the hash of its content
 */
record KeptPage(@Nullable String type, List<String> headers, byte[] gzipped, String tag) {

	/** A short while without asking, so that going back and forth costs nothing. */
	private static final String KEEP = "public, max-age=60, stale-while-revalidate=600";

	/**
	 * What was answered, if it may be kept and shown to others.
	 * @return null if it is an error or something that is for one visitor alone
	 */
	static @Nullable KeptPage of(ContentCachingResponseWrapper response) throws IOException {
		String control = response.getHeader(HttpHeaders.CACHE_CONTROL);
		if (response.getStatus() != HttpServletResponse.SC_OK || response.getHeader(HttpHeaders.SET_COOKIE) != null
				|| (control != null && (control.contains("no-store") || control.contains("private")))) {
			return null;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, (control != null) ? control : KEEP);
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		List<String> headers = new ArrayList<>();
		for (String name : response.getHeaderNames()) {
			if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
					&& !name.equalsIgnoreCase(HttpHeaders.ETAG)) {
				headers.add(name);
				headers.add(String.valueOf(response.getHeader(name)));
			}
		}
		byte[] gzipped = gzip(response.getContentAsByteArray());
		return new KeptPage(response.getContentType(), List.copyOf(headers), gzipped, Sha256.tag(gzipped));
	}

	/** What it takes in memory, about: the headers are the same texts on every page. */
	int bytes() {
		return this.gzipped.length + 500;
	}

	void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean gzip = takesGzip(all(HttpHeaders.ACCEPT_ENCODING, request));
		String tag = gzip ? '"' + this.tag + '"' : '"' + this.tag + "-plain\"";
		for (int index = 0; index < this.headers.size(); index += 2) {
			response.setHeader(this.headers.get(index), this.headers.get(index + 1));
		}
		response.setHeader(HttpHeaders.ETAG, tag);
		if (knows(all(HttpHeaders.IF_NONE_MATCH, request), tag)) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		byte[] body = gzip ? this.gzipped : plain();
		if (gzip) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		response.setContentType(this.type);
		response.setContentLength(body.length);
		if (!request.getMethod().equals("HEAD")) {
			response.getOutputStream().write(body);
		}
	}

	/** A list may come in several lines. */
	private static String all(String header, HttpServletRequest request) {
		return String.join(",", Collections.list(request.getHeaders(header)));
	}

	private static boolean knows(String tags, String tag) {
		for (String known : tags.split(",")) {
			String stripped = known.strip();
			if (stripped.equals("*") || (stripped.startsWith("W/") ? stripped.substring(2) : stripped).equals(tag)) {
				return true;
			}
		}
		return false;
	}

	/** RFC 9110, 12.5.3: named, or meant by {@code *}, and not with a weight of 0. */
	static boolean takesGzip(String accepted) {
		boolean any = false;
		for (String coding : accepted.split(",")) {
			int semicolon = coding.indexOf(';');
			String name = ((semicolon < 0) ? coding : coding.substring(0, semicolon)).strip();
			boolean wanted = semicolon < 0 || !coding.substring(semicolon + 1).strip().matches("[qQ]=0(\\.0*)?");
			if (name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip")) {
				return wanted;
			}
			any |= name.equals("*") && wanted;
		}
		return any;
	}

	static byte[] gzip(byte[] plain) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 8192)) {
			gzip.write(plain);
		}
		return bytes.toByteArray();
	}

	private byte[] plain() throws IOException {
		try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(this.gzipped), 8192)) {
			return gzip.readAllBytes();
		}
	}

}
