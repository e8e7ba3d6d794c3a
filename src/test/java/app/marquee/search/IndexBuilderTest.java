package app.marquee.search;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

class IndexBuilderTest {

	/** An interrupted reader closes the file of H2 for everybody. */
	@Test
	void letsTheOthersEndTheirBatchWhereOneFails() {
		assumeThat(Runtime.getRuntime().availableProcessors()).as("those who read at once").isGreaterThan(1);
		Changes changes = Mockito.mock(Changes.class);
		Mockito.when(changes.highestFilm()).thenReturn(10_000L);
		Documents documents = Mockito.mock(Documents.class);
		CountDownLatch reading = new CountDownLatch(1);
		AtomicReference<String> other = new AtomicReference<>("did not read");
		Mockito.when(documents.films(Mockito.anyList())).thenAnswer((asked) -> {
			List<Long> ids = asked.getArgument(0);
			if (ids.get(0) == 1) {
				reading.await(1, TimeUnit.SECONDS);
				throw new IllegalStateException("no room on the disk");
			}
			other.set("is reading");
			reading.countDown();
			Thread.sleep(200);
			other.set("read to its end");
			return List.of();
		});

		assertThatIllegalStateException()
			.isThrownBy(() -> new IndexBuilder(documents, changes).all(Mockito.mock(Edition.class), () -> false))
			.withMessage("no room on the disk");

		assertThat(other).hasValue("read to its end");
		Mockito.verify(documents, Mockito.atMost(2)).films(Mockito.anyList());
	}

}
