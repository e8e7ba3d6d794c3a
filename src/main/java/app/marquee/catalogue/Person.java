package app.marquee.catalogue;

import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Somebody who worked on a film. Two people of one name are two. */
@Entity
@Immutable
@Table(name = "person")
public class Person {

	@Id
	private Long id;

	private String slug;

	private String name;

	@ElementCollection
	@CollectionTable(name = "person_name", joinColumns = @JoinColumn(name = "person_id"))
	@Column(name = "name")
	@OrderBy
	private Set<String> otherNames = new LinkedHashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Person() {
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

	/** How the name is spelt elsewhere. */
	public Set<String> otherNames() {
		return this.otherNames;
	}

	public String path() {
		return "/people/" + this.slug;
	}

}
