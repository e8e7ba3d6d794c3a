package app.marquee.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Marquee's own format: JSON objects, one to a line (JSON Lines) or as the elements
 * of one array. A source comes first, then its films; {@code type} says which is which,
 * and another source may follow. An export ends with addresses of before. Of lines, a
 * broken one costs itself; an array ends where it is broken. A file that ends within an
 * entry is cut off: that is a failure, not a broken entry. One entry is in memory at a
 * time, and one line is bounded ({@link WholeRows#LARGEST}).
 */
class MarqueeReader {

	/** An entry's type. */
	private static final String SOURCE = "source";

	private static final String FILM = "film";

	private static final String FORMER = "former";

	/** What a broken line says that was to be a source. */
	private static final Pattern TO_BE_SOURCE = Pattern.compile("\"type\"\\s*:\\s*\"source\"");

	/** What Jackson adds about itself. */
	private static final Pattern SENTENCE_END = Pattern.compile("(?s)\\s*(\\n|: \\(| \\(|\\[Source).*");

	/** What properties take, as a curator calls it. */
	private static final Map<Class<?>, String> KINDS = Map.of(Integer.class, "a whole number", int.class,
			"a whole number", BigDecimal.class, "a number", String.class, "a text", boolean.class, "true or false",
			PartialDate.class, "a date");

	private final JsonMapper json;

	private final Clock clock;

	MarqueeReader(JsonMapper json, Clock clock) {
		this.clock = clock;
		this.json = json.rebuild()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			// a price of 4.90 stays so: what is exported is what was read
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.build();
	}

	/** Also as long as it will be when it is stored. */
	private @Nullable String broken(FilmRecord film) {
		String broken = Limits.broken(film);
		if (broken == null) {
			broken = toCome(film);
		}
		return (broken == null && this.json.writeValueAsString(film).length() > Limits.STORED)
				? "a record of more than " + Limits.STORED + " characters" : broken;
	}

	private @Nullable String toCome(FilmRecord film) {
		return Stream
			.of(film.offers().stream().map((offer) -> toCome("offers.checked", offer.checked())),
					film.offers().stream().map((offer) -> toCome("offers.ended", offer.ended())),
					film.reviews().stream().map((review) -> toCome("reviews.written", review.written())),
					film.corrections().stream().map((correction) -> toCome("corrections.on", correction.on())),
					film.merged().stream().map((merged) -> toCome("merged.on", merged.on())))
			.flatMap(Function.identity())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private @Nullable String toCome(String what, @Nullable PartialDate date) {
		return (date != null && date.isToCome(this.clock)) ? what + ": " + date + " is still to come" : null;
	}

	private static boolean is(@Nullable ObjectNode entry, String type) {
		return entry != null && entry.path("type").asString("").equals(type);
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
			if (is(editions.peek(), FORMER)) {
				throw new IOException(name + " has an address of before; only an export has those");
			}
			for (Rejections.Reason reason : editions.told.reasons()) {
				throw new IOException(name + ", line " + reason.examples().get(0).line() + ": " + reason.reason());
			}
			return new Edition(source, films);
		}
		catch (UncheckedIOException ex) {
			throw new IOException(Objects.requireNonNull(ex.getCause()).getMessage(), ex.getCause());
		}
	}

	/** Reads a file of one source or several, as a stream. */
	Editions editions(String name, InputStream file) throws IOException {
		return new Editions(name, file);
	}

	/**
	 * The sources of a file, one after the other; films are read before the next source
	 * is asked for.
	 */
	final class Editions implements Closeable {

		private final String name;

		/** What is told of lines before somebody asks for their films. */
		private final Rejections told = new Rejections();

		private final Entries entries;

		/** The entry that was read and not taken yet. */
		private @Nullable ObjectNode pending;

		/** Whether a source was read. */
		private boolean begun;

		private Editions(String name, InputStream file) throws IOException {
			this.name = name;
			this.entries = Entries.of(name, file, MarqueeReader.this.json, this.told);
		}

		/**
		 * The next source.
		 * @throws UncheckedIOException if the file is not in the format
		 */
		@Nullable SourceEntry nextSource() {
			ObjectNode entry = peek();
			if (entry == null || this.begun && is(entry, FORMER)) {
				return null;
			}
			if (!is(entry, SOURCE)) {
				throw wrong("the first entry's type is \"source\", the others' \"film\"");
			}
			this.begun = true;
			SourceEntry source = take(SourceEntry.class);
			String broken = Limits.broken(source);
			broken = (broken != null) ? broken : toCome("asOf", source.asOf());
			if (broken != null) {
				throw wrong(broken);
			}
			return source;
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

		/**
		 * The addresses of before, after all sources; those that are wrong are rejected.
		 */
		Iterator<FormerAddress> former(Rejections rejections) {
			return new OfType<>(FormerAddress.class, FORMER, Limits::broken, rejections);
		}

		/**
		 * All addresses that an export gives to namesakes, then those of before, as
		 * leading to nobody yet; to read them, the file is read to its end.
		 * @param met is told each source
		 */
		Iterator<FormerAddress> addresses(Consumer<SourceEntry> met) {
			return new Addresses(met);
		}

		private final class Addresses implements Iterator<FormerAddress> {

			private final Consumer<SourceEntry> met;

			private final Rejections rejections = new Rejections();

			private final Deque<FormerAddress> found = new ArrayDeque<>();

			private Iterator<FilmRecord> films = Collections.emptyIterator();

			private @Nullable Iterator<FormerAddress> former;

			private Addresses(Consumer<SourceEntry> met) {
				this.met = met;
			}

			@Override
			public boolean hasNext() {
				while (this.found.isEmpty() && read()) {
					// a film without namesakes
				}
				return !this.found.isEmpty();
			}

			/** Reads on; whether there was more. */
			private boolean read() {
				if (this.films.hasNext()) {
					this.films.next()
						.people()
						.forEach((person) -> this.found.add(new FormerAddress(null, Namesake.of(person).slug(), null)));
					return true;
				}
				if (this.former == null) {
					SourceEntry source = nextSource();
					if (source != null) {
						this.met.accept(source);
						this.films = films(this.rejections);
						return true;
					}
					this.former = former(this.rejections);
				}
				if (!this.former.hasNext()) {
					return false;
				}
				FormerAddress next = this.former.next();
				return this.found.add(new FormerAddress(next.film(), next.person(), null));
			}

			@Override
			public FormerAddress next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				return this.found.remove();
			}

		}

		private final class Films extends OfType<FilmRecord> implements RecordReader {

			private Films(@Nullable Rejections rejections) {
				super(FilmRecord.class, FILM, MarqueeReader.this::broken, rejections);
			}

			@Override
			public void close() {
				// the file is closed by whoever opened it: other sources may follow
			}

		}

		/** The entries of one type that follow each other. */
		private class OfType<T> implements Iterator<T> {

			private final Class<T> shape;

			private final String type;

			/** Why an entry cannot be kept, or null. */
			private final Function<T, @Nullable String> limits;

			private final @Nullable Rejections rejections;

			private @Nullable T next;

			private OfType(Class<T> shape, String type, Function<T, @Nullable String> limits,
					@Nullable Rejections rejections) {
				this.shape = shape;
				this.type = type;
				this.limits = limits;
				this.rejections = rejections;
			}

			@Override
			public boolean hasNext() {
				while (this.next == null) {
					try {
						ObjectNode entry = peek();
						if (entry == null || this.type.equals(FILM) && (is(entry, SOURCE) || is(entry, FORMER))) {
							break;
						}
						this.next = read(entry);
					}
					catch (WrongEntry ex) {
						if (this.rejections == null) {
							throw ex;
						}
						this.rejections.line(Editions.this.name, Editions.this.entries.line(), ex.entry, ex.why);
					}
				}
				if (this.rejections != null) {
					this.rejections.addAll(Editions.this.told);
				}
				return this.next != null;
			}

			private T read(ObjectNode entry) {
				if (!is(entry, this.type)) {
					Editions.this.pending = null;
					throw wrong(this.type.equals(FORMER) ? "sources and films stand before the addresses of before"
							: "an entry's type is \"source\" or \"film\"");
				}
				T read = take(this.shape);
				String broken = this.limits.apply(read);
				if (broken != null) {
					throw wrong(broken);
				}
				return read;
			}

			@Override
			public T next() {
				if (!hasNext() || this.next == null) {
					throw new NoSuchElementException();
				}
				T read = this.next;
				this.next = null;
				return read;
			}

		}

		private @Nullable ObjectNode peek() {
			if (this.pending == null) {
				try {
					JsonNode entry = this.entries.next();
					if (entry != null && !(entry instanceof ObjectNode)) {
						throw wrong("an object was expected, of the type \"source\" or \"film\"");
					}
					this.pending = (ObjectNode) entry;
				}
				catch (JacksonException ex) {
					if (ex instanceof UnexpectedEndOfInputException && this.entries.isAtEnd()) {
						throw new UncheckedIOException(SourceText.cutOff(this.name, this.entries.line()));
					}
					throw wrong("no JSON: " + SENTENCE_END.split(ex.getOriginalMessage(), 2)[0]);
				}
				catch (NumberFormatException ex) {
					// which Jackson throws as it is
					throw wrong("a number that is beyond all numbers");
				}
			}
			return this.pending;
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
				throw (ex instanceof JacksonException json) ? wrong(why(json), instead(json))
						: wrong(String.valueOf(ex.getMessage()));
			}
		}

		/** What is wrong with an entry, in the words of its format. */
		private static String why(JacksonException ex) {
			if (ex instanceof UnrecognizedPropertyException) {
				return path(ex) + "there is no such property";
			}
			if (ex instanceof MismatchedInputException mismatched) {
				Class<?> type = mismatched.getTargetType();
				String kind = (type == null) ? null
						: Collection.class.isAssignableFrom(type) ? "a list" : KINDS.get(type);
				return path(ex) + ((kind != null) ? kind : "another kind of value") + " was expected";
			}
			String said = (ex.getCause() != null) ? ex.getCause().getMessage() : ex.getOriginalMessage();
			return path(ex) + ((said != null) ? said : "an entry of a list is null");
		}

		/** The value that is there instead, where it can be said. */
		private static String instead(JacksonException ex) {
			return (ex instanceof InvalidFormatException wrong) ? ", and not \"" + wrong.getValue() + "\"" : "";
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

		/** A source that cannot be read: its films would be taken for another's. */
		private UncheckedIOException wrong(String why) {
			return wrong(why, "");
		}

		/**
		 * The same.
		 * @param instead what is there; no part of the reason, by which entries are
		 * counted
		 */
		private UncheckedIOException wrong(String why, String instead) {
			String message = this.name + ", line " + this.entries.line() + ": " + why + instead;
			return TO_BE_SOURCE.matcher(this.entries.text()).find() ? new UncheckedIOException(new IOException(message))
					: new WrongEntry(message, why, this.entries.text());
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

		private final String entry;

		private WrongEntry(String message, String why, String entry) {
			super(new IOException(message));
			this.why = why;
			this.entry = entry;
		}

	}

}
