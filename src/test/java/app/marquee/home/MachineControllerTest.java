package app.marquee.home;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class MachineControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource({ "/films.atom, application/atom+xml",
			"/films/leaving-metropolis-2002/reviews.atom, application/atom+xml",
			"/films/pleasantville-1998/reviews.atom, application/atom+xml", "/sitemap.xml, application/xml",
			"/sitemap-1.xml, application/xml", "/opensearch.xml, application/opensearchdescription+xml",
			"/films/leaving-las-vegas/poster.svg, image/svg+xml" })
	void writesWellFormedXmlOfTheRightType(String address, String type) throws Exception {
		Page page = Page.get(this.mvc, address);

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualToIgnoringCase(type + ";charset=UTF-8");
		assertThat(xml(page).getDocumentElement()).isNotNull();
		assertThat(page.body()).doesNotContain("th:").doesNotContain("null");
	}

	@Test
	void answersWithAFeedWhateverAReaderSaysThatItAccepts() {
		for (String accept : List.of("text/html", "application/json", "application/xml;q=0.9")) {
			assertThat(this.mvc.get().uri("/films.atom").header("Accept", accept)).hasStatusOk();
		}
	}

	@Test
	void feedsTheFilmsThatCameLast() throws Exception {
		Document feed = xml(Page.get(this.mvc, "/films.atom"));

		assertThat(texts(feed, "title")).hasSize(12).contains("New films in Marquee", "Leaving Metropolis (2002)");
		assertThat(texts(feed, "id")).doesNotHaveDuplicates()
			.as("whatever year a film is from")
			.allMatch((id) -> id.matches("http://localhost:8080/films\\.atom(#\\d+)?"));
		assertThat(texts(feed, "updated")).allMatch((time) -> time.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"));
		assertThat(texts(feed, "summary")).anyMatch((text) -> text.startsWith("David, a painter"));
	}

	@Test
	void mapsEveryFilmForSearchEngines() throws Exception {
		assertThat(texts(xml(Page.get(this.mvc, "/sitemap.xml")), "loc")).containsExactly(
				"http://localhost:8080/sitemap-pages.xml", "http://localhost:8080/sitemap-1.xml",
				"http://localhost:8080/sitemap-people-1.xml");
		Document part = xml(Page.get(this.mvc, "/sitemap-1.xml"));
		assertThat(texts(part, "loc")).hasSize(11).contains("http://localhost:8080/films/leaving-las-vegas");
		assertThat(texts(part, "lastmod")).hasSize(11);
	}

	@Test
	void mapsEverybodyAndThePagesThatLeadToAll() throws Exception {
		Document people = xml(Page.get(this.mvc, "/sitemap-people-1.xml"));
		assertThat(texts(people, "loc")).doesNotHaveDuplicates().contains("http://localhost:8080/people/brad-fraser");
		assertThat(texts(people, "lastmod")).isEmpty();
		assertThat(texts(xml(Page.get(this.mvc, "/sitemap-pages.xml")), "loc")).contains("http://localhost:8080/",
				"http://localhost:8080/people");
		assertThat(Page.get(this.mvc, "/sitemap-people-2.xml").status()).isEqualTo(404);
	}

	@Test
	void hasNoPartOfTheMapThatNoFilmIsIn() {
		for (String part : List.of("0", "01", "2", "999999999", "x", "99999999999999")) {
			Page page = Page.get(this.mvc, "/sitemap-" + part + ".xml");
			assertThat(page.status()).as(part).isEqualTo(404);
			assertThat(page.header("Content-Type")).as(part).isEqualTo("text/html;charset=UTF-8");
		}
	}

	@Test
	void tellsBrowsersHowToSearchHere() throws Exception {
		Document description = xml(Page.get(this.mvc, "/opensearch.xml"));

		assertThat(((org.w3c.dom.Element) description.getElementsByTagName("Url").item(0)).getAttribute("template"))
			.isEqualTo("http://localhost:8080/films?q={searchTerms}");
	}

	@Test
	void keepsRobotsOutOfEndlessLists() {
		Page page = Page.get(this.mvc, "/robots.txt");

		assertThat(page.header("Content-Type")).startsWith("text/plain");
		assertThat(page.body().lines().filter((line) -> !line.isBlank())).containsExactly("User-agent: *",
				"Disallow: /films?", "Disallow: /search/", "Sitemap: http://localhost:8080/sitemap.xml");
	}

	private static Document xml(Page page) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		return factory.newDocumentBuilder()
			.parse(new ByteArrayInputStream(page.body().getBytes(StandardCharsets.UTF_8)));
	}

	private static List<String> texts(Document xml, String element) {
		NodeList found = xml.getElementsByTagName(element);
		return java.util.stream.IntStream.range(0, found.getLength())
			.mapToObj((index) -> found.item(index).getTextContent())
			.toList();
	}

}
