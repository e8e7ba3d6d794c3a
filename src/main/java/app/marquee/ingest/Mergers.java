package app.marquee.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.text.PartialDate;
import app.marquee.text.Slugs;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which records speak of one film, where a curator says so. */
@Component
class Mergers {

	private final Curation curation;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final JsonMapper json;

	private final Dossiers dossiers;

	Mergers(Curation curation, JdbcTemplate jdbc, Clock clock, JsonMapper json, Dossiers dossiers) {
		this.curation = curation;
		this.jdbc = jdbc;
		this.clock = clock;
		this.json = json;
		this.dossiers = dossiers;
	}

	/**
	 * Makes two films one: all that was said of the first is said of the second. Its
	 * address leads there from now on.
	 * @return the address that the first had
	 */
	String merge(String slug, String into, String reason) {
		long one = this.dossiers.find(slug);
		long other = this.dossiers.find(into);
		if (one == other) {
			throw new Imports.Refused("\"" + slug + "\" and \"" + into + "\" are one film already.");
		}
		String gone = this.curation.slug(one);
		this.curation.change((rows, films) -> {
			Map<Long, KnownFilm> known = films.load(List.of(one, other));
			KnownFilm goes = Objects.requireNonNull(known.get(one));
			KnownFilm stays = Objects.requireNonNull(known.get(other));
			FilmRecord.Merged merged = new FilmRecord.Merged(gone, reason,
					PartialDate.ofDay(LocalDate.now(this.clock)));
			// whatever it is called by all that is said of it now
			stays.pinned = stays.slug;
			stays.knowsAllOf(goes);
			Map<Long, Long> namesakes = stays.namesakes(goes);
			List<Map<String, Object>> formerly = rows.read("select id, slug from person where id = any(?)",
					namesakes.keySet());
			List.copyOf(goes.records.values()).forEach((recorded) -> {
				FilmRecord film = recorded.film()
					.with(recorded.film().offers(),
							Stream.concat(Stream.of(merged), recorded.film().merged().stream()).toList());
				Curation.refuse(Limits.broken(film));
				this.curation.move(rows, recorded.saying(film), goes, stays);
			});
			List<Object> slugs = new ArrayList<>(List.of(gone));
			rows.read("select slug from former_film_slug where film_id = ?", one)
				.forEach((row) -> slugs.add(String.valueOf(row.get("slug"))));
			return (revision) -> {
				rows.run("update former_person_slug set film_id = ? where film_id = ?", other, one);
				films.write(List.of(goes, stays), revision);
				rows.run("update former_film_slug set film_id = ? where slug = any(?)", other, slugs);
				formerly.forEach((person) -> rows.run("""
						update former_person_slug set person_id = (select id from person where id = ?)
						where slug = ? and person_id is null""", namesakes.get(Rows.number(person.get("id"))),
						person.get("slug")));
			};
		});
		return gone;
	}

	/**
	 * Takes a merge back: the film that was merged is a film again, at its old address.
	 */
	void split(String merged) {
		long film = this.dossiers.find(merged);
		this.curation.change((rows, films) -> {
			KnownFilm both = Objects.requireNonNull(films.load(List.of(film)).get(film));
			List<Recorded> back = both.records.values()
				.stream()
				.filter((recorded) -> !recorded.film().merged().isEmpty()
						&& recorded.film().merged().get(0).film().equals(merged))
				.toList();
			if (back.isEmpty()) {
				throw new Imports.Refused(notMerged(merged, both));
			}
			rows.run("delete from former_film_slug where slug = ?", merged);
			// where all else has left it since, it is that film already
			boolean alone = back.size() == both.records.size();
			KnownFilm own = alone ? both : new KnownFilm(rows.nextId("film"));
			own.pinned = merged;
			if (!alone) {
				own.knowsAllOf(both);
			}
			back.forEach((recorded) -> this.curation.move(rows, recorded.saying(recorded.film()
				.with(recorded.film().offers(), recorded.film().merged().subList(1, recorded.film().merged().size()))),
					both, own));
			Set<String> addresses = own.records.values()
				.stream()
				.flatMap((recorded) -> recorded.film().merged().stream())
				.map(FilmRecord.Merged::film)
				.collect(Collectors.toCollection(HashSet::new));
			List<String> left = alone ? List.of() : peopleWhoLeft(rows, own, both);
			if (!alone) {
				separatePeople(rows, own, both);
				rows.read("select slug from former_film_slug where film_id = ?", both.id)
					.stream()
					.map((row) -> String.valueOf(row.get("slug")))
					.filter((slug) -> isCalled(slug, own) && !isCalled(slug, both))
					.forEach(addresses::add);
			}
			return (revision) -> {
				films.write(alone ? List.of(own) : List.of(both, own), revision);
				rows.run("update former_film_slug set film_id = ? where slug = any(?)", own.id, addresses);
				rows.run("update former_person_slug set film_id = ? where slug = any(?)", own.id, left);
			};
		});
	}

	/**
	 * The addresses of people who were credited in a film and left it, before or after
	 * the merge.
	 */
	private static List<String> peopleWhoLeft(Rows rows, KnownFilm own, KnownFilm both) {
		return rows.read("select slug from former_person_slug where film_id = ?", both.id)
			.stream()
			.map((row) -> String.valueOf(row.get("slug")))
			.filter((slug) -> credits(own, slug) && !credits(both, slug))
			.toList();
	}

	private static boolean credits(KnownFilm film, String person) {
		return film.records.values()
			.stream()
			.flatMap((recorded) -> recorded.film().allCredits())
			.anyMatch((credit) -> credit.name() != null && Named.isOfName(Slugs.ofPerson(credit.name()), person));
	}

	/** Whether a film had this address by what a record calls it. */
	private static boolean isCalled(String slug, KnownFilm film) {
		return film.records.values()
			.stream()
			.map(Recorded::film)
			.anyMatch((record) -> Named.isFor(Slugs.of(record.title(), record.year(), "film"), slug));
	}

	private static String notMerged(String slug, KnownFilm film) {
		String last = film.records.values()
			.stream()
			.map((recorded) -> recorded.film().merged())
			.filter((merged) -> merged.stream().anyMatch((one) -> one.film().equals(slug)))
			.map((merged) -> merged.get(0).film())
			.findFirst()
			.orElse(null);
		return (last != null)
				? "\"" + slug + "\" went into \"" + last + "\", which went on; split \"" + last + "\" first."
				: "\"" + slug + "\" was not merged with another film. To take records out of a film, name them:"
						+ " films show " + film.slug + " lists them.";
	}

	/**
	 * Makes a film of its own of some records of a film.
	 * @param keys as {@code source/key}
	 * @return the slug of the new film
	 */
	String split(String slug, List<String> keys) {
		long film = this.dossiers.find(slug);
		long[] created = new long[1];
		this.curation.change((rows, films) -> {
			KnownFilm both = Objects.requireNonNull(films.load(List.of(film)).get(film));
			Map<String, Recorded> byKey = both.records.values()
				.stream()
				.collect(Collectors.toMap((recorded) -> recorded.by().source() + "/" + recorded.film().key(),
						(recorded) -> recorded));
			KnownFilm own = new KnownFilm(rows.nextId("film"));
			own.knowsAllOf(both);
			keys.forEach((key) -> {
				Recorded recorded = byKey.get(key);
				if (recorded == null) {
					throw new Imports.Refused("No record \"" + key + "\" speaks of " + slug + "; those that do: "
							+ String.join(", ", byKey.keySet()));
				}
				this.curation.move(rows, recorded, both, own);
			});
			if (own.records.values().stream().allMatch((taken) -> taken.by().curator())) {
				throw new Imports.Refused("That would be a film of which nobody says anything but a curator.");
			}
			if (both.records.values().stream().allMatch((left) -> left.by().curator())) {
				throw new Imports.Refused("That would leave nothing of " + slug + " but what a curator says.");
			}
			separatePeople(rows, own, both);
			created[0] = own.id;
			return (revision) -> films.write(List.of(both, own), revision);
		});
		return this.curation.slug(created[0]);
	}

	/**
	 * People without ids are those of one film alone: what both films credit, are two
	 * people again, each at the address of before.
	 */
	private static void separatePeople(Rows rows, KnownFilm own, KnownFilm both) {
		own.leavePeopleTo(both).forEach((name, person) -> giveAddressBack(rows, own, name, person));
		own.leaveIdentifiedTo(both).forEach((name, person) -> giveAddressBack(rows, own, name, person));
		both.leaveIdentifiedTo(own).forEach((name, person) -> giveAddressBack(rows, both, name, person));
	}

	/** The address that somebody had before they were taken for another. */
	private static void giveAddressBack(Rows rows, KnownFilm film, String name, long person) {
		rows.read("select slug from former_person_slug where person_id = ? order by slug", person)
			.stream()
			.map((row) -> String.valueOf(row.get("slug")))
			.filter((slug) -> Named.isOfName(Slugs.ofPerson(name), slug))
			.findFirst()
			.ifPresent((slug) -> film.hadSlug(name, slug));
	}

	/**
	 * Says which film a record speaks of that was kept apart; an empty slug: its own.
	 * @return the film's slug
	 */
	String settle(String source, String key, String slug) {
		List<Map<String, Object>> doubts = this.jdbc.queryForList("""
				select source.*, doubtful_record.content from doubtful_record
				join source on source.id = doubtful_record.source_id
				where source.slug = ? and doubtful_record.source_key = ?""", source, key);
		if (doubts.isEmpty()) {
			throw new Imports.Refused(
					"No record " + source + "/" + key + " is in doubt; films doubts lists those that are.");
		}
		String film = slug.isEmpty() ? "" : this.curation.slug(this.dossiers.find(slug));
		this.curation.take(SourceEntry.of(doubts.get(0)),
				this.json.readValue((String) doubts.get(0).get("content"), FilmRecord.class).speakingOf(film));
		return Objects.requireNonNull(this.jdbc.queryForObject("""
				select film.slug from source_record join film on film.id = source_record.film_id
				join source on source.id = source_record.source_id
				where source.slug = ? and source_record.source_key = ?""", String.class, source, key));
	}

}
