package app.marquee.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/** Records for tests: {@code film("Metropolis").of(1927).rated("8.3", 200).record()}. */
final class FilmRecords {

	private final String title;

	private String key;

	private @Nullable String slug;

	private @Nullable Integer year;

	private @Nullable Integer runtime;

	private FilmRecord.@Nullable Rating rating;

	private FilmRecord.@Nullable Text text;

	private final Map<String, String> ids = new TreeMap<>();

	private final List<String> genres = new ArrayList<>();

	private final List<FilmRecord.Title> titles = new ArrayList<>();

	private final List<FilmRecord.Credit> credits = new ArrayList<>();

	private final List<String> related = new ArrayList<>();

	private final List<FilmRecord.Review> reviews = new ArrayList<>();

	private final List<FilmRecord.Offer> offers = new ArrayList<>();

	private FilmRecords(String title) {
		this.title = title;
		this.key = title;
	}

	static FilmRecords film(String title) {
		return new FilmRecords(title);
	}

	FilmRecords key(String key) {
		this.key = key;
		return this;
	}

	FilmRecords of(int year) {
		this.year = year;
		return this;
	}

	FilmRecords minutes(int runtime) {
		this.runtime = runtime;
		return this;
	}

	FilmRecords rated(String score, @Nullable Integer votes) {
		this.rating = new FilmRecord.Rating(new BigDecimal(score), votes);
		return this;
	}

	FilmRecords rated(String score, @Nullable Integer votes, String of) {
		this.rating = new FilmRecord.Rating(new BigDecimal(score), votes, of);
		return this;
	}

	FilmRecords id(String scheme, String value) {
		this.ids.put(scheme, value);
		return this;
	}

	FilmRecords genre(String genre) {
		this.genres.add(genre);
		return this;
	}

	FilmRecords also(String title) {
		this.titles.add(new FilmRecord.Title(title, "alternative", null));
		return this;
	}

	FilmRecords with(String actor, @Nullable String character) {
		this.credits.add(new FilmRecord.Credit(null, actor, "actor", character, List.of(), null));
		return this;
	}

	FilmRecords with(String id, String actor, @Nullable String character) {
		this.credits.add(new FilmRecord.Credit(id, actor, "actor", character, List.of(), null));
		return this;
	}

	FilmRecords spelt(String id, String actor, String otherSpelling) {
		this.credits.add(new FilmRecord.Credit(id, actor, "actor", null, List.of(otherSpelling), null));
		return this;
	}

	FilmRecords directedBy(String name) {
		this.credits.add(new FilmRecord.Credit(null, name, "director", null, List.of(), null));
		return this;
	}

	FilmRecords related(String key) {
		this.related.add(key);
		return this;
	}

	FilmRecords reviewed(String author, @Nullable String score, String text) {
		this.reviews.add(new FilmRecord.Review(Integer.toString(this.reviews.size() + 1), author,
				(score != null) ? new BigDecimal(score) : null, text, false, false, null, null));
		return this;
	}

	FilmRecords offered(FilmRecord.Offer offer) {
		this.offers.add(offer);
		return this;
	}

	/** Offered by a service in 2023, for all that is said in any country. */
	FilmRecords streamed(String provider) {
		return offered(new FilmRecord.Offer(provider, "stream", null, null, null, null, null, null,
				new PartialDate("2023"), null));
	}

	FilmRecords text(FilmRecord.Text text) {
		this.text = text;
		return this;
	}

	/** As an export says which film it speaks of. */
	FilmRecords at(String slug) {
		this.slug = slug;
		return this;
	}

	FilmRecord record() {
		FilmRecord record = new FilmRecord(this.key, this.title, this.titles, this.year, this.runtime, null, this.ids,
				this.genres, this.rating, this.credits, List.of(), this.text, this.related, this.reviews, this.offers,
				List.of());
		return (this.slug != null) ? record.speakingOf(this.slug) : record;
	}

}
