package app.marquee.ingest;

import app.marquee.provenance.Statement;

/**
 * A record as it is stored: what a source said of a film.
 *
 * @param id the number of the source record
 * @param sourceId the number of the source
 * @param by the source, as far as belief depends on it
 */
record Recorded(long id, long sourceId, Statement.By by, FilmRecord film) {
}
