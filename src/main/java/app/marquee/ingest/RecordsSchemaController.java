package app.marquee.ingest;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The schema of our own format, for those who write files in it. */
@Controller
class RecordsSchemaController {

	private static final MediaType JSON_SCHEMA = MediaType.parseMediaType("application/schema+json");

	@GetMapping("/schema/marquee-records.schema.json")
	ResponseEntity<Resource> schema() {
		return ResponseEntity.ok()
			.contentType(JSON_SCHEMA)
			.body(new ClassPathResource("static/schema/marquee-records.schema.json"));
	}

}
