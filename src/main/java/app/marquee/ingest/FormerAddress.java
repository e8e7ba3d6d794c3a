package app.marquee.ingest;

import org.jspecify.annotations.Nullable;

/**
 * An address that a film or a person had, as an export has it: it is never given to
 * another. Where a film's address leads to the film that has another one now, the film's
 * own records say so.
 *
 * @param film the slug of a film that is there no longer, or null
 * @param person the slug of a person who has it no longer, or null
 * @param now the slug of the person to whom it leads; null if to nobody
 */
record FormerAddress(@Nullable String film, @Nullable String person, @Nullable String now) {
}
