package app.marquee.web;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How pages are served.
 *
 * @param memory what the pages that are kept may take, compressed; 0: none is kept
 */
@Validated
@ConfigurationProperties("marquee.pages")
record PageSettings(@NotNull DataSize memory) {
}
