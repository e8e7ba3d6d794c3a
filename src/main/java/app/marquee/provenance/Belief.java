package app.marquee.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import app.marquee.text.Folding;
import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is believed of a film, given all that was said of it. In order: a
 * curator's word; a title rather than what stands for one; the rating that most people
 * gave; what most independent sources say; the more trusted source; the newer one. Knows
 * nothing of any film in particular.
 */
public final class Belief {

	/** Untitled Noah Baumbach Project; a film may well be called Untitled. */
	private static final Pattern WORKING_TITLE = Pattern.compile(
			"untitled\\b.* (project|film|movie|sequel|prequel|reboot|remake|biopic|documentary)\\b.*",
			Pattern.CASE_INSENSITIVE);

	/** What can be right, as it is compared. */
	private final Map<Field, List<Heard>> sound = new EnumMap<>(Field.class);

	private final Map<Same, List<Heard>> same = new LinkedHashMap<>();

	/** By identity: two records may say the very same. */
	private final Map<Statement, Claim> verdicts = new IdentityHashMap<>();

	private Belief() {
	}

	/**
	 * Judges all statements about one film, of all its sources.
	 * @return one verdict for each statement, in the order of the statements
	 */
	public static List<Claim> judge(List<Statement> statements) {
		Belief belief = new Belief();
		statements.forEach(belief::hear);
		belief.judge();
		return statements.stream().map(belief::verdict).toList();
	}

	private void hear(Statement statement) {
		if (statement.unsound() != null) {
			decide(statement, Standing.REJECTED, statement.unsound());
			return;
		}
		Heard heard = new Heard(statement);
		this.sound.computeIfAbsent(statement.field(), (first) -> new ArrayList<>()).add(heard);
		this.same.computeIfAbsent(heard.same, (first) -> new ArrayList<>()).add(heard);
	}

	private void judge() {
		this.sound.forEach((field, said) -> {
			if (field.oneValue()) {
				said.stream()
					.collect(Collectors.groupingBy(Heard::subject, LinkedHashMap::new, Collectors.toList()))
					.values()
					.forEach(this::judgeRivals);
			}
			else {
				said.forEach((heard) -> decide(heard.statement, Standing.ACCEPTED, unopposed(heard)));
			}
		});
		doubtStrayStories();
		chooseSynopsis();
	}

	private List<Heard> about(Field field) {
		return this.sound.getOrDefault(field, List.of());
	}

	private List<Heard> sayingTheSame(Heard heard) {
		return this.same.getOrDefault(heard.same, List.of());
	}

	/** Only one of these values can be true. */
	private void judgeRivals(List<Heard> rivals) {
		List<Candidate> candidates = rivals.stream()
			.collect(Collectors.groupingBy(Heard::value, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map(this::candidate)
			.sorted(Candidate.BY_BELIEF)
			.toList();
		Candidate believed = candidates.get(0);
		if (candidates.size() == 1) {
			Wording undisputed = undisputed(believed);
			decide(believed, Standing.ACCEPTED, undisputed);
			return;
		}
		int all = (int) candidates.stream().flatMap((candidate) -> candidate.supporters.stream()).distinct().count();
		Wording why = why(believed, candidates.get(1), all);
		decide(believed, Standing.ACCEPTED, why);
		for (Candidate other : candidates.subList(1, candidates.size())) {
			Wording reason = Wording.of("belief.disputed", believed.value(), why(believed, other, all));
			decide(other, Standing.DISPUTED, reason);
		}
	}

	private static Wording why(Candidate believed, Candidate other, int sources) {
		if (believed.curator() != null && other.curator() == null) {
			return Wording.of("belief.curator", believed.curator());
		}
		if (other.isWorkingTitle() && !believed.isWorkingTitle()) {
			return Wording.of("belief.working-title", other.value());
		}
		boolean most = believed.supporters.size() > other.supporters.size();
		if (believed.votes() > other.votes() && (other.votes() > 0 || !most)) {
			return Wording.of("belief.votes", believed.votes(), other.votes());
		}
		if (most) {
			return Wording.of("belief.most", believed.supporters.size(), sources);
		}
		if (believed.trust() > other.trust()) {
			return Wording.of("belief.trust", believed.mostTrusted().by().name(), other.mostTrusted().by().name());
		}
		if (believed.asOf().compareTo(other.asOf()) > 0) {
			return other.asOf().isEmpty()
					? Wording.of("belief.dated", believed.mostTrusted().by().name(), other.mostTrusted().by().name())
					: Wording.of("belief.newer", believed.mostTrusted().by().name());
		}
		return Wording.of("belief.first", believed.mostTrusted().by().name());
	}

	/** What some say alike, and who says it, each counted once. */
	private Candidate candidate(List<Heard> alike) {
		List<Heard> naming = naming(alike.get(0));
		return new Candidate(alike.stream().map(Heard::statement).toList(),
				naming.stream().map(Heard::statement).toList(),
				origins(Stream.concat(alike.stream(), naming.stream()).toList()));
	}

	/**
	 * A source that tells of a character without saying who plays it bears out the one
	 * who does.
	 */
	private List<Heard> naming(Heard one) {
		return (one.statement.field() != Field.CHARACTER) ? List.of()
				: about(Field.NAMED).stream()
					.filter((other) -> other.value().equals(one.value()))
					.filter((other) -> !castsSomebodyElse(other.origin(), one))
					.toList();
	}

	private static Set<String> origins(List<Heard> said) {
		return said.stream().map(Heard::origin).collect(Collectors.toCollection(TreeSet::new));
	}

	private boolean castsSomebodyElse(String origin, Heard one) {
		return about(Field.CHARACTER).stream()
			.anyMatch((heard) -> heard.origin().equals(origin) && heard.subject().equals(one.subject())
					&& !heard.value().equals(one.value()));
	}

	/**
	 * A source that gets most of the characters wrong which others know as well probably
	 * tells of another story: what only it tells of the story is in dispute too. What it
	 * says of the film itself, its year or its runtime, is judged by itself.
	 */
	private void doubtStrayStories() {
		Map<Long, List<Heard>> characters = about(Field.CHARACTER).stream()
			.collect(Collectors.groupingBy((heard) -> heard.statement.record()));
		if (characters.size() < 2) {
			return;
		}
		Map<String, Set<Long>> castBy = about(Field.CHARACTER).stream()
			.collect(Collectors.groupingBy(Heard::subject,
					Collectors.mapping((heard) -> heard.statement.record(), Collectors.toSet())));
		characters.forEach((record, said) -> {
			List<Heard> shared = said.stream()
				.filter((heard) -> castBy.getOrDefault(heard.subject(), Set.of()).size() > 1)
				.toList();
			long wrong = shared.stream()
				.filter((heard) -> verdict(heard.statement).standing() == Standing.DISPUTED)
				.count();
			if (shared.size() >= 2 && wrong * 2 > shared.size()) {
				doubtTheStoryOf(record,
						Wording.of("belief.stray", said.get(0).statement.by().name(), wrong, shared.size()));
			}
		});
	}

	private void doubtTheStoryOf(long record, Wording reason) {
		this.sound.values()
			.stream()
			.flatMap(List::stream)
			.filter((heard) -> heard.statement.record() == record && ofTheStory(heard)
					&& verdict(heard.statement).accepted() && origins(sayingTheSame(heard)).size() == 1)
			.forEach((heard) -> decide(heard.statement, Standing.DISPUTED, reason));
	}

	private static boolean ofTheStory(Heard heard) {
		return switch (heard.statement.field()) {
			case CHARACTER, NAMED, SYNOPSIS, TOLD -> true;
			case CREDIT -> Department.of(heard.statement.subject()) == Department.CAST;
			default -> false;
		};
	}

	/**
	 * Every source tells the story in its own words; the most trusted one that tells this
	 * story is shown.
	 */
	private void chooseSynopsis() {
		List<Statement> tellings = about(Field.SYNOPSIS).stream()
			.map(Heard::statement)
			.filter((statement) -> verdict(statement).accepted())
			.sorted(Candidate.BY_SOURCE)
			.toList();
		for (Statement telling : tellings) {
			boolean shown = telling == tellings.get(0);
			decide(telling, Standing.ACCEPTED, (tellings.size() == 1) ? only(telling)
					: Wording.of(shown ? "belief.telling.shown" : "belief.telling.other", tellings.get(0).by().name()));
		}
	}

	/** Of some that say the same, the one whose way of writing it is taken over. */
	public static Statement mostTrusted(List<Statement> alike) {
		return (alike.size() == 1) ? alike.get(0) : alike.stream().min(Candidate.BY_SOURCE).orElseThrow();
	}

	/** The synopsis to show. */
	public static Optional<Claim> synopsis(List<Claim> judged) {
		return judged.stream()
			.filter((one) -> one.statement().field() == Field.SYNOPSIS && one.accepted())
			.min(Comparator.comparing(Claim::statement, Candidate.BY_SOURCE));
	}

	private Wording unopposed(Heard heard) {
		int supporters = origins(Stream.concat(sayingTheSame(heard).stream(), casting(heard)).toList()).size();
		return (supporters == 1) ? only(heard.statement) : Wording.of("belief.several", supporters);
	}

	/** Who says that a character is in the film by saying who plays it. */
	private Stream<Heard> casting(Heard named) {
		return (named.statement.field() != Field.NAMED) ? Stream.of()
				: about(Field.CHARACTER).stream().filter((other) -> other.value().equals(named.value()));
	}

	private static Wording undisputed(Candidate believed) {
		return (believed.supporters.size() == 1) ? only(believed.mostTrusted())
				: Wording.of("belief.agreed", believed.supporters.size());
	}

	/** Nobody else says so. */
	private static Wording only(Statement statement) {
		return Wording.of(statement.by().curator() ? "belief.curator" : "belief.only", statement.by().origin());
	}

	private void decide(Candidate candidate, Standing standing, Wording reason) {
		candidate.statements
			.forEach((said) -> this.verdicts.put(said, new Claim(said, standing, reason, candidate.borneOutBy)));
	}

	private void decide(Statement statement, Standing standing, Wording reason) {
		this.verdicts.put(statement, new Claim(statement, standing, reason, List.of()));
	}

	private Claim verdict(Statement statement) {
		Claim judged = this.verdicts.get(statement);
		if (judged == null) {
			throw new IllegalStateException("not judged: " + statement);
		}
		return judged;
	}

	/** What makes two statements say the same, folded. */
	private record Same(Field field, String subject, String value) {
	}

	/**
	 * A statement with its words folded once.
	 *
	 * @param origin whose word it is: sources that have it from one are one
	 */
	private record Heard(Statement statement, Same same, String origin) {

		Heard(Statement statement) {
			this(statement, new Same(statement.field(), statement.field().foldedSubject(statement.subject()),
					statement.field().foldedValue(statement.value())), Folding.words(statement.by().origin()));
		}

		String subject() {
			return this.same.subject;
		}

		String value() {
			return this.same.value;
		}

	}

	/**
	 * A value with those who say it.
	 *
	 * @param supporters whose word it is, of the statements and of what bears them out
	 */
	private record Candidate(List<Statement> statements, List<Statement> borneOutBy, Set<String> supporters) {

		/**
		 * The curator first, then trust, then the newer data, then what was there first.
		 */
		static final Comparator<Statement> BY_SOURCE = Comparator
			.comparing((Statement statement) -> !statement.by().curator())
			.thenComparing((statement) -> -statement.by().trust())
			.thenComparing(Candidate::date, Comparator.reverseOrder())
			.thenComparing(Statement::record);

		static final Comparator<Candidate> BY_BELIEF = Comparator
			.comparing((Candidate candidate) -> candidate.curator() == null)
			.thenComparing(Candidate::isWorkingTitle)
			.thenComparing((candidate) -> -candidate.votes())
			.thenComparing((candidate) -> -candidate.supporters.size())
			.thenComparing(Candidate::mostTrusted, BY_SOURCE);

		String value() {
			return mostTrusted().value();
		}

		Statement mostTrusted() {
			return Belief.mostTrusted(this.statements);
		}

		int trust() {
			return mostTrusted().by().trust();
		}

		/** The most that anybody counted. */
		int votes() {
			return this.statements.stream().mapToInt(Statement::votes).max().orElse(0);
		}

		String asOf() {
			return date(mostTrusted());
		}

		/** Whether it is what a film is called as long as it has no title. */
		boolean isWorkingTitle() {
			return this.statements.get(0).field() == Field.TITLE && WORKING_TITLE.matcher(value()).matches();
		}

		@Nullable String curator() {
			Statement first = mostTrusted();
			return first.by().curator() ? first.by().name() : null;
		}

		private static String date(Statement statement) {
			PartialDate asOf = statement.by().asOf();
			return (asOf != null) ? asOf.iso() : "";
		}

	}

}
