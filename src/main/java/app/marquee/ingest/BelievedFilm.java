package app.marquee.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import app.marquee.provenance.Belief;
import app.marquee.provenance.Claim;
import app.marquee.provenance.Field;
import app.marquee.provenance.Statement;
import app.marquee.text.Folding;
import app.marquee.text.PartialDate;
import app.marquee.text.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a film, and what hangs on it: all of it follows from the records
 * that speak of it, so that two of them can be compared part by part.
 *
 * @param votes the largest number among the sources whose rating is believed
 * @param ratings one for each source
 * @param remarked whether anything is disputed, rejected, a curator's, or told besides
 */
record BelievedFilm(String title, List<Title> titles, @Nullable Integer year, @Nullable Integer runtime,
		@Nullable String certificate, @Nullable String synopsis, List<String> genres, @Nullable BigDecimal rating,
		@Nullable Integer votes, List<Rating> ratings, List<Credit> credits, List<Company> companies,
		Map<String, Set<String>> spellings, Set<String> ids, List<Review> reviews, List<Offer> offers,
		boolean remarked) {

	/** As the columns of the database hold it. */
	private static final int LONGEST_PART = 1000;

	record Title(String title, String kind) {
	}

	/**
	 * Who did what.
	 *
	 * @param refs whom the sources mean, each in its own scheme
	 */
	record Credit(String name, Set<String> refs, Department department, String job, @Nullable String played) {
	}

	record Company(String name, String role) {
	}

	record Rating(long source, String slug, FilmRecord.Rating rating) {
	}

	/** A review; its key is unique among those of the record. */
	record Review(long record, long source, String key, FilmRecord.Review review) {
	}

	record Offer(long source, FilmRecord.Offer offer) {

		private boolean ended() {
			return this.offer.ended() != null;
		}

		/** When the source saw it, or saw that it is gone. */
		private PartialDate said() {
			return (this.offer.ended() != null) ? this.offer.ended() : this.offer.checked();
		}

		/** What is offered, in which way and where. */
		private String what() {
			return Folding.words(this.offer.provider()) + "|" + this.offer.kind() + "|" + this.offer.region();
		}

		/**
		 * Whether another source found out later that it is gone, or that it is there
		 * again.
		 */
		private boolean outdatedBy(Offer other) {
			int later = other.said().compareTo(said());
			return this.source != other.source && ended() != other.ended() && (later > 0 || (later == 0 && ended()));
		}

	}

	/** What is believed, given all the records of a film. */
	static BelievedFilm of(Collection<Recorded> records) {
		List<Claim> judged = Belief.judge(Statements.of(records));
		Map<Field, List<Statement>> accepted = judged.stream()
			.filter(Claim::accepted)
			.map(Claim::statement)
			.collect(Collectors.groupingBy(Statement::field));
		Function<Field, @Nullable String> value = (field) -> accepted.containsKey(field)
				? Belief.mostTrusted(accepted.get(field)).value() : null;
		String title = value.apply(Field.TITLE);
		if (title == null) {
			// a curator's record that is left alone says at least what it is about
			title = records.iterator().next().film().title();
		}
		String year = value.apply(Field.YEAR);
		String runtime = value.apply(Field.RUNTIME);
		String rating = value.apply(Field.RATING);
		List<Rating> ratings = ratings(records);
		List<Credit> credits = credits(accepted);
		return new BelievedFilm(title, titles(title, judged), (year != null) ? Integer.valueOf(year) : null,
				(runtime != null) ? Integer.valueOf(runtime) : null, value.apply(Field.CERTIFICATE),
				Belief.synopsis(judged).map((one) -> one.statement().value()).orElse(null),
				genres(accepted.getOrDefault(Field.GENRE, List.of())), (rating != null) ? new BigDecimal(rating) : null,
				votes(ratings, accepted.getOrDefault(Field.RATING, List.of())), ratings, credits,
				companies(accepted.getOrDefault(Field.COMPANY, List.of())), spellings(records, credits), ids(records),
				reviews(records), offers(records),
				judged.stream()
					.anyMatch((one) -> !one.accepted() || one.statement().field() == Field.TOLD
							|| one.statement().by().curator()));
	}

	/** Of what sources say of one service, the newer word counts. */
	private static List<Offer> offers(Collection<Recorded> records) {
		List<Offer> all = records.stream()
			.flatMap((recorded) -> recorded.film()
				.offers()
				.stream()
				.map((offer) -> new Offer(recorded.sourceId(), offer)))
			.toList();
		Map<String, List<Offer>> same = all.stream().collect(Collectors.groupingBy(Offer::what));
		return all.stream()
			.filter((offer) -> same.getOrDefault(offer.what(), List.of()).stream().noneMatch(offer::outdatedBy))
			.toList();
	}

	private static List<Rating> ratings(Collection<Recorded> records) {
		Map<Long, Rating> ratings = new LinkedHashMap<>();
		records.forEach((recorded) -> {
			if (recorded.film().rating() != null) {
				ratings.putIfAbsent(recorded.sourceId(),
						new Rating(recorded.sourceId(), recorded.by().source(), recorded.film().rating()));
			}
		});
		return List.copyOf(ratings.values());
	}

	private static @Nullable Integer votes(List<Rating> ratings, List<Statement> believed) {
		Set<String> sources = believed.stream().map((statement) -> statement.by().source()).collect(Collectors.toSet());
		return ratings.stream()
			.filter((rating) -> sources.contains(rating.slug))
			.map((rating) -> rating.rating.votes())
			.filter(Objects::nonNull)
			.max(Integer::compare)
			.orElse(null);
	}

	/**
	 * How well it is known: the largest number of votes that any source counts, whichever
	 * rating is believed.
	 * @param scales what makes the votes of sources comparable
	 */
	@Nullable Integer fame(VoteScales scales) {
		return this.ratings.stream()
			.filter((rating) -> rating.rating.votes() != null)
			.map((rating) -> scales.fame(rating.source, rating.rating.votes()))
			.max(Integer::compare)
			.orElse(null);
	}

	/**
	 * How else the names of the credits are written: as sources say, and as they space
	 * them.
	 */
	private static Map<String, Set<String>> spellings(Collection<Recorded> records, List<Credit> credits) {
		Map<String, Set<String>> spellings = new HashMap<>();
		Map<String, Set<String>> spaced = new HashMap<>();
		records.forEach((recorded) -> recorded.film().allCredits().forEach((credit) -> {
			if (credit.name() != null && !credit.alsoSpelt().isEmpty()) {
				spellings.computeIfAbsent(credit.name(), (name) -> new TreeSet<>()).addAll(credit.alsoSpelt());
			}
			if (credit.name() != null && records.size() > 1) {
				spaced.computeIfAbsent(Folding.name(credit.name()), (name) -> new TreeSet<>()).add(credit.name());
			}
		}));
		spaced.values()
			.removeIf((names) -> names.size() == 1 || names.stream().map(Folding::words).distinct().count() == 1);
		credits.forEach((credit) -> {
			Set<String> names = spaced.get(Folding.name(credit.name()));
			if (names != null) {
				spellings.computeIfAbsent(credit.name(), (first) -> new TreeSet<>()).addAll(names);
			}
		});
		return spellings;
	}

	private static Set<String> ids(Collection<Recorded> records) {
		Set<String> ids = new TreeSet<>();
		records.forEach((recorded) -> recorded.film().ids().forEach((scheme, id) -> ids.add(scheme + ":" + id)));
		return ids;
	}

	/** A source may give two reviews of one record the same key. */
	private static List<Review> reviews(Collection<Recorded> records) {
		List<Review> reviews = new ArrayList<>();
		for (Recorded recorded : records) {
			Set<String> keys = new HashSet<>();
			for (FilmRecord.Review review : recorded.film().reviews()) {
				String key = review.key();
				for (int number = 2; !keys.add(key); number++) {
					String behind = "+" + number;
					key = Values.text(review.key(), Limits.REVIEW_KEY - behind.length()) + behind;
				}
				reviews.add(new Review(recorded.id(), recorded.sourceId(), key, review));
			}
		}
		return reviews;
	}

	/**
	 * A title that is not believed to be the main one may still be what somebody looks
	 * for.
	 */
	private static List<Title> titles(String main, List<Claim> judged) {
		List<Title> titles = new ArrayList<>(List.of(new Title(main, "main")));
		Set<String> known = new HashSet<>(Set.of(main));
		judged.stream()
			.filter((one) -> one.statement().unsound() == null)
			.map(Claim::statement)
			.filter((statement) -> statement.field() == Field.TITLE || statement.field() == Field.OTHER_TITLE)
			.sorted(Comparator.comparing((statement) -> !statement.subject().equals("original")))
			.filter((statement) -> known.add(statement.value()))
			.forEach((statement) -> titles.add(
					new Title(statement.value(), statement.subject().equals("original") ? "original" : "alternative")));
		return titles;
	}

	/** The genre that most sources name stands first. */
	private static List<String> genres(List<Statement> statements) {
		return byWeight(statements, (statement) -> Slugs.ofName(statement.value(), ""))
			.map((same) -> Belief.mostTrusted(same).value())
			.toList();
	}

	private static List<Company> companies(List<Statement> statements) {
		return byWeight(statements, (statement) -> statement.subject() + statement.value()).map(Belief::mostTrusted)
			.map((company) -> new Company(company.value(), company.subject()))
			.toList();
	}

	private static List<Credit> credits(Map<Field, List<Statement>> accepted) {
		Map<String, List<Statement>> characters = accepted.getOrDefault(Field.CHARACTER, List.of())
			.stream()
			.collect(Collectors.groupingBy((statement) -> Folding.name(statement.subject())));
		List<Statement> credits = accepted.getOrDefault(Field.CREDIT, List.of());
		Set<String> namesakes = namesakes(credits);
		return identified(byWeight(credits, (credit) -> {
			String who = whoDidWhat(credit);
			return namesakes.contains(who) ? who + "|" + credit.ref() : who;
		}).map((same) -> {
			Statement credit = Belief.mostTrusted(same);
			Department department = Department.of(credit.subject());
			List<Statement> played = (department == Department.CAST) ? characters.get(Folding.name(credit.value()))
					: null;
			return new Credit(credit.value(), refs(same), department, credit.subject(),
					(played != null) ? Values.text(Belief.mostTrusted(played).value(), LONGEST_PART) : null);
		}).sorted(Comparator.comparing((credit) -> credit.department() != Department.CAST)).toList());
	}

	/**
	 * One name is one person within a film: one source's id tells who another means that
	 * has none, unless there are two with ids.
	 */
	private static List<Credit> identified(List<Credit> credits) {
		Map<String, Set<String>> refs = new HashMap<>();
		credits.forEach((credit) -> refs.computeIfAbsent(Folding.name(credit.name()), (first) -> new LinkedHashSet<>())
			.addAll(credit.refs()));
		refs.values().removeIf((ids) -> ids.stream().map(FilmWriter::scheme).distinct().count() < ids.size());
		return credits.stream()
			.map((credit) -> credit.refs().isEmpty()
					? new Credit(credit.name(), refs.getOrDefault(Folding.name(credit.name()), Set.of()),
							credit.department(), credit.job(), credit.played())
					: credit)
			.toList();
	}

	private static Set<String> refs(List<Statement> same) {
		return same.stream()
			.map(Statement::ref)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** What one record says of two people of one name: its ids tell them apart. */
	private static Set<String> namesakes(List<Statement> credits) {
		Map<String, String> refs = new HashMap<>();
		Set<String> namesakes = new HashSet<>();
		credits.forEach((credit) -> {
			String who = whoDidWhat(credit);
			String known = refs.putIfAbsent(credit.record() + "|" + who, String.valueOf(credit.ref()));
			if (known != null && !known.equals(String.valueOf(credit.ref()))) {
				namesakes.add(who);
			}
		});
		return namesakes;
	}

	/** One actor is one, whether a source writes actor, actress or self. */
	private static String whoDidWhat(Statement credit) {
		Department department = Department.of(credit.subject());
		return ((department == Department.CAST) ? "cast" : credit.subject()) + "|" + Folding.name(credit.value());
	}

	/**
	 * Equal statements together; those that more sources make come first (what they have
	 * from one, one of them makes), then in the order that the sources give (the median
	 * of their places).
	 */
	private static Stream<List<Statement>> byWeight(List<Statement> statements, Function<Statement, String> what) {
		return statements.stream()
			.collect(Collectors.groupingBy((statement) -> Folding.words(what.apply(statement)), LinkedHashMap::new,
					Collectors.toList()))
			.values()
			.stream()
			.sorted(Comparator.comparing((List<Statement> same) -> -sources(same)).thenComparing(BelievedFilm::place));
	}

	private static int sources(List<Statement> same) {
		Set<String> sources = new LinkedHashSet<>();
		same.forEach((statement) -> sources.add(Folding.words(statement.by().origin())));
		return sources.size();
	}

	private static int place(List<Statement> same) {
		int[] places = same.stream().mapToInt(Statement::position).sorted().toArray();
		return places[(places.length - 1) / 2];
	}

}
