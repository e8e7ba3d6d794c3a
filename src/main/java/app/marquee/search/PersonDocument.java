package app.marquee.search;

import java.util.List;

import org.hibernate.search.engine.backend.types.Norms;
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
 * @param nameWords words of the name in all its spellings
 * @param nameWordsBegins their {@link Beginnings}
 * @param nameKey each spelling as one word
 * @param knownFor the best known films, with their years
 * @param fame that of their films, as far as it is theirs ({@link Prominence}): of two
 * people of one name, the better known is meant
 * @param fameSteps the steps that it reaches, as a {@link Crowd} counts them
 */
@SearchEntity
@Indexed(index = "person")
record PersonDocument(

		@DocumentId Long id,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String slug,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String name,

		@KeywordField(sortable = Sortable.YES) String sortName,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> nameWords,

		@KeywordField List<String> nameWordsBegins,

		@KeywordField List<String> nameKey,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) List<String> knownFor,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) Integer fame,

		@KeywordField List<String> fameSteps,

		@GenericField(sortable = Sortable.YES) Integer filmCount) {
}
