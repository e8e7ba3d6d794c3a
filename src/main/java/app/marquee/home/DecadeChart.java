package app.marquee.home;

import java.util.List;

/**
 * Films per decade, as columns of lit lamps.
 *
 * @param columns from the first decade to the last
 */
record DecadeChart(List<Column> columns) {

	/** Lamps in a full column, and how far apart they are, in the chart's units. */
	private static final int LAMPS = 10;

	private static final int STEP = 14;

	private static final int LOWEST = 132;

	/**
	 * One decade.
	 *
	 * @param lit where the lit lamps end, from the top of the chart
	 */
	record Column(String decade, long films, int lit) {

		public String href() {
			return "/films?decade=" + this.decade;
		}

	}

	static DecadeChart of(List<CatalogueFacts.Decade> decades) {
		long most = decades.stream().mapToLong(CatalogueFacts.Decade::films).max().orElse(1);
		return new DecadeChart(decades.stream()
			.map((decade) -> new Column(String.valueOf(decade.decade()), decade.films(), lit(decade.films(), most)))
			.toList());
	}

	/** A decade with any film at all has one lamp lit. */
	private static int lit(long films, long most) {
		long lamps = Math.max(1, Math.round((double) LAMPS * films / most));
		return (int) (LOWEST - STEP * (lamps - 1));
	}

}
