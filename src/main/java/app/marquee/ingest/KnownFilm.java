package app.marquee.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What the writer knows of one film while a batch is written: what is stored, and what
 * the batch makes of it.
 */
class KnownFilm {

	final long id;

	/** Null as long as the film is not stored. */
	@Nullable String slug;

	/** What is believed of it as it is stored; null as long as it is not. */
	@Nullable BelievedFilm before;

	/** The slug that it is to have, where an export or a curator knows it by one. */
	@Nullable String pinned;

	/** The slug that it had until it was withdrawn, where it comes back now. */
	@Nullable String had;

	/** The record that was withdrawn last. */
	private @Nullable Recorded lastWord;

	/** All that is said of it, by the number of the record: the older ones first. */
	final Map<Long, Recorded> records = new TreeMap<>();

	/** The people of this film, by each spelling of their names: of namesakes, one. */
	private final Map<String, Long> people = new HashMap<>();

	/** All of them. */
	private final Set<Long> credited = new HashSet<>();

	/** Slugs that people of this film had before a merge, by their names. */
	private final Map<String, String> formerSlugs = new HashMap<>();

	/**
	 * People of shared names that it had where an export comes from, in the order of the
	 * credits.
	 */
	private final Set<Namesake> namesakes = new LinkedHashSet<>();

	private final Map<Long, Set<String>> schemes = new HashMap<>();

	/** Reviews that are stored, by record and key: a review keeps its address. */
	private final Map<String, Long> reviews = new HashMap<>();

	KnownFilm(long id) {
		this.id = id;
	}

	boolean stored() {
		return this.slug != null;
	}

	/** All its records are there: from now on they may change. */
	void loaded() {
		this.before = BelievedFilm.of(this.records.values());
	}

	/** Takes back what a record says. */
	void withdraw(long record) {
		this.lastWord = this.records.remove(record);
	}

	@Nullable Recorded lastWord() {
		return this.lastWord;
	}

	void knows(String name, long person) {
		this.people.putIfAbsent(Folding.name(name), person);
		this.credited.add(person);
	}

	@Nullable Long person(String name) {
		return this.people.get(Folding.name(name));
	}

	/**
	 * Knows the people and reviews of another film as well: its records come to this one.
	 */
	void knowsAllOf(KnownFilm other) {
		other.people.forEach(this.people::putIfAbsent);
		this.credited.addAll(other.credited);
		other.schemes.forEach((person, schemes) -> schemes(person).addAll(schemes));
		other.reviews.forEach(this.reviews::putIfAbsent);
	}

	/**
	 * Forgets people whom no id makes the same in another film that credits them too:
	 * there they stay, and here are others of their names.
	 * @return whom it has forgotten, by their names
	 */
	Map<String, Long> leavePeopleTo(KnownFilm other) {
		return leave(other, (credit, person) -> schemes(person).isEmpty());
	}

	/**
	 * The same with people whom an id makes known in the other film, and whom no record
	 * here knows by any.
	 */
	Map<String, Long> leaveIdentifiedTo(KnownFilm other) {
		Set<String> identified = BelievedFilm.of(this.records.values())
			.credits()
			.stream()
			.filter((credit) -> !credit.refs().isEmpty())
			.map((credit) -> Folding.name(credit.name()))
			.collect(Collectors.toSet());
		return leave(other,
				(credit, person) -> !credit.refs().isEmpty() && !identified.contains(Folding.name(credit.name())));
	}

	/** Forgets whom the other film credits, as far as they are to stay there. */
	private Map<String, Long> leave(KnownFilm other, BiPredicate<BelievedFilm.Credit, Long> stays) {
		Map<String, Long> left = new HashMap<>();
		BelievedFilm.of(other.records.values()).credits().forEach((credit) -> {
			Long person = person(credit.name());
			if (person != null && stays.test(credit, person)) {
				left.put(credit.name(), person);
				this.people.values().removeIf(person::equals);
			}
		});
		return left;
	}

	/** Another's people of the same names, each with those of this film. */
	Map<Long, Long> namesakes(KnownFilm other) {
		Map<Long, Long> namesakes = new HashMap<>();
		other.people.forEach((name, person) -> {
			Long own = this.people.get(name);
			if (own != null && !own.equals(person)) {
				namesakes.put(person, own);
			}
		});
		return namesakes;
	}

	void hadSlug(String name, String slug) {
		this.formerSlugs.put(Folding.name(name), slug);
	}

	@Nullable String formerSlug(String name) {
		return this.formerSlugs.remove(Folding.name(name));
	}

	Set<Namesake> namesakes() {
		return this.namesakes;
	}

	/** All who are credited, as far as the film is stored. */
	Collection<Long> people() {
		return this.credited;
	}

	/** The schemes in which a person has an id. */
	Set<String> schemes(long person) {
		return this.schemes.computeIfAbsent(person, (first) -> new HashSet<>());
	}

	void hasReview(long record, String key, long review) {
		this.reviews.put(record + "|" + key, review);
	}

	@Nullable Long review(BelievedFilm.Review review) {
		return this.reviews.get(review.record() + "|" + review.key());
	}

	/** What the record said before. */
	FilmRecord recorded(long record) {
		return Objects.requireNonNull(this.records.get(record)).film();
	}

}
