package app.marquee.search;

import org.apache.lucene.search.IndexSearcher;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How the index splits text, whichever kind it is. All folding is done by
 * {@link app.marquee.text.Folding}, before indexing and before searching, so that the
 * database, the addresses and every kind of index compare words in one and the same way.
 */
class Analysis implements LuceneAnalysisConfigurer, ElasticsearchAnalysisConfigurer {

	/** Words between spaces, as they are. */
	static final String WORDS = "words";

	/**
	 * A question of many words has many clauses; Lucene stops at 1024 of them if nobody
	 * says else.
	 */
	private static final int CLAUSES = 4096;

	private static final String AT_SPACES = "whitespace";

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		IndexSearcher.setMaxClauseCount(CLAUSES);
		context.analyzer(WORDS).custom().tokenizer(AT_SPACES);
	}

	@Override
	public void configure(ElasticsearchAnalysisConfigurationContext context) {
		context.analyzer(WORDS).custom().tokenizer(AT_SPACES);
	}

}
