package app.marquee.search;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the index is.
 *
 * @param uris the nodes of OpenSearch; none: the index is in files under the home
 * @param name begins the names of the indexes in OpenSearch: a catalogue's own
 */
@Validated
@ConfigurationProperties("marquee.search")
record SearchSettings(@DefaultValue @NotNull List<URI> uris, @Nullable String username, @Nullable String password,
		@DefaultValue("marquee") @Pattern(regexp = "[a-z][a-z0-9]{0,60}") String name) {
}
