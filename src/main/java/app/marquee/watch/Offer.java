package app.marquee.watch;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

import app.marquee.text.PartialDate;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a service was seen to offer, and when somebody last looked. */
@Entity
@Immutable
@Table(name = "offer")
public class Offer {

	@Id
	private Long id;

	private long filmId;

	@ManyToOne(fetch = FetchType.LAZY)
	private Provider provider;

	private String kind;

	@JdbcTypeCode(SqlTypes.CHAR)
	private @Nullable String region;

	private @Nullable BigDecimal price;

	@JdbcTypeCode(SqlTypes.CHAR)
	private @Nullable String currency;

	private @Nullable String quality;

	private @Nullable String link;

	private @Nullable String since;

	private String checkedOn;

	private @Nullable String endedOn;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Offer() {
	}

	/** The ways in which a service offers a film, the ones that cost least first. */
	public enum Kind {

		FREE, ADS, STREAM, RENT, BUY

	}

	public Provider provider() {
		return this.provider;
	}

	public Kind kind() {
		return Kind.valueOf(this.kind.toUpperCase(Locale.ROOT));
	}

	/** ISO 3166-1 alpha-2, where the source says it. */
	public @Nullable String region() {
		return this.region;
	}

	public @Nullable BigDecimal price() {
		return this.price;
	}

	/** ISO 4217; known whenever the price is. */
	public @Nullable String currency() {
		return this.currency;
	}

	public @Nullable String quality() {
		return this.quality;
	}

	public @Nullable String link() {
		return this.link;
	}

	public @Nullable PartialDate since() {
		return PartialDate.of(this.since);
	}

	public PartialDate checkedOn() {
		return new PartialDate(this.checkedOn);
	}

	/** Whether another offer is the same: what was gone is there again. */
	boolean isBackAs(Offer other) {
		return this.provider.slug().equals(other.provider.slug()) && this.kind.equals(other.kind)
				&& Objects.equals(this.region, other.region);
	}

	/** When it was found to be gone; null while it is offered. */
	public @Nullable PartialDate endedOn() {
		return PartialDate.of(this.endedOn);
	}

}
