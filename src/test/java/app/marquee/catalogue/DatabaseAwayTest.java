package app.marquee.catalogue;

import app.marquee.MarqueeTest;
import app.marquee.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

/** The database does not answer: that passes, and no page is at fault. */
@MarqueeTest
class DatabaseAwayTest {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Films films;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void asksToComeBack(boolean beforeAnythingWasAsked) {
		BDDMockito.given(this.films.findBySlug(Mockito.anyString()))
			.willThrow(beforeAnythingWasAsked ? new CannotCreateTransactionException("no connection")
					: new DataAccessResourceFailureException("connection lost"));

		Page page = Page.get(this.mvc, "/films/leaving-metropolis-2002");

		assertThat(page.status()).isEqualTo(503);
		assertThat(page.header("Retry-After")).isEqualTo("30");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.text("main")).contains("does not answer just now").doesNotContain("connection");
	}

	@Test
	void offersNoWayThatIsClosedAsWell() {
		BDDMockito.given(this.films.findBySlug(Mockito.anyString()))
			.willThrow(new CannotCreateTransactionException("no connection"));

		assertThat(Page.get(this.mvc, "/films/leaving-metropolis-2002").links("main a")).isEmpty();
	}

}
