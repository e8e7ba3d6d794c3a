package app.marquee.catalogue;

import java.util.Locale;
import java.util.Map;

/** The part of the work that a job belongs to, in the order of a film's credits. */
public enum Department {

	DIRECTING, WRITING, CAST, PRODUCTION, CAMERA, EDITING, MUSIC, SOUND, DESIGN, EFFECTS, OTHER;

	private static final Map<String, Department> OF_JOB = Map.ofEntries(Map.entry("director", DIRECTING),
			Map.entry("co-director", DIRECTING), Map.entry("assistant director", DIRECTING),
			Map.entry("writer", WRITING), Map.entry("screenplay", WRITING), Map.entry("story", WRITING),
			Map.entry("novel", WRITING), Map.entry("play", WRITING), Map.entry("author", WRITING),
			Map.entry("actor", CAST), Map.entry("actress", CAST), Map.entry("self", CAST), Map.entry("voice", CAST),
			Map.entry("archive footage", CAST), Map.entry("producer", PRODUCTION),
			Map.entry("executive producer", PRODUCTION), Map.entry("casting director", PRODUCTION),
			Map.entry("cinematographer", CAMERA), Map.entry("director of photography", CAMERA),
			Map.entry("editor", EDITING), Map.entry("composer", MUSIC), Map.entry("music", MUSIC),
			Map.entry("sound", SOUND), Map.entry("production designer", DESIGN), Map.entry("production design", DESIGN),
			Map.entry("art direction", DESIGN), Map.entry("art director", DESIGN),
			Map.entry("costume designer", DESIGN), Map.entry("visual effects", EFFECTS));

	/** Where a job belongs; jobs that we do not know are other work. */
	public static Department of(String job) {
		return OF_JOB.getOrDefault(job.toLowerCase(Locale.ROOT), OTHER);
	}

	/** The one that is stored so. */
	public static Department ofCode(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	/** As it is stored. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
