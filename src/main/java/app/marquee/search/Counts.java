package app.marquee.search;

import java.util.Map;

/**
 * How many films.
 *
 * @param total with all filters
 * @param facets for each value of each facet, how many films that pass the other filters
 * have it
 * @param regions the same for the regions of the chosen services
 */
record Counts(long total, Map<Facet, Map<String, Long>> facets, Map<String, Long> regions) {
}
