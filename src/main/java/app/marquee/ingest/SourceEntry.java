package app.marquee.ingest;

import java.util.Map;

import app.marquee.web.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Where records come from.
 *
 * @param id its slug
 * @param name as visitors know it
 * @param kind page, data set, list or curator
 * @param trust 0 to 100: whom to believe when as many say the one as the other
 * @param asOf the date of its data, where it gives one
 * @param licence under which it may be used, where it states one
 * @param about what it is, in a sentence
 */
public record SourceEntry(String id, String name, String kind, int trust, @Nullable PartialDate asOf,
		@Nullable String licence, @Nullable String about) {

	/** From a row of the table. */
	static SourceEntry of(Map<String, ? extends @Nullable Object> row) {
		return new SourceEntry((String) row.get("slug"), (String) row.get("name"), (String) row.get("kind"),
				(int) SourceWriter.number(row.get("trust")), PartialDate.of((String) row.get("as_of")),
				(String) row.get("licence"), (String) row.get("about"));
	}

}
