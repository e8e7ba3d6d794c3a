package app.marquee.review;

import java.math.BigDecimal;

import app.marquee.text.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a viewer wrote about a film, or our summary of it. */
@Entity
@Immutable
@Table(name = "review")
class Review {

	@Id
	private Long id;

	private long filmId;

	/** Who printed it. */
	@Formula("(select source.name from source where source.id = source_id)")
	private String sourceName;

	private @Nullable String author;

	private @Nullable BigDecimal score;

	@Column(length = 20000)
	private String text;

	private boolean summarised;

	private boolean spoiler;

	private @Nullable String doubt;

	private @Nullable String writtenOn;

	private int position;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Review() {
	}

	long id() {
		return this.id;
	}

	String sourceName() {
		return this.sourceName;
	}

	@Nullable String author() {
		return this.author;
	}

	/** Out of 10. */
	@Nullable BigDecimal score() {
		return this.score;
	}

	String text() {
		return this.text;
	}

	boolean summarised() {
		return this.summarised;
	}

	boolean spoiler() {
		return this.spoiler;
	}

	/** Why it seems to be about another film. */
	@Nullable String doubt() {
		return this.doubt;
	}

	@Nullable PartialDate writtenOn() {
		return PartialDate.of(this.writtenOn);
	}

}
