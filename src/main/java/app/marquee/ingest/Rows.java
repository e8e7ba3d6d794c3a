package app.marquee.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The database as the writer needs it: rows are gathered and go in as batches, statement
 * by statement in the order of {@link Change}; ids are given here.
 */
class Rows {

	private final NamedParameterJdbcTemplate jdbc;

	private final Map<Change, List<@Nullable Object[]>> pending = new EnumMap<>(Change.class);

	private final Map<String, Long> lastId = new HashMap<>();

	Rows(JdbcTemplate jdbc) {
		this.jdbc = new NamedParameterJdbcTemplate(jdbc);
	}

	/** The next free id of a table; nobody else gives ids while we hold the catalogue. */
	long nextId(String table) {
		return this.lastId.compute(table, (name, last) -> 1 + ((last != null) ? last : highestId(name)));
	}

	private long highestId(String table) {
		Long highest = this.jdbc.getJdbcTemplate()
			.queryForObject("select coalesce(max(id), 0) from " + table, Long.class);
		return (highest != null) ? highest : 0;
	}

	/** Gathers the values for one change. */
	void add(Change change, @Nullable Object... values) {
		this.pending.computeIfAbsent(change, (first) -> new ArrayList<>()).add(values);
	}

	/** Sends all that was gathered. */
	void flush() {
		this.pending.forEach((change, rows) -> this.jdbc.getJdbcTemplate().batchUpdate(change.sql(), rows));
		this.pending.clear();
	}

	/** Runs a statement at once. */
	int run(String sql, @Nullable Object... values) {
		return this.jdbc.getJdbcTemplate().update(sql, values);
	}

	/** Runs a statement at once for all of the given values, {@code :in}. */
	void change(String sql, Collection<?> in) {
		if (!in.isEmpty()) {
			this.jdbc.update(sql, Map.of("in", in));
		}
	}

	/** Reads; {@code :in} stands for the given values. */
	List<Map<String, @Nullable Object>> read(String sql, Collection<?> in) {
		return in.isEmpty() ? Collections.emptyList() : this.jdbc.queryForList(sql, Map.of("in", in));
	}

	/** Reads with further named values. */
	List<Map<String, @Nullable Object>> read(String sql, Map<String, ?> values) {
		return this.jdbc.queryForList(sql, values);
	}

}
