package app.marquee.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Marquee's own format: JSON objects, as the elements of one array or one after the
 * other. The first is the source, the others are its films; {@code type} says which.
 */
class MarqueeReader {

	private final JsonMapper json;

	MarqueeReader(JsonMapper json) {
		this.json = json.rebuild()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
	}

	/** One source and its films. */
	record Edition(SourceEntry source, List<FilmRecord> films) {
	}

	/**
	 * Reads a whole file.
	 * @throws IOException if it is not in the format; the message says where and what
	 */
	Edition read(String name, InputStream file) throws IOException {
		SourceEntry source = null;
		List<FilmRecord> films = new ArrayList<>();
		int number = 0;
		try (MappingIterator<JsonNode> entries = this.json.readerFor(JsonNode.class).readValues(file)) {
			while (entries.hasNext()) {
				number++;
				JsonNode entry = entries.next();
				String type = type(entry);
				if ("source".equals(type)) {
					source = this.json.treeToValue(entry, SourceEntry.class);
				}
				else if ("film".equals(type) && source != null) {
					films.add(checked(this.json.treeToValue(entry, FilmRecord.class)));
				}
				else {
					throw new IOException(name + ", entry " + number
							+ ": the first entry's type is \"source\", the others' \"film\"");
				}
			}
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new IOException(name + ", entry " + number + ": " + ex.getMessage(), ex);
		}
		if (source == null) {
			throw new IOException(name + " names no source");
		}
		return new Edition(source, films);
	}

	private static @Nullable String type(JsonNode entry) {
		return (entry instanceof tools.jackson.databind.node.ObjectNode object && object.get("type") != null)
				? object.remove("type").asString() : null;
	}

	private static FilmRecord checked(FilmRecord film) {
		if (film.key() == null || film.title() == null || film.title().isBlank()) {
			throw new IllegalArgumentException("a film needs a key and a title");
		}
		return film;
	}

}
