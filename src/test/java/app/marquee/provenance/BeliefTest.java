package app.marquee.provenance;

import java.util.ArrayList;
import java.util.List;

import app.marquee.TestTexts;
import app.marquee.text.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BeliefTest {

	private final List<Statement> said = new ArrayList<>();

	@Test
	void believesWhatMostSourcesSay() {
		Source guide = source("guide").trust(90);
		guide.says(Field.RATING, "6.2");
		source("portal").trust(10).says(Field.RATING, "6.1");
		source("paper").trust(10).says(Field.RATING, "6.1");

		assertThat(accepted()).containsExactly("6.1", "6.1");
		assertThat(reasonFor("6.1")).isEqualTo("2 of 3 sources say so.");
		assertThat(reasonFor("6.2")).isEqualTo("Believed is “6.1”: 2 of 3 sources say so.");
	}

	@Test
	void countsASourceOnceHoweverManyRecordsItHas() {
		source("portal").trust(50).says(Field.YEAR, "1994");
		source("guide").trust(40).record(2).says(Field.YEAR, "1995");
		source("guide").trust(40).record(3).says(Field.YEAR, "1995");

		assertThat(accepted()).containsExactly("1994");
		assertThat(reasonFor("1994")).isEqualTo("portal is trusted more than guide.");
	}

	@Test
	void countsForOneWhatSeveralHaveFromOne() {
		source("IMDb").trust(70).says(Field.RUNTIME, "164");
		source("Netflix catalogue").passingOn("JustWatch").trust(40).says(Field.RUNTIME, "165");
		source("HBO catalogue").passingOn("JustWatch").trust(40).says(Field.RUNTIME, "165");
		source("HBO catalogue").passingOn("IMDb").trust(40).says(Field.RATING, "7.7");
		source("IMDb").trust(70).says(Field.RATING, "7.7");

		assertThat(accepted()).containsExactly("164", "7.7", "7.7");
		assertThat(reasonFor("164")).isEqualTo("IMDb is trusted more than Netflix catalogue.");
		assertThat(reasonFor("7.7")).isEqualTo("Only IMDb says so.");
	}

	@Test
	void believesTheMoreTrustedOfTwo() {
		source("guide").trust(30).says(Field.TOLD, "David’s work", "playwright");
		source("portal").trust(50).says(Field.TOLD, "David’s work", "painter");

		assertThat(accepted()).containsExactly("painter");
		assertThat(standingOf("playwright")).isEqualTo(Standing.DISPUTED);
	}

	@Test
	void believesATitleRatherThanWhatStandsForOne() {
		source("IMDb").trust(70).says(Field.TITLE, "Untitled Ada Lane Project");
		source("Netflix catalogue").trust(40).says(Field.TITLE, "Marble");

		assertThat(accepted()).containsExactly("Marble");
		assertThat(reasonFor("Marble"))
			.isEqualTo("“Untitled Ada Lane Project” only stands for a title until the film has one.");
	}

	@Test
	void believesThatAFilmIsCalledUntitled() {
		source("IMDb").trust(70).says(Field.TITLE, "Untitled");
		source("Netflix catalogue").trust(40).says(Field.TITLE, "Marble");

		assertThat(accepted()).containsExactly("Untitled");
	}

	@Test
	void believesTheNewerOfTwoThatAreTrustedAlike() {
		source("old").trust(50).asOf("2019").says(Field.RUNTIME, "90");
		source("new").trust(50).asOf("2021-03").says(Field.RUNTIME, "94");

		assertThat(accepted()).containsExactly("94");
		assertThat(reasonFor("94")).isEqualTo("new has the newer data.");
	}

	@Test
	void saysThatTheOtherGivesNoDate() {
		source("dated").trust(50).asOf("2019").says(Field.RUNTIME, "90");
		source("undated").trust(50).says(Field.RUNTIME, "94");

		assertThat(reasonFor("90")).isEqualTo("dated gives a date for its data, and undated gives none.");
	}

	@Test
	void believesTheRatingThatMostPeopleGave() {
		source("MovieLens").trust(60).votes(149).says(Field.RATING, "8.3");
		source("club").trust(90).says(Field.RATING, "8.3");
		source("HBO catalogue").trust(40).votes(2_684_317).says(Field.RATING, "9.0");

		assertThat(accepted()).containsExactly("9.0");
		assertThat(reasonFor("9.0")).isEqualTo("It is the mean of 2,684,317 votes; of the other, 149 were counted.");
	}

	@Test
	void believesARatingWhoseVotesAreCountedRatherThanOneWithoutAny() {
		source("portal").trust(90).says(Field.RATING, "8.3");
		source("guide").trust(10).votes(12).says(Field.RATING, "7.1");

		assertThat(accepted()).containsExactly("7.1");
		assertThat(reasonFor("7.1")).isEqualTo("It is the mean of 12 votes; of the other, none were counted.");
	}

	@Test
	void takesACuratorsRatingOverAllVotes() {
		source("IMDb").trust(70).votes(2_000).says(Field.RATING, "8.3");
		source("Ada").curator().says(Field.RATING, "8.0");

		assertThat(accepted()).containsExactly("8.0");
	}

	@Test
	void believesWhatWasHereFirstWhereNothingElseDecides() {
		source("first").trust(50).record(1).says(Field.CERTIFICATE, "PG");
		source("second").trust(50).record(2).says(Field.CERTIFICATE, "R");

		assertThat(accepted()).containsExactly("PG");
	}

	@Test
	void takesACuratorsWordOverEverything() {
		source("a").trust(100).says(Field.YEAR, "1998");
		source("b").trust(100).says(Field.YEAR, "1998");
		source("c").trust(100).says(Field.YEAR, "1998");
		source("Ada").curator().says(Field.YEAR, "1997");

		assertThat(accepted()).containsExactly("1997");
		assertThat(reasonFor("1997")).isEqualTo("Ada decided so.");
	}

	@Test
	void seesNoDisagreementInCaseAccentsOrPunctuation() {
		source("a").says(Field.TITLE, "Amélie: Le Film");
		source("b").says(Field.TITLE, "AMELIE, LE FILM");

		assertThat(judged()).allMatch(Claim::accepted);
		assertThat(reasonFor("Amélie: Le Film")).isEqualTo("2 sources say the same.");
	}

	@Test
	void takesSeveralGenresForTrueAtOnce() {
		source("a").says(Field.GENRE, "Drama");
		source("b").says(Field.GENRE, "Comedy");

		assertThat(accepted()).containsExactly("Drama", "Comedy");
	}

	@Test
	void rejectsWhatIsUnsoundWhoeverSaysIt() {
		source("a").trust(100).unsound("It is no number.").says(Field.RATING, "undefined");
		source("b").trust(1).says(Field.RATING, "6.0");

		assertThat(standingOf("undefined")).isEqualTo(Standing.REJECTED);
		assertThat(reasonFor("undefined")).isEqualTo("It is no number.");
		assertThat(accepted()).containsExactly("6.0");
	}

	@Test
	void letsASourceThatOnlyNamesACharacterBearOutTheOneWhoCasts() {
		source("guide").trust(90).says(Field.CHARACTER, "Troy Ruptash", "Elliot");
		source("other").trust(30).says(Field.CHARACTER, "Troy Ruptash", "David");
		source("portal").trust(50).says(Field.NAMED, "David");

		assertThat(standingOf("Elliot")).isEqualTo(Standing.DISPUTED);
		assertThat(reasonFor("Elliot")).contains("2 of 3 sources");
	}

	@Test
	void doubtsTheRestOfAStoryWhoseCharactersOthersContradict() {
		Source guide = source("guide").record(1);
		guide.says(Field.CHARACTER, "A", "Elliot");
		guide.says(Field.CHARACTER, "B", "Derek");
		guide.says(Field.CHARACTER, "C", "Craig");
		guide.says(Field.CREDIT, "actor", "C");
		guide.says(Field.CREDIT, "Voice", "D");
		guide.says(Field.CREDIT, "action choreographer", "E");
		guide.says(Field.CREDIT, "director", "Brad Fraser");
		guide.says(Field.SYNOPSIS, "Elliot’s story");
		guide.says(Field.YEAR, "2002");
		for (String other : List.of("x", "y")) {
			Source source = source(other).record(other.charAt(0));
			source.says(Field.CHARACTER, "A", "David");
			source.says(Field.CHARACTER, "B", "Matt");
			source.says(Field.SYNOPSIS, "David’s story, told by " + other);
		}

		assertThat(standingOf("Craig")).isEqualTo(Standing.DISPUTED);
		assertThat(standingOf("C")).as("the actor whom only this story has").isEqualTo(Standing.DISPUTED);
		assertThat(standingOf("D")).as("and the voice").isEqualTo(Standing.DISPUTED);
		assertThat(standingOf("E")).as("nobody in it").isEqualTo(Standing.ACCEPTED);
		assertThat(standingOf("Elliot’s story")).isEqualTo(Standing.DISPUTED);
		assertThat(standingOf("Brad Fraser")).as("who made the film is no part of its story")
			.isEqualTo(Standing.ACCEPTED);
		assertThat(standingOf("2002")).isEqualTo(Standing.ACCEPTED);
		assertThat(reasonFor("Craig")).contains("2 of the 2 characters");
	}

	@Test
	void doesNotDoubtAStoryForOneCharacterThatDiffers() {
		Source guide = source("guide").record(1);
		guide.says(Field.CHARACTER, "A", "Eliot");
		guide.says(Field.CHARACTER, "B", "Derek");
		guide.says(Field.CHARACTER, "C", "Craig");
		for (String other : List.of("x", "y")) {
			Source source = source(other).record(other.charAt(0));
			source.says(Field.CHARACTER, "A", "Elliot");
			source.says(Field.CHARACTER, "B", "Derek");
		}

		assertThat(standingOf("Eliot")).isEqualTo(Standing.DISPUTED);
		assertThat(standingOf("Craig")).isEqualTo(Standing.ACCEPTED);
	}

	@Test
	void saysThatACuratorDecidedWhatNobodyElseSays() {
		source("Ada").curator().says(Field.RUNTIME, "90");
		source("Ada").curator().says(Field.GENRE, "Drama");
		source("guide").says(Field.YEAR, "1999");

		assertThat(reasonFor("90")).isEqualTo("Ada decided so.");
		assertThat(reasonFor("Drama")).isEqualTo("Ada decided so.");
		assertThat(reasonFor("1999")).isEqualTo("Only guide says so.");
	}

	@Test
	void showsTheTellingOfTheMostTrustedSourceAndAcceptsTheOthers() {
		source("guide").trust(30).says(Field.SYNOPSIS, "One telling.");
		source("portal").trust(50).says(Field.SYNOPSIS, "Another telling.");

		assertThat(accepted()).containsExactly("One telling.", "Another telling.");
		assertThat(Belief.synopsis(judged())).map((one) -> one.statement().value()).contains("Another telling.");
	}

	@Test
	void givesOneVerdictForEachStatementInTheirOrder() {
		source("a").says(Field.YEAR, "1999");
		source("b").says(Field.YEAR, "2000");
		source("b").says(Field.GENRE, "Drama");

		assertThat(judged()).extracting(Claim::statement).containsExactlyElementsOf(this.said);
	}

	private List<Claim> judged() {
		return Belief.judge(this.said);
	}

	private List<String> accepted() {
		return judged().stream().filter(Claim::accepted).map((one) -> one.statement().value()).toList();
	}

	private Standing standingOf(String value) {
		return about(value).standing();
	}

	private String reasonFor(String value) {
		return about(value).reason().in(TestTexts.texts());
	}

	private Claim about(String value) {
		return judged().stream().filter((one) -> one.statement().value().equals(value)).findFirst().orElseThrow();
	}

	private Source source(String name) {
		return new Source(name);
	}

	/** Somebody who says things about the film. */
	private final class Source {

		private final String name;

		private int votes;

		private int trust = 50;

		private boolean curator;

		private long record = 1;

		private @Nullable PartialDate asOf;

		private @Nullable String unsound;

		private String origin;

		private Source(String name) {
			this.name = name;
			this.origin = name;
		}

		private Source passingOn(String origin) {
			this.origin = origin;
			return this;
		}

		private Source trust(int trust) {
			this.trust = trust;
			return this;
		}

		private Source votes(int votes) {
			this.votes = votes;
			return this;
		}

		private Source curator() {
			this.curator = true;
			return this;
		}

		private Source record(long record) {
			this.record = record;
			return this;
		}

		private Source asOf(String asOf) {
			this.asOf = new PartialDate(asOf);
			return this;
		}

		private Source unsound(String reason) {
			this.unsound = reason;
			return this;
		}

		private void says(Field field, String value) {
			says(field, "", value);
		}

		private void says(Field field, String subject, String value) {
			Statement.By by = new Statement.By(this.name, this.name, this.origin, this.curator, this.trust, this.asOf);
			BeliefTest.this.said.add(new Statement(by, this.record, field, subject, value, null, null, 0, this.votes,
					(this.unsound != null) ? Wording.verbatim(this.unsound) : null));
		}

	}

}
