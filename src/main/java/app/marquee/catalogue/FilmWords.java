package app.marquee.catalogue;

import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Facts of a film as a visitor reads them. What is not known gives nothing to print. */
@Component
public class FilmWords {

	private final Texts texts;

	public FilmWords(Texts texts) {
		this.texts = texts;
	}

	/** {@code 1 hr 29 min}, {@code 2 hr}, {@code 45 min}. */
	public @Nullable String runtime(@Nullable Integer minutes) {
		if (minutes == null) {
			return null;
		}
		int hours = minutes / 60;
		int rest = minutes % 60;
		if (hours == 0) {
			return this.texts.of("runtime.minutes", rest);
		}
		return (rest == 0) ? this.texts.of("runtime.hours", hours) : this.texts.of("runtime.both", hours, rest);
	}

	public @Nullable String votes(@Nullable Integer votes) {
		return (votes != null) ? this.texts.of("count.votes", votes) : null;
	}

	/**
	 * What a poster says at its foot: the certificate and the runtime, else the main
	 * genre.
	 */
	String posterFoot(Film film, @Nullable Genre genre) {
		String minutes = (film.runtime() != null) ? this.texts.of("poster.minutes", film.runtime()) : null;
		if (film.certificate() != null) {
			return (minutes != null) ? film.certificate() + " · " + minutes : film.certificate();
		}
		return (minutes != null) ? minutes : (genre != null) ? genre.name() : "";
	}

	/**
	 * {@code Production designer}; an actor among the crew stays what the source calls
	 * it.
	 */
	public String job(String job) {
		return Character.toUpperCase(job.charAt(0)) + job.substring(1);
	}

}
