package app.marquee.catalogue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProminenceTest {

	@Test
	void givesWhoDirectsMoreThanWhoIsBilledLate() {
		double director = Prominence.share(Department.DIRECTING, 30, null);

		assertThat(director).isEqualTo(Prominence.share(Department.CAST, 0, "Norman Bates"));
		assertThat(Prominence.share(Department.CAST, 3, "Sam")).isEqualTo(director / 2);
		assertThat(Prominence.share(Department.CAST, 20, "Man in Hat"))
			.isLessThan(Prominence.share(Department.WRITING, 31, null));
	}

	@Test
	void givesHardlyAnythingToWhoIsSeenInPassing() {
		double late = Prominence.share(Department.CAST, 25, "Usher");

		assertThat(Prominence.share(Department.CAST, 0, "Self - Guest")).isLessThan(late);
		assertThat(Prominence.share(Department.CAST, 2, "Himself")).isLessThan(late);
		assertThat(Prominence.share(Department.CAST, 2, "Usher (uncredited)")).isLessThan(late);
		assertThat(Prominence.share(Department.CAST, 0, "Selfridge")).as("a name").isEqualTo(1);
	}

}
