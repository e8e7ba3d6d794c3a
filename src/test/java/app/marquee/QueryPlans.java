package app.marquee;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks the database how it goes about what pages ask it. */
@TestConfiguration(proxyBeanMethods = false)
public class QueryPlans {

	private static final String FILM = "/films/leaving-metropolis-2002";

	/** Every kind of page that asks the database, of films that are among the seeds. */
	public static final List<String> PAGES = List.of("/", FILM, FILM + "/credits", FILM + "/watch", FILM + "/reviews",
			FILM + "/reviews?sort=highest&score=any", FILM + "/reviews?sort=newest&score=10",
			FILM + "/reviews?sort=lowest", FILM + "/reviews/1", FILM + "/reviews.atom", FILM + "/sources",
			FILM + "/poster.svg", "/films/romper-stomper-1992/watch", "/films?q=ruptash", "/films?genre=drama",
			"/people?q=fraser", "/people/brad-fraser", "/genres", "/genres/drama", "/providers", "/providers/netflix",
			"/about", "/sitemap.xml", "/sitemap-1.xml", "/films.atom", "/search/suggestions?q=lea");

	private static final Queue<Plan> PLANS = new ConcurrentLinkedQueue<>();

	/** How the database goes about all that these pages ask it. */
	public static List<Plan> of(List<String> pages, MockMvcTester http) {
		PLANS.clear();
		for (String page : pages) {
			assertThat(http.get().uri(page)).as(page).hasStatusOk();
		}
		assertThat(PLANS).hasSizeGreaterThan(pages.size());
		return List.copyOf(PLANS);
	}

	@Bean
	static BeanPostProcessor explainingDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source)
						? ProxyDataSourceBuilder.create(source).listener(new Explainer()).build() : bean;
			}

		};
	}

	/** Asks while the parameters are still there. */
	private static final class Explainer extends NoOpQueryExecutionListener {

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			for (QueryInfo query : queries) {
				if (query.getQuery().startsWith("select")) {
					PLANS.add(new Plan(query.getQuery(), plan(execution.getStatement(), query)));
				}
			}
		}

		private static String plan(Statement asked, QueryInfo query) {
			StringBuilder plan = new StringBuilder();
			try (PreparedStatement explain = asked.getConnection()
				.prepareStatement("explain analyze " + query.getQuery())) {
				for (List<ParameterSetOperation> parameters : query.getParametersList()) {
					for (ParameterSetOperation parameter : parameters) {
						parameter.getMethod().invoke(explain, parameter.getArgs());
					}
				}
				try (ResultSet lines = explain.executeQuery()) {
					while (lines.next()) {
						plan.append(lines.getString(1)).append('\n');
					}
				}
			}
			catch (SQLException | ReflectiveOperationException ex) {
				throw new IllegalStateException(query.getQuery(), ex);
			}
			return plan.toString();
		}

	}

	/**
	 * What was asked once.
	 *
	 * @param explained in the database's own words, with what it has read
	 */
	public record Plan(String statement, String explained) {

		/** What a pattern's first group finds in the explanation. */
		public Stream<String> find(Pattern pattern) {
			return pattern.matcher(this.explained).results().map((found) -> found.group(1));
		}

	}

}
