package app.marquee.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.FilmPageSection;
import app.marquee.text.Folding;
import app.marquee.text.Slugs;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What was said of a film, as visitors read it: by fact, with who says it. */
@Component
public class Facts {

	/**
	 * Within a fact: the order that the sources give, what is believed, whom we trust.
	 */
	private static final Comparator<Claim> IN_ORDER = Comparator.comparing((Claim judged) -> judged.statement().field())
		.thenComparing((judged) -> judged.statement().subject())
		.thenComparing((judged) -> judged.statement().position())
		.thenComparing(Claim::standing)
		.thenComparing((judged) -> -judged.statement().by().trust());

	private final Testimony testimony;

	private final Texts texts;

	public Facts(Testimony testimony, Texts texts) {
		this.testimony = testimony;
		this.texts = texts;
	}

	/**
	 * One thing that can be said of a film, with all that was said.
	 *
	 * @param label what it is: "Rating", "Troy Ruptash plays"
	 * @param anchor its mark on the film's page
	 */
	public record Fact(Field field, String label, String anchor, List<Said> said) {

		public boolean disputed() {
			return this.said.stream().anyMatch((one) -> one.standing() == Standing.DISPUTED);
		}

		public boolean rejected() {
			return this.said.stream().anyMatch((one) -> one.standing() == Standing.REJECTED);
		}

		/** What is believed. */
		public List<Said> believed() {
			return this.said.stream().filter((one) -> one.standing() == Standing.ACCEPTED).toList();
		}

		/**
		 * What is believed instead of what is not; somebody else in the cast is no rival.
		 */
		public List<Said> rivals() {
			return this.field.oneValue() ? believed() : List.of();
		}

		/** What is not. */
		public List<Said> others() {
			return this.said.stream().filter((one) -> one.standing() == Standing.DISPUTED).toList();
		}

	}

	/**
	 * A source, and how it said something where that matters.
	 *
	 * @param stated whether it said so itself, and did not only bear it out
	 */
	public record Voice(String source, @Nullable String remark, boolean stated) {

		/** Of two of one source, the one that says more. */
		private static Voice stronger(Voice one, Voice other) {
			boolean more = (one.stated == other.stated) ? one.remark == null : other.stated;
			return more ? other : one;
		}

		@Override
		public String toString() {
			return (this.remark != null) ? this.source + " (" + this.remark + ")" : this.source;
		}

	}

	/** A value, with those who say it and what became of it. */
	public record Said(String value, List<Voice> voices, Standing standing, String reason) {

		/** The sources, as a sentence lists them. */
		public String by() {
			return this.voices.stream().map(Voice::source).collect(Collectors.joining(", "));
		}

		/** The sources, and how they said it. */
		public String origin() {
			return this.voices.stream().map(Voice::toString).collect(Collectors.joining(", "));
		}

		public boolean accepted() {
			return this.standing == Standing.ACCEPTED;
		}

		public boolean rejected() {
			return this.standing == Standing.REJECTED;
		}

		public String code() {
			return this.standing.code();
		}

	}

	/** All facts about a film, by its id, in the order of its page. */
	public List<Fact> of(long film) {
		Map<String, List<Claim>> facts = new LinkedHashMap<>();
		Belief.judge(this.testimony.about(film))
			.stream()
			.sorted(IN_ORDER)
			.forEach((judged) -> facts
				.computeIfAbsent(judged.statement().field() + "|" + about(judged.statement()),
						(key) -> new ArrayList<>())
				.add(judged));
		return facts.values().stream().map(this::fact).toList();
	}

	/** Credits of one job are one fact; so are all genres. */
	private static String about(Statement statement) {
		Field field = statement.field();
		return (field == Field.OTHER_TITLE) ? "" : field.foldedSubject(statement.subject());
	}

	private Fact fact(List<Claim> judged) {
		Map<String, Said> said = new LinkedHashMap<>();
		for (Claim one : judged) {
			Said words = said(one);
			said.merge(words.standing() + "|" + Folding.words(words.value()) + "|" + words.reason(), words,
					Facts::together);
		}
		Statement first = judged.get(0).statement();
		List<Said> inOrder = said.values().stream().sorted(Comparator.comparing(Said::standing)).toList();
		return new Fact(first.field(), label(first), anchor(first), inOrder);
	}

	private Said said(Claim judged) {
		Statement statement = judged.statement();
		Voice own = new Voice(statement.by().name(),
				(statement.remark() != null) ? statement.remark().in(this.texts) : null, true);
		Stream<Voice> others = judged.borneOutBy()
			.stream()
			.map((other) -> new Voice(other.by().name(), this.texts.of("remark.named"), false));
		return new Said(value(statement), oneEach(Stream.concat(Stream.of(own), others)), judged.standing(),
				judged.reason().in(this.texts));
	}

	private static Said together(Said one, Said other) {
		return new Said(one.value(), oneEach(Stream.concat(one.voices().stream(), other.voices().stream())),
				one.standing(), one.reason());
	}

	private static List<Voice> oneEach(Stream<Voice> voices) {
		return List.copyOf(voices
			.collect(Collectors.toMap(Voice::source, Function.identity(), Voice::stronger, LinkedHashMap::new))
			.values());
	}

	private String value(Statement statement) {
		if (statement.value().isEmpty()) {
			return this.texts.of("value.nobody");
		}
		boolean minutes = statement.field() == Field.RUNTIME && statement.unsound() == null;
		return minutes ? this.texts.of("runtime.minutes", Integer.valueOf(statement.value())) : statement.value();
	}

	/** What cannot be used may not say even what it is about. */
	private String label(Statement statement) {
		if (statement.subject().isEmpty()) {
			return this.texts.of("fact." + statement.field().code());
		}
		return switch (statement.field()) {
			case CREDIT, COMPANY -> Texts.capitalised(statement.subject());
			case CHARACTER -> this.texts.of("fact.character.of", statement.subject());
			case TOLD -> statement.subject();
			default -> this.texts.of("fact." + statement.field().code());
		};
	}

	private static String anchor(Statement statement) {
		String code = statement.field().code();
		if (statement.subject().isEmpty()) {
			return code;
		}
		return (statement.field() == Field.CHARACTER) ? FilmPageSection.anchorOfPart(statement.subject())
				: code + "-" + Slugs.of(statement.subject(), null, "fact");
	}

}
