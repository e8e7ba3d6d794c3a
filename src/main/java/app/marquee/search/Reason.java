package app.marquee.search;

/**
 * Why a film stands where it stands. A film's score is the sum of the weights of its
 * reasons, and films with the same reasons have the same score: among them, the better
 * known comes first.
 */
enum Reason {

	/**
	 * Beside a number that may be a year ("blade runner 2049"), a title that has it: a
	 * little more than the year, and instead of it.
	 */
	YEAR_IN_TITLE(52, "Its title has the year that was typed."),

	/**
	 * Outweighs where in the titles the words stand (together 45), not whether they stand
	 * there. A year more or less is as good as the year: sources differ by one.
	 */
	NEAR_YEAR(46, "It is of the year that was typed, or of the one before or after, and no title of it has the year."),

	/** Of two that are near, the one that is exact. */
	YEAR(4, "It is of exactly the year that was typed, and no title of it has the year."),

	/**
	 * A title that is written just so, but perhaps for the article in front, comes before
	 * one that only means the same.
	 */
	AS_PRINTED(5, "A title of it is written just as the words were typed, as far as they go."),

	/** Nothing else can be meant so surely. */
	SAME_TITLE(20, "The words are one of its titles, whatever the hyphens, articles and numbers are written like."),

	/** As much as being called so; among equals, it is the better known. */
	FOREMOST(30,
			"One of its titles begins with the words, and it is far better known than the films that are called so."),

	/** People begin to type at the beginning. */
	TITLE_BEGINS(10, "One of its titles begins with the words."),

	/** Half a word at the beginning says as much as whole words somewhere in a title. */
	IN_TITLE(10,
			"All words stand in its titles, or one of its titles begins with what was typed so far; beside a year, of a film of that time or one that is called so."),

	/**
	 * A title that has all the words comes before any film that is found by people: it is
	 * in the titles as well (together 110, with a name 80).
	 */
	BEGUN_IN_TITLE(100,
			"All words stand in its titles, the last one perhaps only begun; beside a year, of a film of that time or one that is called so."),

	/**
	 * "ben sanderson" is one person or one part, and not a Ben and a Sanderson who worked
	 * on the same film: with being anywhere (40) more than these two together (115). A
	 * title that has the words is not outdone by another whose part is called so as well:
	 * Black Panther is not behind what a toy is called in another film.
	 */
	NAMED(80,
			"The words are a name: of somebody who made it, or of a part; or they stand in its titles, beside a year as the whole title of a film of that time."),

	/**
	 * "christopher nolan batman" is one director beside a word, and not a Christopher and
	 * a Nolan: with being anywhere (40) more than these two together (80).
	 */
	NAMED_BESIDE(50, "Two words that stand together are a name of somebody who made it, and all of them are none."),

	/** Words may come from title and people together. */
	TITLE_AND_PEOPLE(40,
			"One of its titles begins so, or each word stands in its titles or in the names of those who made it."),

	/** Least sure of what is written so: parts have all the names in the world. */
	ANYWHERE(40,
			"One of its titles begins so, or each word stands in its titles, its people, its parts or its genres."),

	/**
	 * A name that is still being typed; slips together (30) weigh less. A title that has
	 * the words is not outdone by another that has them in its names as well.
	 */
	BEGUN_NAMES(35,
			"All words stand in its titles, or each in the names of those who made it, the last one perhaps only begun."),

	/** Likelier than a slip, unless the slip leads to a film that is far better known. */
	INITIALS(12, "The letters are the initials of one of its titles."),

	/** One letter in the whole title: the surest of what is not written so. */
	TITLE_WITH_A_SLIP(10, "One of its titles is a slip away from what was typed."),

	/**
	 * As long as its words are as far away: "shawshenk" is one slip from a word of a
	 * title, and that is nearer than any title two slips away.
	 */
	TITLE_WITH_SLIPS(10,
			"One of its titles is a slip or two away from what was typed, and no single word is nearer; or its initials were typed."),

	/**
	 * Titles before people, also with slips; all of these weigh less than {@link #FOUND}.
	 */
	IN_TITLE_WITH_SLIPS(5, "All words stand in its titles, some with a slip."),

	/** More than a part with a slip, which anything may be called. */
	TITLE_AND_PEOPLE_WITH_SLIPS(5, "Each word stands in its titles or in the names of its people, some with a slip.");

	/**
	 * From this score on, a film has every word somewhere: then nobody has to be forgiven
	 * a slip. Below come words of a title and of people of which the last is only begun,
	 * and slips.
	 */
	static final float FOUND = BEGUN_NAMES.weight;

	/**
	 * What a film has at most of which no title has all the words and no name is what was
	 * typed: each stands somewhere, as a Jonny and a Depp do who worked on the same film.
	 */
	static final float BY_CHANCE = TITLE_AND_PEOPLE.weight + ANYWHERE.weight + BEGUN_NAMES.weight;

	private final int weight;

	private final String sentence;

	Reason(int weight, String sentence) {
		this.weight = weight;
		this.sentence = sentence;
	}

	int weight() {
		return this.weight;
	}

	/** For a curator: what it means of a film. */
	String sentence() {
		return this.sentence;
	}

}
