package app.marquee.catalogue;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The genres, for reading. */
@Transactional(readOnly = true)
public interface Genres extends Repository<Genre, Long> {

	Optional<Genre> findBySlug(String slug);

	@Query("select genre from Genre genre order by genre.filmCount desc, genre.name")
	List<Genre> byFilmCount(Limit limit);

}
