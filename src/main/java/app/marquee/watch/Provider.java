package app.marquee.watch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A service that offers films. */
@Entity
@Immutable
@Table(name = "provider")
public class Provider {

	@Id
	private Long id;

	private String slug;

	private String name;

	private long filmCount;

	private @Nullable String lastChecked;

	private @Nullable String oldestCheck;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Provider() {
	}

	public long id() {
		return this.id;
	}

	public String slug() {
		return this.slug;
	}

	public String name() {
		return this.name;
	}

	/** How many films it is known to offer. */
	public long filmCount() {
		return this.filmCount;
	}

	/** When somebody last looked what it offers, ISO 8601. */
	public @Nullable String lastChecked() {
		return this.lastChecked;
	}

	/** The earliest day on which an offer that still stands was checked, ISO 8601. */
	public @Nullable String oldestCheck() {
		return this.oldestCheck;
	}

	public String path() {
		return "/providers/" + this.slug;
	}

}
