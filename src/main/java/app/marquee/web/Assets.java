package app.marquee.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.marquee.text.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The files that pages link to. The stylesheet is one file to visitors and one per
 * component to us: joined at start, in the order of their names. Each has the hash of its
 * content in its address, so that browsers keep it for a year; {@link PageCache} keeps
 * them compressed.
 */
@Controller
class Assets {

	/** With the hash of another version between its parts. */
	private static final Pattern NAME = Pattern.compile("([a-z]+-)[0-9a-f]{12}(\\.[a-z]+)");

	private final Map<String, Asset> assets = new LinkedHashMap<>();

	private final String stylesheet;

	private final String icon;

	private final String script;

	Assets(ResourcePatternResolver resources) throws IOException {
		StringBuilder css = new StringBuilder();
		Resource[] parts = resources.getResources("classpath:/static/css/*.css");
		Arrays.sort(parts, Comparator.comparing(Resource::getFilename));
		for (Resource part : parts) {
			css.append(part.getContentAsString(StandardCharsets.UTF_8));
		}
		this.stylesheet = add("marquee", "css", "text/css;charset=UTF-8", withoutComments(css.toString()));
		this.icon = add("icon", "svg", "image/svg+xml",
				resources.getResource("classpath:/static/icon.svg").getContentAsString(StandardCharsets.UTF_8));
		// GitHub's element for suggestions: a copy, since its package is for npm alone
		this.script = add("suggestions", "js", "text/javascript;charset=UTF-8",
				resources.getResource("classpath:/static/js/auto-complete-element-3.8.0.js")
					.getContentAsString(StandardCharsets.UTF_8));
	}

	String stylesheet() {
		return this.stylesheet;
	}

	String icon() {
		return this.icon;
	}

	/** A module: browsers load it beside the page and run it when the page is there. */
	String script() {
		return this.script;
	}

	@GetMapping("/assets/{name}")
	ResponseEntity<byte[]> asset(@PathVariable String name) {
		Asset asset = this.assets.get(name);
		return (asset != null) ? asset(asset, CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
				: asset(successor(name), CacheControl.noStore());
	}

	/** A page that was made before an upgrade, and kept by a proxy, is not left bare. */
	private Asset successor(String name) {
		Matcher old = NAME.matcher(name);
		return this.assets.entrySet()
			.stream()
			.filter((now) -> old.matches() && now.getKey().startsWith(old.group(1))
					&& now.getKey().endsWith(old.group(2)))
			.findFirst()
			.orElseThrow(() -> new NotFound(name))
			.getValue();
	}

	private static ResponseEntity<byte[]> asset(Asset asset, CacheControl keeping) {
		return ResponseEntity.ok()
			.contentType(asset.type())
			// Spring would call it a file to be saved
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline")
			.cacheControl(keeping)
			.body(asset.content());
	}

	private String add(String name, String extension, String type, String content) {
		byte[] plain = content.getBytes(StandardCharsets.UTF_8);
		String file = name + "-" + Sha256.tag(plain) + "." + extension;
		this.assets.put(file, new Asset(MediaType.parseMediaType(type), plain));
		return "/assets/" + file;
	}

	/**
	 * Comments are for us, and every visitor would wait for them; indentation likewise.
	 */
	private static String withoutComments(String css) {
		return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "\n");
	}

	private record Asset(MediaType type, byte[] content) {
	}

}
