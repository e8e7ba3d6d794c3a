package app.marquee.provenance;

import java.util.List;

/**
 * A statement with what became of it.
 *
 * @param reason a sentence for visitors
 * @param borneOutBy what else counts for it: other sources name the same character
 * without saying who plays it
 */
public record Claim(Statement statement, Standing standing, Wording reason, List<Statement> borneOutBy) {

	public boolean accepted() {
		return this.standing == Standing.ACCEPTED;
	}

}
