package app.marquee.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

import app.marquee.web.MarqueeSettings;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Flyway's repeatable migration that loads the seeds. It runs when they have changed, or
 * the setting that all films are weighed with, for its checksum is of these; and it goes
 * through the same door as every import. Commands leave the seeds to the server: they may
 * be called with other settings, and what an export says of the seeds' films has to be
 * there first.
 */
@Component
@ConditionalOnBooleanProperty(name = SeedMigration.LOADED, matchIfMissing = true)
class SeedMigration implements JavaMigration {

	/** Whether this process loads the seeds. */
	static final String LOADED = "seeds.load";

	private static final Logger LOG = LoggerFactory.getLogger(SeedMigration.class);

	private final Ingest ingest;

	private final MarqueeReader reader;

	private final List<Resource> seeds;

	private final int minimumVotes;

	SeedMigration(Ingest ingest, JsonMapper json, Clock clock, MarqueeSettings settings,
			ResourcePatternResolver resources) throws IOException {
		this.ingest = ingest;
		this.reader = new MarqueeReader(json, clock);
		this.seeds = seeds(settings.seeds(), resources);
		this.minimumVotes = settings.minimumVotes();
	}

	/** An empty folder means no seeds; one that is not there is a mistake. */
	private static List<Resource> seeds(String folder, ResourcePatternResolver resources) throws IOException {
		List<Resource> seeds;
		try {
			seeds = Arrays.stream(resources.getResources(folder + "*.json"))
				.sorted(Comparator.comparing(Resource::getFilename))
				.toList();
		}
		catch (FileNotFoundException ex) {
			seeds = List.of();
		}
		if (seeds.isEmpty() && !resources.getResource(folder).exists()) {
			throw new BadSeed("marquee.seeds: there is no folder " + folder
					+ ((folder.indexOf(':') < 0) ? "; one of this machine is written as file:" + folder : ""));
		}
		return seeds;
	}

	@Override
	public @Nullable MigrationVersion getVersion() {
		return null;
	}

	@Override
	public String getDescription() {
		return "seeds";
	}

	@Override
	public Integer getChecksum() {
		CRC32 checksum = new CRC32();
		checksum.update(String.valueOf(this.minimumVotes).getBytes(StandardCharsets.UTF_8));
		for (Resource seed : this.seeds) {
			try {
				checksum.update(seed.getContentAsByteArray());
			}
			catch (IOException ex) {
				throw new IllegalStateException("The seed " + seed.getFilename() + " cannot be read.", ex);
			}
		}
		return (int) checksum.getValue();
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) {
		// all are read before the first is written: a mistake in the last file leaves the
		// catalogue as it was
		List<MarqueeReader.Edition> editions = this.seeds.stream().map(this::read).toList();
		List<String> sources = editions.stream().map((edition) -> edition.source().id()).toList();
		sources.stream()
			.filter((source) -> Collections.frequency(sources, source) > 1)
			.findFirst()
			.ifPresent((source) -> {
				throw new BadSeed("two files are of the source \"" + source + "\"; put them into one");
			});
		JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
		this.ingest.weigh(jdbc);
		editions.forEach((edition) -> {
			take(jdbc, edition);
			jdbc.update("update source set seeded = true where slug = ?", edition.source().id());
		});
		jdbc.queryForList("select slug from source where seeded", String.class)
			.stream()
			.filter((slug) -> !sources.contains(slug))
			.forEach((slug) -> forget(jdbc, slug));
	}

	private void take(JdbcTemplate jdbc, MarqueeReader.Edition edition) {
		IngestReport report = this.ingest.take(jdbc, edition.source(), edition.films().iterator(),
				Ingest.Way.quiet(TransactionOperations.withoutTransaction(), Ingest.Gone.WITHDRAWN));
		LOG.info("{}: {}", edition.source().name(), report);
	}

	/** A seed that is gone: all that it said is withdrawn. */
	private void forget(JdbcTemplate jdbc, String slug) {
		take(jdbc, new MarqueeReader.Edition(new SourceEntry(slug, slug, "page", 0, null, null, null), List.of()));
		jdbc.update("delete from source where slug = ?", slug);
	}

	private MarqueeReader.Edition read(Resource seed) {
		try (InputStream file = seed.getInputStream()) {
			return this.reader.read(String.valueOf(seed.getFilename()), file);
		}
		catch (IOException ex) {
			throw new BadSeed(ex);
		}
	}

}
