package app.marquee.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How pages are served.
 *
 * @param memory what the pages that are kept may take, compressed; 0: none is kept
 * @param atOnce how many pages are made at the same time; each has one of the database's
 * connections, of which there have to be a few more
 * @param waiting how many visitors may wait for their turn; twice as many may wait for a
 * page that another visitor asked for before them
 */
@Validated
@ConfigurationProperties("marquee.pages")
record PageSettings(@NotNull DataSize memory, @Min(1) int atOnce, @Min(0) int waiting) {

	@AssertTrue(message = "marquee.pages.memory takes a size such as 64MB, or 0 to keep no pages")
	boolean isMemoryNotNegative() {
		// that there is none, another constraint says
		return this.memory == null || !this.memory.isNegative();
	}

}
