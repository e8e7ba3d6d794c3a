package app.marquee.ingest;

import app.marquee.provenance.Statement;
import app.marquee.text.PartialDate;
import app.marquee.text.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as it is stored: what a source said of a film.
 *
 * @param id the number of the source record
 * @param sourceId the number of the source
 * @param by the source, as far as belief depends on it; what it has dropped since is as
 * old as the last list that had it
 */
record Recorded(long id, long sourceId, Statement.By by, FilmRecord film) {

	Recorded {
		PartialDate last = film.lastOffered();
		by = (last != null) ? by.asOf(last) : by;
	}

	/** The same record, with what the catalogue knows of it now. */
	Recorded saying(FilmRecord film) {
		return new Recorded(this.id, this.sourceId, this.by, film);
	}

	/**
	 * SHA-256 of what the source said, in hexadecimal digits: a record that comes again
	 * is passed over.
	 */
	static String hash(FilmRecord film, JsonMapper json) {
		return Sha256.hex(json.writeValueAsBytes(film.asSaid()));
	}

}
