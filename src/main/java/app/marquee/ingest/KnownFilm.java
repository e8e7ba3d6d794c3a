package app.marquee.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.marquee.provenance.Statement;
import app.marquee.web.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What the writer knows of one film while a batch is written: what is stored, and what
 * the batch adds.
 */
class KnownFilm {

	final long id;

	/** Null as long as the film is not stored. */
	@Nullable String slug;

	@Nullable String title;

	@Nullable Integer year;

	/** All that is said of it; the statements of one record are replaced together. */
	final List<Statement> statements = new ArrayList<>();

	/** By source. */
	final Map<String, SourceRating> ratings = new HashMap<>();

	/** The people of this film, by each spelling of their names. */
	private final Map<String, Long> people = new HashMap<>();

	private final Map<Long, Set<String>> schemes = new HashMap<>();

	/** Other spellings of names, by the name. */
	final Map<String, List<String>> spellings = new HashMap<>();

	/**
	 * The writing source's reviews that are stored, by their keys: a review keeps its
	 * address.
	 */
	final Map<String, Long> reviews = new HashMap<>();

	final Set<String> externalIds = new HashSet<>();

	record SourceRating(BigDecimal rating, @Nullable Integer votes) {
	}

	KnownFilm(long id) {
		this.id = id;
	}

	boolean stored() {
		return this.slug != null;
	}

	void knows(String name, long person) {
		this.people.putIfAbsent(Folding.words(name), person);
	}

	@Nullable Long person(String name) {
		return this.people.get(Folding.words(name));
	}

	/** All who are credited, as far as the film is stored. */
	Collection<Long> people() {
		return this.people.values();
	}

	/** The schemes in which a person has an id. */
	Set<String> schemes(long person) {
		return this.schemes.computeIfAbsent(person, (first) -> new HashSet<>());
	}

	void replaceRecord(long record, List<Statement> said) {
		this.statements.removeIf((statement) -> statement.record() == record);
		this.statements.addAll(said);
	}

}
