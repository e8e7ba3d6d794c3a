package app.marquee.search;

import org.apache.lucene.search.IndexSearcher;
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

	/**
	 * A question of many words has many clauses, and each slip that is forgiven may be one
	 * of fifty words.
	 */
	private static final int CLAUSES = 8192;

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		IndexSearcher.setMaxClauseCount(CLAUSES);
		context.analyzer(WORDS).custom().tokenizer("whitespace");
	}

}
