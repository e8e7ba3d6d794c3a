package app.marquee.search;

import java.util.List;

import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/**
 * A film as the index knows it. Words are folded before they come here
 * ({@link app.marquee.web.Folding}), so that the index only has to split them at the
 * spaces.
 *
 * @param titleWords words of all its titles
 * @param wholeTitle each title whole
 * @param joinedTitle each title whole, written as one word: who types "spiderman" finds
 * "spider man"
 * @param credit who plays whom, as "name|character", in the order of the credits; enough
 * to show why a film was found
 * @param ratedAtLeast the whole points from which on it counts: a rating of 7.5 counts
 * for 7, 6, 5 …
 * @param providerRegion provider and region, as "netflix|CA"; "netflix|" where the region
 * is not stated
 * @param addedAt milliseconds since 1970
 */
@SearchEntity
@Indexed(index = "film")
record FilmDocument(@DocumentId Long id,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String slug,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String title,

		@KeywordField(sortable = Sortable.YES) String sortTitle,

		@FullTextField(analyzer = Analysis.WORDS) List<String> titleWords,

		@KeywordField List<String> wholeTitle,

		@KeywordField List<String> joinedTitle,

		@FullTextField(analyzer = Analysis.WORDS) List<String> peopleWords,

		@FullTextField(analyzer = Analysis.WORDS) List<String> characterWords,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) List<String> genreName,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) List<String> credit,

		@KeywordField(aggregable = Aggregable.YES) List<String> genre,

		@KeywordField(aggregable = Aggregable.YES) String decade,

		@KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES) @Nullable String certificate,

		@KeywordField(aggregable = Aggregable.YES) String runtimeBand,

		@KeywordField(aggregable = Aggregable.YES) List<String> ratedAtLeast,

		@KeywordField(aggregable = Aggregable.YES) List<String> provider,

		@KeywordField List<String> providerRegion,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) @Nullable Integer year,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) @Nullable Integer runtime,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) @Nullable Double rating,

		@GenericField(sortable = Sortable.YES) @Nullable Double weightedRating,

		@GenericField(sortable = Sortable.YES) @Nullable Integer votes,

		@GenericField(sortable = Sortable.YES) Long addedAt) {
}
