package app.marquee.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import app.marquee.text.PartialDate;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one film, whole: the one shape that every reader gives, and the
 * shape of the lines of {@code seeds/}. Immutable; absent lists are empty.
 *
 * @param key what the source itself calls the film, unique within the source
 * @param title as the source prints it
 * @param titles other titles
 * @param year of the first release
 * @param runtime in minutes
 * @param certificate as printed
 * @param ids external ids by scheme: imdb, tmdb, …
 * @param genres as the source names them, the main one first
 * @param rating the mean score that the source gives
 * @param credits who worked on it, in the source's order
 * @param companies who produced it
 * @param text what the source's running text says, which may be about another work
 * @param related keys of the same source's records that it calls related
 * @param reviews what viewers wrote there
 * @param offers where it can be watched
 * @param unusable values that the reader could not take, each with its reason
 * @param corrections a curator's words; the record then speaks through them alone, and
 * its title and year only say which film it means
 * @param merged the films that this record was of, before a curator made them one with
 * another; the last one first
 * @param film the slug of the film that it speaks of, where an export or a curator says
 * so; empty for a film of its own; never stored
 * @param candidates the slugs of the films that it may speak of, where it was kept apart
 * there; never stored
 * @param formerly the slugs that the film had before, where an export says so; never
 * stored
 * @param people the slugs of those of its people whose name others have as well, in the
 * order of the credits, and of those who are credited no longer, where an export says so,
 * with the ids that tell them apart ({@link Namesake}); never stored
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({ "key", "title" })
public record FilmRecord(String key, String title, List<Title> titles, @Nullable Integer year,
		@Nullable Integer runtime, @Nullable String certificate, Map<String, String> ids, List<String> genres,
		@Nullable Rating rating, List<Credit> credits, List<Company> companies, @Nullable Text text,
		List<String> related, List<Review> reviews, List<Offer> offers, List<Unusable> unusable,
		List<Correction> corrections, List<Merged> merged, @Nullable String film, List<String> candidates,
		List<String> formerly, List<String> people) {

	public FilmRecord {
		titles = orEmpty(titles);
		ids = (ids != null) ? Collections.unmodifiableSortedMap(new TreeMap<>(ids)) : Map.of();
		genres = orEmpty(genres);
		credits = orEmpty(credits);
		companies = orEmpty(companies);
		related = orEmpty(related);
		reviews = orEmpty(reviews);
		offers = orEmpty(offers);
		unusable = orEmpty(unusable);
		corrections = orEmpty(corrections);
		merged = orEmpty(merged);
		candidates = orEmpty(candidates);
		formerly = orEmpty(formerly);
		people = orEmpty(people);
	}

	/** What a source says, without what a catalogue knows of the record besides. */
	public FilmRecord(String key, String title, List<Title> titles, @Nullable Integer year, @Nullable Integer runtime,
			@Nullable String certificate, Map<String, String> ids, List<String> genres, @Nullable Rating rating,
			List<Credit> credits, List<Company> companies, @Nullable Text text, List<String> related,
			List<Review> reviews, List<Offer> offers, List<Unusable> unusable) {
		this(key, title, titles, year, runtime, certificate, ids, genres, rating, credits, companies, text, related,
				reviews, offers, unusable, List.of(), List.of(), null, List.of(), List.of(), List.of());
	}

	/** A record that says no more than which film it is about. */
	static FilmRecord of(String key, String title, @Nullable Integer year) {
		return new FilmRecord(key, title, List.of(), year, null, null, Map.of(), List.of(), null, List.of(), List.of(),
				null, List.of(), List.of(), List.of(), List.of());
	}

	/**
	 * The record as its source gave it: what has ended since, or was merged, left out.
	 */
	FilmRecord asSaid() {
		return with(this.offers.stream().filter((offer) -> offer.ended() == null).toList(), List.of());
	}

	/** The record, said to speak of a film; an empty slug is a film of its own. */
	FilmRecord speakingOf(String slug) {
		return new FilmRecord(this.key, this.title, this.titles, this.year, this.runtime, this.certificate, this.ids,
				this.genres, this.rating, this.credits, this.companies, this.text, this.related, this.reviews,
				this.offers, this.unusable, this.corrections, this.merged, slug, List.of(), List.of(), List.of());
	}

	/** The record of a curator who corrects this and nothing else. */
	FilmRecord correcting(List<Correction> corrections) {
		return new FilmRecord(this.key, this.title, this.titles, this.year, this.runtime, this.certificate, this.ids,
				this.genres, this.rating, this.credits, this.companies, this.text, this.related, this.reviews,
				this.offers, this.unusable, corrections, this.merged, this.film, this.candidates, this.formerly,
				this.people);
	}

	/** The record with what the catalogue has learnt of it. */
	FilmRecord with(List<Offer> offers, List<Merged> merged) {
		return new FilmRecord(this.key, this.title, this.titles, this.year, this.runtime, this.certificate, this.ids,
				this.genres, this.rating, this.credits, this.companies, this.text, this.related, this.reviews, offers,
				this.unusable, this.corrections, merged, null, List.of(), List.of(), List.of());
	}

	/** The new word of a source, with what the catalogue knew of its record besides. */
	FilmRecord withWhatWasLearnt(FilmRecord before) {
		List<FilmRecord.Offer> offers = new ArrayList<>(this.offers);
		before.offers.stream().filter((offer) -> offer.ended() != null && !offers.contains(offer)).forEach(offers::add);
		return with(offers, this.merged.isEmpty() ? before.merged : this.merged);
	}

	/**
	 * The record of an edition that has no word on some of its parts: to these, what the
	 * source said before is added.
	 */
	FilmRecord completed(FilmRecord before, Set<Part> unsaid) {
		Map<String, String> ids = new TreeMap<>(unsaid.contains(Part.IDS) ? before.ids : Map.of());
		ids.putAll(this.ids);
		return new FilmRecord(this.key, this.title,
				unsaid.contains(Part.TITLES) ? both(before.titles, this.titles) : this.titles, this.year, this.runtime,
				this.certificate, ids, this.genres,
				(this.rating == null && unsaid.contains(Part.RATING)) ? before.rating : this.rating,
				unsaid.contains(Part.CREDITS) ? both(before.credits, this.credits) : this.credits, this.companies,
				this.text, this.related, this.reviews, this.offers, this.unusable, this.corrections, this.merged,
				this.film, this.candidates, this.formerly, this.people);
	}

	private static <T> List<T> both(List<T> before, List<T> now) {
		return Stream.concat(before.stream(), now.stream()).distinct().toList();
	}

	/** Whether an export says which film it speaks of, or which ones it may speak of. */
	boolean isExported() {
		return this.film != null || !this.candidates.isEmpty();
	}

	/**
	 * When a list had the film last.
	 * @return null if it still has it, or never said that it is offered
	 */
	@Nullable PartialDate lastOffered() {
		return this.offers.stream().allMatch((offer) -> offer.ended() != null)
				? this.offers.stream().map(Offer::checked).max(Comparator.naturalOrder()).orElse(null) : null;
	}

	/** The credits of its list and those that its text names. */
	Stream<Credit> allCredits() {
		return Stream.concat(this.credits.stream(), (this.text != null) ? this.text.credits().stream() : Stream.of());
	}

	/** What a data set may have a file of its own for, and that file may be absent. */
	enum Part {

		TITLES, IDS, RATING, CREDITS

	}

	/** Another title: its kind is original or alternative. */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Title(String title, String kind, @Nullable String language) {
	}

	/**
	 * A mean score out of 10, and how many gave it where that is known.
	 *
	 * @param of whose it is, by name, where the source passes on another's
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Rating(BigDecimal score, @Nullable Integer votes, @Nullable String of) {

		/** Of those who ask the source. */
		public Rating(BigDecimal score, @Nullable Integer votes) {
			this(score, votes, null);
		}

	}

	/**
	 * Who did what.
	 *
	 * @param id the person in the source's own scheme, as {@code imdb:nm0000115}, where
	 * it has one
	 * @param name absent where the source has a heading and no name below it
	 * @param job in lower case: director, actor, …
	 * @param character whom an actor plays
	 * @param alsoSpelt other spellings of the name in the same source
	 * @param remark how it is said
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Credit(@Nullable String id, @Nullable String name, String job, @Nullable String character,
			List<String> alsoSpelt, @Nullable String remark) {

		public Credit {
			alsoSpelt = orEmpty(alsoSpelt);
		}

	}

	/** A company and what it did: studio, distributor, … */
	public record Company(String name, String role) {
	}

	/**
	 * What the source's running text says.
	 *
	 * @param of what the text itself calls the work
	 * @param genres which it calls the work in the text
	 * @param synopsis the story, in our own words
	 * @param credits whom the text names, with their work
	 * @param characters whom the story is about, where the text does not say who plays
	 * them
	 * @param told other things that it tells
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Text(@Nullable String of, List<String> genres, @Nullable String synopsis, List<Credit> credits,
			List<String> characters, List<Told> told) {

		public Text {
			genres = orEmpty(genres);
			credits = orEmpty(credits);
			characters = orEmpty(characters);
			told = orEmpty(told);
		}

	}

	/** Something that is told of the film or its story. */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Told(String about, String value, @Nullable String remark) {
	}

	/**
	 * What a viewer wrote.
	 *
	 * @param key unique within the record
	 * @param author absent where the source names nobody
	 * @param score out of 10, where the viewer gives one
	 * @param text the viewer's, or our summary of it
	 * @param summarised whether it is our summary
	 * @param spoiler whether it gives away the story
	 * @param doubt why it seems to be about another film
	 * @param written when
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Review(String key, @Nullable String author, @Nullable BigDecimal score, String text,
			boolean summarised, boolean spoiler, @Nullable String doubt, @Nullable PartialDate written) {
	}

	/**
	 * Where it can be watched.
	 *
	 * @param provider the service's name
	 * @param kind stream, free, ads, rent or buy
	 * @param region ISO 3166-1 alpha-2, absent where the source does not say
	 * @param price with its currency, or neither
	 * @param since when it came to the service
	 * @param checked when the source looked
	 * @param ended when it was gone
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Offer(String provider, String kind, @Nullable String region, @Nullable BigDecimal price,
			@Nullable String currency, @Nullable String quality, @Nullable String link, @Nullable PartialDate since,
			PartialDate checked, @Nullable PartialDate ended) {

		/** The same offer, gone. */
		Offer endedOn(PartialDate date) {
			return new Offer(this.provider, this.kind, this.region, this.price, this.currency, this.quality, this.link,
					this.since, this.checked, date);
		}

	}

	/** A value that nobody can use, as the source printed it. */
	public record Unusable(String field, String value, String reason) {
	}

	/**
	 * A curator's word on one fact.
	 *
	 * @param field what it is about, as in {@link app.marquee.provenance.Field}
	 * @param subject whom or what it is about where that is not the film
	 * @param value what is right, or what is wrong
	 * @param wrong whether nobody should believe the value
	 * @param reason why, in the curator's words
	 * @param on when the curator said so
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Correction(String field, @Nullable String subject, String value, boolean wrong, String reason,
			@Nullable PartialDate on) {

		/** Said on a day that nobody knows. */
		public Correction(String field, @Nullable String subject, String value, boolean wrong, String reason) {
			this(field, subject, value, wrong, reason, null);
		}

	}

	/**
	 * A film that the record was of, and why and when a curator made it one with another.
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Merged(String film, String reason, @Nullable PartialDate on) {
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

}
