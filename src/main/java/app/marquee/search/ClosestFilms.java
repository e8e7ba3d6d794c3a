package app.marquee.search;

import java.util.List;

import app.marquee.web.Closest;

import org.springframework.stereotype.Component;

/** For the 404 page: films whose titles come closest to the address that led nowhere. */
@Component
class ClosestFilms implements Closest {

	private static final int MOST = 6;

	private final FilmSearch search;

	ClosestFilms(FilmSearch search) {
		this.search = search;
	}

	@Override
	public List<Page> to(String words) {
		String title = words.replaceFirst("^(films|people) ", "");
		List<FilmHit> exact = this.search.first(title, false, MOST);
		return (exact.isEmpty() ? this.search.first(title, true, MOST) : exact).stream()
			.map((film) -> new Page("/films/" + film.slug(),
					(film.year() != null) ? film.title() + " (" + film.year() + ")" : film.title()))
			.toList();
	}

}
