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

	/** A title of a film, or a company: its name, and which kind of title or company. */
	record Named(String name, String kind) {
	}

	static Particulars of(List<Named> titles, List<Named> companies, List<ExternalId> externalIds) {
		Map<String, List<String>> byRole = new LinkedHashMap<>();
		companies
			.forEach((company) -> byRole.computeIfAbsent(company.kind, (role) -> new ArrayList<>()).add(company.name));
		return new Particulars(names(titles, "original").stream().findFirst().orElse(null),
				names(titles, "alternative"), byRole, externalIds);
	}

	private static List<String> names(List<Named> titles, String kind) {
		return titles.stream().filter((title) -> title.kind.equals(kind)).map(Named::name).toList();
	}

}
