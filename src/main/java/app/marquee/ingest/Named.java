package app.marquee.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.marquee.text.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * Things that are known by their name alone, genres, companies, providers, and the slugs
 * that are free for new films and people.
 */
class Named {

	/** Names of several people that are remembered at most: about 25 MB. */
	private static final int NUMBERS = 200_000;

	private static final Pattern NUMBER = Pattern.compile("-\\d+$");

	private final Rows rows;

	private final Map<String, Long> ids = new HashMap<>();

	/** Slugs that a batch may ask for. */
	private final Set<String> asked = new HashSet<>();

	/** Those of them that somebody has, and those that were given since. */
	private final Set<String> taken = new HashSet<>();

	/** Slugs among them that redirect to whoever had them once. */
	private final Map<String, Long> former = new HashMap<>();

	/** Slugs that lead to nobody. */
	private final Set<String> nobodys = new HashSet<>();

	/**
	 * The last number that was given behind a slug, for the names that many people have.
	 */
	private final Map<String, Integer> numbers = new LinkedHashMap<>(1 << 10, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
			return size() > NUMBERS;
		}

	};

	Named(Rows rows) {
		this.rows = rows;
	}

	long genre(String name) {
		return id("genre", Change.NEW_GENRE, name);
	}

	long company(String name) {
		return id("company", Change.NEW_COMPANY, name);
	}

	long provider(String name) {
		return id("provider", Change.NEW_PROVIDER, name);
	}

	private long id(String table, Change insert, String name) {
		String slug = Slugs.ofName(name, table);
		return this.ids.computeIfAbsent(table + "/" + slug, (first) -> {
			List<Map<String, @Nullable Object>> known = this.rows.read("select id from " + table + " where slug = ?",
					slug);
			if (!known.isEmpty()) {
				return Rows.number(known.get(0).get("id"));
			}
			long id = this.rows.nextId(table);
			this.rows.add(insert, id, slug, name);
			return id;
		});
	}

	/** A slug without the number by which it differs from another. */
	static String withoutNumber(String slug) {
		return NUMBER.matcher(slug).replaceFirst("");
	}

	/** Forgets the last batch, which has reached the database. */
	void newBatch() {
		this.asked.clear();
		this.taken.clear();
		this.former.clear();
		this.nobodys.clear();
	}

	/**
	 * Looks up at once which of the slugs are taken that a batch may ask for: each, and
	 * the next numbers behind it, as many as it is asked for.
	 */
	void prepare(String table, Collection<String> slugs) {
		Map<String, Integer> next = new HashMap<>();
		Set<String> all = new HashSet<>(slugs);
		for (String slug : slugs) {
			int last = next.getOrDefault(slug, this.numbers.getOrDefault(table + "/" + slug, 1));
			next.put(slug, last + 1);
			all.add(slug + "-" + (last + 1));
		}
		lookUp(table, all);
	}

	private void lookUp(String table, Collection<String> slugs) {
		this.rows.read("select slug from unnest(?) as wanted(name) join " + table + " on slug = wanted.name", slugs)
			.forEach((row) -> this.taken.add(table + "/" + row.get("slug")));
		this.rows.read(
				"select slug, %1$s_id as id from unnest(?) as wanted(name) join former_%1$s_slug on slug = wanted.name"
					.formatted(table),
				slugs)
			.forEach((row) -> {
				this.taken.add(table + "/" + row.get("slug"));
				if (row.get("id") instanceof Number id) {
					this.former.put(table + "/" + row.get("slug"), id.longValue());
				}
				else {
					this.nobodys.add(table + "/" + row.get("slug"));
				}
			});
		slugs.forEach((slug) -> this.asked.add(table + "/" + slug));
	}

	/**
	 * A slug for a film of this title and year. It may keep the one that it has, and have
	 * again one that it had.
	 */
	String filmSlug(String title, @Nullable Integer year, long film, @Nullable String own) {
		String slug = Slugs.of(title, year, "film");
		if (own != null && isFor(slug, own)) {
			return own;
		}
		return takeFilmSlug(slug, film) ? slug : free("film", slug);
	}

	/**
	 * Takes a slug for a film.
	 * @return whether it was free, or once the film's own
	 */
	boolean takeFilmSlug(String slug, long film) {
		boolean free = !taken("film", slug) || Long.valueOf(film).equals(this.former.get("film/" + slug));
		this.taken.add("film/" + slug);
		return free;
	}

	/** Says that a film had a slug before it was withdrawn. */
	void formerly(String slug, long film) {
		this.former.put("film/" + slug, film);
	}

	/** Whether a film's slug redirected to it until now. */
	boolean wasFormer(String slug) {
		return this.former.containsKey("film/" + slug);
	}

	/**
	 * A slug for a person of this name.
	 * @param refs by which sources know the person
	 * @param namesakes people of the film where an export comes from: the slug of the one
	 * who is meant is given, if nobody has it; it may have been kept free for them
	 */
	String personSlug(String name, Set<String> refs, Set<Namesake> namesakes) {
		String slug = Slugs.ofPerson(name);
		String free = namesakes.stream()
			.filter((one) -> one.likeness(refs) > 0 && isOfName(slug, one.slug()) && isFree(one.slug()))
			.min(Comparator.comparing((Namesake one) -> -one.likeness(refs))
				.thenComparing((one) -> !isFor(slug, one.slug())))
			.map(Namesake::slug)
			.orElseGet(() -> free("person", slug));
		this.taken.add("person/" + free);
		return free;
	}

	/**
	 * The ids of whom an export means by a name in a film, if only one there has it: it
	 * knows what the sources after this one say.
	 */
	static Set<String> refsOf(String name, Set<Namesake> namesakes) {
		String slug = Slugs.ofPerson(name);
		Set<Set<String>> called = namesakes.stream()
			.filter((one) -> isOfName(slug, one.slug()))
			.map(Namesake::refs)
			.collect(Collectors.toSet());
		return (called.size() == 1) ? called.iterator().next() : Set.of();
	}

	private boolean isFree(String slug) {
		return !taken("person", slug) || isNobodys(slug);
	}

	/** Whether a person's slug leads to nobody. */
	boolean isNobodys(String slug) {
		return this.nobodys.contains("person/" + slug);
	}

	/** Whether a person's slug led to nobody until now. */
	boolean wasNobodys(String slug) {
		return this.nobodys.remove("person/" + slug);
	}

	/** Whether a slug is another one, perhaps with a number behind it. */
	static boolean isFor(String slug, String numbered) {
		return numbered.startsWith(slug) && numbered.substring(slug.length()).matches("(-\\d+)?");
	}

	/** The same for people, whose names are spaced differently here and there. */
	static boolean isOfName(String slug, String numbered) {
		return isFor(slug, numbered) || slug.replace("-", "").equals(withoutNumber(numbered).replace("-", ""));
	}

	/** The slug itself, or the slug with a number that is free. */
	private String free(String table, String slug) {
		String free = slug;
		if (taken(table, slug)) {
			int number = this.numbers.computeIfAbsent(table + "/" + slug, (first) -> lastNumber(table, slug));
			do {
				number++;
				free = slug + "-" + number;
			}
			while (taken(table, free));
			this.numbers.put(table + "/" + slug, number);
		}
		this.taken.add(table + "/" + free);
		return free;
	}

	/**
	 * The last number that is taken of those that were given without a gap; thousands may
	 * have one name.
	 */
	private int lastNumber(String table, String slug) {
		int taken = 1;
		int free = 2;
		while (taken(table, slug + "-" + free)) {
			taken = free;
			free *= 2;
		}
		while (free - taken > 1) {
			int middle = (taken + free) / 2;
			if (taken(table, slug + "-" + middle)) {
				taken = middle;
			}
			else {
				free = middle;
			}
		}
		return taken;
	}

	private boolean taken(String table, String slug) {
		if (!this.asked.contains(table + "/" + slug)) {
			lookUp(table, List.of(slug));
		}
		return this.taken.contains(table + "/" + slug);
	}

}
