package app.marquee.search;

import java.util.List;

import org.hibernate.search.engine.backend.types.Aggregable;
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
import org.jspecify.annotations.Nullable;

/**
 * A film as the index knows it. Words are folded before they come here
 * ({@link app.marquee.text.Folding}), so that the index only has to split them at the
 * spaces. Beside some fields stands another with the {@link Beginnings} of what is in it.
 *
 * @param posterVersion as {@link app.marquee.catalogue.PosterVersion} has it
 * @param wholeTitle each title whole, in all its spellings
 * @param bareTitle those that have an article in front, without it
 * @param titleKey each title as one word, without articles and "and", numbers in digits:
 * by this, titles are the same or not
 * @param titleWords words of all its titles, in all their spellings
 * @param titleInitials the first letters of the words of its titles
 * @param peopleWords names of everybody who worked on it, in all their spellings
 * @param credit who plays whom, as {@link Played}, behind who directed; in the order of
 * the credits, enough to show why a film was found
 * @param score whole points of the rating
 * @param providerRegion provider and region, as "netflix|CA"; "netflix|", and no other of
 * this provider, where a source states no region, for it may be any
 * @param votes of the rating that is believed
 * @param fame how well it is known: the most votes that any source counts, made
 * comparable
 * @param fameSteps the steps that its fame reaches, as a {@link Crowd} counts them
 * @param added its place in the order in which films came
 */
@SearchEntity
@Indexed(index = "film")
record FilmDocument(@DocumentId Long id,

		@KeywordField(projectable = Projectable.YES) String slug,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String title,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) List<String> otherTitle,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) String posterVersion,

		@KeywordField(sortable = Sortable.YES) String sortTitle,

		@KeywordField List<String> wholeTitle,

		@KeywordField List<String> wholeTitleBegins,

		@KeywordField List<String> bareTitle,

		@KeywordField List<String> bareTitleBegins,

		@KeywordField List<String> titleKey,

		@KeywordField List<String> titleKeyBegins,

		@KeywordField List<String> titleInitials,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> titleWords,

		@KeywordField List<String> titleWordsBegins,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> peopleWords,

		@KeywordField List<String> peopleWordsBegins,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> directorWords,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> writerWords,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> castWords,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> characterWords,

		@KeywordField List<String> characterWordsBegins,

		@FullTextField(analyzer = Analysis.WORDS, norms = Norms.NO) List<String> genreWords,

		@KeywordField List<String> genreWordsBegins,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) List<String> genreName,

		@KeywordField(projectable = Projectable.YES, searchable = Searchable.NO) List<String> credit,

		@KeywordField(aggregable = Aggregable.YES) List<String> genre,

		@KeywordField(aggregable = Aggregable.YES) String decade,

		@KeywordField(aggregable = Aggregable.YES) String score,

		@KeywordField(aggregable = Aggregable.YES) String runtime,

		@KeywordField(aggregable = Aggregable.YES) @Nullable String certificate,

		@KeywordField(aggregable = Aggregable.YES) List<String> provider,

		@KeywordField(aggregable = Aggregable.YES) List<String> providerRegion,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) @Nullable Integer year,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) @Nullable Integer minutes,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) @Nullable Double rating,

		@GenericField(sortable = Sortable.YES) @Nullable Double weightedRating,

		@GenericField(sortable = Sortable.YES) @Nullable Integer votes,

		@GenericField(sortable = Sortable.YES, projectable = Projectable.YES) @Nullable Integer fame,

		@KeywordField List<String> fameSteps,

		@GenericField(sortable = Sortable.YES) Long added) {
}
