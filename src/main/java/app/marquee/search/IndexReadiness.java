package app.marquee.search;

import java.time.Duration;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * The server is not ready before an index that is there is open: whoever restarts one of
 * several would send visitors to lists that answer 503.
 */
@Component
class IndexReadiness implements ApplicationRunner {

	/** A large index is compared with its checksums in a second or two. */
	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final IndexFollower index;

	IndexReadiness(IndexFollower index) {
		this.index = index;
	}

	@Override
	public void run(ApplicationArguments arguments) throws InterruptedException {
		this.index.awaitOpened(LONGEST);
	}

}
