package app.marquee.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import app.marquee.catalogue.FilmWords;
import app.marquee.search.FacetNames.Names;
import app.marquee.search.FilmsPage.Choice;
import app.marquee.text.Countries;
import app.marquee.web.Texts;

import org.springframework.stereotype.Component;

/** A filter in words, and the links that narrow it, widen it and sort it otherwise. */
@Component
class FilterWords {

	private final FacetNames names;

	private final FilmWords films;

	private final Texts texts;

	FilterWords(FacetNames names, FilmWords films, Texts texts) {
		this.names = names;
		this.films = films;
		this.texts = texts;
	}

	/** The names of what a filter has chosen, and of what there is to choose. */
	Names names(FilmFilter filter, Map<Facet, Map<String, Long>> counted) {
		return this.names.of(values(filter, counted, Facet.GENRE), values(filter, counted, Facet.PROVIDER));
	}

	private static List<String> values(FilmFilter filter, Map<Facet, Map<String, Long>> counted, Facet facet) {
		return Stream.concat(filter.chosen(facet).stream(), counted.getOrDefault(facet, Map.of()).keySet().stream())
			.toList();
	}

	/** What is chosen; each leads to the list without it. */
	List<Choice> chips(FilmFilter filter, Names names) {
		List<Choice> chips = new ArrayList<>();
		filter.query()
			.conditions()
			.forEach((part) -> chips.add(chip(said(part), filter.query(filter.query().without(part)))));
		for (Facet facet : Facet.values()) {
			filter.chosen(facet)
				.forEach((value) -> chips.add(chip(chip(facet, value, names), filter.toggle(facet, value))));
			limits(facet, filter).ifPresent((limits) -> chips.add(chip(limits, filter.noLimits(facet))));
		}
		if (!filter.region().isEmpty()) {
			chips.add(chip(Countries.name(filter.region()), filter.in("")));
		}
		return chips;
	}

	/** A phrase, what is left out, or a field, in words. */
	private String said(FilmQuery.Part part) {
		String text = part.phrase() ? "“" + part.text() + "”" : part.text();
		if (part.field() == FilmQuery.Field.REGION) {
			// a region that is wanted is a filter
			return this.texts.of("query.without.region", Countries.name(text.toUpperCase(Locale.ROOT)));
		}
		String said = (part.field() != null) ? this.texts.of("query.field." + part.field().code(), text) : text;
		return part.excluded() ? this.texts.of("query.without", said) : said;
	}

	private String chip(Facet facet, String value, Names names) {
		if (facet.isUnknown(value)) {
			return this.texts.of("chip." + facet.code() + ".unknown");
		}
		String label = label(facet, value, names);
		// by themselves these say nothing of what they are
		return switch (facet) {
			case SCORE -> this.texts.of("chip.score", Texts.uncapitalised(label));
			case CERTIFICATE -> this.texts.of("chip.certificate", label);
			default -> label;
		};
	}

	private String label(Facet facet, String value, Names names) {
		if (facet.isUnknown(value)) {
			return this.texts.of("facet.unknown");
		}
		return switch (facet) {
			case GENRE -> names.genres().getOrDefault(value, value);
			case DECADE -> this.texts.of("facet.decade.value", value);
			case SCORE -> this.texts.of("facet.score." + value);
			case RUNTIME -> this.texts.of(Bands.named(value).message());
			case CERTIFICATE -> value;
			case PROVIDER -> names.providers().getOrDefault(value, value);
		};
	}

	private static Choice chip(String label, FilmFilter without) {
		return new Choice(label, without.href(), null, true);
	}

	/** What narrows by the same fact as a facet, in words. */
	private Optional<String> limits(Facet facet, FilmFilter filter) {
		return switch (facet) {
			case DECADE -> limits("facet.years", filter.years(), String::valueOf);
			case RUNTIME -> limits("facet.runtimes", filter.minutes(), this.films::runtime);
			case SCORE -> limits("facet.rated", filter.ratings(), FilmFilter::points);
			default -> Optional.empty();
		};
	}

	private Optional<String> limits(String message, Span span, IntFunction<String> words) {
		Integer least = span.least();
		Integer most = span.most();
		if (least == null) {
			return Optional.ofNullable(most).map((end) -> this.texts.of(message + ".to", words.apply(end)));
		}
		if (most == null) {
			return Optional.of(this.texts.of(message + ".from", words.apply(least)));
		}
		return Optional.of(least.equals(most) ? this.texts.of(message + ".one", words.apply(least))
				: this.texts.of(message + ".both", words.apply(least), words.apply(most)));
	}

	/** What there is to choose, with how many films each choice gives. */
	List<FilmsPage.FacetChoices> facets(FilmFilter filter, FilmSearch.Found found, Names names) {
		List<FilmsPage.FacetChoices> facets = new ArrayList<>();
		for (Facet facet : Facet.values()) {
			facets.add(new FilmsPage.FacetChoices(this.texts.of(facet.message()),
					choices(facet, filter, found.counts().facets().getOrDefault(facet, Map.of()), names),
					facet == Facet.DECADE));
		}
		facets.add(new FilmsPage.FacetChoices(this.texts.of("facet.region"), regions(filter, found), false));
		return facets.stream().filter((facet) -> !facet.choices().isEmpty()).toList();
	}

	private List<Choice> choices(Facet facet, FilmFilter filter, Map<String, Long> counts, Names names) {
		return counts.entrySet()
			.stream()
			.sorted(order(facet))
			.map((count) -> new Choice(label(facet, count.getKey(), names), filter.toggle(facet, count.getKey()).href(),
					count.getValue(), filter.chosen(facet).contains(count.getKey())))
			.toList();
	}

	/** Times and scores have an order; of the others, the fullest comes first. */
	private static Comparator<Map.Entry<String, Long>> order(Facet facet) {
		Comparator<Map.Entry<String, Long>> unknownLast = Comparator
			.comparing((count) -> facet.isUnknown(count.getKey()));
		return switch (facet) {
			case DECADE, SCORE -> unknownLast.thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));
			case RUNTIME -> unknownLast.thenComparing((count) -> Bands.named(count.getKey()));
			case GENRE, CERTIFICATE, PROVIDER ->
				Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
		};
	}

	private static List<Choice> regions(FilmFilter filter, FilmSearch.Found found) {
		return found.counts()
			.regions()
			.entrySet()
			.stream()
			.map((count) -> new Choice(Countries.name(count.getKey()),
					filter.in(filter.region().equals(count.getKey()) ? "" : count.getKey()).href(), count.getValue(),
					filter.region().equals(count.getKey())))
			.toList();
	}

	List<Choice> orders(FilmFilter filter) {
		return Stream.of(FilmFilter.Order.values())
			.filter((order) -> order != FilmFilter.Order.RELEVANCE || filter.hasWords())
			.map((order) -> new Choice(this.texts.of("sort." + order.code()), filter.order(order).href(), null,
					order == filter.order()))
			.toList();
	}

}
