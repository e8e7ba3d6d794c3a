package app.marquee.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What else there is to say of a film: how else it is called, who paid for it, where it
 * stands elsewhere.
 *
 * @param originalTitle where it differs from the title
 * @param companies the names of companies by what they did
 */
record Particulars(@Nullable String originalTitle, List<String> otherTitles, Map<String, List<String>> companies,
		List<ExternalId> externalIds) {

	/** A row of one of the three. */
	record Row(String table, String name, String kind) {
	}

	static Particulars of(List<Row> rows) {
		Map<String, List<String>> companies = new LinkedHashMap<>();
		rows.stream()
			.filter((row) -> row.table.equals("company"))
			.forEach((row) -> companies.computeIfAbsent(row.kind, (role) -> new ArrayList<>()).add(row.name));
		return new Particulars(titles(rows, "original").stream().findFirst().orElse(null), titles(rows, "alternative"),
				companies,
				rows.stream()
					.filter((row) -> row.table.equals("id"))
					.map((row) -> new ExternalId(row.kind, row.name))
					.toList());
	}

	private static List<String> titles(List<Row> rows, String kind) {
		return rows.stream()
			.filter((row) -> row.table.equals("title") && row.kind.equals(kind))
			.map(Row::name)
			.toList();
	}

}
