package app.marquee.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.marquee.catalogue.FilmCard;

import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ScoreProjection;
import org.jspecify.annotations.Nullable;

/** A film as it comes back from the index. */
@ProjectionConstructor
record FilmHit(@FieldProjection String slug, @FieldProjection String title, @FieldProjection List<String> otherTitle,
		@FieldProjection String posterVersion, @FieldProjection @Nullable Integer year,
		@FieldProjection @Nullable Double rating, @FieldProjection @Nullable Integer fame,
		@FieldProjection List<String> genreName, @FieldProjection List<String> credit, @ScoreProjection float score) {

	/** The one that is believed, and the others. */
	Stream<String> titles() {
		return Stream.concat(Stream.of(this.title), this.otherTitle.stream());
	}

	/** All its titles, each as the words by which titles are the same or not. */
	Stream<String> titleKeys() {
		return titles().flatMap((title) -> Spellings.keys(Spellings.of(title)).stream());
	}

	/** The other title that has more of the words than the main one, if there is one. */
	Optional<String> alsoCalled(Words words, boolean slips) {
		return Marked.most(this.otherTitle, words, slips, Marked.of(this.title, words, slips).count());
	}

	FilmCard card() {
		return new FilmCard(this.slug, this.title, this.year,
				(this.rating != null) ? BigDecimal.valueOf(this.rating) : null, this.posterVersion);
	}

}
