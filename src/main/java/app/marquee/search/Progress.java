package app.marquee.search;

import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/**
 * How far an index has followed the catalogue, kept in the index itself: one document,
 * written after everything that it speaks of is safe. An index without it was never
 * finished.
 *
 * @param catalogue which catalogue it is
 * @param revision the catalogue revision that all documents are of, or newer
 */
@SearchEntity
@Indexed(index = "progress")
record Progress(@DocumentId Long id,
		@GenericField(projectable = Projectable.YES, searchable = Searchable.NO) String catalogue,
		@GenericField(projectable = Projectable.YES, searchable = Searchable.NO) Long revision) {

	static Progress of(String catalogue, long revision) {
		return new Progress(1L, catalogue, revision);
	}

}
