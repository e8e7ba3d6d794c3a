package app.marquee.provenance;

import java.util.Locale;

import app.marquee.text.Folding;

/** What a statement is about. */
public enum Field {

	TITLE(true), OTHER_TITLE(false), YEAR(true), RUNTIME(true), CERTIFICATE(true), GENRE(false), RATING(true),
	COMPANY(false),

	/** Subject: the job; value: who did it. */
	CREDIT(false),

	/** Subject: who plays; value: the character. */
	CHARACTER(true),

	/** A character of the story, named without the one who plays it. */
	NAMED(false),

	/** What the film is about. Every source tells it in its own way: one is shown. */
	SYNOPSIS(false),

	/** Anything else. Subject: what it is about. */
	TOLD(true);

	private final boolean oneValue;

	Field(boolean oneValue) {
		this.oneValue = oneValue;
	}

	/** Whether only one of several values for the same subject can be true. */
	public boolean oneValue() {
		return this.oneValue;
	}

	/** A subject as it is compared with others. */
	public String foldedSubject(String subject) {
		return (this == CHARACTER) ? Folding.name(subject) : Folding.words(subject);
	}

	/** A value as it is compared with others. */
	public String foldedValue(String value) {
		return (this == CREDIT) ? Folding.name(value) : Folding.words(value);
	}

	/** As records and messages name it. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Field of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

}
