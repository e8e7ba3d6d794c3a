package app.marquee.search;

import java.util.List;

import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ScoreProjection;

/** A person as they come back from the index. */
@ProjectionConstructor
record PersonHit(@FieldProjection String slug, @FieldProjection String name, @FieldProjection List<String> knownFor,
		@FieldProjection int fame, @ScoreProjection float score) {

	String href() {
		return "/people/" + this.slug;
	}

}
