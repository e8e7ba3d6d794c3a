package app.marquee.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the votes of sources comparable: where MovieLens counts 150, IMDb counts two
 * million. A source's scale is what others have for one of its votes, over the films that
 * both rate; that of the source with most votes is 1.
 */
final class VoteScales {

	/** Fewer films say nothing of two sources. */
	private static final int COMMON = 20;

	/** As many as a whole number of the databases holds. */
	private static final int MOST = 1_000_000_000;

	/** What differs by less is the same: sources are of different days. */
	private static final BigDecimal ALIKE = BigDecimal.valueOf(2);

	private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

	/** By source; 0 where films are being given another. */
	private final Map<Long, BigDecimal> scales;

	private VoteScales(Map<Long, BigDecimal> scales) {
		this.scales = scales;
	}

	/** As the films are scaled. */
	static VoteScales stored(Rows rows) {
		Map<Long, BigDecimal> scales = new LinkedHashMap<>();
		rows.read("select id, vote_scale from source order by id")
			.forEach((row) -> scales.put(Rows.number(row.get("id")), (BigDecimal) row.get("vote_scale")));
		return new VoteScales(scales);
	}

	/** As the ratings of now say. Where these are much as stored, they are as stored. */
	VoteScales measured(Rows rows) {
		Map<Long, Long> totals = new LinkedHashMap<>();
		rows.read("""
				select source_id, sum(cast(votes as bigint)) as votes from film_rating where votes is not null
				group by source_id order by source_id""")
			.forEach((row) -> totals.put(Rows.number(row.get("source_id")), Rows.number(row.get("votes"))));
		Map<Long, BigDecimal> measured = new LinkedHashMap<>();
		totals.keySet().forEach((source) -> measured.put(source, BigDecimal.ONE));
		totals.entrySet()
			.stream()
			.max(Comparator.comparing((Map.Entry<Long, Long> source) -> source.getValue())
				.thenComparing((source) -> -source.getKey()))
			.filter((most) -> totals.size() > 1)
			.ifPresent((most) -> rows.read("""
					select one.source_id, sum(cast(one.votes as bigint)) as own, sum(cast((
							select max(other.votes) from film_rating other
							where other.film_id = one.film_id and other.source_id <> one.source_id) as bigint)) as best
					from film_rating one
					where one.source_id <> ? and one.votes is not null and exists (
						select 1 from film_rating other
						where other.film_id = one.film_id and other.source_id <> one.source_id
							and other.votes is not null)
					group by one.source_id having count(*) >= ?""", most.getKey(), COMMON)
				.forEach((row) -> measured.put(Rows.number(row.get("source_id")),
						scale(Rows.number(row.get("best")), Rows.number(row.get("own"))))));
		measured.replaceAll((source, scale) -> isAlike(scale, of(source)) ? of(source) : scale);
		return new VoteScales(measured);
	}

	/**
	 * No votes are made fewer: where a source counts more than others, they count few.
	 */
	private static BigDecimal scale(long best, long own) {
		BigDecimal scale = BigDecimal.valueOf(best).divide(BigDecimal.valueOf(own), MathContext.DECIMAL64);
		return (scale.compareTo(ALIKE) <= 0) ? BigDecimal.ONE : scale.min(LARGEST).setScale(4, RoundingMode.HALF_UP);
	}

	private static boolean isAlike(BigDecimal one, BigDecimal other) {
		return one.multiply(ALIKE).compareTo(other) >= 0 && other.multiply(ALIKE).compareTo(one) >= 0;
	}

	/** The sources whose films have to be given another. */
	Map<Long, BigDecimal> differing(VoteScales before) {
		return this.scales.entrySet()
			.stream()
			.filter((source) -> source.getValue().compareTo(before.of(source.getKey())) != 0)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	private BigDecimal of(long source) {
		return this.scales.getOrDefault(source, BigDecimal.ONE);
	}

	int fame(long source, int votes) {
		BigDecimal scale = of(source);
		// while it is being changed; it is counted again when that goes on
		return (scale.signum() == 0) ? votes
				: scale.multiply(BigDecimal.valueOf(votes)).min(BigDecimal.valueOf(MOST)).intValue();
	}

	/** The same, of a row of film_rating, in SQL. */
	String fame() {
		String scale = this.scales.entrySet()
			.stream()
			.map((source) -> "when " + source.getKey() + " then " + source.getValue().toPlainString())
			.collect(Collectors.joining(" ", "votes * case source_id ", " else 1 end"));
		return "cast(floor(least(" + scale + ", " + MOST + ")) as integer)";
	}

}
