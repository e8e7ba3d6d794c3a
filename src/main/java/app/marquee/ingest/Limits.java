package app.marquee.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.provenance.Field;
import app.marquee.text.Countries;
import app.marquee.text.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * What a record has to be like to be kept: what it needs is there, and nothing is larger
 * than the catalogue holds. The database's columns are the reason for the lengths;
 * marquee-records.schema.json says the same to others.
 */
final class Limits {

	/** Characters of all texts together: JSON, as which they are stored, adds to them. */
	private static final int LARGEST = 500_000;

	/** Characters of a record as JSON. */
	static final int STORED = 1_000_000;

	static final int KEY = 300;

	static final int REVIEW_KEY = 100;

	static final int TITLE = 500;

	static final int NAME = 300;

	/** Whatever day it is: films of the next decade may be announced. */
	private static final int LAST_YEAR = 2100;

	private static final int CERTIFICATE = 40;

	private static final int GENRE = 80;

	/** What somebody did. */
	private static final int JOB = 100;

	/** What a company did. */
	private static final int ROLE = 40;

	/** Whom somebody plays. */
	private static final int CHARACTER = 1000;

	/** A slug and ids. */
	private static final int NAMESAKE = 4000;

	/** What a source is called in the catalogue. */
	private static final int SOURCE = 80;

	/** Films that a record may speak of: more nobody looks at. */
	static final int CANDIDATES = 20;

	/** Entries of one list. */
	static final int LONGEST_LIST = 5_000;

	private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

	private static final Pattern PERSON = Pattern.compile("[^:\\s]{1,20}:\\S{1,60}");

	private static final Set<String> SOURCE_KINDS = Set.of("page", "data set", "list", SourceEntry.CURATOR);

	private static final Set<String> TITLE_KINDS = Set.of("original", "alternative");

	private static final Set<String> OFFER_KINDS = Set.of("stream", "free", "ads", "rent", "buy");

	private static final BigDecimal MOST_EXPENSIVE = BigDecimal.valueOf(1_000_000);

	/** Digits behind the point; a number of a billion of them is as short to write. */
	private static final int DECIMALS = 30;

	private int size;

	/** What is wrong, the first of it. */
	private @Nullable String wrong;

	private Limits() {
	}

	/** Why a record cannot be kept; null if it can. */
	static @Nullable String broken(FilmRecord film) {
		Limits limits = new Limits();
		limits.film(film);
		return limits.wrong;
	}

	/** Why a source cannot be kept; null if it can. */
	static @Nullable String broken(SourceEntry source) {
		Limits limits = new Limits();
		limits.slug("id", source.id(), "film-portal");
		limits.optional("id", source.id(), SOURCE);
		limits.needed("name", source.name(), 200);
		limits.check(SOURCE_KINDS.contains(String.valueOf(source.kind())), "kind: page, data set, list or curator");
		limits.check(!SourceEntry.CURATOR.equals(source.id()) || SourceEntry.CURATOR.equals(source.kind()),
				"id: another than curator, which is the curator's own");
		limits.between("trust", source.trust(), 0, 100);
		limits.optional("licence", source.licence(), 500);
		limits.optional("about", source.about(), 2000);
		limits.optional("origin", source.origin(), SOURCE);
		return limits.wrong;
	}

	/** Why an address of before cannot be kept; null if it can. */
	static @Nullable String broken(FormerAddress former) {
		Limits limits = new Limits();
		limits.check((former.film() != null) != (former.person() != null), "the address of a film or of a person");
		if (former.film() != null) {
			limits.slug("film", former.film());
			limits.check(former.now() == null, "now: a film's records say themselves where its addresses lead");
		}
		else {
			limits.slug("person", former.person());
		}
		if (former.now() != null) {
			limits.slug("now", former.now());
		}
		return limits.wrong;
	}

	private void film(FilmRecord film) {
		needed("key", film.key(), KEY);
		needed("title", film.title(), TITLE);
		year("year", film.year());
		runtime("runtime", film.runtime());
		optional("certificate", film.certificate(), CERTIFICATE);
		film.ids().forEach((scheme, id) -> {
			needed("ids", scheme, 20);
			// behind a colon stands the id, wherever both are one text
			check(scheme.indexOf(':') < 0, "ids: a scheme such as imdb, without a colon");
			needed("ids", id, 60);
		});
		list("genres", film.genres()).forEach((genre) -> needed("genres", genre, GENRE));
		if (film.rating() != null) {
			score("rating.score", film.rating().score(), true);
			between("rating.votes", film.rating().votes(), 1, Integer.MAX_VALUE);
			optional("rating.of", film.rating().of(), SOURCE);
		}
		list("titles", film.titles()).forEach((title) -> {
			needed("titles.title", title.title(), TITLE);
			check(TITLE_KINDS.contains(String.valueOf(title.kind())), "titles.kind: original or alternative");
			optional("titles.language", title.language(), 12);
		});
		list("credits", film.credits()).forEach(this::credit);
		list("companies", film.companies()).forEach((company) -> {
			needed("companies.name", company.name(), NAME);
			needed("companies.role", company.role(), ROLE);
		});
		if (film.text() != null) {
			text(film.text());
		}
		list("related", film.related()).forEach((key) -> needed("related", key, KEY));
		list("reviews", film.reviews()).forEach(this::review);
		list("offers", film.offers()).forEach(this::offer);
		list("unusable", film.unusable()).forEach((value) -> {
			field("unusable.field", value.field());
			needed("unusable.value", value.value(), 20_000);
			needed("unusable.reason", value.reason(), 1000);
		});
		list("corrections", film.corrections()).forEach(this::correction);
		list("merged", film.merged()).forEach((merged) -> {
			slug("merged.film", merged.film());
			needed("merged.reason", merged.reason(), 1000);
		});
		if (film.film() != null && !film.film().isEmpty()) {
			slug("film", film.film());
		}
		check(film.candidates().size() <= CANDIDATES, "candidates: more than " + CANDIDATES);
		film.candidates().forEach((slug) -> slug("candidates", slug));
		list("formerly", film.formerly()).forEach((slug) -> slug("formerly", slug));
		list("people", film.people()).forEach(this::namesake);
		check(this.size <= LARGEST, "a record of more than " + LARGEST + " characters");
	}

	private void correction(FilmRecord.Correction correction) {
		optional("corrections.subject", correction.subject(), TITLE);
		needed("corrections.value", correction.value(), 20_000);
		needed("corrections.reason", correction.reason(), 1000);
		Field field = field("corrections.field", correction.field());
		String value = correction.value();
		if (field == null || value == null || correction.wrong()) {
			return;
		}
		String what = "corrections.value of " + field.code();
		switch (field) {
			case YEAR -> year(what, whole(what, value));
			case RUNTIME -> runtime(what, whole(what, value));
			case RATING -> {
				boolean decimal = value.matches("\\d{1,2}(\\.\\d)?");
				score(what, decimal ? new BigDecimal(value) : null, true);
			}
			case CERTIFICATE -> optional(what, value, CERTIFICATE);
			case TITLE -> optional(what, value, TITLE);
			// a curator knows better what a film is called, not what else it is called
			case OTHER_TITLE -> check(false, "corrections.field: other_title can only be wrong");
			case GENRE -> optional(what, value, GENRE);
			case COMPANY -> {
				optional(what, value, NAME);
				needed("corrections.subject", correction.subject(), ROLE);
			}
			case CREDIT -> {
				optional(what, value, NAME);
				needed("corrections.subject", correction.subject(), JOB);
			}
			case CHARACTER -> {
				optional(what, value, CHARACTER);
				needed("corrections.subject", correction.subject(), NAME);
			}
			case SYNOPSIS, NAMED, TOLD -> {
			}
		}
	}

	private void namesake(String said) {
		optional("people", said, NAMESAKE);
		Namesake one = Namesake.of(said);
		slug("people", one.slug());
		check(one.refs().stream().allMatch(Limits::isPerson), "people: ids such as imdb:nm0000115");
	}

	private void slug(String what, @Nullable String slug) {
		slug(what, slug, "metropolis-1927");
	}

	private void slug(String what, @Nullable String slug, String example) {
		check(slug != null && Slugs.wellFormed(slug), what + ": a slug such as " + example);
	}

	private void year(String what, @Nullable Integer year) {
		between(what, year, Values.FIRST_YEAR, LAST_YEAR);
	}

	private void runtime(String what, @Nullable Integer minutes) {
		between(what, minutes, 1, Values.LONGEST);
	}

	private @Nullable Integer whole(String what, String value) {
		boolean whole = value.matches("\\d{1,9}");
		check(whole, what + ": a whole number");
		return whole ? Integer.valueOf(value) : null;
	}

	private @Nullable Field field(String what, @Nullable String code) {
		Field field = Stream.of(Field.values()).filter((one) -> one.code().equals(code)).findFirst().orElse(null);
		check(field != null,
				what + ": one of " + Stream.of(Field.values()).map(Field::code).collect(Collectors.joining(", ")));
		return field;
	}

	private void credit(FilmRecord.Credit credit) {
		check(credit.id() == null || isPerson(credit.id()), "credits.id: such as imdb:nm0000115");
		optional("credits.name", credit.name(), NAME);
		needed("credits.job", credit.job(), JOB);
		optional("credits.character", credit.character(), CHARACTER);
		list("credits.alsoSpelt", credit.alsoSpelt()).forEach((name) -> needed("credits.alsoSpelt", name, NAME));
		optional("credits.remark", credit.remark(), 500);
	}

	private static boolean isPerson(String id) {
		return PERSON.matcher(id).matches() && isText(id);
	}

	private void text(FilmRecord.Text text) {
		optional("text.of", text.of(), 500);
		list("text.genres", text.genres()).forEach((genre) -> needed("text.genres", genre, GENRE));
		optional("text.synopsis", text.synopsis(), 20_000);
		list("text.credits", text.credits()).forEach(this::credit);
		list("text.characters", text.characters()).forEach((name) -> needed("text.characters", name, 500));
		list("text.told", text.told()).forEach((told) -> {
			needed("text.told.about", told.about(), 500);
			needed("text.told.value", told.value(), 20_000);
			optional("text.told.remark", told.remark(), 500);
		});
	}

	private void review(FilmRecord.Review review) {
		needed("reviews.key", review.key(), REVIEW_KEY);
		optional("reviews.author", review.author(), 200);
		score("reviews.score", review.score(), false);
		needed("reviews.text", review.text(), 20_000);
		optional("reviews.doubt", review.doubt(), 1000);
	}

	private void offer(FilmRecord.Offer offer) {
		needed("offers.provider", offer.provider(), 200);
		check(OFFER_KINDS.contains(String.valueOf(offer.kind())), "offers.kind: stream, free, ads, rent or buy");
		check(offer.region() == null || Countries.have(offer.region()), "offers.region: a country such as CA");
		check(offer.price() == null || isPlain(offer.price()) && offer.price().signum() >= 0
				&& offer.price().setScale(2, RoundingMode.HALF_UP).compareTo(MOST_EXPENSIVE) < 0,
				"offers.price: from 0 to less than a million");
		check(offer.currency() == null || CURRENCY.matcher(offer.currency()).matches(), "offers.currency: such as CAD");
		check((offer.price() == null) == (offer.currency() == null), "offers: a price has a currency");
		optional("offers.quality", offer.quality(), 20);
		optional("offers.link", offer.link(), 2000);
		check(offer.checked() != null, "offers.checked is missing");
	}

	private <T> List<T> list(String what, List<T> list) {
		check(list.size() <= LONGEST_LIST, what + ": more than " + LONGEST_LIST);
		return list;
	}

	private void needed(String what, @Nullable String value, int longest) {
		check(value != null && !value.isBlank(), what + " is missing");
		optional(what, value, longest);
	}

	private void optional(String what, @Nullable String value, int longest) {
		if (value != null) {
			check(value.length() <= longest, what + ": more than " + longest + " characters");
			check(isText(value), what + ": a character that is none");
			check(!value.isEmpty(), what + " is empty");
			this.size += value.length();
		}
	}

	/** Databases and files take no NUL and no half of a character. */
	private static boolean isText(String value) {
		for (int i = 0; i < value.length(); i++) {
			char letter = value.charAt(i);
			if (letter == 0 || Character.isLowSurrogate(letter)) {
				return false;
			}
			if (Character.isHighSurrogate(letter)) {
				i++;
				if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
					return false;
				}
			}
		}
		return true;
	}

	private void score(String what, @Nullable BigDecimal score, boolean needed) {
		check(score != null || !needed, what + " is missing");
		check(score == null || isPlain(score) && score.signum() >= 0 && score.compareTo(BigDecimal.TEN) <= 0,
				what + ": from 0 to 10");
	}

	private static boolean isPlain(BigDecimal number) {
		return Math.abs((long) number.scale()) <= DECIMALS;
	}

	private void between(String what, @Nullable Integer value, int least, int most) {
		check(value == null || value >= least && value <= most,
				what + ((most == Integer.MAX_VALUE) ? ": from " + least + " up" : ": from " + least + " to " + most));
	}

	private void check(boolean fine, String otherwise) {
		if (!fine && this.wrong == null) {
			this.wrong = otherwise;
		}
	}

}
