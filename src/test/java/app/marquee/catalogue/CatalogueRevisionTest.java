package app.marquee.catalogue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogueRevisionTest {

	private final JdbcClient jdbc = Mockito.mock(JdbcClient.class, Mockito.RETURNS_DEEP_STUBS);

	private final CatalogueRevision revision = new CatalogueRevision(this.jdbc,
			Mockito.mock(PlatformTransactionManager.class));

	@Test
	void letsNobodyWaitForADatabaseThatDoesNotAnswer() throws InterruptedException {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		Mockito.when(this.jdbc.sql(Mockito.anyString()).query(Long.class).single()).thenAnswer((asking) -> {
			asked.countDown();
			answered.await();
			return 7L;
		});
		CompletableFuture<Long> first = CompletableFuture.supplyAsync(this.revision::revision);
		asked.await();

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(this.revision::revision);

		answered.countDown();
		assertThat(first.join()).isEqualTo(7);
		assertThat(this.revision.revision()).isEqualTo(7);
	}

	@Test
	void doesNotAskAgainAtOnceWhereItWasAskedInVain() {
		PlatformTransactionManager away = Mockito.mock(PlatformTransactionManager.class);
		Mockito.when(away.getTransaction(Mockito.any())).thenThrow(new CannotCreateTransactionException("away"));
		CatalogueRevision unknown = new CatalogueRevision(this.jdbc, away);

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(unknown::revision);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(unknown::revision);

		Mockito.verify(away, Mockito.times(1)).getTransaction(Mockito.any());
	}

}
