package app.marquee.search;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.store.AlreadyClosedException;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** The index that is searched, whichever edition it is just now. */
@Component
class Index {

	/**
	 * Moves on whenever {@link FilmDocument}, {@link PersonDocument} or the folding of
	 * words changes. It is part of where the index is kept: an index of another format is
	 * never read, and the new one is built from the database.
	 */
	static final int FORMAT = 15;

	private static final Logger LOG = LoggerFactory.getLogger(Index.class);

	/** How an OpenSearch answers that has lost an index, or cannot read it. */
	private static final Pattern NODE_FAILS = Pattern.compile("Response: (404|5\\d\\d) ");

	/**
	 * How one answers that has too much to do, or is not there yet; not: whose shards are
	 * lost.
	 */
	private static final Pattern NODE_IS_BUSY = Pattern.compile("(?s)Response: (429|50[234]) (?!.*shard)");

	private volatile @Nullable Edition current;

	private volatile long followed = Edition.UNFINISHED;

	/** Whether a search failed as it does when files are damaged or a node is away. */
	private volatile boolean suspect;

	/**
	 * Asks the index.
	 * @param question is answered wholly before this returns: the session is closed then
	 * @throws IndexAway if there is none just now
	 */
	<T> T ask(Function<SearchSession, T> question) {
		while (true) {
			Edition edition = this.current;
			if (edition == null) {
				throw new IndexAway();
			}
			if (edition.enter()) {
				try (SearchSession session = edition.mapping().createSession()) {
					return question.apply(session);
				}
				catch (SearchException | AlreadyClosedException ex) {
					throw failure(ex);
				}
				finally {
					edition.leave();
				}
			}
			// it was exchanged this very moment: the next one is there
		}
	}

	/** A mistake in a query stays one; an index that cannot be read is away. */
	private RuntimeException failure(RuntimeException failure) {
		if (isPassing(failure)) {
			return new IndexAway();
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException || cause instanceof AlreadyClosedException || isFromNode(cause)) {
				if (!this.suspect) {
					LOG.warn("The index cannot be searched, and is looked at: {}", inOneLine(cause));
				}
				this.suspect = true;
				return new IndexAway();
			}
		}
		return failure;
	}

	private static boolean isFromNode(Throwable cause) {
		return cause.getMessage() != null && NODE_FAILS.matcher(cause.getMessage()).find();
	}

	/** Whether the index is as it was, and only the node that holds it is busy. */
	static boolean isPassing(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.map(Throwable::getMessage)
			.anyMatch((message) -> message != null && NODE_IS_BUSY.matcher(message).find());
	}

	/**
	 * What can be found: it is another after each change.
	 *
	 * @param edition its name; empty while there is none
	 */
	record State(String edition, long followed) {
	}

	State state() {
		Edition edition = this.current;
		return new State((edition != null) ? edition.name() : "", this.followed);
	}

	/** The catalogue revision that the edition which is served has followed to. */
	long followed() {
		return this.followed;
	}

	void follows(long revision) {
		this.followed = revision;
	}

	/** It has to be looked at. */
	void suspect() {
		this.suspect = true;
	}

	boolean isSuspect() {
		return this.suspect;
	}

	@Nullable Edition current() {
		return this.current;
	}

	/**
	 * Serves another edition from now on.
	 * @param edition null: none, until another comes
	 * @return the one before
	 */
	@Nullable Edition serve(@Nullable Edition edition) {
		Edition before = this.current;
		this.suspect = false;
		this.current = edition;
		return before;
	}

	/** What went wrong, for a log: Hibernate Search writes whole reports. */
	static String inOneLine(Throwable failure) {
		return failure.toString().lines().map(String::strip).limit(6).collect(Collectors.joining(" "));
	}

	static String megabytes(long bytes) {
		return String.format(Locale.ENGLISH, "%,.1f MB", bytes / 1e6);
	}

}
