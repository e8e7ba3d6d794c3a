package app.marquee.web;

/** What was at an address is at another now; the visitor is sent there (301). */
public class MovedPermanently extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String from;

	private final String to;

	/**
	 * With both addresses.
	 * @param from the part of the path that is out of date
	 * @param to what stands in its place
	 */
	public MovedPermanently(String from, String to) {
		super(from + " is at " + to, null, false, false);
		this.from = from;
		this.to = to;
	}

	/** The new path of a page whose path begins with the old one. */
	public String path(String asked) {
		return asked.startsWith(this.from) ? this.to + asked.substring(this.from.length()) : this.to;
	}

}
