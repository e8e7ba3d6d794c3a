package app.marquee.ingest;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A film of the catalogue, as far as it is compared with a record. */
final class Candidate {

	final long film;

	final @Nullable Integer year;

	final @Nullable Integer runtime;

	/** All its titles, folded. */
	final Set<String> titles = new HashSet<>();

	/** The names of its people as they are sorted, folded. */
	final Set<String> people = new HashSet<>();

	/** External ids as {@code scheme:value}. */
	final Set<String> ids = new HashSet<>();

	Candidate(long film, @Nullable Integer year, @Nullable Integer runtime) {
		this.film = film;
		this.year = year;
		this.runtime = runtime;
	}

}
