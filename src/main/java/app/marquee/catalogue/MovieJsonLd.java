package app.marquee.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import app.marquee.web.MarqueeSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** A film as schema.org's Movie, for machines. What is not known is not said. */
@Component
class MovieJsonLd {

	private final JsonMapper json;

	private final MarqueeSettings settings;

	MovieJsonLd(JsonMapper json, MarqueeSettings settings) {
		this.json = json;
		this.settings = settings;
	}

	/** JSON that can stand in a script element: no {@code <} in it. */
	String of(Film film, FilmPage page) {
		Map<String, Object> movie = new LinkedHashMap<>();
		movie.put("@context", "https://schema.org");
		movie.put("@type", "Movie");
		movie.put("name", film.title());
		movie.put("url", this.settings.address(film.path()));
		movie.put("image", this.settings.address(film.path() + "/poster.svg"));
		put(movie, "datePublished", (film.year() != null) ? film.year().toString() : null);
		put(movie, "duration", (film.runtime() != null) ? "PT" + film.runtime() + "M" : null);
		put(movie, "contentRating", film.certificate());
		put(movie, "description", film.synopsis());
		putAll(movie, "genre", page.genres().stream().map(FilmPage.Link::name).toList());
		putAll(movie, "alternateName",
				Stream.concat(Stream.ofNullable(page.originalTitle()), page.otherTitles().stream()).toList());
		putAll(movie, "actor", page.cast().stream().map((cast) -> person(cast.name(), cast.href())).toList());
		putAll(movie, "director",
				page.crew()
					.stream()
					.filter((work) -> work.job().toLowerCase(Locale.ROOT).equals("director"))
					.flatMap((work) -> work.people().stream())
					.map((director) -> person(director.name(), director.href()))
					.toList());
		putAll(movie, "sameAs", page.elsewhere().stream().map(ExternalId::href).toList());
		// schema.org wants to know how many rated: a rating of which that is unknown is
		// left out
		if (film.rating() != null && film.votes() != null) {
			movie.put("aggregateRating", rating(film.rating(), film.votes()));
		}
		return this.json.writeValueAsString(movie).replace("<", "\\u003c");
	}

	/** In the same order every time: a page that says the same has to be the same. */
	private static Map<String, Object> rating(BigDecimal value, int count) {
		Map<String, Object> rating = new LinkedHashMap<>();
		rating.put("@type", "AggregateRating");
		rating.put("ratingValue", value);
		rating.put("ratingCount", count);
		rating.put("bestRating", 10);
		// otherwise 1 is meant
		rating.put("worstRating", 0);
		return rating;
	}

	private Map<String, Object> person(String name, @Nullable String href) {
		Map<String, Object> person = new LinkedHashMap<>();
		person.put("@type", "Person");
		person.put("name", name);
		put(person, "url", (href != null) ? this.settings.address(href) : null);
		return person;
	}

	private static void put(Map<String, Object> to, String name, @Nullable Object value) {
		if (value != null) {
			to.put(name, value);
		}
	}

	private static void putAll(Map<String, Object> to, String name, List<?> values) {
		if (!values.isEmpty()) {
			to.put(name, values);
		}
	}

}
