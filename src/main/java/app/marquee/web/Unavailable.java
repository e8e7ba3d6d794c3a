package app.marquee.web;

import java.time.Duration;

/**
 * A part of the house is closed for a while. The visitor gets a 503 page that says which,
 * and when to come again.
 */
public class Unavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String missing;

	private final Duration retryAfter;

	/**
	 * With what the visitor needs to know.
	 * @param missing the key of the message that says what is missing
	 */
	public Unavailable(String missing, Duration retryAfter) {
		super(missing, null, false, false);
		this.missing = missing;
		this.retryAfter = retryAfter;
	}

	public String missing() {
		return this.missing;
	}

	public Duration retryAfter() {
		return this.retryAfter;
	}

}
