package app.marquee.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.marquee.provenance.SourceRecords.Claim;
import app.marquee.web.Folding;
import app.marquee.web.Slugs;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Claims as visitors read them: by fact, with who says it. */
@Component
class Facts {

	private final Texts texts;

	Facts(Texts texts) {
		this.texts = texts;
	}

	/**
	 * One thing that can be said of a film, with all that was said.
	 *
	 * @param label what it is: "Rating", "Troy Ruptash plays"
	 * @param anchor its mark on the film's page
	 */
	record Fact(Field field, String label, String anchor, List<Said> said) {

		boolean disputed() {
			return this.said.stream().anyMatch((one) -> one.standing() == Standing.DISPUTED);
		}

		boolean rejected() {
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

	/** A value, with the sources that say it and what became of it. */
	record Said(String value, List<String> sources, @Nullable String remark, Standing standing, String reason) {

		/** The sources, as a sentence lists them. */
		public String by() {
			return String.join(", ", this.sources);
		}

		/** The sources, and how they said it. */
		public String origin() {
			return (this.remark != null) ? by() + "; " + this.remark : by();
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

	/** All facts, in the order of the film's page. */
	List<Fact> of(List<Claim> claims) {
		Map<String, List<Claim>> facts = new LinkedHashMap<>();
		claims.stream()
			.sorted(Comparator.comparing(Claim::field))
			.forEach((claim) -> facts.computeIfAbsent(claim.field() + "|" + about(claim), (key) -> new ArrayList<>())
				.add(claim));
		return facts.values().stream().map(this::fact).toList();
	}

	/** Credits of one job are one fact; so are all genres. */
	private static String about(Claim claim) {
		return (claim.field() == Field.OTHER_TITLE) ? "" : Folding.words(claim.subject());
	}

	private Fact fact(List<Claim> claims) {
		Claim first = claims.get(0);
		Map<String, Said> said = new LinkedHashMap<>();
		for (Claim claim : claims) {
			said.merge(claim.standing() + "|" + Folding.words(claim.value()) + "|" + claim.reason(),
					new Said(value(claim), List.of(claim.source()), claim.remark(), claim.standing(), claim.reason()),
					Facts::together);
		}
		List<Said> inOrder = said.values().stream().sorted(Comparator.comparing(Said::standing)).toList();
		return new Fact(first.field(), label(first), anchor(first), inOrder);
	}

	private static Said together(Said one, Said other) {
		List<String> sources = new ArrayList<>(one.sources());
		other.sources().stream().filter((source) -> !sources.contains(source)).forEach(sources::add);
		return new Said(one.value(), sources, (one.remark() != null) ? one.remark() : other.remark(), one.standing(),
				one.reason());
	}

	private String value(Claim claim) {
		return (claim.field() == Field.RUNTIME) ? this.texts.of("runtime.minutes", Integer.valueOf(claim.value()))
				: claim.value();
	}

	private String label(Claim claim) {
		return switch (claim.field()) {
			case CREDIT, COMPANY -> Character.toUpperCase(claim.subject().charAt(0)) + claim.subject().substring(1);
			case CHARACTER -> this.texts.of("fact.character", claim.subject());
			case TOLD -> claim.subject();
			default -> this.texts.of("fact." + claim.field().code());
		};
	}

	private static String anchor(Claim claim) {
		return claim.subject().isEmpty() ? claim.field().code() : Slugs.of(claim.subject(), null, "fact");
	}

}
