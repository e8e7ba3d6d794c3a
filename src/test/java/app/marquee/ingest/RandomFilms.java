package app.marquee.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

import app.marquee.provenance.Field;
import app.marquee.text.PartialDate;
import app.marquee.text.Slugs;
import org.jspecify.annotations.Nullable;

/** Records of any content that the format allows. */
final class RandomFilms {

	private static final String[] LETTERS = { "a", "B", "7", " ", ",", "\"", "\\", "\n", "\t", "'", "é", "ß", "½", "ﷺ",
			"霧", "\u0301", "𝄞", "👩\u200D👧", "\u00A0", "|", ";", "{", "]", "<", "&", "\u2028", "\uFEFF" };

	private final Random random;

	private RandomFilms(Random random) {
		this.random = random;
	}

	static FilmRecord film(Random random) {
		return new RandomFilms(random).film();
	}

	/** Text that has something visible. */
	static String text(Random random, int longest) {
		return new RandomFilms(random).text(longest);
	}

	private FilmRecord film() {
		return new FilmRecord(text(300), text(500),
				list(() -> new FilmRecord.Title(text(500), one("original", "alternative"), maybe(() -> text(12)))),
				maybe(() -> Values.FIRST_YEAR + this.random.nextInt(220)),
				maybe(() -> 1 + this.random.nextInt(Values.LONGEST)), maybe(() -> text(40)), ids(),
				list(() -> text(80)),
				maybe(() -> new FilmRecord.Rating(score(), maybe(() -> 1 + this.random.nextInt(Integer.MAX_VALUE)))),
				list(this::credit), list(() -> new FilmRecord.Company(text(300), text(40))),
				maybe(() -> new FilmRecord.Text(maybe(() -> text(500)), list(() -> text(80)), maybe(() -> text(2000)),
						list(this::credit), list(() -> text(500)),
						list(() -> new FilmRecord.Told(text(500), text(2000), maybe(() -> text(500)))))),
				list(() -> text(300)), list(this::review), list(this::offer),
				list(() -> new FilmRecord.Unusable(field(), text(2000), text(1000))), list(this::correction),
				list(() -> new FilmRecord.Merged(slug(), text(1000), maybe(this::date))), maybe(this::slug),
				list(this::slug), list(this::slug), list(this::slug));
	}

	private String slug() {
		return Slugs.of(text(160), 1870 + this.random.nextInt(330), "film");
	}

	private String field() {
		return Field.values()[this.random.nextInt(Field.values().length)].code();
	}

	private FilmRecord.Correction correction() {
		String right = text(20);
		Field field = Field.of(field());
		return switch (field) {
			case YEAR -> correction(field, null, Integer.toString(Values.FIRST_YEAR + this.random.nextInt(220)));
			case RUNTIME -> correction(field, null, Integer.toString(1 + this.random.nextInt(Values.LONGEST)));
			case RATING -> correction(field, null, score().toPlainString());
			case COMPANY, CREDIT, CHARACTER -> correction(field, text(40), right);
			case OTHER_TITLE -> new FilmRecord.Correction(field.code(), null, right, true, text(1000));
			default -> correction(field, maybe(() -> text(500)), right);
		};
	}

	private FilmRecord.Correction correction(Field field, @Nullable String subject, String value) {
		return new FilmRecord.Correction(field.code(), subject, value, this.random.nextBoolean(), text(1000),
				maybe(this::date));
	}

	private FilmRecord.Credit credit() {
		return new FilmRecord.Credit(maybe(() -> "imdb:nm" + this.random.nextInt(99_999_999)), maybe(() -> text(300)),
				text(100), maybe(() -> text(1000)), list(() -> text(300)), maybe(() -> text(500)));
	}

	private FilmRecord.Review review() {
		return new FilmRecord.Review(text(100), maybe(() -> text(200)), maybe(this::score), text(2000),
				this.random.nextBoolean(), this.random.nextBoolean(), maybe(() -> text(1000)), maybe(this::date));
	}

	private FilmRecord.Offer offer() {
		boolean priced = this.random.nextBoolean();
		return new FilmRecord.Offer(text(200), one("stream", "free", "ads", "rent", "buy"),
				maybe(() -> one("CA", "US", "DE")), priced ? BigDecimal.valueOf(this.random.nextInt(99_999), 2) : null,
				priced ? "CAD" : null, maybe(() -> text(20)), maybe(() -> text(2000)), maybe(this::date), date(),
				maybe(this::date));
	}

	private Map<String, String> ids() {
		Map<String, String> ids = new TreeMap<>();
		list(() -> ids.put(text(20), text(60)) == null);
		return ids;
	}

	private BigDecimal score() {
		return BigDecimal.valueOf(this.random.nextInt(101), 1);
	}

	private PartialDate date() {
		return new PartialDate(one("1927", "2022-03", "2024-02-29"));
	}

	private String one(String... of) {
		return of[this.random.nextInt(of.length)];
	}

	private <T> @Nullable T maybe(Supplier<T> value) {
		return this.random.nextBoolean() ? value.get() : null;
	}

	private <T> List<T> list(Supplier<T> value) {
		List<T> list = new ArrayList<>();
		for (int length = this.random.nextInt(4); length > 0; length--) {
			list.add(value.get());
		}
		return list;
	}

	/** Now and then as long as it may be. */
	private String text(int longest) {
		int length = (this.random.nextInt(50) == 0) ? longest : 1 + this.random.nextInt(Math.min(20, longest));
		StringBuilder text = new StringBuilder("x");
		while (text.length() < length) {
			String letter = one(LETTERS);
			text.append((text.length() + letter.length() <= length) ? letter : "y");
		}
		return text.toString();
	}

}
