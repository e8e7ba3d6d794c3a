package app.marquee.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Reads a service's catalogue as JustWatch's data sets have it: one file of titles, and
 * one of credits. The credits are kept in memory by title: some hundred bytes for each, a
 * few tens of megabytes for the largest catalogues there are.
 */
class JustWatchReader extends FilteredReader {

	/** In a catalogue, more than one title in so many has a cast. */
	private static final int FEW = 5;

	private final Path titles;

	private final LocalDate today;

	private final String file;

	private final Values values;

	private final Rejections rejections;

	private final OfferTerms terms;

	/** By title; null if there is no file of them. */
	private final @Nullable Map<String, Cast> credits;

	/** Who worked on a title. */
	private record Cast(long firstLine, List<FilmRecord.Credit> credits) {
	}

	JustWatchReader(Path titles, @Nullable Path credits, OfferTerms terms, Rejections rejections, LocalDate today)
			throws IOException {
		super(String.valueOf(titles.getFileName()), CsvRows.commas(titles, rejections, "id", "title", "type"),
				rejections);
		this.titles = titles;
		this.today = today;
		this.file = String.valueOf(titles.getFileName());
		this.values = new Values(this.file, rejections, today);
		this.rejections = rejections;
		this.terms = terms;
		this.credits = (credits != null) ? credits(credits, rejections) : null;
		if (credits != null && this.credits != null) {
			checkOfOneCatalogue(String.valueOf(credits.getFileName()), this.credits);
		}
	}

	/** Casts of other titles would leave these without any. */
	private void checkOfOneCatalogue(String file, Map<String, Cast> credited) throws IOException {
		Set<String> known = new HashSet<>();
		try (CsvRows rows = CsvRows.commas(this.titles, new Rejections(), "id")) {
			while (rows.hasNext()) {
				known.add(String.valueOf(rows.next().get("id")));
			}
		}
		catch (UncheckedIOException ex) {
			// cut off: what comes before that is read, and the rest nobody knows
			return;
		}
		Map<String, Cast> unknown = new TreeMap<>(credited);
		unknown.keySet().removeAll(known);
		int both = credited.size() - unknown.size();
		if (both * FEW < known.size() && both < unknown.size()) {
			close();
			throw new IOException(file + " is of another catalogue: of the titles that it credits, " + both + " are in "
					+ this.file + ", and " + unknown.size() + " are not");
		}
		unknown.forEach((title, cast) -> this.rejections.value(file, cast.firstLine(), title,
				"credits of a title that the file of titles does not have"));
	}

	private static Map<String, Cast> credits(Path file, Rejections rejections) throws IOException {
		Map<String, Cast> credits = new HashMap<>();
		try (CsvRows rows = CsvRows.commas(file, rejections, "person_id", "id", "name", "role")) {
			while (rows.hasNext()) {
				CsvRows.Row row = rows.next();
				String title = row.get("id");
				String name = Values.text(row.get("name"), 300);
				String role = row.get("role");
				if (title == null || name.isEmpty() || role == null) {
					rejections.line(String.valueOf(file.getFileName()), row.line(), name,
							"a credit without title, name or role");
					continue;
				}
				String character = Values.text(row.get("character"), 1000);
				String id = row.get("person_id");
				credits.computeIfAbsent(title, (first) -> new Cast(row.line(), new ArrayList<>()))
					.credits()
					.add(new FilmRecord.Credit((id != null) ? "justwatch:" + id : null, name,
							role.toLowerCase(Locale.ROOT), character.isEmpty() ? null : character, List.of(), null));
			}
		}
		return credits;
	}

	@Override
	@Nullable FilmRecord read(CsvRows.Row row) {
		if (!isFilm(row, "MOVIE", "SHOW")) {
			return null;
		}
		String key = row.get("id");
		String title = Values.text(row.get("title"), 500);
		if (key == null) {
			this.rejections.line(this.file, row.line(), title, "a film without an id");
			return null;
		}
		if (title.isEmpty()) {
			this.rejections.line(this.file, row.line(), key, "a film without a title");
			return null;
		}
		if (isAgain(key, row)) {
			return null;
		}
		Cast cast = (this.credits != null) ? this.credits.get(key) : null;
		Map<String, String> ids = new HashMap<>();
		ids.put("justwatch", key);
		String imdb = row.get("imdb_id");
		if (imdb != null && imdb.matches("tt\\d{7,9}")) {
			ids.put("imdb", imdb);
		}
		else if (imdb != null) {
			this.rejections.value(this.file, row.line(), imdb, "an IMDb id such as tt0299172 was expected");
		}
		BigDecimal score = this.values.score(row.get("imdb_score"), row.line());
		Integer votes = this.values.votes(row.get("imdb_votes"), row.line());
		String certificate = Values.text(row.get("age_certification"), 40);
		String synopsis = Values.text(row.get("description"), 20_000);
		return new FilmRecord(key, title, List.of(), this.values.year(row.get("release_year"), row.line()),
				this.values.runtime(row.get("runtime"), row.line()), certificate.isEmpty() ? null : certificate, ids,
				GenreNames.of(Values.list(genres(row.get("genres")), ",")),
				(score != null) ? new FilmRecord.Rating(score, votes, "IMDb") : null,
				(cast != null) ? cast.credits() : List.of(), List.of(),
				synopsis.isEmpty() ? null
						: new FilmRecord.Text(null, List.of(), synopsis, List.of(), List.of(), List.of()),
				List.of(), List.of(), List.of(this.terms.stream(null)), List.of());
	}

	@Override
	public Set<FilmRecord.Part> unsaid() {
		return (this.credits != null) ? Set.of() : EnumSet.of(FilmRecord.Part.CREDITS);
	}

	@Override
	public RecordReader again() throws IOException {
		return new JustWatchReader(this.titles, null, this.terms, new Rejections(), this.today);
	}

	/** {@code ['drama', 'crime']} without brackets and quotes. */
	private static @Nullable String genres(@Nullable String printed) {
		return (printed != null) ? printed.replaceAll("[\\[\\]'\"]", "") : null;
	}

}
