package app.marquee.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The whole content of a film's page; nothing is left to load.
 *
 * @param poster the address of the poster
 * @param runtime in words: {@code 1 hr 29 min}
 * @param outOfTen what stands beside the rating: {@code out of 10, from 631 votes}
 * @param ratings who gives which, in words: {@code IMDb: 6.1 from 631 votes}
 * @param lede the beginning of the synopsis, in paragraphs
 * @param rest what folds away, in paragraphs
 * @param agreeing how many sources speak of it, where they agree on everything; else 0
 * @param marks what to say at a fact that is in doubt, by its anchor
 */
public record FilmPage(String slug, String title, @Nullable Integer year, String poster, @Nullable String certificate,
		@Nullable String runtime, List<Link> genres, @Nullable BigDecimal rating, String outOfTen, List<String> ratings,
		List<String> lede, List<String> rest, List<CastMember> cast, List<Work> crew, @Nullable String originalTitle,
		List<String> otherTitles, List<Work> companies, List<ExternalId> elsewhere, Shelf related, int agreeing,
		Map<String, String> marks, Map<FilmPageSection.Place, FilmPageSection.Content> sections) {

	public String path() {
		return "/films/" + this.slug;
	}

	/** Also at 0 out of 10. */
	public boolean rated() {
		return this.rating != null;
	}

	/** The main one, which the page's breadcrumb leads through. */
	public @Nullable Link genre() {
		return this.genres.isEmpty() ? null : this.genres.get(0);
	}

	public FilmPageSection.@Nullable Content whereToWatch() {
		return this.sections.get(FilmPageSection.Place.WHERE_TO_WATCH);
	}

	public FilmPageSection.@Nullable Content doubt() {
		return this.sections.get(FilmPageSection.Place.DOUBT);
	}

	public FilmPageSection.@Nullable Content reviews() {
		return this.sections.get(FilmPageSection.Place.REVIEWS);
	}

	public boolean hasParticulars() {
		return this.originalTitle != null || !this.otherTitles.isEmpty() || !this.companies.isEmpty()
				|| !this.elsewhere.isEmpty();
	}

	/** Something with a page of its own; without an address it is a name alone. */
	public record Link(String name, @Nullable String href) {
	}

	/** Who plays whom; the anchor is the mark's, which says what is in doubt about it. */
	public record CastMember(String name, String href, @Nullable String played, String anchor, @Nullable String mark) {
	}

	/** Films to go on with. */
	public record Shelf(String heading, List<FilmCard> films) {
	}

	/** A job and those who did it. */
	public record Work(String job, List<Link> people) {
	}

}
