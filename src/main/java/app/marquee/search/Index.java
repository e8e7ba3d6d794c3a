package app.marquee.search;

import java.util.Map;

import app.marquee.web.MarqueeSettings;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the index. */
@Configuration(proxyBeanMethods = false)
class Index {

	/**
	 * Moves on whenever {@link FilmDocument}, {@link PersonDocument} or the folding of
	 * words changes. It is part of the path: an index of another format is never read,
	 * and the new one is built from the database.
	 */
	static final int FORMAT = 1;

	@Bean(destroyMethod = "close")
	CloseableSearchMapping searchMapping(MarqueeSettings settings) {
		String root = settings.home().resolve("index").resolve("format-" + FORMAT).toAbsolutePath().toString();
		return SearchMapping
			.builder(AnnotatedTypeSource.fromClasses(FilmDocument.class, PersonDocument.class, FilmHit.class,
					PersonHit.class))
			.properties(Map.of("hibernate.search.backend.type", "lucene", "hibernate.search.backend.lucene_version",
					"LUCENE_9_12_3", "hibernate.search.backend.directory.root", root,
					"hibernate.search.backend.analysis.configurer", new Analysis(),
					// one commit a second is enough: what is lost in a crash is followed
					// again from the database
					"hibernate.search.backend.io.commit_interval", "1000",
					"hibernate.search.backend.io.refresh_interval", "0"))
			.build();
	}

}
