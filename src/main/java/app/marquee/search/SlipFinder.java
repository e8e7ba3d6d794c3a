package app.marquee.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.lucene.search.SortField;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

/** Looks for what somebody may have meant whose words nothing has as they are written. */
final class SlipFinder {

	/** Films beyond these are not looked at for what a misspelt word may be. */
	private static final int WITH_SLIPS = 30;

	/** Who misspells more words than these means something else. */
	private static final int MISSPELT = 4;

	/** Words beyond these are too far from what was typed. */
	private static final int MEANT = 8;

	private SlipFinder() {
	}

	/**
	 * What may have been meant: for each word that no film has, or for all if each has
	 * one, words of the best known films that are a slip or two away; and titles.
	 */
	static Slips meant(SearchSession session, Words words) {
		List<String> typed = words.tokens().stream().map(Words.Token::typed).distinct().toList();
		List<String> unknown = words.tokens()
			.stream()
			.filter((token) -> !FilmSearch.any(session, (where) -> Relevance.known(where, token)))
			.map(Words.Token::typed)
			.distinct()
			.toList();
		Map<String, List<String>> meant = new LinkedHashMap<>();
		(unknown.isEmpty() ? typed : unknown).stream().limit(MISSPELT).forEach((word) -> {
			List<String> close = Stream
				.concat(Stream.of("titleWords", "peopleWords", "characterWords")
					.flatMap((field) -> close(session, field, word).stream()), Spellings.shortFor(word))
				.distinct()
				.toList();
			if (!close.isEmpty()) {
				meant.put(word, close);
			}
		});
		boolean sure = unknown.size() == 1 && meant.getOrDefault(unknown.get(0), List.of())
			.stream()
			.anyMatch((word) -> Slip.between(unknown.get(0), word) == 1);
		List<Called> near = titles(session, words, 1, 0);
		List<Called> further = titles(session, words, 2, 1);
		return new Slips(meant, sure, unknown.isEmpty(),
				slugs(titles(session, (where) -> Relevance.initials(where, words))
					.filter((film) -> near.stream().noneMatch((other) -> other.isFarBetterKnownThan(film)))),
				slugs(Stream.concat(near.stream(), farBetterKnown(further, near))), slugs(further.stream()));
	}

	/**
	 * The same where nothing is found even so: titles that begin with a slip, and have
	 * another.
	 */
	static Slips begunWithSlips(SearchSession session, Words words) {
		return new Slips(Map.of(), false, false, List.of(), List.of(), slugs(titles(session, words, 2, 0).stream()));
	}

	/** The words of a field that are fewest slips away, one slip if any is. */
	private static List<String> close(SearchSession session, String field, String typed) {
		for (int slips = 1; slips <= Words.slips(typed); slips++) {
			int away = slips;
			List<String> close = texts(session, field,
					(where) -> Relevance.withSlips(where, field, typed).get(away - 1))
				.flatMap((text) -> Spellings.of(text).stream())
				.flatMap((spelling) -> Stream.of(spelling.split(" ")))
				.filter((word) -> !word.equals(typed) && Slip.between(typed, word) <= away)
				.distinct()
				.limit(MEANT)
				.toList();
			if (!close.isEmpty()) {
				return close;
			}
		}
		return List.of();
	}

	/**
	 * The best known films of which a whole title is so many slips away, none of them in
	 * a number: the sixth part is not meant by who types a seven.
	 */
	private static List<Called> titles(SearchSession session, Words words, int slips, int right) {
		return titles(session, (where) -> Relevance.titleWithSlips(where, words, slips, right))
			.filter((film) -> film.hasNumbers(words))
			.toList();
	}

	/** The best known films that meet a condition. */
	private static Stream<Called> titles(SearchSession session,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		return session.search(FilmDocument.class)
			.select(Called.class)
			.where((where) -> condition.apply(where))
			.sort((sort) -> Sorting.most(sort, "fame", SortField.Type.INT))
			.fetchHits(WITH_SLIPS)
			.stream();
	}

	private static List<String> slugs(Stream<Called> films) {
		return films.map(Called::slug).distinct().toList();
	}

	/**
	 * A second slip is likelier than that somebody means a film which nobody knows: who
	 * types "intersteler" does not mean Interstelar.
	 */
	private static Stream<Called> farBetterKnown(List<Called> further, List<Called> near) {
		return near.isEmpty() ? Stream.of()
				: further.stream().filter((film) -> near.stream().allMatch(film::isFarBetterKnownThan));
	}

	/** A film and what it is called. */
	@ProjectionConstructor
	record Called(@FieldProjection String slug, @FieldProjection String title, @FieldProjection List<String> otherTitle,
			@FieldProjection @Nullable Integer fame) {

		boolean isFarBetterKnownThan(Called other) {
			return known() > FilmSearch.FAR_BETTER_KNOWN * other.known();
		}

		/** At least 1. */
		private long known() {
			return (this.fame != null) ? Math.max(1, this.fame) : 1;
		}

		/** Whether one of its titles has the numbers that were typed, and no other. */
		boolean hasNumbers(Words words) {
			String numbers = Spellings
				.numbers(Spellings.digits((words.rest() != null) ? words.rest().printed() : words.printed()));
			return Stream.concat(Stream.of(this.title), this.otherTitle.stream())
				.flatMap((title) -> Spellings.withDigits(Spellings.of(title)).stream())
				.anyMatch((title) -> Spellings.numbers(title).equals(numbers));
		}

	}

	/** What stands in a field of the best known of the films that meet a condition. */
	private static Stream<String> texts(SearchSession session, String field,
			Function<SearchPredicateFactory, PredicateFinalStep> condition) {
		boolean title = field.equals("titleWords");
		return session.search(FilmDocument.class)
			.select((select) -> select.field(title ? "title" : "credit", String.class).list())
			.where((where) -> condition.apply(where))
			.sort((sort) -> Sorting.most(sort, "fame", SortField.Type.INT))
			.fetchHits(WITH_SLIPS)
			.stream()
			.flatMap(List::stream)
			.map((text) -> title ? text
					: field.equals("peopleWords") ? Played.of(text).name() : Played.of(text).character())
			.distinct();
	}

}
