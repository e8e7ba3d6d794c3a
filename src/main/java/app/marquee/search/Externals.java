package app.marquee.search;

import java.util.Optional;

import app.marquee.catalogue.Films;
import app.marquee.catalogue.People;

import org.springframework.stereotype.Component;

/** Finds whom an external id or a pasted address names. */
@Component
class Externals {

	private final Films films;

	private final People people;

	Externals(Films films, People people) {
		this.films = films;
		this.people = people;
	}

	/** The path of their page, if the catalogue has them. */
	Optional<String> path(FilmQuery.External external) {
		return external.person()
				? this.people.findSlugByExternalId(external.scheme(), external.id()).map((slug) -> "/people/" + slug)
				: this.films.findSlugByExternalId(external.scheme(), external.id()).map((slug) -> "/films/" + slug);
	}

}
