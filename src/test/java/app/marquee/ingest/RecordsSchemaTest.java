package app.marquee.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the schema of our own format says is what the reader takes. */
class RecordsSchemaTest {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JsonNode text = text();

	private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(this.text);

	@ParameterizedTest
	@MethodSource("seeds")
	void allowsTheSeeds(Path seed) throws IOException {
		JsonNode entries = JSON.readTree(Files.readString(seed));
		assertThat(entries).isNotEmpty()
			.allSatisfy((entry) -> assertThat(this.schema.validate(entry)).as(entry.toString()).isEmpty());
	}

	static Stream<Path> seeds() throws IOException {
		try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
			return seeds.filter((file) -> file.toString().endsWith(".json")).toList().stream();
		}
	}

	@Test
	void allowsWhatAnExportWrites() {
		Random random = new Random(7);
		for (int i = 0; i < 300; i++) {
			String line = ReadersPropertyTest.line(RandomFilms.film(random));
			assertThat(this.schema.validate(JSON.readTree(line))).as(line).isEmpty();
		}
	}

	/** Not every language's patterns have classes of Unicode. */
	@Test
	void isWrittenInPatternsThatEveryValidatorReads() {
		assertThat(this.text.findValuesAsString("pattern")).isNotEmpty()
			.noneMatch((pattern) -> pattern.contains("\\p"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'former','film':'a'}", "{'type':'former','person':'a'}",
			"{'type':'former','person':'a-2','now':'a'}", "{'type':'former','film':'七人の侍-1954'}",
			"{'type':'former','film':'मदर-इंडिया-1957'}" })
	void allowsAddressesOfBefore(String entry) {
		String json = entry.replace('\'', '"');
		assertThat(this.schema.validate(JSON.readTree(json))).isEmpty();
		assertThat(MarqueeReaderTest.rejectionsOf(json)).isEmpty();
	}

	@Test
	void knowsEveryPropertyOfWhatStandsInAFile() {
		knows(FilmRecord.class, this.text.at("/$defs/film"));
		knows(FormerAddress.class, this.text.at("/$defs/former"));
		knows(SourceEntry.class, this.text.at("/$defs/source"));
	}

	/** What stands in the schema and not in the records, export adds to them. */
	private void knows(Class<?> type, JsonNode schema) {
		JsonNode properties = schema.path("properties");
		for (RecordComponent component : type.getRecordComponents()) {
			JsonNode property = resolved(properties.path(component.getName()));
			assertThat(property.isMissingNode()).as("%s.%s", type.getSimpleName(), component.getName()).isFalse();
			Class<?> element = elementOf(component);
			if (element.isRecord() && element.getPackage().equals(type.getPackage())) {
				knows(element, property.has("items") ? resolved(property.path("items")) : property);
			}
		}
	}

	private JsonNode resolved(JsonNode schema) {
		return schema.has("$ref") ? this.text.at(schema.path("$ref").asString().substring(1)) : schema;
	}

	private static Class<?> elementOf(RecordComponent component) {
		return (component.getGenericType() instanceof ParameterizedType list && component.getType() == List.class)
				? (Class<?>) list.getActualTypeArguments()[0] : component.getType();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "7", "{'type':'song'}", "{'type':'film','key':'a'}",
			"{'type':'film','key':'a','title':' '}", "{'type':'film','key':'a','title':'A','yaer':1927}",
			"{'type':'film','key':'a','title':'A','film':'a/b'}",
			"{'type':'film','key':'a','title':'A','people':{'Ada':'a/b'}}",
			"{'type':'film','key':'a','title':'A','people':['a/b']}", "{'type':'former'}",
			"{'type':'former','film':'a','person':'b'}", "{'type':'former','film':'a','now':'b'}",
			"{'type':'former','person':'a/b'}", "{'type':'former','person':'a','then':'b'}",
			"{'type':'film','key':'a','title':'A','year':'silent'}",
			"{'type':'film','key':'a','title':'A','year':1800}", "{'type':'film','key':'a','title':'A','runtime':0}",
			"{'type':'film','key':'a','title':'A','genres':['']}",
			"{'type':'film','key':'a','title':'A','genres':[null]}",
			"{'type':'film','key':'a','title':'A','rating':{'score':11}}",
			"{'type':'film','key':'a','title':'A','rating':{'votes':5}}",
			"{'type':'film','key':'a','title':'A','credits':[{'name':'Ada'}]}",
			"{'type':'film','key':'a','title':'A','credits':[{'id':'nm1','name':'Ada','job':'actor'}]}",
			"{'type':'film','key':'a','title':'A','titles':[{'title':'B','kind':'other'}]}",
			"{'type':'film','key':'a','title':'A','ids':{'imdb':''}}",
			"{'type':'film','key':'a','title':'A','reviews':[{'key':'1','text':'Good.','written':'31.3.2022'}]}",
			"{'type':'film','key':'a','title':'A','offers':[{'provider':'N','kind':'stream'}]}",
			"{'type':'film','key':'a','title':'A','offers':[{'provider':'N','kind':'lend','checked':'2022'}]}",
			"{'type':'film','key':'a','title':'A','offers':[{'provider':'N','kind':'buy','price':5,'checked':'2022'}]}",
			"{'type':'film','key':'a','title':'A','offers':[{'provider':'N','kind':'buy','region':'ca','checked':'2022'}]}" })
	void refusesWhatTheReaderRejects(String entry) {
		String json = entry.replace('\'', '"');
		assertThat(this.schema.validate(JSON.readTree(json))).isNotEmpty();
		assertThat(MarqueeReaderTest.rejectionsOf(json)).hasSize(1);
	}

	private static JsonNode text() {
		try (InputStream file = RecordsSchemaTest.class
			.getResourceAsStream("/static/schema/marquee-records.schema.json")) {
			return JSON.readTree(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
