package app.marquee.ingest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;

/**
 * How fast IMDb's files of a folder are read when nobody does anything with the films, and
 * how much memory that takes at its peak: {@code … ImdbReaderSpeed FOLDER}.
 */
public final class ImdbReaderSpeed {

	private ImdbReaderSpeed() {
	}

	public static void main(String... arguments) throws IOException {
		long start = System.nanoTime();
		Rejections rejections = new Rejections();
		long films = 0;
		long credits = 0;
		long titles = 0;
		try (RecordReader reader = new ImdbReader(Path.of(arguments[0]), false, JsonMapper.shared(), rejections,
				LocalDate.of(2026, 11, 25))) {
			System.out.printf(Locale.ENGLISH, "%.1f s to open%n", seconds(start));
			start = System.nanoTime();
			while (reader.hasNext()) {
				FilmRecord film = reader.next();
				films++;
				credits += film.credits().size();
				titles += film.titles().size();
			}
		}
		double seconds = seconds(start);
		System.out.printf(Locale.ENGLISH,
				"%.1f s for %,d films with %,d credits and %,d other titles: %,d films a second%n", seconds, films,
				credits, titles, (long) (films / seconds));
		System.out.printf(Locale.ENGLISH, "%,d MB of heap at most%n",
				ManagementFactory.getMemoryPoolMXBeans()
					.stream()
					.filter((pool) -> pool.getType() == MemoryType.HEAP)
					.mapToLong((pool) -> pool.getPeakUsage().getUsed())
					.sum() >> 20);
		rejections.reasons()
			.forEach((reason) -> System.out.printf(Locale.ENGLISH, "%,d × %s %s%n", reason.count(), reason.reason(),
					reason.examples()));
	}

	private static double seconds(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

}
