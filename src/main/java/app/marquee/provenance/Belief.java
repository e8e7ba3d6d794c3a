package app.marquee.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import app.marquee.web.PartialDate;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Decides what is believed of a film, given all that was said of it. In order: a
 * curator's word; what most independent sources say; the more trusted source; the newer
 * one. Knows nothing of any film in particular.
 */
@Component
public class Belief {

	private final Texts texts;

	public Belief(Texts texts) {
		this.texts = texts;
	}

	/**
	 * Judges all statements about one film, of all its sources.
	 * @return one verdict for each statement, in the order of the statements
	 */
	public List<Judged> judge(List<Statement> statements) {
		Verdicts verdicts = new Verdicts();
		List<Statement> sound = new ArrayList<>();
		for (Statement statement : statements) {
			if (statement.unsound() != null) {
				verdicts.put(statement, Standing.REJECTED, statement.unsound());
			}
			else {
				sound.add(statement);
			}
		}
		sound.stream()
			.filter((statement) -> statement.field().oneValue())
			.collect(Collectors.groupingBy((statement) -> statement.field() + "|" + statement.foldedSubject(),
					LinkedHashMap::new, Collectors.toList()))
			.values()
			.forEach((rivals) -> judgeRivals(rivals, sound, verdicts));
		sound.stream()
			.filter((statement) -> !statement.field().oneValue())
			.forEach((statement) -> verdicts.put(statement, Standing.ACCEPTED, unopposed(statement, sound)));
		doubtStrayStories(sound, verdicts);
		chooseSynopsis(sound, verdicts);
		return statements.stream().map(verdicts::of).toList();
	}

	/** Only one of these values can be true. */
	private void judgeRivals(List<Statement> rivals, List<Statement> sound, Verdicts verdicts) {
		List<Candidate> candidates = rivals.stream()
			.collect(Collectors.groupingBy(Statement::folded, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((same) -> new Candidate(same, supporters(same, sound)))
			.sorted(Candidate.BY_BELIEF)
			.toList();
		Candidate believed = candidates.get(0);
		if (candidates.size() == 1) {
			believed.statements
				.forEach((statement) -> verdicts.put(statement, Standing.ACCEPTED, undisputed(believed)));
			return;
		}
		Candidate second = candidates.get(1);
		Set<String> all = candidates.stream()
			.flatMap((candidate) -> candidate.supporters.stream())
			.collect(Collectors.toSet());
		String why = why(believed, second, all.size());
		believed.statements.forEach((statement) -> verdicts.put(statement, Standing.ACCEPTED, why));
		for (Candidate other : candidates.subList(1, candidates.size())) {
			String reason = this.texts.of("belief.disputed", believed.value(), why(believed, other, all.size()));
			other.statements.forEach((statement) -> verdicts.put(statement, Standing.DISPUTED, reason));
		}
	}

	private String why(Candidate believed, Candidate other, int sources) {
		if (believed.curator() != null && other.curator() == null) {
			return this.texts.of("belief.curator", believed.curator());
		}
		if (believed.supporters.size() > other.supporters.size()) {
			return this.texts.of("belief.most", believed.supporters.size(), sources);
		}
		if (believed.trust() > other.trust()) {
			return this.texts.of("belief.trust", believed.mostTrusted().by().name(), other.mostTrusted().by().name());
		}
		if (believed.asOf().compareTo(other.asOf()) > 0) {
			return this.texts.of("belief.newer", believed.mostTrusted().by().name());
		}
		return this.texts.of("belief.first", believed.mostTrusted().by().name());
	}

	/**
	 * The sources that say this, each counted once. A source that tells of the character
	 * without saying who plays it bears out the one who does.
	 */
	private static Set<String> supporters(List<Statement> same, List<Statement> sound) {
		Set<String> supporters = same.stream()
			.map((statement) -> statement.by().source())
			.collect(Collectors.toCollection(TreeSet::new));
		Statement one = same.get(0);
		if (one.field() == Field.CHARACTER) {
			sound.stream()
				.filter((other) -> other.field() == Field.NAMED && other.folded().equals(one.folded()))
				.filter((other) -> !castsSomebodyElse(other.by().source(), one, sound))
				.forEach((other) -> supporters.add(other.by().source()));
		}
		return supporters;
	}

	private static boolean castsSomebodyElse(String source, Statement one, List<Statement> sound) {
		return sound.stream()
			.anyMatch((statement) -> statement.field() == Field.CHARACTER && statement.by().source().equals(source)
					&& statement.foldedSubject().equals(one.foldedSubject())
					&& !statement.folded().equals(one.folded()));
	}

	/**
	 * A source that gets most of the characters wrong which others know as well probably
	 * tells of another story: what only it tells of the story is in dispute too. What it
	 * says of the film itself, its year or its runtime, is judged by itself.
	 */
	private void doubtStrayStories(List<Statement> sound, Verdicts verdicts) {
		Map<Long, List<Statement>> characters = sound.stream()
			.filter((statement) -> statement.field() == Field.CHARACTER)
			.collect(Collectors.groupingBy(Statement::record));
		characters.forEach((record, said) -> {
			List<Statement> shared = said.stream().filter((statement) -> othersKnow(statement, sound)).toList();
			long wrong = shared.stream()
				.filter((statement) -> verdicts.of(statement).standing() == Standing.DISPUTED)
				.count();
			if (shared.size() >= 2 && wrong * 2 > shared.size()) {
				String reason = this.texts.of("belief.stray", said.get(0).by().name(), wrong, shared.size());
				sound.stream()
					.filter((statement) -> statement.record() == record && ofTheStory(statement)
							&& verdicts.of(statement).accepted() && !borneOut(statement, sound))
					.forEach((statement) -> verdicts.put(statement, Standing.DISPUTED, reason));
			}
		});
	}

	private static boolean ofTheStory(Statement statement) {
		return switch (statement.field()) {
			case CHARACTER, NAMED, SYNOPSIS, TOLD -> true;
			case CREDIT -> statement.foldedSubject().startsWith("act");
			default -> false;
		};
	}

	private static boolean othersKnow(Statement character, List<Statement> sound) {
		return sound.stream()
			.anyMatch((other) -> other.field() == Field.CHARACTER && other.record() != character.record()
					&& other.foldedSubject().equals(character.foldedSubject()));
	}

	private static boolean borneOut(Statement statement, List<Statement> sound) {
		return sound.stream()
			.anyMatch((other) -> other.field() == statement.field()
					&& !other.by().source().equals(statement.by().source())
					&& other.foldedSubject().equals(statement.foldedSubject())
					&& other.folded().equals(statement.folded()));
	}

	/**
	 * Every source tells the story in its own words; the most trusted one that tells this
	 * story is shown.
	 */
	private void chooseSynopsis(List<Statement> sound, Verdicts verdicts) {
		List<Statement> tellings = sound.stream()
			.filter((statement) -> statement.field() == Field.SYNOPSIS && verdicts.of(statement).accepted())
			.sorted(Candidate.BY_SOURCE)
			.toList();
		for (Statement telling : tellings) {
			boolean shown = telling == tellings.get(0);
			verdicts.put(telling, Standing.ACCEPTED,
					(tellings.size() == 1) ? this.texts.of("belief.only", telling.by().name()) : this.texts
						.of(shown ? "belief.telling.shown" : "belief.telling.other", tellings.get(0).by().name()));
		}
	}

	/** The synopsis to show. */
	public static Optional<Judged> synopsis(List<Judged> judged) {
		return judged.stream()
			.filter((one) -> one.statement().field() == Field.SYNOPSIS && one.accepted())
			.min(Comparator.comparing(Judged::statement, Candidate.BY_SOURCE));
	}

	private String unopposed(Statement statement, List<Statement> sound) {
		Set<String> supporters = new TreeSet<>();
		supporters.add(statement.by().source());
		sound.stream()
			.filter((other) -> other.field() == statement.field()
					&& other.foldedSubject().equals(statement.foldedSubject())
					&& other.folded().equals(statement.folded()))
			.forEach((other) -> supporters.add(other.by().source()));
		return (supporters.size() == 1) ? this.texts.of("belief.only", statement.by().name())
				: this.texts.of("belief.several", supporters.size());
	}

	private String undisputed(Candidate believed) {
		return (believed.supporters.size() == 1) ? this.texts.of("belief.only", believed.mostTrusted().by().name())
				: this.texts.of("belief.agreed", believed.supporters.size());
	}

	/** A value with those who say it. */
	private record Candidate(List<Statement> statements, Set<String> supporters) {

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
			.thenComparing((candidate) -> -candidate.supporters.size())
			.thenComparing(Candidate::mostTrusted, BY_SOURCE);

		String value() {
			return mostTrusted().value();
		}

		Statement mostTrusted() {
			return this.statements.stream().min(BY_SOURCE).orElseThrow();
		}

		int trust() {
			return mostTrusted().by().trust();
		}

		String asOf() {
			return date(mostTrusted());
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

	/** By identity: two records may say the very same. */
	private static final class Verdicts {

		private final Map<Statement, Judged> verdicts = new IdentityHashMap<>();

		void put(Statement statement, Standing standing, String reason) {
			this.verdicts.put(statement, new Judged(statement, standing, reason));
		}

		Judged of(Statement statement) {
			Judged judged = this.verdicts.get(statement);
			if (judged == null) {
				throw new IllegalStateException("not judged: " + statement);
			}
			return judged;
		}

	}

}
