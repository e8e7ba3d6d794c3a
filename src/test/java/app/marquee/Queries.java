package app.marquee;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.QueryCount;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the queries that a page makes, on the thread that makes it. */
@TestConfiguration(proxyBeanMethods = false)
public class Queries {

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source) ? ProxyDataSourceBuilder.create(source).countQuery().build()
						: bean;
			}

		};
	}

	/** How many queries something makes on this thread. */
	public static long of(Runnable something) {
		QueryCountHolder.clear();
		something.run();
		QueryCount count = QueryCountHolder.getGrandTotal();
		return count.getTotal();
	}

}
