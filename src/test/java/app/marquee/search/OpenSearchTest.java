package app.marquee.search;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import app.marquee.MarqueeTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tests of the search once more, with the index in OpenSearch by configuration alone.
 */
@ExtendWith(OpenSearchExtension.class)
class OpenSearchTest {

	@DynamicPropertySource
	static void useOpenSearch(DynamicPropertyRegistry properties) {
		properties.add("marquee.search.uris", OpenSearchExtension::node);
		// an index of its own for each catalogue that a test starts
		properties.add("marquee.search.name", () -> "test" + System.nanoTime());
	}

	@Nested
	class Films extends FilmsControllerTest {

	}

	@Nested
	class People extends PeopleControllerTest {

	}

	@Nested
	class Suggestions extends SuggestionControllerTest {

	}

	@Nested
	class Cases extends SearchCasesTest {

	}

	@Nested
	class Counts extends FacetsTest {

	}

	@Nested
	class Orders extends SortingTest {

	}

	@Nested
	class Anything extends AnyQueryTest {

	}

	@Nested
	@DirtiesContext
	class Following extends IndexFollowerTest {

	}

	@Nested
	@MarqueeTest
	@DirtiesContext
	class Keeping {

		@Autowired
		private Index index;

		@Autowired
		private IndexKeeper keeper;

		@Autowired
		private SearchSettings settings;

		@Test
		void exchangesTheIndexWholeAndKeepsTheLastOneForOthers() throws Exception {
			String first = edition();

			this.keeper.rebuild();
			this.keeper.rebuild();

			assertThat(films()).isEqualTo(11);
			int now = Integer.parseInt(edition());
			assertThat(now).isEqualTo(Integer.parseInt(first) + 2);
			assertThat(http("GET", "/_cat/indices/" + this.settings.name() + "-*?h=index").lines())
				.allMatch((name) -> name.contains("-" + now + "-") || name.contains("-" + (now - 1) + "-"))
				.hasSize(6);
		}

		@Test
		void buildsAnewWhatSomebodyDeleted() throws Exception {
			http("DELETE", "/" + this.settings.name() + "-" + Index.FORMAT + "-" + edition() + "-film");

			assertThatExceptionOfType(IndexAway.class).isThrownBy(this::films);
			this.keeper.follow();

			assertThat(films()).isEqualTo(11);
		}

		private String edition() {
			return this.index.current().name();
		}

		private long films() {
			return this.index.<Long>ask((session) -> session.search(FilmDocument.class)
				.where((where) -> where.matchAll())
				.fetchTotalHitCount());
		}

		private static String http(String method, String path) throws Exception {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(OpenSearchExtension.node().resolve(path))
					.method(method, HttpRequest.BodyPublishers.noBody())
					.build(), HttpResponse.BodyHandlers.ofString())
				.body();
		}

	}

	@Nested
	@DirtiesContext
	class Away extends IndexAwayTest {

	}

}
