package app.marquee.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A film of the catalogue, as far as it is compared with a record. */
final class Candidate {

	final long film;

	final @Nullable Integer year;

	final @Nullable Integer runtime;

	final @Nullable Integer votes;

	/** All its titles. */
	final Titles titles = new Titles();

	/** The names of its genres. */
	final Set<String> genres = new HashSet<>();

	/** The names of its people as they are sorted, folded. */
	final Set<String> people = new HashSet<>();

	/** The ids of its people, as {@code imdb:nm0000115}. */
	final Set<String> personIds = new HashSet<>();

	/** Whether the record's own source lists this film already, under another key. */
	boolean listed;

	/** Records of the source, the one that is compared among them, with its titles. */
	Collection<Rivals.Rival> rivals = List.of();

	/** External ids as {@code scheme:value}. */
	final Set<String> ids = new HashSet<>();

	Candidate(long film, @Nullable Integer year, @Nullable Integer runtime, @Nullable Integer votes) {
		this.film = film;
		this.year = year;
		this.runtime = runtime;
		this.votes = votes;
	}

}
