package app.marquee.ingest;

import java.util.Map;
import java.util.Objects;

import app.marquee.provenance.Statement;
import app.marquee.text.PartialDate;
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
 * @param origin whose data it is, by name, where it is not its own
 */
public record SourceEntry(String id, String name, String kind, int trust, @Nullable PartialDate asOf,
		@Nullable String licence, @Nullable String about, @Nullable String origin) {

	/** The id, and the kind, of the source of what curators say. */
	static final String CURATOR = "curator";

	/** A source with data of its own. */
	public SourceEntry(String id, String name, String kind, int trust, @Nullable PartialDate asOf,
			@Nullable String licence, @Nullable String about) {
		this(id, name, kind, trust, asOf, licence, about, null);
	}

	/** The same with data of another date. */
	SourceEntry dated(@Nullable PartialDate date) {
		return new SourceEntry(this.id, this.name, this.kind, this.trust, date, this.licence, this.about, this.origin);
	}

	/** As far as belief depends on it. */
	Statement.By by() {
		return new Statement.By(this.id, this.name, Objects.requireNonNullElse(this.origin, this.name),
				this.kind.equals(CURATOR), this.trust, this.asOf);
	}

	/** From a row of the table. */
	static SourceEntry of(Map<String, ? extends @Nullable Object> row) {
		return new SourceEntry(String.valueOf(row.get("slug")), String.valueOf(row.get("name")),
				String.valueOf(row.get("kind")), (int) Rows.number(row.get("trust")),
				PartialDate.of((String) row.get("as_of")), (String) row.get("licence"), (String) row.get("about"),
				(String) row.get("origin"));
	}

}
