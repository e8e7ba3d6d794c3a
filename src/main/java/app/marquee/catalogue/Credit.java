package app.marquee.catalogue;

import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What one person did for one film. */
@Entity
@Immutable
@Table(name = "credit")
public class Credit {

	@Id
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Film film;

	@ManyToOne(fetch = FetchType.LAZY)
	private Person person;

	private String department;

	private String job;

	private @Nullable String played;

	private int billing;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Credit() {
	}

	public Film film() {
		return this.film;
	}

	public Person person() {
		return this.person;
	}

	public Department department() {
		return Department.valueOf(this.department.toUpperCase(Locale.ROOT));
	}

	/** In lower case: director, actor, production design … */
	public String job() {
		return this.job;
	}

	/** The character, where it is known. */
	public @Nullable String played() {
		return this.played;
	}

	/** The place in the film's credits, from 0. */
	public int billing() {
		return this.billing;
	}

}
