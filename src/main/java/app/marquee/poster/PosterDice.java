package app.marquee.poster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Chance that falls the same way for the same film, on every machine: SplitMix64, seeded
 * with the SHA-256 of a text.
 */
final class PosterDice {

	private long state;

	PosterDice(String seed) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
			this.state = ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	double between(double low, double high) {
		return low + (high - low) * ((next() >>> 11) * 0x1.0p-53);
	}

	/** Between 0 and {@code bound - 1}. */
	int below(int bound) {
		return (int) Long.remainderUnsigned(next(), bound);
	}

	boolean chance(double probability) {
		return between(0, 1) < probability;
	}

	<T> T pick(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	private long next() {
		this.state += 0x9E3779B97F4A7C15L;
		long z = this.state;
		z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
		return z ^ (z >>> 31);
	}

}
