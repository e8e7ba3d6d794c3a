package app.marquee.ingest;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Writes IMDb's files of any size from a seed, in their genuine format and order:
 * title.basics, title.ratings, title.principals, title.crew, title.akas and name.basics.
 * For each film there are about 6 credits and 2 people; casts from none to 300, and
 * people from no film to several hundred, with long tails. Among the films stand episodes,
 * series and adult titles that an import passes over. The files are clean: no duplicates,
 * no dangling ids. The same seed gives the same bytes; every title and person is made from
 * its own number, so memory does not depend on how many there are.
 *
 * <p>
 * {@code java -cp target/test-classes app.marquee.ingest.GeneratedImdb 1000000 7 FOLDER}
 */
public final class GeneratedImdb {

	/** Ids have seven digits to tell titles and people apart, and some an eighth. */
	private static final int IDS = 9_999_998;

	private static final int MOST_CREDITS = 300;

	private static final int THIS_YEAR = 2026;

	private static final String[] GENRES = { "Drama", "Comedy", "Documentary", "Romance", "Action", "Thriller", "Crime",
			"Horror", "Adventure", "Family", "Mystery", "Biography", "Fantasy", "History", "Music", "Animation",
			"Sci-Fi", "Musical", "War", "Sport", "Western", "News", "Film-Noir" };

	private static final String[] LATIN_REGIONS = { "US", "GB", "DE", "FR", "ES", "IT", "BR", "MX", "PL", "SE", "HU",
			"FI", "CA", "XWW" };

	private static final String[] CREW = { "director", "writer", "producer", "composer", "cinematographer", "editor",
			"production_designer", "casting_director", "self", "archive_footage" };

	private static final String[] ROLES = { "Doctor", "Waiter", "Police Officer", "Nurse", "Self", "Narrator", "Mother",
			"Father", "The Stranger", "Taxi Driver", "Judge" };

	private final int films;

	private final int people;

	private final long seed;

	/** Without a common divisor with the number of people: who is busy is spread over all. */
	private final long stride;

	private GeneratedImdb(int films, long seed) {
		if (films < 1 || films > IDS / 2) {
			throw new IllegalArgumentException("from 1 to " + IDS / 2 + " films can be made");
		}
		this.films = films;
		this.people = 2 * films;
		this.seed = GeneratedWords.mixed(seed);
		long candidate = (long) (this.people * 0.618) | 1;
		while (!BigInteger.valueOf(candidate).gcd(BigInteger.valueOf(this.people)).equals(BigInteger.ONE)) {
			candidate += 2;
		}
		this.stride = candidate;
	}

	public static void main(String... arguments) throws IOException {
		if (arguments.length != 3) {
			throw new IllegalArgumentException("how many films, the seed, and the folder to write to are needed");
		}
		long start = System.nanoTime();
		write(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]));
		System.out.printf(Locale.ENGLISH, "%.1f s%n", (System.nanoTime() - start) / 1e9);
	}

	/** Writes the six files, gzipped, over those that may be there. */
	public static void write(int films, long seed, Path folder) throws IOException {
		Files.createDirectories(folder);
		GeneratedImdb generated = new GeneratedImdb(films, seed);
		generated.writeNames(folder);
		generated.writeTitles(folder);
	}

	private void writeNames(Path folder) throws IOException {
		try (Rows names = new Rows(folder, "name.basics", "nconst", "primaryName", "birthYear", "deathYear",
				"primaryProfession", "knownForTitles")) {
			for (int person = 0; person < this.people; person++) {
				SplittableRandom dice = dice(2, person);
				int born = THIS_YEAR - 20 - (int) (120 * square(dice.nextDouble()));
				boolean known = dice.nextInt(4) == 0;
				boolean dead = known && born < 1960 && dice.nextBoolean();
				names.row(personId(person), name(dice), known ? String.valueOf(born) : null,
						dead ? String.valueOf(Math.min(THIS_YEAR, born + 45 + dice.nextInt(50))) : null,
						isActress(person) ? "actress" : dice.nextBoolean() ? "actor" : "actor,producer",
						dice.nextBoolean() ? titleId(2 * dice.nextInt(this.films)) : null);
			}
		}
	}

	private void writeTitles(Path folder) throws IOException {
		try (Rows basics = new Rows(folder, "title.basics", "tconst", "titleType", "primaryTitle", "originalTitle",
				"isAdult", "startYear", "endYear", "runtimeMinutes", "genres");
				Rows ratings = new Rows(folder, "title.ratings", "tconst", "averageRating", "numVotes");
				Rows principals = new Rows(folder, "title.principals", "tconst", "ordering", "nconst", "category",
						"job", "characters");
				Rows crew = new Rows(folder, "title.crew", "tconst", "directors", "writers");
				Rows akas = new Rows(folder, "title.akas", "titleId", "ordering", "title", "region", "language",
						"types", "attributes", "isOriginalTitle")) {
			for (int film = 0; film < this.films; film++) {
				SplittableRandom dice = dice(1, film);
				title(titleId(2 * film), filmType(dice), "0", film, dice, basics, akas);
				rating(titleId(2 * film), dice, ratings);
				credits(titleId(2 * film), dice, principals, crew);
				int other = dice.nextInt(100);
				if (other < 4) {
					// what is no film stands at an odd place
					String id = titleId(2 * film + 1);
					title(id, (other == 0) ? "movie" : (other == 1) ? "tvSeries" : "tvEpisode", (other == 0) ? "1" : "0",
							film, dice, basics, akas);
					rating(id, dice, ratings);
					credits(id, dice, principals, crew);
				}
			}
		}
	}

	private void title(String id, String type, String adult, int film, SplittableRandom dice, Rows basics, Rows akas)
			throws IOException {
		String title = titleOf(film);
		boolean foreign = dice.nextInt(4) == 0;
		String original = foreign ? GeneratedWords.title(dice) : title;
		int year = THIS_YEAR + 2 - (int) (131 * cube(dice.nextDouble()));
		basics.row(id, type, title, original, adult, (dice.nextInt(30) == 0) ? null : String.valueOf(year), null,
				runtime(type, dice), genres(type, dice));
		int many = (int) paretoed(dice, 2.2, 4.4, 60);
		for (int ordering = 1; ordering <= many; ordering++) {
			if (ordering == 1) {
				akas.row(id, "1", original, null, null, "original", null, "1");
			}
			else if (dice.nextInt(3) == 0) {
				GeneratedWords.Tongue tongue = pick(dice, GeneratedWords.FOREIGN);
				akas.row(id, String.valueOf(ordering), GeneratedWords.title(dice, tongue), tongue.region(),
						dice.nextBoolean() ? tongue.language() : null, "imdbDisplay", null, "0");
			}
			else {
				akas.row(id, String.valueOf(ordering), dice.nextBoolean() ? title : GeneratedWords.title(dice),
						pick(dice, LATIN_REGIONS), null, dice.nextBoolean() ? "imdbDisplay" : null, null, "0");
			}
		}
	}

	/** One in twenty-five is called as another is: a remake, or mere chance. */
	private String titleOf(int film) {
		int called = film;
		SplittableRandom dice = dice(0, film);
		if (film > 0 && dice.nextInt(25) == 0) {
			called = dice.nextInt(film);
		}
		return GeneratedWords.title(dice(3, called));
	}

	private static String filmType(SplittableRandom dice) {
		int type = dice.nextInt(100);
		return (type < 70) ? "movie" : (type < 90) ? "short" : (type < 96) ? "tvMovie" : "video";
	}

	private static String runtime(String type, SplittableRandom dice) {
		if (dice.nextInt(5) == 0) {
			return "\\N";
		}
		return String.valueOf(type.equals("short") ? 2 + dice.nextInt(38)
				: 60 + dice.nextInt(40) + dice.nextInt(40) + ((dice.nextInt(50) == 0) ? dice.nextInt(200) : 0));
	}

	private static String genres(String type, SplittableRandom dice) {
		if (dice.nextInt(20) == 0) {
			return "\\N";
		}
		// in the order of the alphabet, as IMDb has them
		TreeSet<String> genres = new TreeSet<>();
		for (int many = 1 + dice.nextInt(3); many > 0; many--) {
			genres.add(GENRES[(int) (GENRES.length * square(dice.nextDouble()))]);
		}
		if (type.equals("short")) {
			genres.add("Short");
		}
		return String.join(",", genres);
	}

	private void rating(String id, SplittableRandom dice, Rows ratings) throws IOException {
		if (dice.nextInt(5) < 2) {
			return;
		}
		int votes = 5 + (int) paretoed(dice, 0.7, 12, 2_900_000);
		double around = dice.nextDouble() + dice.nextDouble() + dice.nextDouble() + dice.nextDouble() - 2;
		long tenths = Math.max(10, Math.min(100, StrictMath.round(63 + 22 * around)));
		ratings.row(id, tenths / 10 + "." + tenths % 10, String.valueOf(votes));
	}

	private void credits(String id, SplittableRandom dice, Rows principals, Rows crew) throws IOException {
		List<String> directors = new ArrayList<>();
		List<String> writers = new ArrayList<>();
		int many = (int) paretoed(dice, 2.5, 9.8, MOST_CREDITS);
		// of a few people most are known by a work behind the camera, of many most play
		int behind = Math.min(many, 1 + many / 4);
		for (int ordering = 1; ordering <= many; ordering++) {
			int person = person(dice);
			String name = personId(person);
			boolean plays = ordering <= many - behind;
			String category = plays ? isActress(person) ? "actress" : "actor"
					: (ordering == many) ? "director" : CREW[(int) (CREW.length * square(dice.nextDouble()))];
			principals.row(id, String.valueOf(ordering), name, category,
					(category.equals("writer") && dice.nextBoolean()) ? "screenplay" : null,
					plays && dice.nextInt(10) < 7 ? characters(dice) : category.equals("self") ? "[\"Self\"]" : null);
			if (category.equals("director") && !directors.contains(name)) {
				directors.add(name);
			}
			else if (category.equals("writer") && !writers.contains(name)) {
				writers.add(name);
			}
		}
		if (dice.nextInt(20) == 0) {
			writers.add(personId(person(dice)));
		}
		crew.row(id, directors.isEmpty() ? null : String.join(",", directors),
				writers.isEmpty() ? null : String.join(",", writers));
	}

	private static String characters(SplittableRandom dice) {
		String one = character(dice);
		return (dice.nextInt(20) == 0) ? "[\"" + one + "\",\"" + character(dice) + "\"]" : "[\"" + one + "\"]";
	}

	private static String character(SplittableRandom dice) {
		int kind = dice.nextInt(10);
		if (kind < 5) {
			return GeneratedWords.firstName(dice);
		}
		if (kind < 8) {
			return GeneratedWords.firstName(dice) + " " + GeneratedWords.surname(dice);
		}
		return (kind < 9) ? pick(dice, List.of(ROLES))
				: GeneratedWords.firstName(dice) + " \\\"" + GeneratedWords.surname(dice) + "\\\"";
	}

	private static String name(SplittableRandom dice) {
		String name = GeneratedWords.firstName(dice) + " " + GeneratedWords.surname(dice);
		return (dice.nextInt(8) == 0) ? GeneratedWords.firstName(dice) + " " + name : name;
	}

	/** Busy people come up often: of two million two have more than 300 credits. */
	private int person(SplittableRandom dice) {
		long rank = (long) (this.people * StrictMath.pow(dice.nextDouble(), 1.56));
		return (int) (rank * this.stride % this.people);
	}

	private boolean isActress(int person) {
		return (GeneratedWords.mixed(person) & 3) == 0;
	}

	private String personId(int person) {
		return id("nm", person, this.people);
	}

	private String titleId(int place) {
		return id("tt", place, 2 * this.films);
	}

	/** Rising as text: an eighth digit comes behind the seven of its own. */
	private static String id(String scheme, int place, int places) {
		int number = 1 + place * (IDS / places);
		StringBuilder id = new StringBuilder(10).append(scheme);
		for (int digits = 1_000_000; digits > number; digits /= 10) {
			id.append('0');
		}
		id.append(number);
		long eighth = Long.remainderUnsigned(GeneratedWords.mixed(number), 30);
		return (number >= 1_000_000 && eighth < 10) ? id.append(eighth).toString() : id.toString();
	}

	private SplittableRandom dice(int what, int number) {
		return new SplittableRandom(GeneratedWords.mixed(this.seed + 4L * number + what));
	}

	/** From 0 on, with a long tail (Lomax's distribution): its mean is size / (shape - 1). */
	private static double paretoed(SplittableRandom dice, double shape, double size, double most) {
		return Math.min(most, size * (StrictMath.pow(1 - dice.nextDouble(), -1 / shape) - 1));
	}

	private static double square(double value) {
		return value * value;
	}

	private static double cube(double value) {
		return value * value * value;
	}

	private static <T> T pick(SplittableRandom dice, List<T> list) {
		return list.get(dice.nextInt(list.size()));
	}

	private static String pick(SplittableRandom dice, String[] list) {
		return list[dice.nextInt(list.length)];
	}

	/** One of the files. */
	private static final class Rows implements Closeable {

		private final Writer file;

		private final StringBuilder row = new StringBuilder();

		private Rows(Path folder, String name, String... columns) throws IOException {
			OutputStream file = Files.newOutputStream(folder.resolve(name + ".tsv.gz"));
			this.file = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(file, 1 << 16) {
				{
					this.def.setLevel(Deflater.BEST_SPEED);
				}
			}, StandardCharsets.UTF_8), 1 << 16);
			row(columns);
		}

		/** Null is what nobody knows. */
		private void row(@Nullable String... fields) throws IOException {
			this.row.setLength(0);
			for (String field : fields) {
				this.row.append((field != null) ? field : "\\N").append('\t');
			}
			this.row.setCharAt(this.row.length() - 1, '\n');
			this.file.append(this.row);
		}

		@Override
		public void close() throws IOException {
			this.file.close();
		}

	}

}
