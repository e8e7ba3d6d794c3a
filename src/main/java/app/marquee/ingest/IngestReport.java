package app.marquee.ingest;

/**
 * What became of the records of a run.
 *
 * @param read how many there were
 * @param created films that are new
 * @param updated records that say something else than before
 * @param unchanged records that say the same as before
 * @param withdrawn records that the source no longer has
 * @param matched new records of films that were known
 * @param doubtful new records that may speak of one of several films, and are kept apart
 * @param repeated records of a key that came before in the same source; the first was
 * taken
 * @param spared records that a list no longer has and that stay as they are, because they
 * are the most of it
 * @param compared whether records of one name could be compared with each other before
 * the first of them was joined to a film
 */
record IngestReport(long read, long created, long updated, long unchanged, long withdrawn, long matched, long doubtful,
		long repeated, long spared, boolean compared) {

	boolean changedSomething() {
		return this.created + this.updated + this.withdrawn + this.matched > 0;
	}

}
