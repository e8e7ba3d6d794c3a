package app.marquee.provenance;

/**
 * A statement with what became of it.
 *
 * @param reason a sentence for visitors
 */
public record Judged(Statement statement, Standing standing, Wording reason) {

	public boolean accepted() {
		return this.standing == Standing.ACCEPTED;
	}

}
