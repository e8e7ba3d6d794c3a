package app.marquee.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import app.marquee.catalogue.DatabaseLock;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the index in OpenSearch: each edition is a handful of indexes that bear its
 * number ({@code marquee-2-17-film}), and an alias ({@code marquee-2-current}) says which
 * is the current one. Several servers share it; one of them keeps it.
 */
class OpenSearchStore implements IndexStore {

	private static final Logger LOG = LoggerFactory.getLogger(OpenSearchStore.class);

	private static final int NOT_FOUND = 404;

	private final SearchSettings settings;

	private final DatabaseLock lock;

	private final RestClient client;

	private final JsonMapper json;

	/** What all names of this format begin with. */
	private final String format;

	private final Pattern names;

	private boolean mine;

	/**
	 * The edition before the current one stays, for other servers may search it for
	 * another second.
	 */
	private @Nullable String before;

	OpenSearchStore(SearchSettings settings, DataSource database, JsonMapper json) {
		this.settings = settings;
		this.lock = new DatabaseLock(database, DatabaseLock.Of.INDEX);
		this.client = client(settings);
		this.json = json;
		this.format = settings.name() + "-" + Index.FORMAT;
		this.names = Pattern
			.compile(settings.name() + "-(?<format>\\d+)-(?<edition>\\d+)-(" + String.join("|", Edition.PARTS) + ")");
	}

	private static RestClient client(SearchSettings settings) {
		URI first = settings.uris().get(0);
		RestClientBuilder client = RestClient.builder(settings.uris()
			.stream()
			.map((node) -> new HttpHost(node.getHost(), node.getPort(), node.getScheme()))
			.toArray(HttpHost[]::new));
		if (first.getPath() != null && first.getPath().length() > 1) {
			client.setPathPrefix(first.getPath());
		}
		if (!settings.username().isEmpty()) {
			String pair = settings.username() + ":" + settings.password();
			client.setDefaultHeaders(new Header[] { new BasicHeader(HttpHeaders.AUTHORIZATION,
					"Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))) });
		}
		return client.build();
	}

	@Override
	public boolean claim() {
		boolean already = this.mine;
		this.mine = this.lock.claim();
		if (this.mine && !already) {
			this.before = null;
			tidy();
		}
		return this.mine;
	}

	@Override
	public @Nullable Edition open() {
		String name = name();
		if (name == null) {
			return null;
		}
		try {
			return open(name, true);
		}
		catch (SearchException ex) {
			if (Index.isPassing(ex)) {
				throw ex;
			}
			LOG.warn("The search index cannot be opened, so it is built anew: {}", Index.inOneLine(ex));
			return null;
		}
	}

	private @Nullable String name() {
		JsonNode indexes = ask("GET", "/_alias/" + alias(), null);
		return (indexes != null) ? indexes.propertyNames()
			.stream()
			.map(this.names::matcher)
			.filter(Matcher::matches)
			.map((name) -> name.group("edition"))
			.findFirst()
			.orElse(null) : null;
	}

	private String alias() {
		return this.format + "-current";
	}

	private String wish() {
		return this.format + "-rebuild";
	}

	private Edition open(String name, boolean existing) {
		Map<String, Object> backend = new HashMap<>();
		backend.put("type", "elasticsearch");
		backend.put("uris", this.settings.uris().stream().map(URI::toString).collect(Collectors.joining(",")));
		if (!this.settings.username().isEmpty()) {
			backend.put("username", this.settings.username());
			backend.put("password", this.settings.password());
		}
		backend.put("layout.strategy", new Layout(this.format + "-" + name + "-"));
		backend.put("schema_management.minimal_required_status", "yellow");
		backend.put("indexing.max_bulk_size", "500");
		return Edition.open(name, existing, backend);
	}

	/** Names the indexes of an edition; nothing else needs an alias. */
	private record Layout(String prefix) implements IndexLayoutStrategy {

		@Override
		public String createInitialElasticsearchIndexName(String part) {
			return this.prefix + part;
		}

		@Override
		public @Nullable String createWriteAlias(String part) {
			return null;
		}

		@Override
		public @Nullable String createReadAlias(String part) {
			return null;
		}

		@Override
		public String extractUniqueKeyFromElasticsearchIndexName(String index) {
			return index.substring(this.prefix.length());
		}

	}

	@Override
	public boolean isCurrent(Edition edition) {
		return edition.name().equals(name());
	}

	@Override
	public Edition create() {
		long last = all().stream()
			.map(this.names::matcher)
			.filter((name) -> name.matches() && name.group("format").equals(Integer.toString(Index.FORMAT)))
			.mapToLong((name) -> Long.parseLong(name.group("edition")))
			.max()
			.orElse(0);
		return open(Long.toString(last + 1), false);
	}

	/** All indexes of this catalogue, of every format. */
	private List<String> all() {
		List<String> all = new ArrayList<>();
		JsonNode found = ask("GET", "/_cat/indices/" + this.settings.name() + "-*?format=json&h=index", null);
		if (found != null) {
			found.forEach((index) -> all.add(index.path("index").asString()));
		}
		all.removeIf((name) -> !this.names.matcher(name).matches());
		return all;
	}

	@Override
	public void publish(Edition edition) {
		this.before = name();
		List<Map<String, ?>> actions = new ArrayList<>();
		if (this.before != null) {
			List<String> there = new ArrayList<>(indexes(this.before));
			there.retainAll(all());
			actions.add(Map.of("remove", Map.of("indices", there, "alias", alias())));
		}
		actions.add(Map.of("add", Map.of("indices", indexes(edition.name()), "alias", alias())));
		if (ask("POST", "/_aliases", Map.of("actions", actions)) == null) {
			throw new IllegalStateException("OpenSearch has lost an index that was just built");
		}
	}

	private List<String> indexes(String edition) {
		return Edition.PARTS.stream().map((part) -> this.format + "-" + edition + "-" + part).toList();
	}

	@Override
	public void tidy() {
		try {
			List<String> rest = all();
			String current = name();
			if (current != null) {
				rest.removeAll(indexes(current));
			}
			if (this.before != null) {
				rest.removeAll(indexes(this.before));
			}
			for (String index : rest) {
				ask("DELETE", "/" + index, null);
			}
		}
		catch (UncheckedIOException ex) {
			LOG.warn("An old search index is left over, and will be removed later: {}", ex.toString());
		}
	}

	@Override
	public long bytes(Edition edition) {
		try {
			JsonNode sizes = ask("GET", "/" + String.join(",", indexes(edition.name())) + "/_stats/store", null);
			return (sizes != null) ? sizes.at("/_all/primaries/store/size_in_bytes").asLong(0) : 0;
		}
		catch (UncheckedIOException ex) {
			return 0;
		}
	}

	@Override
	public void askForRebuild() {
		if (ask("GET", "/" + wish(), null) == null) {
			ask("PUT", "/" + wish(), Map.of());
		}
	}

	@Override
	public boolean rebuildIsAsked() {
		return ask("GET", "/" + wish(), null) != null && ask("DELETE", "/" + wish(), null) != null;
	}

	/** Asks OpenSearch; null if there is no such thing. */
	private @Nullable JsonNode ask(String method, String path, @Nullable Map<String, ?> body) {
		Request request = new Request(method, path);
		if (body != null) {
			request.setJsonEntity(this.json.writeValueAsString(body));
		}
		try {
			Response response = this.client.performRequest(request);
			return this.json.readTree(response.getEntity().getContent());
		}
		catch (ResponseException ex) {
			if (ex.getResponse().getStatusLine().getStatusCode() == NOT_FOUND) {
				return null;
			}
			throw new UncheckedIOException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.mine = false;
		this.lock.close();
		try {
			this.client.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
