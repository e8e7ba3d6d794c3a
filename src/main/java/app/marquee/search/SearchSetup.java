package app.marquee.search;

import app.marquee.web.MarqueeSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the index is kept. */
@Configuration(proxyBeanMethods = false)
class SearchSetup {

	@Bean(destroyMethod = "")
	IndexStore indexStore(MarqueeSettings settings) {
		return new LuceneStore(settings.home());
	}

}
