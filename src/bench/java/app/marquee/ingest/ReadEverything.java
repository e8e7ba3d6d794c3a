package app.marquee.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import app.marquee.text.PartialDate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every data set below a folder, by the names of the files, and prints what the
 * readers rejected, to be looked at: {@code … ReadEverything FOLDER}.
 */
public final class ReadEverything {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private static final OfferTerms TERMS = new OfferTerms("Service", null, new PartialDate("2022"));

	private ReadEverything() {
	}

	public static void main(String... arguments) throws IOException {
		List<Path> files;
		try (var all = Files.walk(Path.of(arguments[0]))) {
			files = all.sorted().toList();
		}
		for (Path file : files) {
			String name = String.valueOf(file.getFileName());
			Path folder = file.resolveSibling(".").normalize();
			Rejections rejections = new Rejections();
			if (name.startsWith("title.basics")) {
				print(file, new ImdbReader(folder, false, JsonMapper.shared(), rejections, TODAY), rejections);
			}
			else if (name.equals("movies.csv")) {
				print(file, new MovieLensReader(folder, rejections, TODAY), rejections);
			}
			else if (folder.endsWith("justwatch") && name.endsWith("_titles.csv")) {
				print(file, new JustWatchReader(file, file.resolveSibling(name.replace("_titles", "_credits")), TERMS,
						rejections, TODAY), rejections);
			}
			else if (name.endsWith("_titles.csv")) {
				print(file, new StreamingListReader(file, TERMS, rejections, TODAY), rejections);
			}
		}
	}

	private static void print(Path file, RecordReader reader, Rejections rejections) throws IOException {
		long films = 0;
		long credits = 0;
		long largest = 0;
		long rated = 0;
		try (reader) {
			while (reader.hasNext()) {
				FilmRecord film = reader.next();
				films++;
				credits += film.credits().size();
				largest = Math.max(largest, film.credits().size());
				rated += (film.rating() != null) ? 1 : 0;
			}
		}
		System.out.printf(Locale.ENGLISH, "%n%s: %,d films, %,d credits, at most %,d in one, %,d with a rating%n", file,
				films, credits, largest, rated);
		rejections.reasons()
			.forEach((reason) -> System.out.printf(Locale.ENGLISH, "  %,d × %s%s: %s%n", reason.count(),
					reason.reason(), reason.wholeLine() ? " (line)" : "",
					reason.examples()
						.stream()
						.limit(6)
						.map((example) -> example.file() + ":" + example.line() + " " + example.value())
						.toList()));
	}

}
