package app.marquee.search;

import java.util.List;
import java.util.Map;

import app.marquee.web.BadParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * For curators, on the port of the operator: why the first films for some words stand
 * where they stand.
 */
@Component
@Endpoint(id = "ranking")
class RankingEndpoint {

	private static final int FILMS = 10;

	private final FilmSearch search;

	RankingEndpoint(FilmSearch search) {
		this.search = search;
	}

	/**
	 * The first films and their reasons.
	 *
	 * @param slips whether slips were forgiven, since nothing is written quite so
	 */
	record Ranking(String address, boolean slips, List<Place> films, String ties) {
	}

	/** A film and the sum of the weights of its reasons. */
	record Place(int place, String film, float sum, List<String> reasons) {
	}

	@ReadOperation
	Ranking ranking(@Nullable String q) {
		if (q == null || q.isBlank()) {
			throw new BadParameter("q", "bad.missing");
		}
		FilmSearch.First<FilmHit> found = this.search.first(q, FILMS);
		Map<Reason, List<String>> reasons = this.search.reasons(q, found.hits().stream().map(FilmHit::slug).toList());
		return new Ranking(FilmFilter.words(q).href(), found.slips(),
				found.hits()
					.stream()
					.map((film) -> new Place(found.hits().indexOf(film) + 1, film.slug(), film.score(),
							reasons.entrySet()
								.stream()
								.filter((reason) -> reason.getValue().contains(film.slug()))
								.map((reason) -> "+" + reason.getKey().weight() + " " + reason.getKey().sentence())
								.toList()))
					.toList(),
				"Among films with the same sum, the better known comes first (most votes of any source, made comparable), then the higher rated. "
						+ "Where more films than " + Crowd.SIZE
						+ " have the words, only the best known of all and of those with the words in a title are weighed.");
	}

}
