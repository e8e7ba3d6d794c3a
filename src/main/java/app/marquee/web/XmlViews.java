package app.marquee.web;

import java.nio.charset.StandardCharsets;

import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Templates that are not HTML. Thymeleaf knows that a template is XML by its name, which
 * is the file's ({@code review/reviews.atom}, {@code home/sitemap.xml}), and the type of
 * the answer by the ending of the address. What the ending does not tell is said here.
 */
@Configuration(proxyBeanMethods = false)
class XmlViews {

	/** How browsers learn to search here. */
	@Bean
	ThymeleafViewResolver openSearchView(ISpringTemplateEngine templates) {
		ThymeleafViewResolver views = new ThymeleafViewResolver();
		views.setTemplateEngine(templates);
		views.setViewNames(new String[] { "*/opensearch.xml" });
		views.setCharacterEncoding(StandardCharsets.UTF_8.name());
		views.setContentType("application/opensearchdescription+xml;charset=UTF-8");
		views.setForceContentType(true);
		// in front of Spring Boot's, which takes every name
		views.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
		return views;
	}

}
