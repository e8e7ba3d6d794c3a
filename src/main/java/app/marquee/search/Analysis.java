package app.marquee.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How the index splits text. All folding is done by {@link app.marquee.web.Folding},
 * before indexing and before searching, so that the database, the addresses and every
 * kind of index compare texts in one and the same way.
 */
class Analysis implements LuceneAnalysisConfigurer {

	/** Words between spaces, as they are. */
	static final String WORDS = "words";

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		context.analyzer(WORDS).custom().tokenizer("whitespace");
	}

}
