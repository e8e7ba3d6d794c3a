package app.marquee.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

	/** Each address has one form, whatever a program says that it would rather have. */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer formats) {
		formats.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new RequestCheck()).excludePathPatterns("/assets/**", "/error");
	}

	/** Visitors read English until there are texts in another language. */
	@Bean
	LocaleResolver localeResolver() {
		return new FixedLocaleResolver(Locale.ENGLISH);
	}

	/** Before the first page is made: the engine is fixed from then on. */
	@Autowired
	void readPropertiesDirectly(SpringTemplateEngine templates) {
		templates.setDialect(new SpringStandardDialect() {

			private final PropertyPaths paths = new PropertyPaths(super.getVariableExpressionEvaluator());

			@Override
			public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
				return this.paths;
			}

		});
	}

	/**
	 * What goes wrong is said in HTML, also where a feed or a stylesheet was asked for.
	 */
	@Bean
	ThymeleafViewResolver errorViews(ISpringTemplateEngine templates) {
		ThymeleafViewResolver views = new ThymeleafViewResolver();
		views.setTemplateEngine(templates);
		views.setViewNames(new String[] { "error/*" });
		views.setCharacterEncoding(StandardCharsets.UTF_8.name());
		views.setContentType("text/html;charset=UTF-8");
		views.setForceContentType(true);
		// in front of Spring Boot's, which takes every name
		views.setOrder(Ordered.LOWEST_PRECEDENCE - 11);
		return views;
	}

}
