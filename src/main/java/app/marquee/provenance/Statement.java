package app.marquee.provenance;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What one source said about one thing, not judged yet.
 *
 * @param by who said it
 * @param record the number of the source record that it stands in
 * @param field what it is about
 * @param subject whom or what the field is about where that is not the film, else empty
 * @param value as it was said
 * @param ref whom the value names, as {@code imdb:nm0000115}, where the source says it
 * @param remark how it was said: "told in a review"
 * @param position its place among the record's statements about the same field, from 0
 * @param votes how many people it is the mean of, where it is a rating that says so; else
 * 0
 * @param unsound why it cannot be right whatever others say, or null
 */
public record Statement(By by, long record, Field field, String subject, String value, @Nullable String ref,
		@Nullable Wording remark, int position, int votes, @Nullable Wording unsound) {

	/**
	 * A source, as far as belief depends on it.
	 *
	 * @param source its slug
	 * @param name as visitors know it
	 * @param origin whose data it is, by name: its own, or another's that it passes on
	 * @param curator whether it is a curator's word
	 * @param trust 0 to 100
	 * @param asOf the date of its data, where it has one
	 */
	public record By(String source, String name, String origin, boolean curator, int trust,
			@Nullable PartialDate asOf) {

		/** The same, for what it has from another. */
		public By passingOn(String origin) {
			return new By(this.source, this.name, origin, this.curator, this.trust, this.asOf);
		}

		/** The same, for what it said then. */
		public By asOf(PartialDate date) {
			return new By(this.source, this.name, this.origin, this.curator, this.trust, date);
		}

	}

}
