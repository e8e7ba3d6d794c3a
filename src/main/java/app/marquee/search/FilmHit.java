package app.marquee.search;

import java.util.List;

import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.jspecify.annotations.Nullable;

/** A film as it comes back from the index. */
@ProjectionConstructor
record FilmHit(@FieldProjection String slug, @FieldProjection String title, @FieldProjection @Nullable Integer year,
		@FieldProjection @Nullable Double rating, @FieldProjection List<String> genreName,
		@FieldProjection List<String> credit) {
}
