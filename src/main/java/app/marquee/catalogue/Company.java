package app.marquee.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A studio or another company that had a part in a film. */
@Entity
@Immutable
@Table(name = "company")
public class Company {

	@Id
	private Long id;

	private String slug;

	private String name;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Company() {
	}

	public String name() {
		return this.name;
	}

}
