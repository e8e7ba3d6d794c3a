package app.marquee.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import app.marquee.web.MarqueeSettings;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** Opens the index. */
@Configuration(proxyBeanMethods = false)
class Index {

	/**
	 * Moves on whenever {@link FilmDocument}, {@link PersonDocument} or the folding of
	 * words changes. It is part of the path: an index of another format is never read,
	 * and the new one is built from the database.
	 */
	static final int FORMAT = 2;

	@Bean(destroyMethod = "close")
	CloseableSearchMapping searchMapping(MarqueeSettings settings) throws IOException {
		Path indexes = settings.home().resolve("index").toAbsolutePath();
		Path own = indexes.resolve("format-" + FORMAT);
		removeOthers(indexes, own);
		return SearchMapping
			.builder(AnnotatedTypeSource.fromClasses(FilmDocument.class, PersonDocument.class, FilmHit.class,
					PersonHit.class))
			.properties(Map.of("hibernate.search.backend.type", "lucene", "hibernate.search.backend.lucene_version",
					"LUCENE_9_12_3", "hibernate.search.backend.directory.root", own.toString(),
					"hibernate.search.backend.analysis.configurer", new Analysis(),
					// one commit a second is enough: what is lost in a crash is followed
					// again from the database
					"hibernate.search.backend.io.commit_interval", "1000",
					"hibernate.search.backend.io.refresh_interval", "0"))
			.build();
	}

	/** Indexes of other formats are of no use to anybody. */
	private static void removeOthers(Path indexes, Path own) throws IOException {
		if (Files.isDirectory(indexes)) {
			try (Stream<Path> formats = Files.list(indexes)) {
				for (Path other : formats.filter((path) -> !path.equals(own)).toList()) {
					FileSystemUtils.deleteRecursively(other);
				}
			}
		}
	}

}
