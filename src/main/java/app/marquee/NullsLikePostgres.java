package app.marquee;

import java.util.Map;

import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.NullOrdering;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Our H2 sorts nulls as PostgreSQL does ({@code DEFAULT_NULL_ORDERING=HIGH}), which
 * Hibernate does not know: it leaves out a {@code nulls last} that it takes for the usual
 * order, and what has no score would come first.
 */
@Component
class NullsLikePostgres implements HibernatePropertiesCustomizer {

	@Override
	public void customize(Map<String, Object> settings) {
		settings.put(JdbcSettings.DIALECT_RESOLVERS, Resolver.class.getName());
	}

	/** Hibernate makes it from its name. */
	public static class Resolver implements DialectResolver {

		private static final long serialVersionUID = 1L;

		@Override
		public @Nullable Dialect resolveDialect(DialectResolutionInfo database) {
			return database.getDatabaseName().equals("H2") ? new H2WithHighNulls(database) : null;
		}

	}

	private static final class H2WithHighNulls extends H2Dialect {

		H2WithHighNulls(DialectResolutionInfo database) {
			super(database);
		}

		@Override
		public NullOrdering getNullOrdering() {
			return NullOrdering.GREATEST;
		}

	}

}
