package app.marquee.web;

import java.nio.file.Path;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the whole of Marquee is told. Pages and search have settings of their own.
 *
 * @param home the folder that holds the database, the index and the import reports
 * @param seeds the folder of the seeds, as a Spring resource location; ends in a slash
 * @param baseUrl the public address, as it stands in canonical links, feeds and the
 * sitemap; without a slash at its end
 * @param minimumVotes <i>m</i> in the weighted rating
 */
@Validated
@ConfigurationProperties("marquee")
public record MarqueeSettings(@NotNull Path home, @NotBlank String seeds, @NotNull @Pattern(
		regexp = "https?://[^/?#\\s]+/?",
		message = "It takes the whole address of a host and nothing behind it, such as https://films.example.org") String baseUrl,
		@Min(1) @Max(1_000_000) int minimumVotes) {

	public MarqueeSettings {
		seeds = (seeds.isBlank() || seeds.endsWith("/")) ? seeds : seeds + "/";
		baseUrl = baseUrl.replaceFirst("/$", "");
	}

	/** The absolute address of a path of ours. */
	public String address(String path) {
		return this.baseUrl + path;
	}

}
