package app.marquee.provenance;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Where records come from.
 *
 * @param trust 0 to 100
 * @param asOf the date of its data, where it gives one
 * @param origin whose data it is, by name, where it is not its own
 * @param records how many of its records the catalogue holds
 * @param curator whether it is what those say who keep the catalogue
 */
public record Source(String name, int trust, @Nullable PartialDate asOf, @Nullable String licence,
		@Nullable String about, @Nullable String origin, long records, boolean curator) {
}
