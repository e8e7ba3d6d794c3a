package app.marquee.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.marquee.catalogue.Department;
import app.marquee.provenance.Field;
import app.marquee.provenance.Statement;
import app.marquee.provenance.Wording;
import app.marquee.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Takes records apart into single statements, which can be judged one by one. Statements
 * drawn from a text about another work are unsound here and now, and so is what a curator
 * calls wrong.
 */
class Statements {

	private final List<Statement> statements = new ArrayList<>();

	/** A page that says the same in its list and in its text says it once. */
	private final Set<List<Object>> said = new HashSet<>();

	/**
	 * Places are counted for each field, and for credits for each job: the cast has a
	 * billing of its own.
	 */
	private final Map<String, Integer> next = new HashMap<>();

	private final Recorded recorded;

	private Statements(Recorded recorded) {
		this.recorded = recorded;
	}

	/** All that these records, of one film, say of it. */
	static List<Statement> of(Iterable<Recorded> records) {
		List<Statement> statements = new ArrayList<>();
		Map<String, Wording> wrong = new HashMap<>();
		for (Recorded recorded : records) {
			statements.addAll(new Statements(recorded).takeApart(recorded.film()));
			recorded.film()
				.corrections()
				.stream()
				.filter(FilmRecord.Correction::wrong)
				.forEach((correction) -> wrong.put(
						about(Field.of(correction.field()), subject(correction), value(correction)),
						Wording.of("unsound.curator", recorded.by().name(), reason(correction))));
		}
		if (!wrong.isEmpty()) {
			statements.replaceAll((statement) -> refuted(statement,
					wrong.get(about(statement.field(), statement.subject(), statement.value()))));
			refuteParts(statements, wrong);
		}
		return statements;
	}

	/** Who is not in it plays no part in it. */
	private static void refuteParts(List<Statement> statements, Map<String, Wording> wrong) {
		Map<String, Wording> notInIt = new HashMap<>();
		Set<String> inIt = new HashSet<>();
		statements.stream()
			.filter((statement) -> statement.field() == Field.CREDIT
					&& Department.of(statement.subject()) == Department.CAST)
			.forEach((statement) -> {
				String name = Folding.name(statement.value());
				Wording reason = wrong.get(about(statement.field(), statement.subject(), statement.value()));
				if (reason != null) {
					notInIt.put(name, reason);
				}
				if (statement.unsound() == null) {
					inIt.add(name);
				}
			});
		notInIt.keySet().removeAll(inIt);
		statements.replaceAll((statement) -> (statement.field() == Field.CHARACTER)
				? refuted(statement, notInIt.get(Folding.name(statement.subject()))) : statement);
	}

	/** Whether the statement is what a curator calls wrong. */
	static boolean refutes(FilmRecord.Correction wrong, Statement statement) {
		return about(Field.of(wrong.field()), subject(wrong), value(wrong))
			.equals(about(statement.field(), statement.subject(), statement.value()));
	}

	private static String about(Field field, String subject, String value) {
		return field + "|" + field.foldedSubject(subject) + "|" + field.foldedValue(value);
	}

	/** Why, and when that was said. */
	private static Wording reason(FilmRecord.Correction correction) {
		return (correction.on() != null)
				? Wording.of("remark.corrected", correction.reason(), correction.on().inWords())
				: Wording.verbatim(correction.reason());
	}

	private static String subject(FilmRecord.Correction correction) {
		return (correction.subject() != null) ? correction.subject() : "";
	}

	private static String value(FilmRecord.Correction correction) {
		String value = correction.value();
		return (Field.of(correction.field()) == Field.RATING && value.matches("\\d{1,2}(\\.\\d{1,9})?"))
				? score(new BigDecimal(value)) : value;
	}

	/** To one decimal, so that 7 and 7.0 are the same. */
	private static String score(BigDecimal score) {
		return score.setScale(1, RoundingMode.HALF_UP).toPlainString();
	}

	private static Statement refuted(Statement statement, @Nullable Wording reason) {
		return (reason == null || statement.by().curator()) ? statement
				: new Statement(statement.by(), statement.record(), statement.field(), statement.subject(),
						statement.value(), statement.ref(), statement.remark(), statement.position(), statement.votes(),
						reason);
	}

	private List<Statement> takeApart(FilmRecord film) {
		if (!film.corrections().isEmpty()) {
			film.corrections()
				.stream()
				.filter((correction) -> !correction.wrong())
				.forEach((correction) -> say(Field.of(correction.field()), subject(correction), value(correction),
						reason(correction), null));
			return this.statements;
		}
		say(Field.TITLE, "", film.title(), null, null);
		film.titles()
			.forEach((title) -> say(Field.OTHER_TITLE, title.kind(), title.title(), verbatim(title.language()), null));
		say(Field.YEAR, "", film.year(), null, null);
		say(Field.RUNTIME, "", film.runtime(), null, null);
		say(Field.CERTIFICATE, "", film.certificate(), null, null);
		film.genres().forEach((genre) -> say(Field.GENRE, "", genre, null, null));
		if (film.rating() != null) {
			String of = film.rating().of();
			say((of == null) ? this.recorded.by() : this.recorded.by().passingOn(of), Field.RATING, "",
					score(film.rating().score()), null, remark(film.rating()),
					(film.rating().votes() != null) ? film.rating().votes() : 0, null);
		}
		film.companies().forEach((company) -> say(Field.COMPANY, company.role(), company.name(), null, null));
		sayCredits(film.credits(), null);
		if (film.text() != null) {
			Wording unsound = OtherWork.reasonAgainst(film);
			FilmRecord.Text text = film.text();
			text.genres().forEach((genre) -> say(Field.GENRE, "", genre, Wording.of("remark.text"), unsound));
			say(Field.SYNOPSIS, "", text.synopsis(), null, unsound);
			sayCredits(text.credits(), unsound);
			text.characters().forEach((character) -> say(Field.NAMED, "", character, null, unsound));
			text.told()
				.forEach((told) -> say(Field.TOLD, told.about(), told.value(), verbatim(told.remark()), unsound));
		}
		film.unusable()
			.forEach(
					(value) -> say(Field.of(value.field()), "", value.value(), null, Wording.verbatim(value.reason())));
		return this.statements;
	}

	/** How many gave it, and whose it is where the source passes it on. */
	private static @Nullable Wording remark(FilmRecord.Rating rating) {
		Integer votes = rating.votes();
		if (rating.of() == null) {
			return (votes != null) ? Wording.of("count.votes", votes) : null;
		}
		return (votes != null) ? Wording.of("remark.rating.votes", rating.of(), votes)
				: Wording.of("remark.rating", rating.of());
	}

	private void sayCredits(List<FilmRecord.Credit> credits, @Nullable Wording unsound) {
		Map<String, Set<String>> characters = new LinkedHashMap<>();
		Map<String, Wording> remarks = new HashMap<>();
		for (FilmRecord.Credit credit : credits) {
			Wording remark = verbatim(credit.remark());
			if (credit.name() == null) {
				// a heading without a name: there is nothing to say but that it stands
				// there
				say(Field.CREDIT, credit.job(), "", remark, Wording.of("unsound.heading"));
				continue;
			}
			say(Field.CREDIT, credit.job(), credit.name(), credit.id(), remark, unsound);
			if (credit.character() != null) {
				characters.computeIfAbsent(credit.name(), (name) -> new LinkedHashSet<>()).add(credit.character());
				if (remark != null) {
					remarks.put(credit.name(), remark);
				}
			}
		}
		// who plays several parts plays them all: they do not contradict each other
		characters.forEach(
				(name, played) -> say(Field.CHARACTER, name, String.join(", ", played), remarks.get(name), unsound));
	}

	private static @Nullable Wording verbatim(@Nullable String text) {
		return (text != null) ? Wording.verbatim(text) : null;
	}

	private void say(Field field, String subject, @Nullable Object value, @Nullable Wording remark,
			@Nullable Wording unsound) {
		say(field, subject, value, null, remark, unsound);
	}

	private void say(Field field, String subject, @Nullable Object value, @Nullable String ref,
			@Nullable Wording remark, @Nullable Wording unsound) {
		say(this.recorded.by(), field, subject, value, ref, remark, 0, unsound);
	}

	private void say(Statement.By by, Field field, String subject, @Nullable Object value, @Nullable String ref,
			@Nullable Wording remark, int votes, @Nullable Wording unsound) {
		if (value != null && this.said.add(List.of(field, subject, value.toString(), String.valueOf(ref)))) {
			int position = this.next.merge((field == Field.CREDIT) ? field + subject : field.name(), 1, Integer::sum)
					- 1;
			this.statements.add(new Statement(by, this.recorded.id(), field, subject, value.toString(), ref, remark,
					position, votes, unsound));
		}
	}

}
