package app.marquee.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The whole content of a person's page.
 *
 * @param knownFor the films of whose fame most is theirs
 * @param work films by job, the newest first
 * @param more whether there is more work than the page shows
 * @param namesakes leads to all people of this name, where there are others
 */
public record PersonPage(String name, List<String> otherNames, int filmCount, List<FilmCard> knownFor, List<Job> work,
		boolean more, List<CoWorker> coWorkers, @Nullable String namesakes) {

	/** Films beyond these are not gone through for who worked on them too. */
	static final int COMPARED = 100;

	private static final int MAIN_JOBS = 3;

	/** In words what the person did most: {@code Director, writer}. */
	public String jobs() {
		String jobs = this.work.stream().limit(MAIN_JOBS).map(Job::name).collect(Collectors.joining(", "));
		return jobs.substring(0, 1) + jobs.substring(1).toLowerCase(Locale.ENGLISH);
	}

	/** Whether there are more films than those in which co-workers were looked for. */
	public boolean comparedInPart() {
		return this.filmCount > COMPARED;
	}

	/** The other names, as a sentence lists them. */
	public String names() {
		return String.join(", ", this.otherNames);
	}

	/** What somebody did, and for which films. */
	public record Job(String name, List<Part> parts) {
	}

	/** A film, with whom the person played in it. */
	public record Part(String href, String title, @Nullable Integer year, @Nullable String played) {
	}

	/** Somebody who worked on the same films. */
	public record CoWorker(String href, String name, long films) {
	}

}
