package app.marquee.search;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.validation.annotation.Validated;

/**
 * Where the index is.
 *
 * @param uris the nodes of OpenSearch; none: the index is in files under the home
 * @param username who is let in there; empty: nobody is asked
 * @param name begins the names of the indexes in OpenSearch: a catalogue's own
 */
@Validated
@ConfigurationProperties("marquee.search")
record SearchSettings(@NotNull List<URI> uris, @NotNull String username, @NotNull String password,
		@Pattern(regexp = "[a-z][a-z0-9]{0,60}") String name) {

	SearchSettings {
		for (URI node : uris) {
			if (node.getHost() == null || !node.toString().matches("https?://.*")) {
				throw new InvalidConfigurationPropertyValueException("marquee.search.uris", node,
						"It takes whole addresses, such as https://localhost:9200");
			}
		}
	}

}
