package app.marquee.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads IMDb's files of one folder: title.basics and, as far as they are there,
 * title.ratings, title.principals, title.crew, title.akas and name.basics, plain or
 * gzipped. All but the names are in the order of their titles and are read side by side;
 * one that is not is sorted first. Names go into a file of their own, for principals are
 * not in their order. Memory does not depend on the number of titles: one title's rows of
 * each file, at most {@value #ROWS} of each, and three bytes for each person.
 */
class ImdbReader extends FilteredReader {

	private static final Set<String> FILM_LIKE = Set.of("movie", "tvMovie", "short", "tvShort", "video");

	private static final Pattern ID = Pattern.compile("tt\\d{7,9}");

	private static final String TWICE = "an id that came before; the first row was taken";

	/** Rows of one title in one file; the largest casts there are have some hundreds. */
	private static final int ROWS = 2000;

	/** Combinations of genres that are kept in mind; IMDb has some two thousand. */
	private static final int GENRES = 10_000;

	private final Path folder;

	private final LocalDate today;

	private final String file;

	private final Values values;

	private final Values ratingValues;

	private final Rejections rejections;

	private final boolean adult;

	private final JsonMapper json;

	private final Map<String, List<String>> genres = new HashMap<>();

	/** The title that was read last. */
	private @Nullable String last;

	private final @Nullable SideBySide ratings;

	private final @Nullable SideBySide principals;

	private final @Nullable SideBySide crew;

	private final @Nullable SideBySide akas;

	private final @Nullable Names names;

	ImdbReader(Path folder, boolean adult, JsonMapper json, Rejections rejections, LocalDate today) throws IOException {
		this(folder, adult, json, rejections, today, true);
	}

	private ImdbReader(Path folder, boolean adult, JsonMapper json, Rejections rejections, LocalDate today,
			boolean withPeople) throws IOException {
		super("title.basics", rows("title.basics", required(folder, "title.basics"), rejections, "tconst", "titleType",
				"primaryTitle"), rejections);
		this.folder = folder;
		this.today = today;
		this.file = "title.basics";
		this.values = new Values(this.file, rejections, today);
		this.ratingValues = new Values("title.ratings", rejections, today);
		this.rejections = rejections;
		this.adult = adult;
		this.json = json;
		this.ratings = open(folder, "title.ratings", rejections, "tconst", "averageRating");
		this.akas = open(folder, "title.akas", rejections, "titleId", "title");
		this.principals = withPeople ? open(folder, "title.principals", rejections, "tconst", "nconst") : null;
		this.crew = withPeople ? open(folder, "title.crew", rejections, "tconst") : null;
		Path people = withPeople ? find(folder, "name.basics") : null;
		this.names = (people != null) ? names(people, rejections) : null;
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

	/** The rows of a file in the order of its first needed column. */
	private static CsvRows rows(String name, Path file, Rejections rejections, String... needed) throws IOException {
		return SortedCopy.isNeeded(file, needed[0])
				? CsvRows.tabs(name, SortedCopy.of(name, file, needed[0], rejections), true, new Rejections(), needed)
				: CsvRows.tabs(name, file, rejections, needed);
	}

	private static @Nullable SideBySide open(Path folder, String name, Rejections rejections, String... needed)
			throws IOException {
		Path file = find(folder, name);
		return (file != null) ? new SideBySide(name, rows(name, file, rejections, needed), needed[0], rejections)
				: null;
	}

	private static Names names(Path file, Rejections rejections) throws IOException {
		Names names = new Names();
		try (CsvRows rows = rows("name.basics", file, rejections, "nconst", "primaryName")) {
			while (rows.hasNext()) {
				CsvRows.Row row = rows.next();
				String id = row.get("nconst");
				long key = Names.key(id);
				String name = Values.text(row.get("primaryName"), 300);
				if (key < 0) {
					rejections.line("name.basics", row.line(), String.valueOf(id),
							"an id such as nm0000115 was expected");
				}
				else if (name.isEmpty()) {
					rejections.line("name.basics", row.line(), String.valueOf(id), "a person without a name");
				}
				else if (!names.add(key, name)) {
					rejections.line("name.basics", row.line(), String.valueOf(id), TWICE);
				}
			}
			names.finish();
			return names;
		}
		catch (IOException | RuntimeException ex) {
			names.close();
			throw ex;
		}
	}

	@Override
	@Nullable FilmRecord read(CsvRows.Row row) {
		String key = row.get("tconst");
		if (key == null || !ID.matcher(key).matches()) {
			this.rejections.line(this.file, row.line(), String.valueOf(key), "an id such as tt0299172 was expected");
			return null;
		}
		if (key.equals(this.last)) {
			this.rejections.line(this.file, row.line(), key, TWICE);
			return null;
		}
		this.last = key;
		String title = Values.text(row.get("primaryTitle"), 500);
		boolean filmLike = FILM_LIKE.contains(String.valueOf(row.get("titleType")));
		boolean film = filmLike && (this.adult || !"1".equals(row.get("isAdult")));
		if (!film) {
			this.rejections.passOver(filmLike ? "adult titles, which --adult takes" : NO_FILMS);
		}
		if (film && title.isEmpty()) {
			this.rejections.line(this.file, row.line(), key, "a film without a title");
		}
		if (!film || title.isEmpty()) {
			sideBySide().forEach((file) -> file.pass(key));
			return null;
		}
		return new FilmRecord(key, title, titles(key, title, row), this.values.year(row.get("startYear"), row.line()),
				this.values.runtime(row.get("runtimeMinutes"), row.line()), null, Map.of("imdb", key),
				genres(row.get("genres")), rating(key), credits(key), List.of(), null, List.of(), List.of(), List.of(),
				List.of());
	}

	/** Credits are whole only with principals, crew and names. */
	@Override
	public Set<FilmRecord.Part> unsaid() {
		Set<FilmRecord.Part> unsaid = EnumSet.noneOf(FilmRecord.Part.class);
		if (this.akas == null) {
			unsaid.add(FilmRecord.Part.TITLES);
		}
		if (this.ratings == null) {
			unsaid.add(FilmRecord.Part.RATING);
		}
		if (this.principals == null || this.crew == null || this.names == null) {
			unsaid.add(FilmRecord.Part.CREDITS);
		}
		return unsaid;
	}

	@Override
	public RecordReader again() throws IOException {
		return new ImdbReader(this.folder, this.adult, this.json, new Rejections(), this.today, false);
	}

	/** At the end, what the other files still have belongs to no title. */
	@Override
	public boolean hasNext() {
		boolean next = super.hasNext();
		if (!next) {
			sideBySide().forEach(SideBySide::pass);
		}
		return next;
	}

	private List<String> genres(@Nullable String printed) {
		if (printed == null) {
			return List.of();
		}
		List<String> known = this.genres.get(printed);
		if (known == null) {
			known = GenreNames.of(Values.list(printed, ","));
			if (this.genres.size() < GENRES) {
				this.genres.put(printed, known);
			}
		}
		return known;
	}

	private List<FilmRecord.Title> titles(String key, String title, CsvRows.Row row) {
		Map<String, FilmRecord.Title> titles = new LinkedHashMap<>();
		String original = Values.text(row.get("originalTitle"), 500);
		if (!original.isEmpty() && !original.equals(title)) {
			titles.put(original, new FilmRecord.Title(original, "original", null));
		}
		for (CsvRows.Row aka : rows(this.akas, key)) {
			String other = Values.text(aka.get("title"), 500);
			if (!other.isEmpty() && !other.equals(title)) {
				String language = Values.text(aka.get("language"), 12);
				titles.putIfAbsent(other,
						new FilmRecord.Title(other, "alternative", language.isEmpty() ? null : language));
			}
		}
		return List.copyOf(titles.values());
	}

	private FilmRecord.@Nullable Rating rating(String key) {
		FilmRecord.Rating rating = null;
		for (CsvRows.Row row : rows(this.ratings, key)) {
			if (rating != null) {
				this.rejections.line("title.ratings", row.line(), key, TWICE);
				continue;
			}
			BigDecimal score = this.ratingValues.score(row.get("averageRating"), row.line());
			if (score != null) {
				rating = new FilmRecord.Rating(score, this.ratingValues.votes(row.get("numVotes"), row.line()));
			}
		}
		return rating;
	}

	/**
	 * The principals in their order, and the directors and writers of the crew who are
	 * not among them.
	 */
	private List<FilmRecord.Credit> credits(String key) {
		Map<String, FilmRecord.Credit> credits = new LinkedHashMap<>();
		for (CsvRows.Row row : inOrder(rows(this.principals, key))) {
			String category = Values.text(row.get("category"), 100);
			if (category.isEmpty()) {
				this.rejections.line("title.principals", row.line(), key, "a credit without a category");
			}
			else {
				add("title.principals", credits, row.get("nconst"), category, row.get("characters"), row.line());
			}
		}
		for (CsvRows.Row row : rows(this.crew, key)) {
			addAll(credits, row.get("directors"), "director", row.line());
			addAll(credits, row.get("writers"), "writer", row.line());
		}
		return List.copyOf(credits.values());
	}

	private void addAll(Map<String, FilmRecord.Credit> credits, @Nullable String people, String job, long line) {
		if (people != null) {
			for (String person : people.split(",")) {
				if (!person.isBlank()) {
					add("title.crew", credits, person.strip(), job, null, line);
				}
			}
		}
	}

	private void add(String from, Map<String, FilmRecord.Credit> credits, @Nullable String person, String category,
			@Nullable String characters, long line) {
		String job = category.replace('_', ' ');
		String whoAndWhat = person + "|" + job;
		FilmRecord.Credit known = credits.get(whoAndWhat);
		if (known != null) {
			String character = together(known.character(), characters(characters));
			credits.put(whoAndWhat, new FilmRecord.Credit(known.id(), known.name(), job, character, List.of(), null));
			return;
		}
		String name = (this.names != null) ? this.names.of(Names.key(person)) : null;
		if (name == null) {
			this.rejections.value(from, line, person,
					(this.names != null) ? "an id of a person whom name.basics does not know"
							: "an id of a person, and no name.basics is there");
			return;
		}
		credits.put(whoAndWhat,
				new FilmRecord.Credit("imdb:" + person, name, job, characters(characters), List.of(), null));
	}

	/** A person may have several rows in one film, with a character each. */
	private static @Nullable String together(@Nullable String one, @Nullable String other) {
		if (one == null || other == null || one.equals(other)) {
			return (one != null) ? one : other;
		}
		return Values.text(one + ", " + other, 1000);
	}

	/** By their ordering, as a number: some files have 1, 10, 2. */
	private static List<CsvRows.Row> inOrder(List<CsvRows.Row> principals) {
		int before = 0;
		for (CsvRows.Row row : principals) {
			int ordering = ordering(row);
			if (ordering < before) {
				List<CsvRows.Row> sorted = new ArrayList<>(principals);
				sorted.sort(Comparator.comparingInt(ImdbReader::ordering));
				return sorted;
			}
			before = ordering;
		}
		return principals;
	}

	/** Without one: behind those that have it. */
	private static int ordering(CsvRows.Row row) {
		try {
			String ordering = row.get("ordering");
			return (ordering != null) ? Integer.parseInt(ordering) : Integer.MAX_VALUE;
		}
		catch (NumberFormatException ex) {
			return Integer.MAX_VALUE;
		}
	}

	/** {@code ["Maya","Self"]}, and the same once more in quotes. */
	private @Nullable String characters(@Nullable String printed) {
		if (printed == null) {
			return null;
		}
		String list = printed.startsWith("\"") && printed.endsWith("\"") && printed.length() > 1
				? printed.substring(1, printed.length() - 1).replace("\"\"", "\"") : printed;
		String text = Values.text(isSingle(list) ? list.substring(2, list.length() - 2) : parsed(list), 1000);
		return text.isEmpty() ? null : text;
	}

	/** Whether it is a list of one text that says what it means: nearly all are. */
	private static boolean isSingle(String list) {
		return list.startsWith("[\"") && list.indexOf('"', 2) == list.length() - 2 && list.endsWith("]")
				&& list.indexOf('\\') < 0;
	}

	private String parsed(String list) {
		try {
			@Nullable String @Nullable [] names = this.json.readValue(list, String[].class);
			return (names == null) ? ""
					: Arrays.stream(names).filter(Objects::nonNull).collect(Collectors.joining(", "));
		}
		catch (JacksonException ex) {
			return list.replaceAll("[\\[\\]\"]", "");
		}
	}

	private static List<CsvRows.Row> rows(@Nullable SideBySide file, String key) {
		return (file != null) ? file.of(key) : List.of();
	}

	private Stream<SideBySide> sideBySide() {
		return Stream.of(this.ratings, this.principals, this.crew, this.akas).filter(Objects::nonNull);
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

	/** A file in the order of its titles, read along with another in the same order. */
	private static final class SideBySide implements Closeable {

		private final String name;

		private final CsvRows rows;

		private final String column;

		private final Rejections rejections;

		private CsvRows.@Nullable Row row;

		/** Of the row; empty if it has none. */
		private String key = "";

		SideBySide(String name, CsvRows rows, String column, Rejections rejections) {
			this.name = name;
			this.rows = rows;
			this.column = column;
			this.rejections = rejections;
			advance();
		}

		/** The rows of a title, which is the next in order. */
		List<CsvRows.Row> of(String title) {
			passBefore(title);
			if (this.row == null || !this.key.equals(title)) {
				return List.of();
			}
			List<CsvRows.Row> group = new ArrayList<>();
			while (this.row != null && this.key.equals(title)) {
				if (group.size() < ROWS) {
					group.add(this.row);
				}
				else {
					this.rejections.line(this.name, this.row.line(), title, "more than " + ROWS + " rows of one title");
				}
				advance();
			}
			return group;
		}

		/** Passes over a title that is not asked for. */
		void pass(String title) {
			passBefore(title);
			while (this.row != null && this.key.equals(title)) {
				advance();
			}
		}

		/** Passes over the rest: there are no more titles. */
		void pass() {
			passBefore("\uFFFF");
		}

		private void passBefore(String title) {
			while (this.row != null && this.key.compareTo(title) < 0) {
				this.rejections.line(this.name, this.row.line(), this.key,
						"a row of a title that title.basics does not have");
				advance();
			}
		}

		private void advance() {
			this.row = this.rows.hasNext() ? this.rows.next() : null;
			String title = (this.row != null) ? this.row.get(this.column) : null;
			this.key = (title != null) ? title : "";
		}

		@Override
		public void close() throws IOException {
			this.rows.close();
		}

	}

}
