package app.marquee.search;

import javax.sql.DataSource;

import app.marquee.web.MarqueeSettings;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the index is kept: in files, or in OpenSearch if it says where that is. */
@Configuration(proxyBeanMethods = false)
class SearchSetup {

	/** Closed by the one that keeps the index, after its last edition. */
	@Bean(destroyMethod = "")
	IndexStore indexStore(MarqueeSettings house, SearchSettings search, DataSource database, JsonMapper json) {
		return search.uris().isEmpty() ? new LuceneStore(house.home()) : new OpenSearchStore(search, database, json);
	}

}
