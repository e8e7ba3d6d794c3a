package app.marquee.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.marquee.provenance.Field;
import app.marquee.provenance.Statement;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Takes a record apart into single statements, which can be judged one by one. Statements
 * drawn from a text about another work are unsound here and now.
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

	private final Statement.By by;

	private final long record;

	private final Texts texts;

	private Statements(Statement.By by, long record, Texts texts) {
		this.by = by;
		this.record = record;
		this.texts = texts;
	}

	static List<Statement> of(FilmRecord film, Statement.By by, long record, Texts texts) {
		Statements statements = new Statements(by, record, texts);
		statements.takeApart(film);
		return statements.statements;
	}

	private void takeApart(FilmRecord film) {
		say(Field.TITLE, "", film.title(), null, null);
		film.titles().forEach((title) -> say(Field.OTHER_TITLE, title.kind(), title.title(), title.language(), null));
		say(Field.YEAR, "", film.year(), null, null);
		say(Field.RUNTIME, "", film.runtime(), null, null);
		say(Field.CERTIFICATE, "", film.certificate(), null, null);
		film.genres().forEach((genre) -> say(Field.GENRE, "", genre, null, null));
		if (film.rating() != null) {
			Integer votes = film.rating().votes();
			say(Field.RATING, "", film.rating().score().toPlainString(),
					(votes != null) ? this.texts.of("count.votes", votes) : null, null);
		}
		film.companies().forEach((company) -> say(Field.COMPANY, company.role(), company.name(), null, null));
		film.credits().forEach((credit) -> say(credit, null));
		if (film.text() != null) {
			String unsound = OtherWork.reasonAgainst(film, this.texts);
			FilmRecord.Text text = film.text();
			text.genres().forEach((genre) -> say(Field.GENRE, "", genre, this.texts.of("remark.text"), unsound));
			say(Field.SYNOPSIS, "", text.synopsis(), null, unsound);
			text.credits().forEach((credit) -> say(credit, unsound));
			text.characters().forEach((character) -> say(Field.NAMED, "", character, null, unsound));
			text.told().forEach((told) -> say(Field.TOLD, told.about(), told.value(), told.remark(), unsound));
		}
		film.unusable().forEach((value) -> say(Field.of(value.field()), "", value.value(), null, value.reason()));
	}

	private void say(FilmRecord.Credit credit, @Nullable String unsound) {
		if (credit.name() == null) {
			say(Field.CREDIT, credit.job(), this.texts.of("value.nobody"), credit.remark(),
					this.texts.of("unsound.heading"));
			return;
		}
		say(Field.CREDIT, credit.job(), credit.name(), credit.id(), credit.remark(), unsound);
		if (credit.character() != null) {
			say(Field.CHARACTER, credit.name(), credit.character(), credit.remark(), unsound);
		}
	}

	private void say(Field field, String subject, @Nullable Object value, @Nullable String remark,
			@Nullable String unsound) {
		say(field, subject, value, null, remark, unsound);
	}

	private void say(Field field, String subject, @Nullable Object value, @Nullable String ref, @Nullable String remark,
			@Nullable String unsound) {
		if (value != null && this.said.add(List.of(field, subject, value.toString(), String.valueOf(ref)))) {
			int position = this.next.merge((field == Field.CREDIT) ? field + subject : field.name(), 1, Integer::sum)
					- 1;
			this.statements.add(new Statement(this.by, this.record, field, subject, value.toString(), ref, remark,
					position, unsound));
		}
	}

}
