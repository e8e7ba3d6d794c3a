package app.marquee.search;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class IndexReadinessTest {

	private final CountDownLatch opens = new CountDownLatch(1);

	private final IndexStore store = Mockito.mock(IndexStore.class);

	private final IndexFollower follower = new IndexFollower(Mockito.mock(Index.class), this.store,
			Mockito.mock(IndexBuilder.class), Mockito.mock(Changes.class), Mockito.mock(IndexMeasures.class),
			Mockito.mock(WebApplicationContext.class));

	@Test
	void comesWithTheIndexThatIsThereAndNotBefore() {
		Mockito.when(this.store.claim()).thenReturn(true);
		Mockito.when(this.store.open()).thenAnswer((asked) -> {
			this.opens.await();
			return null;
		});
		this.follower.start();

		CompletableFuture<Void> ready = CompletableFuture.runAsync(this::run);

		assertThat(ready).failsWithin(Duration.ofMillis(300));
		this.opens.countDown();
		assertThat(ready).succeedsWithin(Duration.ofSeconds(10));
		this.follower.stop();
	}

	@Test
	void waitsForNothingInACommand() {
		assertThat(CompletableFuture.runAsync(this::run)).succeedsWithin(Duration.ofSeconds(10));
	}

	private void run() {
		try {
			new IndexReadiness(this.follower).run(new DefaultApplicationArguments());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
