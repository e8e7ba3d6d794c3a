package app.marquee.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads MovieLens: movies.csv, links.csv and ratings.csv of one folder; tags are left
 * out. A title carries its year behind it and other titles in brackets, with the article
 * at the end: {@code City of Lost Children, The (Cité des enfants perdus, La) (1995)}.
 * Ratings are summed up by film as they stream by: 16 bytes for each film.
 */
class MovieLensReader extends FilteredReader {

	private static final Pattern YEAR = Pattern.compile("^(.*)\\((\\d{4})(?:[-–]\\d{0,4})?\\)\\s*$");

	/** Behind a title; elsewhere they belong to it: {@code (500) Days of Summer}. */
	private static final Pattern BRACKETS = Pattern.compile("\\s+\\(((?:[^()]|\\([^()]*\\))*)\\)(?=\\s+\\(|\\s*$)");

	private static final Pattern ARTICLE_BEHIND = Pattern.compile(
			"^(.*), (The|A|An|Le|La|Les|L'|Un|Une|El|Los|Las|Der|Die|Das|Il|Lo|Gli|I|O|Os|As|Det|Den|De|Het|Ett|En)$",
			Pattern.CASE_INSENSITIVE);

	private static final double FEWEST_STARS = 0.5;

	private static final double MOST_STARS = 5;

	private final Path folder;

	private final LocalDate today;

	private final String file;

	private final Values values;

	private final Rejections rejections;

	private final Set<FilmRecord.Part> unsaid = EnumSet.noneOf(FilmRecord.Part.class);

	/** By film, until it is read. */
	private final Map<String, Link> links = new HashMap<>();

	/** By film, until it is read. */
	private final Map<String, Stars> stars = new HashMap<>();

	/** What a film is called elsewhere. */
	private record Link(Map<String, String> ids, long line) {
	}

	/** The ratings of a film. */
	private static final class Stars {

		private final long firstLine;

		private double sum;

		private int count;

		Stars(long line) {
			this.firstLine = line;
		}

	}

	MovieLensReader(Path folder, Rejections rejections, LocalDate today) throws IOException {
		super("movies.csv", CsvRows.commas(folder.resolve("movies.csv"), rejections, "movieId", "title"), rejections);
		this.folder = folder;
		this.today = today;
		this.file = "movies.csv";
		this.values = new Values(this.file, rejections, today);
		this.rejections = rejections;
		if (Files.exists(folder.resolve("links.csv"))) {
			readLinks(folder.resolve("links.csv"));
		}
		else {
			this.unsaid.add(FilmRecord.Part.IDS);
		}
		if (Files.exists(folder.resolve("ratings.csv"))) {
			readRatings(folder.resolve("ratings.csv"));
		}
		else {
			this.unsaid.add(FilmRecord.Part.RATING);
		}
	}

	private void readLinks(Path file) throws IOException {
		try (CsvRows rows = CsvRows.commas(file, this.rejections, "movieId")) {
			while (rows.hasNext()) {
				CsvRows.Row row = rows.next();
				Map<String, String> ids = new HashMap<>();
				String imdb = id(row, "imdbId");
				if (imdb != null) {
					ids.put("imdb", "tt" + "0".repeat(Math.max(0, 7 - imdb.length())) + imdb);
				}
				String tmdb = id(row, "tmdbId");
				if (tmdb != null) {
					ids.put("tmdb", tmdb);
				}
				this.links.put(String.valueOf(row.get("movieId")), new Link(ids, row.line()));
			}
		}
	}

	private @Nullable String id(CsvRows.Row row, String column) {
		String id = row.get(column);
		if (id != null && !id.matches("\\d{1,9}")) {
			this.rejections.value("links.csv", row.line(), id, column + ": one to nine digits were expected");
			return null;
		}
		return id;
	}

	private void readRatings(Path file) throws IOException {
		try (CsvRows rows = CsvRows.commas(file, this.rejections, "movieId", "rating")) {
			while (rows.hasNext()) {
				CsvRows.Row row = rows.next();
				String rating = row.get("rating");
				double stars = (rating != null && rating.matches("\\d(\\.\\d{1,3})?")) ? Double.parseDouble(rating) : 0;
				if (stars < FEWEST_STARS || stars > MOST_STARS) {
					this.rejections.line("ratings.csv", row.line(), Objects.requireNonNullElse(rating, ""),
							"a rating of half a star to five was expected");
					continue;
				}
				Stars all = this.stars.computeIfAbsent(String.valueOf(row.get("movieId")),
						(first) -> new Stars(row.line()));
				all.sum += stars;
				all.count++;
			}
		}
	}

	@Override
	@Nullable FilmRecord read(CsvRows.Row row) {
		String key = row.get("movieId");
		Link link = this.links.remove(String.valueOf(key));
		Stars stars = this.stars.remove(String.valueOf(key));
		String printed = Values.text(row.get("title"), 500);
		if (key == null || printed.isEmpty()) {
			this.rejections.line(this.file, row.line(), String.valueOf(key), "a film without a title");
			return null;
		}
		if (isAgain(key, row)) {
			return null;
		}
		Matcher year = YEAR.matcher(printed);
		boolean dated = year.matches();
		String titles = dated ? year.group(1).strip() : printed;
		List<FilmRecord.Title> others = new ArrayList<>();
		Matcher brackets = BRACKETS.matcher(titles);
		while (brackets.find()) {
			String other = articleInFront(brackets.group(1).replaceFirst("(?i)^a\\.?k\\.?a\\.? ", "").strip());
			if (!other.isEmpty()) {
				others.add(new FilmRecord.Title(other, "alternative", null));
			}
		}
		String title = articleInFront(BRACKETS.matcher(titles).replaceAll("").strip());
		Map<String, String> ids = new HashMap<>((link != null) ? link.ids() : Map.of());
		ids.put("movielens", key);
		String genres = row.get("genres");
		return new FilmRecord(key, title.isEmpty() ? titles : title, others,
				dated ? this.values.year(year.group(2), row.line()) : null, null, null, ids,
				GenreNames.of(Values.list((genres != null) ? genres.replaceAll("[()]", "") : null, "\\|")),
				rating(stars), List.of(), List.of(), null, List.of(), List.of(), List.of(), List.of());
	}

	@Override
	public Set<FilmRecord.Part> unsaid() {
		return this.unsaid;
	}

	@Override
	public RecordReader again() throws IOException {
		return new MovieLensReader(this.folder, new Rejections(), this.today);
	}

	/** Five stars are ten points. */
	private static FilmRecord.@Nullable Rating rating(@Nullable Stars stars) {
		return (stars == null) ? null : new FilmRecord.Rating(
				BigDecimal.valueOf(2 * stars.sum / stars.count).setScale(1, RoundingMode.HALF_UP), stars.count);
	}

	@Override
	void ended() {
		this.links.forEach((film, link) -> this.rejections.value("links.csv", link.line(), film,
				"a film that movies.csv does not have"));
		this.stars.forEach((film, stars) -> this.rejections.value("ratings.csv", stars.firstLine, film,
				"a film that movies.csv does not have"));
	}

	/** {@code Seven Year Itch, The} as {@code The Seven Year Itch}. */
	static String articleInFront(String title) {
		Matcher behind = ARTICLE_BEHIND.matcher(title);
		if (!behind.matches()) {
			return title;
		}
		return behind.group(2) + (behind.group(2).endsWith("'") ? "" : " ") + behind.group(1);
	}

}
