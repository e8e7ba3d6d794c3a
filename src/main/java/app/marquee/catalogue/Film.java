package app.marquee.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One work, with what is believed of it. Read here, written by the import alone.
 */
@Entity
@Immutable
@Table(name = "film")
public class Film {

	@Id
	private Long id;

	private String slug;

	private String title;

	private String sortTitle;

	@Column(name = "release_year")
	private @Nullable Integer year;

	private @Nullable Integer runtime;

	private @Nullable String certificate;

	@Column(length = 20000)
	private @Nullable String synopsis;

	private @Nullable BigDecimal rating;

	private @Nullable Integer votes;

	private @Nullable BigDecimal weightedRating;

	private int reviewCount;

	private int scoredReviewCount;

	private @Nullable BigDecimal reviewMean;

	private boolean remarked;

	private boolean offered;

	private String posterVersion;

	private Instant addedAt;

	private Instant changedAt;

	@ManyToMany
	@JoinTable(name = "film_genre", joinColumns = @JoinColumn(name = "film_id"),
			inverseJoinColumns = @JoinColumn(name = "genre_id"))
	@OrderColumn(name = "position")
	private List<Genre> genres = new ArrayList<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Film() {
	}

	public long id() {
		return this.id;
	}

	public String slug() {
		return this.slug;
	}

	public String title() {
		return this.title;
	}

	/** The year of its first release, where one is believed. */
	public @Nullable Integer year() {
		return this.year;
	}

	/** In minutes. */
	public @Nullable Integer runtime() {
		return this.runtime;
	}

	public @Nullable String certificate() {
		return this.certificate;
	}

	/** As {@link PosterVersion} has it. */
	String posterVersion() {
		return this.posterVersion;
	}

	public @Nullable String synopsis() {
		return this.synopsis;
	}

	/** The believed mean score out of 10. */
	public @Nullable BigDecimal rating() {
		return this.rating;
	}

	/** How many gave the rating, where the source says so. */
	public @Nullable Integer votes() {
		return this.votes;
	}

	public int reviewCount() {
		return this.reviewCount;
	}

	public int scoredReviewCount() {
		return this.scoredReviewCount;
	}

	/** The mean of the reviews that give a score, out of 10. */
	public @Nullable BigDecimal reviewMean() {
		return this.reviewMean;
	}

	/**
	 * Whether any claim about this film is disputed, rejected, a curator's, or tells
	 * something besides.
	 */
	public boolean remarked() {
		return this.remarked;
	}

	/** Whether any service offers it, or offered it once. */
	public boolean offered() {
		return this.offered;
	}

	public Instant addedAt() {
		return this.addedAt;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

	public List<Genre> genres() {
		return this.genres;
	}

	/** The path of its page. */
	public String path() {
		return "/films/" + this.slug;
	}

	/** {@code Pleasantville (1998)}, or the title alone where the year is not known. */
	public String titleWithYear() {
		return (this.year != null) ? this.title + " (" + this.year + ")" : this.title;
	}

}
