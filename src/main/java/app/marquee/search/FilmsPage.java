package app.marquee.search;

import java.util.List;

import app.marquee.catalogue.FilmCard;
import app.marquee.web.Pagination;
import app.marquee.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The whole content of a page of films.
 *
 * @param heading what this is a list of
 * @param q the words, as typed
 * @param didYouMean better words, or null
 * @param paraphrase the same said with filters, where the words are those of filters too
 * @param closest whether the words were found only with slips forgiven
 * @param people who match, above the films
 * @param everybody leads to all people who match, where these may be more
 * @param total how many films there are, in words
 * @param wall the films as posters, where there are no words to show matches of
 * @param waysOn what to try where nothing was found
 * @param remarks what has to be known to read the list right
 * @param chips what narrows the list, each a link that takes it away
 * @param facets what the list can be narrowed by
 * @param orders the orders to choose from
 * @param sorted by which of them it is, in words
 * @param byRating whether that is the weighted rating, whose rule is then a click away
 * @param years between which the list is narrowed
 * @param withoutYears what the form for the years carries along
 */
record FilmsPage(String heading, String q, @Nullable DidYouMean didYouMean, @Nullable Paraphrase paraphrase,
		boolean closest, List<PersonRow> people, @Nullable Choice everybody, String total, boolean empty,
		List<FilmRow> films, List<FilmCard> wall, List<Choice> waysOn, List<String> remarks, List<Choice> chips,
		List<FacetChoices> facets, List<Choice> orders, String sorted, boolean byRating, Span years,
		List<FilmFilter.Parameter> withoutYears, Pagination pages) {

	/** What the visitor probably meant. */
	record DidYouMean(String words, String href) {
	}

	/**
	 * The filters that the words may mean.
	 *
	 * @param instead whether they are meant, since nothing is written as it was typed
	 * @param telling whether they say more than that films are looked for
	 */
	record Paraphrase(String label, String href, boolean instead, boolean telling) {
	}

	/** A link that changes one thing about the list; the count is what it would give. */
	record Choice(String label, String href, @Nullable Long count, boolean chosen) {

		/** In figures; null where nothing was counted. */
		public @Nullable String films() {
			return (this.count != null) ? Texts.number(this.count) : null;
		}

	}

	/** One facet with its values. */
	record FacetChoices(String name, List<Choice> choices, boolean years) {
	}

	/** A film in the list. */
	record FilmRow(String href, String poster, Marked title, @Nullable Integer year, String facts,
			List<Marked> because) {
	}

	/** A person above the list. */
	record PersonRow(String href, Marked name, String knownFor) {
	}

}
