package app.marquee.search;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What an operator may want to know of the index, under {@code /actuator/metrics}. */
@Component
class IndexMeasures implements MeterBinder {

	private volatile long revision = Edition.UNFINISHED;

	private volatile LongSupplier bytes = () -> 0;

	private volatile @Nullable Duration building;

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("marquee.index.revision", () -> this.revision)
			.description("The catalogue revision that the index has followed to; -1: there is no index yet")
			.register(registry);
		Gauge.builder("marquee.index.size", () -> this.bytes.getAsLong())
			.description("How large the index is")
			.baseUnit("bytes")
			.register(registry);
		Gauge.builder("marquee.index.build", () -> {
			Duration took = this.building;
			return (took != null) ? took.toMillis() / 1e3 : Double.NaN;
		})
			.description("How long it took to build the index; not known where it was built before this start")
			.baseUnit("seconds")
			.register(registry);
	}

	void follows(long revision) {
		this.revision = revision;
	}

	void sized(LongSupplier bytes) {
		this.bytes = bytes;
	}

	void built(Duration took) {
		this.building = took;
	}

}
