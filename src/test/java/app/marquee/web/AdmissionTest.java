package app.marquee.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import app.marquee.TestTexts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who is let in when more ask than can be served. */
class AdmissionTest {

	private final ExecutorService visitors = Executors.newCachedThreadPool();

	private final CountDownLatch going = new CountDownLatch(1);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Semaphore inside = new Semaphore(0);

	private final FilterChain slow = (request, response) -> {
		this.inside.release();
		try {
			assertThat(this.going.await(5, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new ServletException(ex);
		}
	};

	@AfterEach
	void closeTheHouse() {
		this.going.countDown();
		this.visitors.shutdown();
	}

	@Test
	void refusesAtOnceWhomItCouldNotServeInTime() throws Exception {
		Admission admission = admission(2, 0);
		List<Future<MockHttpServletResponse>> served = List.of(visit(admission), visit(admission));
		awaitInside(2);

		MockHttpServletResponse refused = ask(admission, this.slow);

		assertThat(refused.getStatus()).isEqualTo(503);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
		assertThat(refused.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(refused.getContentAsString()).contains("<h1>The house is full</h1>", "load the page again");
		assertThat(this.meters.get("marquee.pages.refused").counter().count()).isPositive();
		this.going.countDown();
		for (Future<MockHttpServletResponse> answer : served) {
			assertThat(answer.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
		}
	}

	@Test
	void servesAgainAsSoonAsThereIsRoom() throws Exception {
		Admission admission = admission(1, 0);
		Future<MockHttpServletResponse> first = visit(admission);
		awaitInside(1);
		assertThat(ask(admission, this.slow).getStatus()).isEqualTo(503);
		this.going.countDown();
		first.get(5, TimeUnit.SECONDS);

		assertThat(visit(admission).get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
	}

	@Test
	void letsSomeWaitForTheirTurn() throws Exception {
		Admission admission = admission(1, 3);
		List<Future<MockHttpServletResponse>> waiting = new ArrayList<>();
		waiting.add(visit(admission));
		awaitInside(1);
		for (int visitor = 0; visitor < 3; visitor++) {
			waiting.add(visit(admission));
		}
		// time to stand in the queue; who comes later is served all the same
		Thread.sleep(300);
		this.going.countDown();

		for (Future<MockHttpServletResponse> answer : waiting) {
			assertThat(answer.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
		}
	}

	@Test
	void refusesWhoWouldWaitBehindTooManyWhileTheseStillWait() throws Exception {
		Admission admission = admission(1, 1);
		Future<MockHttpServletResponse> first = visit(admission);
		awaitInside(1);
		Future<MockHttpServletResponse> waiting = visit(admission);
		// time to stand in the queue
		Thread.sleep(300);

		assertThat(ask(admission, this.slow).getStatus()).isEqualTo(503);
		assertThat(waiting).isNotDone();

		this.going.countDown();
		assertThat(first.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
		assertThat(waiting.get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
	}

	@Test
	void letsNoMoreWaitThanItMayWhenManyComeAtOnce() throws Exception {
		Admission admission = admission(1, 1);
		CompletionService<MockHttpServletResponse> crowd = new ExecutorCompletionService<>(this.visitors);
		for (int visitor = 0; visitor < 20; visitor++) {
			crowd.submit(() -> ask(admission, this.slow));
		}
		for (int refused = 0; refused < 18; refused++) {
			assertThat(crowd.take().get().getStatus()).isEqualTo(503);
		}

		this.going.countDown();
		assertThat(crowd.take().get().getStatus()).isEqualTo(200);
		assertThat(crowd.take().get().getStatus()).isEqualTo(200);
	}

	@Test
	void givesThePlaceBackWhenAPageFails() throws Exception {
		Admission admission = admission(1, 0);
		assertThatExceptionOfType(ServletException.class).isThrownBy(() -> admission
			.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
				throw new ServletException("broken");
			}));
		this.going.countDown();

		assertThat(visit(admission).get(5, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
	}

	private Admission admission(int atOnce, int waiting) throws Exception {
		Refusals refusals = new Refusals(new Assets(new PathMatchingResourcePatternResolver()), TestTexts.texts());
		return new Admission(new PageSettings(DataSize.ofBytes(0), atOnce, waiting), refusals, this.meters);
	}

	private Future<MockHttpServletResponse> visit(Admission admission) {
		return this.visitors.submit(() -> ask(admission, this.slow));
	}

	private void awaitInside(int visitors) throws InterruptedException {
		assertThat(this.inside.tryAcquire(visitors, 5, TimeUnit.SECONDS)).isTrue();
	}

	private static MockHttpServletResponse ask(Admission admission, FilterChain chain) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		admission.doFilter(new MockHttpServletRequest("GET", "/"), response, chain);
		return response;
	}

}
