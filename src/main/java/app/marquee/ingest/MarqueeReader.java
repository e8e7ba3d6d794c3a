package app.marquee.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Marquee's own format: JSON objects, one after the other (as JSON Lines are) or as
 * the elements of one array. A source comes first, then its films; {@code type} says
 * which is which, and another source may follow.
 */
class MarqueeReader {

	private final JsonMapper json;

	MarqueeReader(JsonMapper json) {
		this.json = json.rebuild()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
	}

	/** One source and all its films. */
	record Edition(SourceEntry source, List<FilmRecord> films) {
	}

	/**
	 * Reads a whole file of one source.
	 * @throws IOException if it is not in the format; the message says where and what
	 */
	Edition read(String name, InputStream file) throws IOException {
		try (Editions editions = editions(name, file)) {
			SourceEntry source = editions.nextSource();
			if (source == null) {
				throw new IOException(name + " names no source");
			}
			List<FilmRecord> films = new ArrayList<>();
			editions.films().forEachRemaining(films::add);
			if (editions.nextSource() != null) {
				throw new IOException(name + " names more than one source");
			}
			return new Edition(source, films);
		}
		catch (UncheckedIOException ex) {
			throw new IOException(ex.getCause().getMessage(), ex.getCause());
		}
	}

	/** Reads a file of one source or several, as a stream. */
	Editions editions(String name, InputStream file) {
		return new Editions(name, file);
	}

	/**
	 * The sources of a file, one after the other; films are read before the next source
	 * is asked for.
	 */
	final class Editions implements Closeable {

		private final String name;

		private final MappingIterator<JsonNode> entries;

		private int number;

		/** The entry that was read and not taken yet. */
		private @Nullable ObjectNode pending;

		private Editions(String name, InputStream file) {
			this.name = name;
			this.entries = MarqueeReader.this.json.readerFor(JsonNode.class).readValues(file);
		}

		/**
		 * The next source.
		 * @throws UncheckedIOException if the file is not in the format
		 */
		@Nullable SourceEntry nextSource() {
			ObjectNode entry = peek();
			if (entry == null) {
				return null;
			}
			if (!is(entry, "source")) {
				throw wrong("the first entry's type is \"source\", the others' \"film\"");
			}
			return take(SourceEntry.class);
		}

		/**
		 * The films of the source that was read last; the first that is wrong ends it.
		 */
		RecordReader films() {
			return new Films(null);
		}

		/**
		 * The films of the source that was read last; those that are wrong are rejected,
		 * and it goes on.
		 */
		RecordReader films(Rejections rejections) {
			return new Films(rejections);
		}

		private final class Films implements RecordReader {

			private final @Nullable Rejections rejections;

			private @Nullable FilmRecord next;

			private Films(@Nullable Rejections rejections) {
				this.rejections = rejections;
			}

			@Override
			public boolean hasNext() {
				while (this.next == null) {
					try {
						ObjectNode entry = peek();
						if (entry == null || is(entry, "source")) {
							return false;
						}
						this.next = film(entry);
					}
					catch (WrongEntry ex) {
						if (this.rejections == null) {
							throw ex;
						}
						this.rejections.line(Editions.this.name, Editions.this.number, "", ex.why);
					}
				}
				return true;
			}

			private FilmRecord film(ObjectNode entry) {
				if (!is(entry, "film")) {
					Editions.this.pending = null;
					throw wrong("an entry's type is \"source\" or \"film\"");
				}
				FilmRecord film = take(FilmRecord.class);
				if (film.key() == null || film.title() == null || film.title().isBlank()) {
					throw wrong("a film needs a key and a title");
				}
				return film;
			}

			@Override
			public FilmRecord next() {
				if (!hasNext() || this.next == null) {
					throw new NoSuchElementException();
				}
				FilmRecord film = this.next;
				this.next = null;
				return film;
			}

			@Override
			public void close() {
				// the file is closed by whoever opened it: other sources may follow
			}

		}

		private static boolean is(@Nullable ObjectNode entry, String type) {
			return entry != null && entry.path("type").asString("").equals(type);
		}

		private @Nullable ObjectNode peek() {
			try {
				if (this.pending == null && this.entries.hasNext()) {
					this.number++;
					if (!(this.entries.next() instanceof ObjectNode object)) {
						throw wrong("an object was expected, of the type \"source\" or \"film\"");
					}
					this.pending = object;
				}
				return this.pending;
			}
			catch (JacksonException ex) {
				// no JSON any more: what comes after cannot be told apart
				throw new UncheckedIOException(
						new IOException(this.name + ", entry " + this.number + ": " + ex.getOriginalMessage()));
			}
		}

		private <T> T take(Class<T> type) {
			ObjectNode entry = this.pending;
			if (entry == null) {
				throw new NoSuchElementException();
			}
			this.pending = null;
			entry.remove("type");
			try {
				return MarqueeReader.this.json.treeToValue(entry, type);
			}
			catch (JacksonException | IllegalArgumentException ex) {
				throw wrong((ex instanceof JacksonException json) ? path(json) + json.getOriginalMessage()
						: String.valueOf(ex.getMessage()));
			}
		}

		/** Which property it is about: {@code rating.score: }. */
		private static String path(JacksonException ex) {
			String path = ex.getPath()
				.stream()
				.map(JacksonException.Reference::getPropertyName)
				.filter(Objects::nonNull)
				.collect(Collectors.joining("."));
			return path.isEmpty() ? "" : path + ": ";
		}

		private WrongEntry wrong(String why) {
			return new WrongEntry(this.name + ", entry " + this.number + ": ", why);
		}

		@Override
		public void close() {
			this.entries.close();
		}

	}

	/** An entry that is not in the format. */
	private static final class WrongEntry extends UncheckedIOException {

		private static final long serialVersionUID = 1L;

		private final String why;

		private WrongEntry(String where, String why) {
			super(new IOException(where + why));
			this.why = why;
		}

	}

}
