package app.marquee.search;

import java.util.List;

import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/**
 * A person as the index knows them; words are folded before they come here.
 *
 * @param nameWords words of all spellings of the name
 * @param wholeName each spelling whole
 * @param knownFor the titles of the best known films
 */
@SearchEntity
@Indexed(index = "person")
record PersonDocument(

		@DocumentId Long id,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String slug,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String name,

		@KeywordField(sortable = Sortable.YES) String sortName,

		@FullTextField(analyzer = Analysis.WORDS) List<String> nameWords,

		@KeywordField List<String> wholeName,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) List<String> knownFor,

		@GenericField(sortable = Sortable.YES) Integer filmCount) {
}
