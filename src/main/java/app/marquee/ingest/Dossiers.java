package app.marquee.ingest;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import app.marquee.provenance.Facts;
import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a curator reads before deciding: a film's records, and the records in doubt. */
@Component
class Dossiers {

	/** Addresses that are named to who got one wrong. */
	private static final int CLOSEST = 5;

	/** Films that are compared with all others in one statement. */
	private static final int AT_ONCE = 1000;

	/** Of a cast, to tell one film from another. */
	private static final int FOREMOST = 3;

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final StoredTestimony testimony;

	private final Facts facts;

	Dossiers(JdbcTemplate jdbc, JsonMapper json, StoredTestimony testimony, Facts facts) {
		this.jdbc = jdbc;
		this.json = json;
		this.testimony = testimony;
		this.facts = facts;
	}

	/**
	 * The sources, each with its id, of when its data is, and how much there is of it.
	 */
	List<String> sources() {
		return this.jdbc.query("""
				select source.*, (select count(*) from doubtful_record where source_id = source.id) as doubts,
					(select max(ended_at) from import_run where source_id = source.id) as imported
				from source order by slug""", (row, number) -> source(new ColumnMapRowMapper().mapRow(row, number),
				row.getObject("imported", OffsetDateTime.class)));
	}

	private static String source(Map<String, @Nullable Object> row, @Nullable OffsetDateTime imported) {
		SourceEntry source = SourceEntry.of(row);
		long doubts = Rows.number(row.get("doubts"));
		return source.id() + "  " + source.name() + ((source.asOf() != null) ? ", data of " + source.asOf() : "")
				+ ", trust " + source.trust() + ", " + counted(Rows.number(row.get("record_count")), "record")
				+ ((doubts > 0) ? ", " + counted(doubts, "record") + " in doubt" : "")
				+ (Boolean.TRUE.equals(row.get("seeded")) ? ", from the seeds" : "")
				+ ((imported != null) ? ", imported " + PartialDate.ofDay(imported) : "");
	}

	/** The row of a source. */
	Map<String, Object> source(String slug) {
		return this.jdbc.queryForList("select * from source where slug = ?", slug)
			.stream()
			.findFirst()
			.orElseThrow(() -> {
				List<String> ids = this.jdbc.queryForList("select slug from source order by slug", String.class);
				return new Imports.Refused("There is no source \"" + slug + "\". "
						+ (ids.isEmpty() ? "There is none at all." : "There is " + String.join(", ", ids) + "."));
			});
	}

	/** The film at an address, also at one that it had once. */
	long find(String slug) {
		Set<Long> films = new LinkedHashSet<>(this.jdbc.queryForList("""
				select id from film where slug = ?
				union all select film_id from former_film_slug where slug = ? and film_id is not null""", Long.class,
				slug, slug));
		return films.stream()
			.findFirst()
			.orElseThrow(() -> new Imports.Refused("There is no film \"" + slug + "\"." + closest(slug)));
	}

	/** Films whose addresses begin alike: mostly only the year is wrong. */
	private String closest(String slug) {
		String start = slug.replaceFirst("-\\d{1,4}$", "");
		if (start.isEmpty()) {
			return "";
		}
		List<String> closest = this.jdbc.queryForList(
				"select slug from film where slug >= ? and slug < ? order by slug limit ?", String.class, start,
				start + "~", CLOSEST);
		return closest.isEmpty() ? "" : " There is " + String.join(", ", closest) + ".";
	}

	/** The records that speak of a film, and what is believed of all that they say. */
	List<String> film(String slug) {
		long film = find(slug);
		List<String> lines = new ArrayList<>();
		this.testimony.records(film).forEach((recorded) -> record(recorded, lines));
		lines.add("");
		this.facts.of(film)
			.stream()
			.filter((fact) -> fact.field().oneValue() || fact.disputed() || fact.rejected())
			.forEach((fact) -> fact.said()
				.forEach((said) -> lines
					.add(fact.label() + ": " + said.value() + " (" + said.origin() + "). " + said.reason())));
		return lines;
	}

	private static void record(Recorded recorded, List<String> lines) {
		FilmRecord film = recorded.film();
		lines.add(recorded.by().source() + "/" + film.key() + "  " + described(film));
		List<String> besides = new ArrayList<>(film.genres());
		if (film.rating() != null) {
			besides.add("rated " + film.rating().score().toPlainString()
					+ ((film.rating().votes() != null) ? " by " + counted(film.rating().votes(), "vote") : ""));
		}
		if (film.allCredits().findAny().isPresent()) {
			besides.add(counted(film.allCredits().count(), "credit"));
		}
		if (!film.reviews().isEmpty()) {
			besides.add(counted(film.reviews().size(), "review"));
		}
		if (!besides.isEmpty()) {
			lines.add("    " + String.join(", ", besides));
		}
		film.titles().forEach((title) -> lines.add("    " + title.kind() + " title: " + title.title()));
		film.offers()
			.forEach((offer) -> lines.add("    " + offer.kind() + " on " + offer.provider()
					+ ((offer.region() != null) ? ", " + offer.region() : "") + ", checked " + offer.checked()
					+ ((offer.ended() != null) ? ", ended " + offer.ended() : "")));
		film.corrections()
			.forEach((correction) -> lines
				.add("    " + correction.field() + ((correction.subject() != null) ? " of " + correction.subject() : "")
						+ (correction.wrong() ? " is not " : " is ") + correction.value() + ": " + correction.reason()
						+ on(correction.on())));
		film.merged()
			.forEach((merged) -> lines.add("    was " + merged.film() + ": " + merged.reason() + on(merged.on())));
	}

	private static String on(@Nullable PartialDate date) {
		return (date != null) ? " (" + date + ")" : "";
	}

	/**
	 * The records that were kept apart, each with the films that it may speak of.
	 * @param source null for those of all sources
	 */
	List<String> doubts(@Nullable String source, int most) {
		List<String> lines = new ArrayList<>();
		this.jdbc.queryForList("""
				select source.slug, doubtful_record.content, doubtful_record.candidates
				from doubtful_record join source on source.id = doubtful_record.source_id
				where source.slug = coalesce(cast(? as varchar), source.slug)
				order by source.slug, source_key limit ?""", source, most).forEach((doubt) -> {
			FilmRecord film = this.json.readValue((String) doubt.get("content"), FilmRecord.class);
			lines.add(doubt.get("slug") + "/" + film.key() + "  " + described(film));
			candidates(List.of(String.valueOf(doubt.get("candidates")).split(",")), lines);
		});
		return lines;
	}

	/**
	 * How many records were kept apart.
	 * @param source null for those of all sources
	 */
	long countDoubts(@Nullable String source) {
		return Rows.number(this.jdbc.queryForMap("""
				select count(*) as doubts from doubtful_record join source on source.id = doubtful_record.source_id
				where source.slug = coalesce(cast(? as varchar), source.slug)""", source).get("doubts"));
	}

	/**
	 * Films that may be one, in pairs: they share a title and are of about the same year
	 * and length, and no source has an id for each of them. So one at least has none in
	 * the scheme in which most films have one: where all have, there is nothing to
	 * compare.
	 */
	List<String> alike(int atMost) {
		List<String> lines = new ArrayList<>();
		int most = atMost;
		String common = this.jdbc
			.queryForList("select scheme from film_external_id group by scheme order by count(*) desc, scheme limit 1",
					String.class)
			.stream()
			.findFirst()
			.orElse("");
		List<Long> unnumbered = this.jdbc.queryForList("""
				select id from film
				where not exists (select 1 from film_external_id where film_id = film.id and scheme = ?)
				order by slug""", Long.class, common);
		for (int from = 0; from < unnumbered.size() && most > 0; from += AT_ONCE) {
			List<Long> some = unnumbered.subList(from, Math.min(from + AT_ONCE, unnumbered.size()));
			most -= addAlike(some, common, most, lines);
		}
		return lines;
	}

	private int addAlike(List<Long> films, String common, int most, List<String> lines) {
		List<Map<String, @Nullable Object>> pairs = new Rows(this.jdbc).read("""
				select distinct one.slug as one, other.slug as other
				from unnest(?) as wanted(film) join film one on one.id = wanted.film
				join film_title own on own.film_id = one.id
				join film_title its on its.folded = own.folded and its.film_id <> own.film_id
				join film other on other.id = its.film_id
				where (one.id < other.id
					or exists (select 1 from film_external_id where film_id = other.id and scheme = ?))
				and abs(one.release_year - other.release_year) <= 1
				and (one.runtime is null or other.runtime is null or abs(one.runtime - other.runtime) <= ?)
				and not exists (select 1 from film_external_id own_id
					join film_external_id its_id on its_id.scheme = own_id.scheme and its_id.film_id = its.film_id
					where own_id.film_id = own.film_id)
				order by one.slug, other.slug limit ?""", films, common, Likeness.OTHER_RUNTIME, most);
		pairs.forEach((pair) -> {
			List<String> both = List.of(String.valueOf(pair.get("one")), String.valueOf(pair.get("other")));
			lines.add(String.join(" and ", both));
			candidates(both, lines);
		});
		return pairs.size();
	}

	/** The films that a record may speak of, with what tells them apart. */
	private void candidates(List<String> slugs, List<String> lines) {
		Map<Object, Map<String, @Nullable Object>> films = new HashMap<>();
		new Rows(this.jdbc).read("""
				select former.slug as wanted, film.* from former_film_slug former join film on film.id = former.film_id
				where former.slug = any(?)
				union all select slug, film.* from film where slug = any(?)""", slugs, slugs)
			.forEach((film) -> films.put(String.valueOf(film.get("wanted")), film));
		slugs.forEach((slug) -> {
			Map<String, @Nullable Object> film = films.get(slug);
			lines.add("    " + slug + ((film != null) ? "  " + described(film) : ""));
		});
	}

	private String described(Map<String, @Nullable Object> film) {
		Object id = film.get("id");
		return described(String.valueOf(film.get("title")), (Integer) film.get("release_year"),
				(Integer) film.get("runtime"),
				this.jdbc.queryForList(
						"select scheme || ':' || identifier from film_external_id where film_id = ? order by 1",
						String.class, id),
				this.jdbc.queryForList("""
						select person.name from credit join person on person.id = credit.person_id
						where film_id = ? and job = 'director' order by billing limit ?""", String.class, id, FOREMOST),
				this.jdbc.queryForList("""
						select person.name from credit join person on person.id = credit.person_id
						where film_id = ? and department = 'cast' order by billing limit ?""", String.class, id,
						FOREMOST));
	}

	private static String described(FilmRecord film) {
		return described(film.title(), film.year(), film.runtime(),
				film.ids().entrySet().stream().map((id) -> id.getKey() + ":" + id.getValue()).toList(),
				names(film, (credit) -> credit.job().equals("director")),
				names(film, (credit) -> Department.of(credit.job()) == Department.CAST));
	}

	private static List<String> names(FilmRecord film, Predicate<FilmRecord.Credit> which) {
		return film.allCredits()
			.filter(which)
			.flatMap((credit) -> Stream.ofNullable(credit.name()))
			.distinct()
			.limit(FOREMOST)
			.toList();
	}

	/**
	 * {@code Metropolis (1927), 153 min, imdb:tt0017136, by Fritz Lang, with Brigitte
	 * Helm, Alfred Abel}.
	 */
	private static String described(String title, @Nullable Integer year, @Nullable Integer runtime, List<String> ids,
			List<String> directors, List<String> cast) {
		return title + ((year != null) ? " (" + year + ")" : "") + ((runtime != null) ? ", " + runtime + " min" : "")
				+ ids.stream().map((id) -> ", " + id).collect(Collectors.joining())
				+ (directors.isEmpty() ? "" : ", by " + String.join(", ", directors))
				+ (cast.isEmpty() ? "" : ", with " + String.join(", ", cast));
	}

	/** {@code 1 record}, {@code 1,200 records}. */
	static String counted(long count, String what) {
		return String.format(Locale.ENGLISH, "%,d %s%s", count, what, (count == 1) ? "" : "s");
	}

}
