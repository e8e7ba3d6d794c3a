package app.marquee.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of an import, as lines for the curator. */
final class ImportReport {

	private ImportReport() {
	}

	/**
	 * The report.
	 * @param doubts as {@link Dossiers#doubts} lists them
	 * @param most how many examples it names of each reason
	 */
	static List<String> lines(SourceEntry source, IngestReport report, Rejections rejections, List<String> doubts,
			int most) {
		List<String> lines = new ArrayList<>();
		lines.add(heading(source));
		add(lines, "records read", report.read());
		add(lines, "new films", report.created());
		add(lines, "joined to films that were known", report.matched());
		add(lines, "updated", report.updated());
		add(lines, "unchanged", report.unchanged());
		if (report.repeated() > 0) {
			add(lines, "came a second time under one key; the first was taken", report.repeated());
		}
		add(lines, "gone", report.withdrawn());
		if (report.spared() > 0) {
			add(lines, "missing, and left as they are", report.spared());
		}
		add(lines, "in doubt, kept apart", report.doubtful());
		addUnused(lines, rejections);
		if (!report.changedSomething()) {
			lines.add("The catalogue is as it was before.");
		}
		if (report.spared() > 0) {
			lines.add("Most of what " + source.name()
					+ " offered is not in this list. If the list is whole, import it again with --whole: that ends the offers.");
		}
		if (!report.compared()) {
			lines.add("Too many of its films bear names that the catalogue knows to compare them with each other first:"
					+ " of several that may be one film, the first was taken. films alike lists what looks like one film now.");
		}
		lines.addAll(reasons(rejections, most));
		if (!doubts.isEmpty()) {
			lines.add("");
			lines.add("In doubt, each with the films that it may speak of; films settle RECORD FILM says which:");
			doubts.forEach((doubt) -> lines.add("    " + doubt));
		}
		return lines;
	}

	/** Why nothing of a source could be taken. */
	static List<String> rejected(SourceEntry source, Rejections rejections, int most) {
		List<String> lines = new ArrayList<>();
		lines.add(heading(source));
		addUnused(lines, rejections);
		lines.addAll(reasons(rejections, most));
		lines.add("");
		return lines;
	}

	/** What went with a source that was withdrawn. */
	static List<String> withdrawn(SourceEntry source, long records, long films, long doubts, long settled) {
		List<String> lines = new ArrayList<>();
		lines.add(heading(source));
		add(lines, "records withdrawn", records);
		add(lines, "films gone, of which nobody else speaks", films);
		add(lines, "records forgotten that were in doubt", doubts);
		add(lines, "records of other sources in doubt no more", settled);
		return lines;
	}

	private static void addUnused(List<String> lines, Rejections rejections) {
		add(lines, "lines rejected", rejections.lines());
		rejections.passedOver().forEach((what, count) -> add(lines, "passed over: " + what, count));
	}

	private static String heading(SourceEntry source) {
		return source.name() + ((source.asOf() != null) ? ", data of " + source.asOf().inWords() : "");
	}

	/** What became of the addresses of before. */
	static List<String> former(long added, Rejections rejections) {
		List<String> lines = new ArrayList<>();
		if (added > 0) {
			add(lines, "addresses of before", added);
		}
		lines.addAll(reasons(rejections, Integer.MAX_VALUE));
		return lines;
	}

	private static List<String> reasons(Rejections rejections, int most) {
		List<String> lines = new ArrayList<>();
		rejections.reasons().forEach((reason) -> {
			lines.add("");
			lines.add(count(reason.count()) + " × " + reason.reason()
					+ (reason.wholeLine() ? " (line rejected)" : " (value taken for not known, or as said)"));
			reason.examples()
				.stream()
				.limit(most)
				.forEach((example) -> lines.add("    " + example.file() + ", line " + example.line()
						+ (example.value().isEmpty() ? "" : ": " + example.value())));
		});
		return lines;
	}

	private static void add(List<String> lines, String label, long count) {
		lines.add(String.format(Locale.ENGLISH, "%,12d  %s", count, label));
	}

	private static String count(long count) {
		return String.format(Locale.ENGLISH, "%,d", count);
	}

}
