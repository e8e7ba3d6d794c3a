package app.marquee.ingest;

import java.util.BitSet;

/**
 * Counts what becomes of the records of a run, and knows which of those before it saw.
 */
final class Tally {

	long read;

	long created;

	long updated;

	long unchanged;

	long withdrawn;

	long matched;

	long doubtful;

	long repeated;

	long spared;

	/** How many records of before this run has seen. */
	long seenBefore;

	private final BitSet seen = new BitSet();

	/** The record, by its id, is in the source. */
	void see(long record) {
		this.seen.set(Math.toIntExact(record));
	}

	boolean isSeen(long record) {
		return this.seen.get(Math.toIntExact(record));
	}

	IngestReport report(boolean compared) {
		return new IngestReport(this.read, this.created, this.updated, this.unchanged, this.withdrawn, this.matched,
				this.doubtful, this.repeated, this.spared, compared);
	}

}
