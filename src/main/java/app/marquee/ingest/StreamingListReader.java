package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import app.marquee.text.Folding;
import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of what a streaming service offers that go around with twelve columns:
 * show_id, type, title, director, cast, country, date_added, release_year, rating,
 * duration, listed_in, description. Shows are passed over. The show_id is the number of a
 * row and changes from edition to edition, so a film's key is made of its title, year and
 * director.
 */
class StreamingListReader extends FilteredReader {

	/** Words of a cell from which on it may be prose. */
	private static final int PROSE = 6;

	private final String file;

	private final Values values;

	private final Rejections rejections;

	private final OfferTerms terms;

	StreamingListReader(Path file, OfferTerms terms, Rejections rejections, LocalDate today) throws IOException {
		super(String.valueOf(file.getFileName()),
				CsvRows.commas(file, rejections, "show_id", "type", "title", "release_year"), rejections);
		this.file = String.valueOf(file.getFileName());
		this.values = new Values(this.file, rejections, today);
		this.rejections = rejections;
		this.terms = terms;
	}

	@Override
	@Nullable FilmRecord read(CsvRows.Row row) {
		if (!isFilm(row, "Movie", "TV Show")) {
			return null;
		}
		String title = Values.text(row.get("title"), 500);
		if (title.isEmpty()) {
			this.rejections.line(this.file, row.line(), "", "a film without a title");
			return null;
		}
		String duration = Values.text(row.get("duration"));
		String certificate = Values.text(row.get("rating"));
		if (certificate != null && certificate.matches("\\d+ min")) {
			// the columns have slipped: what stands here is the runtime
			this.rejections.value(this.file, row.line(), certificate, "a runtime in the rating column was moved");
			duration = (duration != null) ? duration : certificate;
			certificate = null;
		}
		Integer year = this.values.year(row.get("release_year"), row.line());
		List<String> directors = Values.list(row.get("director"), ",");
		String key = key(title, year, directors);
		if (isAgain(key, row)) {
			return null;
		}
		List<FilmRecord.Credit> credits = new ArrayList<>();
		directors.forEach((name) -> credits.add(credit(name, "director")));
		String synopsis = Values.text(row.get("description"), 20_000);
		String cast = row.get("cast");
		if (isProse(cast, synopsis)) {
			this.rejections.value(this.file, row.line(), cast,
					"names of a cast were expected, not a piece of its description");
		}
		else {
			Values.list(cast, ",").forEach((name) -> credits.add(credit(name, "actor")));
		}
		FilmRecord.Text text = synopsis.isEmpty() ? null
				: new FilmRecord.Text(null, List.of(), synopsis, List.of(), List.of(), List.of());
		return new FilmRecord(key, title, List.of(), year, this.values.runtime(duration, row.line()),
				short40(certificate), Map.of(), GenreNames.of(Values.list(row.get("listed_in"), ",")), null, credits,
				List.of(), text, List.of(), List.of(), List.of(this.terms.stream(since(row))), List.of());
	}

	/**
	 * Whether columns were shifted: what stands for the cast stands in the description.
	 */
	private static boolean isProse(@Nullable String cast, String synopsis) {
		return cast != null && cast.split(" ").length > PROSE && Folding.words(synopsis).contains(Folding.words(cast));
	}

	/** A list knows nothing of days after its own. */
	private @Nullable PartialDate since(CsvRows.Row row) {
		PartialDate since = this.values.date(row.get("date_added"), row.line());
		if (since != null && since.compareTo(this.terms.asOf()) > 0
				&& !since.iso().startsWith(this.terms.asOf().iso())) {
			this.rejections.value(this.file, row.line(), row.get("date_added"), "added after the date of the list");
			return null;
		}
		return since;
	}

	private static String key(String title, @Nullable Integer year, List<String> directors) {
		return Values.text(Folding.words(title) + "|" + year + "|" + Folding.words(String.join(" ", directors)),
				Limits.KEY);
	}

	private static @Nullable String short40(@Nullable String certificate) {
		String text = Values.text(certificate, 40);
		return text.isEmpty() ? null : text;
	}

	private static FilmRecord.Credit credit(String name, String job) {
		return new FilmRecord.Credit(null, name, job, null, List.of(), null);
	}

}
