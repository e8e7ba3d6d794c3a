package app.marquee.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.provenance.Wording;
import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Pages are glued together by machines, and now and then the text of one film stands
 * below the title of another. It shows when the text calls the work by a title that the
 * record does not have, and names people of whom the record knows none.
 */
final class OtherWork {

	/** Behind the key of the record that it stood in. */
	private static final String OWN = "#text";

	private OtherWork() {
	}

	/**
	 * Why nothing in the record's text can be believed of its film, or null if it can.
	 */
	static @Nullable Wording reasonAgainst(FilmRecord film) {
		FilmRecord.Text text = film.text();
		return (text != null && describedIn(film)) ? Wording.of("unsound.other-work", title(text), people(text)) : null;
	}

	/**
	 * The other work as a record of its own: what the text says of it, under the same
	 * source, with nothing from the record that it stood in.
	 */
	static Stream<FilmRecord> in(FilmRecord film) {
		FilmRecord.Text text = film.text();
		if (text == null || !describedIn(film) || film.key().length() > Limits.KEY - OWN.length()) {
			return Stream.empty();
		}
		FilmRecord.Text own = new FilmRecord.Text(null, List.of(), text.synopsis(), text.credits(), text.characters(),
				text.told());
		return Stream.of(new FilmRecord(film.key() + OWN, title(text), List.of(), null, null, null, Map.of(),
				text.genres(), null, List.of(), List.of(), own, List.of(), List.of(), List.of(), List.of()));
	}

	static boolean describedIn(FilmRecord film) {
		FilmRecord.Text text = film.text();
		if (text == null || text.of() == null || text.credits().isEmpty()) {
			return false;
		}
		String called = Folding.title(text.of());
		boolean byAnotherTitle = Stream
			.concat(Stream.of(film.title()), film.titles().stream().map(FilmRecord.Title::title))
			.noneMatch((title) -> Folding.title(title).equals(called));
		Set<String> known = names(film.credits());
		return byAnotherTitle && names(text.credits()).stream().noneMatch(known::contains);
	}

	private static Set<String> names(List<FilmRecord.Credit> credits) {
		return credits.stream()
			.flatMap((credit) -> Stream.ofNullable(credit.name()))
			.map(Folding::words)
			.collect(Collectors.toSet());
	}

	private static String people(FilmRecord.Text text) {
		return text.credits()
			.stream()
			.flatMap((credit) -> Stream.ofNullable(credit.name()))
			.distinct()
			.limit(3)
			.collect(Collectors.joining(", "));
	}

	private static String title(FilmRecord.Text text) {
		return (text.of() != null) ? text.of() : "";
	}

}
