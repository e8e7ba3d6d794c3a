package app.marquee.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import app.marquee.text.PartialDate;
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

	/** As {@link #runtime(int)}. */
	public @Nullable String runtime(@Nullable Integer minutes) {
		return (minutes != null) ? runtime(minutes.intValue()) : null;
	}

	/** {@code 1 hr 29 min}, {@code 2 hr}, {@code 45 min}. */
	public String runtime(int minutes) {
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
	 * {@code out of 10, from 631 votes}: what stands beside a rating.
	 * @param decided whether it is a curator's
	 */
	String outOfTen(@Nullable Integer votes, boolean decided) {
		String counted = votes(votes);
		return decided ? this.texts.of("film.rated.decided")
				: (counted != null) ? this.texts.of("film.rated", counted) : this.texts.of("film.rated.no-votes");
	}

	/** Whether one of the sources gives a rating. */
	static boolean isGiven(BigDecimal rating, List<FilmDetails.SourceRating> ratings) {
		return ratings.stream().anyMatch((given) -> given.score().compareTo(rating) == 0);
	}

	/**
	 * Who gives which rating; where that is the one that is believed, who gives it.
	 * @param decided whether it is a curator's
	 */
	List<String> ratings(BigDecimal believed, List<FilmDetails.SourceRating> ratings, boolean decided) {
		if (ratings.size() == 1 && isGiven(believed, ratings)) {
			return List.of(according(ratings.get(0)));
		}
		return Stream
			.concat(decided ? Stream.of(this.texts.of("film.rating.curator", believed)) : Stream.of(),
					ratings.stream().map(this::rating))
			.toList();
	}

	private String rating(FilmDetails.SourceRating rating) {
		String votes = votes(rating.votes());
		return (votes != null) ? this.texts.of("film.rating.votes", whose(rating), rating.score(), votes)
				: this.texts.of("film.rating", whose(rating), rating.score());
	}

	/** A rating is as old as the data that it is from. */
	private String according(FilmDetails.SourceRating rating) {
		return (rating.asOf() != null)
				? this.texts.of("film.rating.one", whose(rating), new PartialDate(rating.asOf()).inWords())
				: this.texts.of("film.rating.one.undated", whose(rating));
	}

	/** {@code IMDb, by way of Netflix catalogue}. */
	private String whose(FilmDetails.SourceRating rating) {
		return (rating.origin() != null) ? this.texts.of("film.rating.passed-on", rating.origin(), rating.source())
				: rating.source();
	}

	String related() {
		return this.texts.of("film.related");
	}

	String samePeople() {
		return this.texts.of("film.same-people");
	}

	String bestOf(Genre genre) {
		return this.texts.of("film.best-of-genre", genre.name());
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

}
