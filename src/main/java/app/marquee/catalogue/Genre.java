package app.marquee.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A kind of film, as the sources name it. */
@Entity
@Immutable
@Table(name = "genre")
public class Genre {

	@Id
	private Long id;

	private String slug;

	private String name;

	private long filmCount;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Genre() {
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

	public long filmCount() {
		return this.filmCount;
	}

	public String path() {
		return "/genres/" + this.slug;
	}

}
