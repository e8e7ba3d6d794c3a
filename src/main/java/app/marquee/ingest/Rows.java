package app.marquee.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database as the writer needs it: rows are gathered and go in as batches, statement
 * by statement in the order of {@link Change}, on PostgreSQL by COPY; ids are given here.
 */
class Rows {

	/** Fewer new rows than this are not worth a COPY. */
	private static final int WORTH_COPYING = 20;

	/** Where it is known which ids were given once: they are never given again. */
	private static final Map<String, String> REMEMBERED = Map.of("film", "select max(film_id) from removed_film",
			"person", "select max(person_id) from removed_person", "review", "select highest_review from catalogue");

	private final JdbcTemplate jdbc;

	private final Map<Change, List<@Nullable Object[]>> pending = new EnumMap<>(Change.class);

	private final Map<String, Long> lastId = new HashMap<>();

	/** Null as long as nobody has asked the database. */
	private @Nullable Boolean copies;

	Rows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The next free id of a table; nobody else gives ids while we hold the catalogue. */
	long nextId(String table) {
		return this.lastId.compute(table, (name, last) -> 1 + ((last != null) ? last : highestId(name)));
	}

	private long highestId(String table) {
		String ids = "select max(id) as id from " + table;
		if (REMEMBERED.containsKey(table)) {
			ids += " union all " + REMEMBERED.get(table);
		}
		Long highest = this.jdbc.queryForObject("select coalesce(max(id), 0) from (" + ids + ") ids", Long.class);
		return (highest != null) ? highest : 0;
	}

	/**
	 * Forgets which ids are free: another writer may have given some meanwhile. And asks
	 * PostgreSQL for plans that follow indexes, whatever the values and however small the
	 * tables are when it first plans: it would otherwise read whole tables, each time
	 * more.
	 */
	void newTransaction() {
		this.lastId.clear();
		if (copies()) {
			this.jdbc.execute("set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off");
		}
	}

	/** Gathers the values for one change. */
	void add(Change change, @Nullable Object... values) {
		this.pending.computeIfAbsent(change, (first) -> new ArrayList<>()).add(values);
	}

	/** Sends all that was gathered. */
	void flush() {
		this.pending.forEach((change, rows) -> {
			if (change.isInsert() && rows.size() >= WORTH_COPYING && copies()) {
				copy(change, rows);
			}
			else {
				this.jdbc.batchUpdate(change.sql(), rows);
			}
		});
		this.pending.clear();
	}

	private boolean copies() {
		if (this.copies == null) {
			this.copies = this.jdbc.execute((Connection connection) -> connection.isWrapperFor(PGConnection.class));
		}
		return Boolean.TRUE.equals(this.copies);
	}

	private void copy(Change change, List<@Nullable Object[]> rows) {
		StringBuilder text = new StringBuilder(rows.size() * 100);
		rows.forEach((row) -> CopyText.append(text, row));
		this.jdbc.execute((Connection connection) -> {
			try {
				return connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy " + change.into() + " from stdin", new StringReader(text.toString()));
			}
			catch (IOException ex) {
				throw new DataAccessResourceFailureException("COPY was cut off", ex);
			}
		});
	}

	/**
	 * Runs a statement at once. A collection among the values is one parameter, an array:
	 * {@code = any(?)}; where it is empty, nothing is done.
	 * @return how many rows it changed
	 */
	int run(String sql, @Nullable Object... values) {
		if (anyEmpty(values)) {
			return 0;
		}
		Integer changed = this.jdbc.execute((Connection connection) -> {
			try (PreparedStatement statement = connection.prepareStatement(sql)) {
				set(connection, statement, values);
				return statement.executeUpdate();
			}
		});
		return (changed != null) ? changed : 0;
	}

	/**
	 * Reads. A collection among the values is one parameter, an array: {@code = any(?)};
	 * where it is empty, nothing is asked and nothing found.
	 */
	List<Map<String, @Nullable Object>> read(String sql, @Nullable Object... values) {
		return anyEmpty(values) ? Collections.emptyList() : this.jdbc.query((connection) -> {
			PreparedStatement statement = connection.prepareStatement(sql);
			set(connection, statement, values);
			return statement;
		}, new ColumnMapRowMapper());
	}

	private static boolean anyEmpty(@Nullable Object... values) {
		return Arrays.stream(values).anyMatch((value) -> value instanceof Collection<?> all && all.isEmpty());
	}

	private static void set(Connection connection, PreparedStatement statement, @Nullable Object... values)
			throws SQLException {
		for (int index = 0; index < values.length; index++) {
			Object value = values[index];
			if (value instanceof Collection<?> collection) {
				boolean numbers = collection.iterator().next() instanceof Number;
				statement.setArray(index + 1,
						connection.createArrayOf(numbers ? "bigint" : "varchar", collection.toArray()));
			}
			else {
				statement.setObject(index + 1, value);
			}
		}
	}

	/** A whole number from a row. */
	static long number(@Nullable Object value) {
		if (value instanceof Number number) {
			return number.longValue();
		}
		throw new IllegalStateException("no number: " + value);
	}

}
