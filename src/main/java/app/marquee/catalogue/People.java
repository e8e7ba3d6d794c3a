package app.marquee.catalogue;

import java.util.Collection;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people, for reading. */
@Transactional(readOnly = true)
public interface People extends Repository<Person, Long> {

	@Query("select person from Person person left join fetch person.otherNames where person.slug = :slug")
	Optional<Person> findBySlug(String slug);

	/** The slug that a person has today, given one that they had once. */
	@Query(value = """
			select person.slug from former_person_slug former join person on person.id = former.person_id
			where former.slug = :slug""", nativeQuery = true)
	Optional<String> findSlugByFormerSlug(String slug);

	/** Whether somebody else of a name has one of these slugs. */
	@Query("""
			select count(*) > 0 from Person person
			where person.slug in :slugs and person.name = :name and person.id <> :own""")
	boolean areThereOthers(Collection<String> slugs, String name, long own);

	/** The slug of the person whom somebody else calls so. */
	@Query(value = """
			select person.slug from person_external_id external join person on person.id = external.person_id
			where external.identifier = :identifier and external.scheme = :scheme""", nativeQuery = true)
	Optional<String> findSlugByExternalId(String scheme, String identifier);

}
