package app.marquee.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import app.marquee.TestTexts;
import app.marquee.text.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TicketsTest {

	private final Tickets tickets = new Tickets(TestTexts.texts(),
			Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2022       | Checked in 2022, more than 3 years ago: it may be gone
			2024-12-31 | Checked on 31 December 2024, more than a year ago: it may be gone
			2026-03    | Checked in March 2026, more than 7 months ago
			2026-10-01 | Checked on 1 October 2026, more than a month ago
			2026-11-20 | Checked on 20 November 2026
			2026       | Checked in 2026
			2027-01-01 | Checked on 1 January 2027
			""")
	void saysHowOldTheKnowledgeIs(String day, String words) {
		assertThat(this.tickets.checked(new PartialDate(day))).isEqualTo(words);
	}

	@Test
	void saysBetweenWhichDaysSomebodyLooked() {
		assertThat(this.tickets.checked(new PartialDate("2021-09-25"), new PartialDate("2022-05")))
			.isEqualTo("Checked between 25 September 2021 and May 2022, more than 4 years ago: it may be gone");
	}

}
