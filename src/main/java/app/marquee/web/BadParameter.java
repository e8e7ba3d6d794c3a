package app.marquee.web;

/**
 * A parameter has a value that it cannot have. The visitor gets a 400 page that names it.
 */
public class BadParameter extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String name;

	private final String takes;

	/**
	 * With what the visitor needs to know.
	 * @param name of the parameter
	 * @param takes the key of the message that says what it takes
	 */
	public BadParameter(String name, String takes) {
		super(name + ": " + takes, null, false, false);
		this.name = name;
		this.takes = takes;
	}

	public String name() {
		return this.name;
	}

	public String takes() {
		return this.takes;
	}

}
