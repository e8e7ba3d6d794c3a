package app.marquee;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the queries that a page makes, on the thread that makes it. The catalogue's
 * revision is asked for every so often, by whichever page comes then: that is not
 * counted.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Queries {

	private static final ThreadLocal<Long> COUNT = ThreadLocal.withInitial(() -> 0L);

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source) ? ProxyDataSourceBuilder.create(source)
					.afterQuery((execution,
							queries) -> COUNT.set(COUNT.get() + queries.stream()
								.filter((query) -> !query.getQuery().equals("select revision from catalogue"))
								.count()))
					.build() : bean;
			}

		};
	}

	/** How many queries something makes on this thread. */
	public static long of(Runnable something) {
		COUNT.set(0L);
		something.run();
		return COUNT.get();
	}

}
