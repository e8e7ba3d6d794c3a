package app.marquee.ingest;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far an import is, how fast, and how long it will take: a bar on a terminal, a
 * line now and then elsewhere.
 */
class Progress implements Consumer<IngestReport>, AutoCloseable {

	private static final long LINE_EVERY = Duration.ofSeconds(2).toNanos();

	/** A tenth of a per cent. */
	private static final int STEPS = 1000;

	private final RecordReader reader;

	private final PrintWriter out;

	private final long start = System.nanoTime();

	private long lastLine = this.start;

	private final @Nullable ProgressBar bar;

	Progress(String source, RecordReader reader, PrintWriter out) {
		this.reader = reader;
		this.out = out;
		this.bar = (System.console() != null) ? new ProgressBarBuilder().setTaskName(source)
			.setInitialMax(STEPS)
			.setUnit(" %", STEPS / 100)
			.setStyle(ProgressBarStyle.UNICODE_BLOCK)
			.setUpdateIntervalMillis(500)
			.build() : null;
	}

	@Override
	public void accept(IngestReport report) {
		long now = System.nanoTime();
		double seconds = (now - this.start) / 1e9;
		double share = this.reader.share();
		String count = String.format(Locale.ENGLISH, "%,d records, %,.0f/s", report.read(), report.read() / seconds);
		if (this.bar != null) {
			if (share >= 0) {
				this.bar.stepTo(Math.round(share * STEPS));
			}
			else {
				this.bar.maxHint(-1);
			}
			this.bar.setExtraMessage(count);
		}
		else if (now - this.lastLine > LINE_EVERY) {
			this.lastLine = now;
			this.out.println((share > 0) ? count + String.format(Locale.ENGLISH, ", %.0f %%, about %,.0f s left",
					share * 100, seconds / share - seconds) : count);
			this.out.flush();
		}
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
		}
	}

}
