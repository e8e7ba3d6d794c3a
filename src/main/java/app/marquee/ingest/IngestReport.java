package app.marquee.ingest;

/**
 * What became of the records of a run.
 *
 * @param read how many there were
 * @param created films that are new
 * @param updated records that say something else than before
 * @param unchanged records that say the same as before
 * @param withdrawn records that the source no longer has
 */
record IngestReport(long read, long created, long updated, long unchanged, long withdrawn) {

	static final IngestReport NOTHING = new IngestReport(0, 0, 0, 0, 0);

	IngestReport plus(IngestReport other) {
		return new IngestReport(this.read + other.read, this.created + other.created, this.updated + other.updated,
				this.unchanged + other.unchanged, this.withdrawn + other.withdrawn);
	}

	boolean changedSomething() {
		return this.created + this.updated + this.withdrawn > 0;
	}

}
