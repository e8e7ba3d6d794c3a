package app.marquee.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.catalogue.Department;
import app.marquee.provenance.Belief;
import app.marquee.provenance.Field;
import app.marquee.provenance.Judged;
import app.marquee.provenance.Statement;
import app.marquee.web.Folding;
import org.jspecify.annotations.Nullable;

/** What is believed of a film: the accepted statements, put together again. */
record BelievedFilm(String title, List<Title> titles, @Nullable Integer year, @Nullable Integer runtime,
		@Nullable String certificate, @Nullable String synopsis, List<String> genres, @Nullable BigDecimal rating,
		Set<String> ratingSources, List<Credit> credits, List<Company> companies, boolean remarked) {

	record Title(String title, String kind, @Nullable String language) {
	}

	record Credit(String name, @Nullable String ref, Department department, String job, @Nullable String played) {
	}

	record Company(String name, String role) {
	}

	static BelievedFilm of(List<Judged> judged) {
		Map<Field, List<Statement>> accepted = judged.stream()
			.filter(Judged::accepted)
			.map(Judged::statement)
			.collect(Collectors.groupingBy(Statement::field));
		Function<Field, @Nullable String> value = (field) -> accepted.containsKey(field)
				? accepted.get(field).get(0).value() : null;
		String title = value.apply(Field.TITLE);
		if (title == null) {
			throw new IllegalStateException("a film without a title");
		}
		String year = value.apply(Field.YEAR);
		String runtime = value.apply(Field.RUNTIME);
		String rating = value.apply(Field.RATING);
		return new BelievedFilm(title, titles(title, judged), (year != null) ? Integer.valueOf(year) : null,
				(runtime != null) ? Integer.valueOf(runtime) : null, value.apply(Field.CERTIFICATE),
				Belief.synopsis(judged).map((one) -> one.statement().value()).orElse(null),
				genres(accepted.getOrDefault(Field.GENRE, List.of())), (rating != null) ? new BigDecimal(rating) : null,
				accepted.getOrDefault(Field.RATING, List.of())
					.stream()
					.map((statement) -> statement.by().source())
					.collect(Collectors.toSet()),
				credits(accepted), companies(accepted.getOrDefault(Field.COMPANY, List.of())),
				judged.stream().anyMatch((one) -> !one.accepted() || one.statement().field() == Field.TOLD));
	}

	/**
	 * A title that is not believed to be the main one may still be what somebody looks
	 * for.
	 */
	private static List<Title> titles(String main, List<Judged> judged) {
		List<Title> titles = new ArrayList<>(List.of(new Title(main, "main", null)));
		Set<String> known = new HashSet<>(Set.of(main));
		judged.stream()
			.filter((one) -> one.statement().unsound() == null)
			.map(Judged::statement)
			.filter((statement) -> statement.field() == Field.TITLE || statement.field() == Field.OTHER_TITLE)
			.sorted(Comparator.comparing((statement) -> !statement.subject().equals("original")))
			.filter((statement) -> known.add(statement.value()))
			.forEach((statement) -> titles
				.add(new Title(statement.value(), statement.subject().equals("original") ? "original" : "alternative",
						(statement.field() == Field.OTHER_TITLE) ? statement.remark() : null)));
		return titles;
	}

	/** The genre that most sources name stands first. */
	private static List<String> genres(List<Statement> statements) {
		return byWeight(statements, Statement::value).map((same) -> same.get(0).value()).toList();
	}

	private static List<Company> companies(List<Statement> statements) {
		return byWeight(statements, (statement) -> statement.subject() + statement.value())
			.map((same) -> new Company(same.get(0).value(), same.get(0).subject()))
			.toList();
	}

	private static List<Credit> credits(Map<Field, List<Statement>> accepted) {
		Map<String, String> characters = new HashMap<>();
		accepted.getOrDefault(Field.CHARACTER, List.of())
			.forEach((statement) -> characters.putIfAbsent(Folding.words(statement.subject()), statement.value()));
		return byWeight(accepted.getOrDefault(Field.CREDIT, List.of()), BelievedFilm::whoDidWhat).map((same) -> {
			Statement credit = same.get(0);
			Department department = Department.of(credit.subject());
			return new Credit(credit.value(), ref(same), department, credit.subject(),
					(department == Department.CAST) ? characters.get(Folding.words(credit.value())) : null);
		}).sorted(Comparator.comparing((credit) -> credit.department() != Department.CAST)).toList();
	}

	private static @Nullable String ref(List<Statement> same) {
		return same.stream().map(Statement::ref).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** One actor is one, whether a source writes actor, actress or self. */
	private static String whoDidWhat(Statement credit) {
		Department department = Department.of(credit.subject());
		return ((department == Department.CAST) ? "cast" : credit.subject()) + "|" + credit.value();
	}

	/**
	 * Equal statements together; those that more sources make come first, then in the
	 * order that the sources give (the median of their places).
	 */
	private static Stream<List<Statement>> byWeight(List<Statement> statements, Function<Statement, String> what) {
		return statements.stream()
			.collect(Collectors.groupingBy((statement) -> Folding.words(what.apply(statement)), LinkedHashMap::new,
					Collectors.toList()))
			.values()
			.stream()
			.sorted(Comparator.comparing((List<Statement> same) -> -sources(same)).thenComparing(BelievedFilm::place));
	}

	private static int sources(List<Statement> same) {
		Set<String> sources = new LinkedHashSet<>();
		same.forEach((statement) -> sources.add(statement.by().source()));
		return sources.size();
	}

	private static int place(List<Statement> same) {
		int[] places = same.stream().mapToInt(Statement::position).sorted().toArray();
		return places[(places.length - 1) / 2];
	}

}
