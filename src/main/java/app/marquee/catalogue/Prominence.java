package app.marquee.catalogue;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How much of a film's fame is somebody's: of all people called Hitchcock, Alfred is
 * meant and not who passes through a film that more have seen.
 */
public final class Prominence {

	/** Who appears as nobody but themselves, or is seen without being named. */
	private static final Pattern IN_PASSING = Pattern
		.compile("(?i)(self|himself|herself|themselves)\\b.*|.*\\b(uncredited|archive footage)\\b.*");

	/** What the rest of the crew has of it. */
	private static final double CREW = 0.1;

	private static final double PASSING = 0.01;

	private Prominence() {
	}

	/**
	 * The director has all of it, a writer half; of the cast the first has all, and the
	 * others the less the later they are billed: half of it is left at the fourth place.
	 * @param billing the place in the credits, from 0
	 */
	public static double share(Department department, int billing, @Nullable String played) {
		if (department == Department.DIRECTING) {
			return 1;
		}
		if (department == Department.WRITING) {
			return 0.5;
		}
		if (department != Department.CAST) {
			return CREW;
		}
		return (played != null && IN_PASSING.matcher(played).matches()) ? PASSING : 3.0 / (3 + billing);
	}

}
