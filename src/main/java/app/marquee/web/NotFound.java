package app.marquee.web;

/** Nothing lives at this address. The visitor gets a 404 page with what comes closest. */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound(String wanted) {
		super("nothing at " + wanted, null, false, false);
	}

}
