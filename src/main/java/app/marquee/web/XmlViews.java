package app.marquee.web;

import org.thymeleaf.spring6.view.ThymeleafView;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/**
 * Templates that are not HTML. Thymeleaf knows that a template is XML by its name, which
 * is the file's ({@code review/reviews.atom}, {@code home/sitemap.xml}), and the type of
 * the answer by the address. What the address does not tell is said here.
 */
@Configuration(proxyBeanMethods = false)
class XmlViews {

	private static final String OPEN_SEARCH = "home/opensearch.xml";

	/** How browsers learn to search here. */
	@Bean(OPEN_SEARCH)
	@Scope(BeanDefinition.SCOPE_PROTOTYPE)
	ThymeleafView openSearch() {
		ThymeleafView view = new ThymeleafView(OPEN_SEARCH);
		view.setContentType("application/opensearchdescription+xml;charset=UTF-8");
		view.setForceContentType(true);
		return view;
	}

}
