package app.marquee.search;

/**
 * Who plays whom, in the index one text: between the two stands what no name can have.
 *
 * @param character empty where it is not known, and for the crew
 */
record Played(String name, String character) {

	private static final char BETWEEN = '\0';

	static Played of(String stored) {
		int between = stored.indexOf(BETWEEN);
		return new Played(stored.substring(0, between), stored.substring(between + 1));
	}

	String stored() {
		return this.name + BETWEEN + this.character;
	}

}
