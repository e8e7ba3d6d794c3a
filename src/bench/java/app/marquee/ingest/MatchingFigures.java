package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures {@link MatchRule}: takes the ids from the films of one data set, looks each up
 * among the films of another as an import does, and compares what is found with the IMDb
 * ids that were taken. The other set is held in memory, some 500 bytes for each film.
 * <p>
 * {@code MatchingFigures [--plain] [--unrated] [--with-ids] [--show] SET KNOWN}, each set one of
 * {@code imdb:FOLDER}, {@code movielens:FOLDER}, {@code justwatch:TITLES} and
 * {@code justwatch:TITLES,CREDITS}. {@code --plain} measures title and year alone, for
 * comparison; {@code --unrated} takes the ratings away as well, since some sets repeat
 * IMDb's; {@code --with-ids} leaves the ids, which
 * shows what is doubted then; {@code --show} prints what is false, in doubt or missed.
 */
final class MatchingFigures {

	private final Map<Long, FilmRecord> records = new HashMap<>();

	private final Map<Long, Candidate> films = new HashMap<>();

	private final Map<String, List<Candidate>> filmsByKey = new HashMap<>();

	private final Map<String, Long> filmByImdb = new HashMap<>();

	private final List<String> found = new ArrayList<>();

	private final List<String> falsely = new ArrayList<>();

	private final List<String> wrongIds = new ArrayList<>();

	private final List<String> unknown = new ArrayList<>();

	private final List<String> doubtful = new ArrayList<>();

	private final List<String> missed = new ArrayList<>();

	private int doubtfulOfBoth;

	private int both;

	private MatchingFigures() {
	}

	public static void main(String[] arguments) throws IOException {
		List<String> options = Arrays.stream(arguments).filter((argument) -> argument.startsWith("--")).toList();
		List<String> sets = Arrays.stream(arguments).filter((argument) -> !argument.startsWith("--")).toList();
		MatchingFigures figures = new MatchingFigures();
		try (RecordReader known = open(sets.get(1))) {
			known.forEachRemaining(figures::know);
		}
		try (RecordReader reader = open(sets.get(0))) {
			reader.forEachRemaining(
					(record) -> figures.look(record, options));
		}
		figures.print(options.contains("--show"));
	}

	private static RecordReader open(String set) throws IOException {
		String format = set.substring(0, set.indexOf(':'));
		List<Path> files = Arrays.stream(set.substring(format.length() + 1).split(",")).map(Path::of).toList();
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		Rejections rejections = new Rejections();
		return switch (format) {
			case "imdb" -> new ImdbReader(files.get(0), false, JsonMapper.shared(), rejections, today);
			case "movielens" -> new MovieLensReader(files.get(0), rejections, today);
			case "justwatch" -> new JustWatchReader(files.get(0), (files.size() > 1) ? files.get(1) : null,
					new OfferTerms("Service", null, new PartialDate(today.toString())), rejections, today);
			default -> throw new IllegalArgumentException("imdb:, movielens: or justwatch: was expected, not " + set);
		};
	}

	private void know(FilmRecord record) {
		long id = this.records.size() + 1L;
		Candidate film = new Candidate(id, record.year(), record.runtime(),
				(record.rating() != null) ? record.rating().votes() : null);
		film.titles.add(record.title());
		record.titles().forEach((title) -> film.titles.add(title.title()));
		film.genres.addAll(record.genres());
		record.ids().forEach((scheme, value) -> film.ids.add(scheme + ":" + value));
		record.allCredits().forEach((credit) -> {
			if (credit.name() != null) {
				film.people.add(FilmWriter.sortName(credit.name()));
			}
			if (credit.id() != null) {
				film.personIds.add(credit.id());
			}
		});
		Stream.concat(film.titles.keys().stream(), film.titles.heads().stream())
			.forEach((key) -> this.filmsByKey.computeIfAbsent(key, (first) -> new ArrayList<>()).add(film));
		this.films.put(id, film);
		this.records.put(id, record);
		String imdb = record.ids().get("imdb");
		if (imdb != null) {
			this.filmByImdb.put(imdb, id);
		}
	}

	private void look(FilmRecord record, List<String> options) {
		Long truth = this.filmByImdb.get(record.ids().getOrDefault("imdb", ""));
		FilmRecord bare = bare(record, options);
		Set<Candidate> candidates = new LinkedHashSet<>();
		MatchRule.titles(bare).lookUps().forEach((title) -> candidates.addAll(this.filmsByKey.getOrDefault(title, List.of())));
		Candidate byId = this.films.get(this.filmByImdb.get(bare.ids().getOrDefault("imdb", "")));
		if (byId != null) {
			candidates.add(byId);
		}
		Match match = options.contains("--plain") ? plain(bare, candidates) : MatchRule.decide(bare, candidates);
		if (truth != null) {
			this.both++;
		}
		switch (match.kind()) {
			case FOUND -> judge(record, truth, match.films().get(0));
			case DOUBT -> {
				this.doubtful.add(told(record, truth) + match.films().stream().map(this::told).toList());
				this.doubtfulOfBoth += (truth != null) ? 1 : 0;
			}
			case NEW -> {
				if (truth != null) {
					this.missed.add(told(record, truth));
				}
			}
		}
	}

	private void judge(FilmRecord record, @Nullable Long truth, Long film) {
		String line = told(record, truth) + " taken for " + told(film);
		if (film.equals(truth)) {
			this.found.add(line);
		}
		else if (!record.ids().containsKey("imdb")) {
			this.unknown.add(line);
		}
		else if (isWrong(record, truth, film)) {
			this.wrongIds.add(line);
			this.both -= (truth != null) ? 1 : 0;
		}
		else {
			this.falsely.add(line);
		}
	}

	/**
	 * Ids are wrong now and then. Where a set repeats IMDb's rating, of a later day, the
	 * votes tell which film is meant; where it does not, title, year and runtime do if all
	 * of them are those of the film that was found, and one of them is not that of the film
	 * with the id.
	 */
	private boolean isWrong(FilmRecord record, @Nullable Long truth, Long film) {
		FilmRecord found = Objects.requireNonNull(this.records.get(film));
		FilmRecord other = this.records.get(truth);
		if (record.runtime() == null) {
			return false;
		}
		if (record.rating() != null && found.rating() != null) {
			return sameRating(record, found) && (other == null || !sameRating(record, other));
		}
		return agree(record, found) && (other == null || !agree(record, other));
	}

	private static boolean sameRating(FilmRecord record, FilmRecord film) {
		FilmRecord.Rating later = record.rating();
		FilmRecord.Rating earlier = film.rating();
		if (later == null || earlier == null || later.votes() == null || earlier.votes() == null) {
			return false;
		}
		double grown = later.votes() / (double) earlier.votes();
		return grown >= 1 && grown < 20 && later.score().subtract(earlier.score()).abs().doubleValue() <= 1;
	}

	private static boolean agree(FilmRecord one, FilmRecord other) {
		return MatchRule.titles(one).shareFolded(MatchRule.titles(other)) && Objects.equals(one.year(), other.year())
				&& one.runtime() != null && other.runtime() != null && Math.abs(one.runtime() - other.runtime()) <= 2;
	}

	private static Match plain(FilmRecord record, Set<Candidate> candidates) {
		Titles titles = new Titles();
		titles.add(record.title());
		List<Candidate> same = candidates.stream()
			.filter((film) -> film.titles.shareFolded(titles) && record.year() != null
					&& record.year().equals(film.year))
			.toList();
		return (same.size() == 1) ? Match.of(same.get(0).film)
				: same.isEmpty() ? Match.NONE : Match.doubt(same.stream().map((film) -> film.film).toList());
	}

	private static FilmRecord bare(FilmRecord record, List<String> options) {
		return new FilmRecord(record.key(), record.title(), record.titles(), record.year(), record.runtime(),
				record.certificate(), options.contains("--with-ids") ? record.ids() : Map.of(), record.genres(),
				options.contains("--unrated") ? null : record.rating(), record.credits(),
				record.companies(), record.text(), record.related(), record.reviews(), record.offers(),
				record.unusable());
	}

	private void print(boolean show) {
		if (show) {
			this.falsely.forEach((line) -> System.out.println("FALSE  " + line));
			this.wrongIds.forEach((line) -> System.out.println("ID?    " + line));
			this.unknown.forEach((line) -> System.out.println("NO ID  " + line));
			this.doubtful.forEach((line) -> System.out.println("DOUBT  " + line));
			this.missed.forEach((line) -> System.out.println("MISSED " + line));
		}
		int judged = this.found.size() + this.falsely.size();
		System.out.printf(Locale.ROOT,
				"%d in both: %d found, %d missed, %d in doubt; %d found falsely; besides, %d in doubt that are in one alone,"
						+ " %d found whose id is wrong, %d found that have no id%n",
				this.both, this.found.size(), this.missed.size(), this.doubtfulOfBoth, this.falsely.size(),
				this.doubtful.size() - this.doubtfulOfBoth, this.wrongIds.size(), this.unknown.size());
		System.out.printf(Locale.ROOT, "precision %.4f (%.4f if every id is right), recall %.4f%n",
				this.found.size() / (double) judged,
				this.found.size() / (double) (judged + this.wrongIds.size()),
				this.found.size() / (double) this.both);
	}

	private String told(FilmRecord record, @Nullable Long truth) {
		return told(record) + " (in truth " + ((truth != null) ? told(truth) : record.ids().get("imdb")) + ")";
	}

	private String told(Long film) {
		FilmRecord record = this.records.get(film);
		return (record != null) ? told(record) : "none";
	}

	private static String told(FilmRecord record) {
		StringBuilder text = new StringBuilder(record.key()).append(' ').append(record.title());
		record.titles().forEach((title) -> text.append(" / ").append(title.title()));
		FilmRecord.Rating rating = record.rating();
		return text.append(" (" + record.year() + ", " + record.runtime() + " min, "
				+ ((rating != null) ? rating.votes() : null) + " votes, " + record.genres() + ")")
			.toString();
	}

}
