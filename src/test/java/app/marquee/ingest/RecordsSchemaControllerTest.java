package app.marquee.ingest;

import app.marquee.MarqueeTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@MarqueeTest
class RecordsSchemaControllerTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void servesTheSchemaAtAStableAddress() {
		assertThat(this.mvc.get().uri("/schema/marquee-records.schema.json")).hasStatusOk()
			.hasContentType("application/schema+json")
			.bodyJson()
			.extractingPath("$.$schema")
			.isEqualTo("https://json-schema.org/draft/2020-12/schema");
	}

}
