package app.marquee.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProminenceTest {

	@Test
	void givesWhoDirectsMoreThanWhoIsBilledLate() {
		double director = Prominence.share("directing", 30, null);

		assertThat(director).isEqualTo(Prominence.share("cast", 0, "Norman Bates"));
		assertThat(Prominence.share("cast", 3, "Sam")).isEqualTo(director / 2);
		assertThat(Prominence.share("cast", 20, "Man in Hat")).isLessThan(Prominence.share("writing", 31, null));
	}

	@Test
	void givesHardlyAnythingToWhoIsSeenInPassing() {
		double late = Prominence.share("cast", 25, "Usher");

		assertThat(Prominence.share("cast", 0, "Self - Guest")).isLessThan(late);
		assertThat(Prominence.share("cast", 2, "Himself")).isLessThan(late);
		assertThat(Prominence.share("cast", 2, "Usher (uncredited)")).isLessThan(late);
		assertThat(Prominence.share("cast", 0, "Selfridge")).as("a name").isEqualTo(1);
	}

}
