package app.marquee.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads IMDb's files of one folder: title.basics and, as far as they are there,
 * title.ratings, title.principals, title.crew, title.akas and name.basics, plain or
 * gzipped. All but the names are in the order of their titles and are read side by side;
 * names go into a file of their own first, for principals are not in their order. Memory
 * does not depend on the size: one title's rows of each file, and 32 MB of names.
 */
class ImdbReader extends FilteredReader {

	private static final Set<String> FILM_LIKE = Set.of("movie", "tvMovie", "short", "tvShort", "video");

	private static final int NAMES_CACHE_MB = 32;

	/** More akas than this are the same title in another script. */
	private static final int TITLES = 60;

	private final String file;

	private final Values values;

	private final Values ratingValues;

	private final Rejections rejections;

	private final boolean adult;

	private final JsonMapper json;

	private final @Nullable SideBySide ratings;

	private final @Nullable SideBySide principals;

	private final @Nullable SideBySide crew;

	private final @Nullable SideBySide akas;

	private final @Nullable Names names;

	ImdbReader(Path folder, boolean adult, JsonMapper json, Rejections rejections, LocalDate today) throws IOException {
		super(CsvRows.tabs(required(folder, "title.basics"), "tconst", "titleType", "primaryTitle"));
		this.file = "title.basics";
		this.values = new Values(this.file, rejections, today);
		this.ratingValues = new Values("title.ratings", rejections, today);
		this.rejections = rejections;
		this.adult = adult;
		this.json = json;
		this.ratings = open(folder, "title.ratings", "tconst", "averageRating");
		this.principals = open(folder, "title.principals", "tconst", "nconst");
		this.crew = open(folder, "title.crew", "tconst");
		this.akas = open(folder, "title.akas", "titleId", "title");
		Path people = find(folder, "name.basics");
		this.names = (people != null) ? Names.of(people) : null;
	}

	private static Path required(Path folder, String name) throws IOException {
		Path file = find(folder, name);
		if (file == null) {
			throw new IOException(
					folder + " holds no " + name + ".tsv or " + name + ".tsv.gz; that is the one file that is needed");
		}
		return file;
	}

	private static @Nullable Path find(Path folder, String name) {
		for (String ending : List.of(".tsv", ".tsv.gz")) {
			Path file = folder.resolve(name + ending);
			if (Files.isRegularFile(file)) {
				return file;
			}
		}
		return null;
	}

	private static @Nullable SideBySide open(Path folder, String name, String key, String... needed)
			throws IOException {
		Path file = find(folder, name);
		List<String> columns = new ArrayList<>(List.of(needed));
		columns.add(0, key);
		return (file != null) ? new SideBySide(CsvRows.tabs(file, columns.toArray(String[]::new)), key) : null;
	}

	@Override
	@Nullable FilmRecord read(CsvRows.Row row) {
		String key = row.get("tconst");
		if (key == null || !key.matches("tt\\d{7,9}")) {
			this.rejections.line(this.file, row.line(), String.valueOf(key), "an id such as tt0299172 was expected");
			return null;
		}
		if (!FILM_LIKE.contains(String.valueOf(row.get("titleType")))
				|| !this.adult && "1".equals(row.get("isAdult"))) {
			return null;
		}
		String title = Values.text(row.get("primaryTitle"), 500);
		if (title.isEmpty()) {
			this.rejections.line(this.file, row.line(), key, "a film without a title");
			return null;
		}
		return new FilmRecord(key, title, titles(key, title, row), this.values.year(row.get("startYear"), row.line()),
				this.values.runtime(row.get("runtimeMinutes"), row.line()), null, Map.of("imdb", key),
				GenreNames.of(Values.list(row.get("genres"), ",")), rating(key), credits(key), List.of(), null,
				List.of(), List.of(), List.of(), List.of());
	}

	private List<FilmRecord.Title> titles(String key, String title, CsvRows.Row row) {
		Map<String, FilmRecord.Title> titles = new LinkedHashMap<>();
		String original = Values.text(row.get("originalTitle"), 500);
		if (!original.isEmpty() && !original.equals(title)) {
			titles.put(original, new FilmRecord.Title(original, "original", null));
		}
		rows(this.akas, key).forEach((aka) -> {
			String other = Values.text(aka.get("title"), 500);
			if (!other.isEmpty() && !other.equals(title) && titles.size() < TITLES) {
				titles.putIfAbsent(other, new FilmRecord.Title(other, "alternative", aka.get("language")));
			}
		});
		return List.copyOf(titles.values());
	}

	private FilmRecord.@Nullable Rating rating(String key) {
		for (CsvRows.Row row : rows(this.ratings, key)) {
			BigDecimal score = this.ratingValues.score(row.get("averageRating"), row.line());
			if (score != null) {
				return new FilmRecord.Rating(score, this.ratingValues.votes(row.get("numVotes"), row.line()));
			}
		}
		return null;
	}

	/**
	 * The principals in their order; where there are none, the directors and writers of
	 * the crew.
	 */
	private List<FilmRecord.Credit> credits(String key) {
		List<FilmRecord.Credit> credits = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		rows(this.principals, key)
			.forEach((row) -> add("title.principals", credits, seen, String.valueOf(row.get("nconst")),
					String.valueOf(row.get("category")), characters(row.get("characters")), row.line()));
		rows(this.crew, key).forEach((row) -> {
			Values.list(row.get("directors"), ",")
				.forEach((person) -> add("title.crew", credits, seen, person, "director", null, row.line()));
			Values.list(row.get("writers"), ",")
				.forEach((person) -> add("title.crew", credits, seen, person, "writer", null, row.line()));
		});
		return credits;
	}

	private void add(String from, List<FilmRecord.Credit> credits, Set<String> seen, String person, String category,
			@Nullable String character, long line) {
		String job = category.replace('_', ' ');
		if (!seen.add(person + "|" + job)) {
			return;
		}
		String name = (this.names != null) ? this.names.of(person) : null;
		if (name == null) {
			this.rejections.value(from, line, person, "an id of a person whom name.basics does not know");
			return;
		}
		credits.add(new FilmRecord.Credit("imdb:" + person, name, job, character, List.of(), null));
	}

	/** {@code ["Maya","Self"]}, and the same once more in quotes. */
	private @Nullable String characters(@Nullable String printed) {
		if (printed == null) {
			return null;
		}
		String list = printed.startsWith("\"") && printed.endsWith("\"") && printed.length() > 1
				? printed.substring(1, printed.length() - 1).replace("\"\"", "\"") : printed;
		try {
			String[] names = this.json.readValue(list, String[].class);
			String text = (names != null) ? Values.text(String.join(", ", names), 1000) : "";
			return text.isEmpty() ? null : text;
		}
		catch (JacksonException ex) {
			String text = Values.text(list.replaceAll("[\\[\\]\"]", ""), 1000);
			return text.isEmpty() ? null : text;
		}
	}

	private static List<CsvRows.Row> rows(@Nullable SideBySide file, String key) {
		return (file != null) ? file.of(key) : List.of();
	}

	@Override
	public void close() throws IOException {
		super.close();
		for (Closeable file : new @Nullable Closeable[] { this.ratings, this.principals, this.crew, this.akas,
				this.names }) {
			if (file != null) {
				file.close();
			}
		}
	}

	/**
	 * A file in the order of its titles, read along with another in the same order.
	 * Titles that stand out of their order are kept until they are asked for, some
	 * thousand at the most.
	 */
	static final class SideBySide implements Closeable {

		private static final int OUT_OF_ORDER = 5_000;

		private final CsvRows rows;

		private final String key;

		private final Map<String, List<CsvRows.Row>> ahead = new LinkedHashMap<>() {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, List<CsvRows.Row>> eldest) {
				return size() > OUT_OF_ORDER;
			}

		};

		private CsvRows.@Nullable Row pending;

		SideBySide(CsvRows rows, String key) {
			this.rows = rows;
			this.key = key;
		}

		List<CsvRows.Row> of(String title) {
			List<CsvRows.Row> kept = this.ahead.remove(title);
			if (kept != null) {
				return kept;
			}
			while (peek() != null && compare(keyOf(peek()), title) < 0) {
				String other = keyOf(peek());
				this.ahead.put(other, group(other));
			}
			return (peek() != null && keyOf(peek()).equals(title)) ? group(title) : List.of();
		}

		private List<CsvRows.Row> group(String title) {
			List<CsvRows.Row> group = new ArrayList<>();
			while (peek() != null && keyOf(peek()).equals(title)) {
				group.add(this.pending);
				this.pending = null;
			}
			return group;
		}

		private CsvRows.@Nullable Row peek() {
			if (this.pending == null && this.rows.hasNext()) {
				this.pending = this.rows.next();
			}
			return this.pending;
		}

		private String keyOf(CsvRows.@Nullable Row row) {
			return (row != null) ? String.valueOf(row.get(this.key)) : "";
		}

		/** As text, which is the order of IMDb's files. */
		private static int compare(String one, String other) {
			return one.compareTo(other);
		}

		@Override
		public void close() throws IOException {
			this.rows.close();
		}

	}

	/** The names by their ids, in a file that goes when the import ends. */
	static final class Names implements Closeable {

		private final MVStore store;

		private final MVMap<String, String> names;

		private final Path file;

		private Names(Path file) {
			this.file = file;
			this.store = new MVStore.Builder().fileName(file.toString())
				.cacheSize(NAMES_CACHE_MB)
				.autoCommitDisabled()
				.open();
			this.names = this.store.openMap("names");
		}

		static Names of(Path file) throws IOException {
			Names names = new Names(Files.createTempFile("marquee-names", ".mv"));
			try (CsvRows rows = CsvRows.tabs(file, "nconst", "primaryName")) {
				long count = 0;
				while (rows.hasNext()) {
					CsvRows.Row row = rows.next();
					String id = row.get("nconst");
					String name = Values.text(row.get("primaryName"), 300);
					if (id != null && !name.isEmpty()) {
						names.names.put(id, name);
					}
					if (++count % 100_000 == 0) {
						names.store.commit();
					}
				}
			}
			names.store.commit();
			return names;
		}

		@Nullable String of(String id) {
			return this.names.get(id);
		}

		@Override
		public void close() throws IOException {
			this.store.closeImmediately();
			Files.deleteIfExists(this.file);
		}

	}

}
