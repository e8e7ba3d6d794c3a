package app.marquee.web;

/** Nothing lives at this address. The visitor gets a 404 page with what comes closest. */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String wanted;

	/**
	 * With the words that the address consists of.
	 * @param slug what was asked for
	 */
	public NotFound(String slug) {
		super("nothing at " + slug, null, false, false);
		this.wanted = slug.replace('-', ' ');
	}

	/** What was looked for, as words. */
	public String wanted() {
		return this.wanted;
	}

}
