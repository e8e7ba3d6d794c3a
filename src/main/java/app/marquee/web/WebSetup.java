package app.marquee.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

	/** All links begin at the root of the host. */
	WebSetup(@Value("${server.servlet.context-path:}") String contextPath) {
		if (!contextPath.isEmpty() && !contextPath.equals("/")) {
			throw new InvalidConfigurationPropertyValueException("server.servlet.context-path", contextPath,
					"Pages of Marquee lead to each other from the root of their host: give it a host name of its own.");
		}
	}

	/** Each address has one form, whatever a program says that it would rather have. */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer formats) {
		formats.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new RequestCheck()).excludePathPatterns("/assets/**", "/error");
	}

	@Bean
	MappedInterceptor layoutOfEveryPage(Layout layout) {
		return new MappedInterceptor(new String[] { "/**" }, layout);
	}

	/** Visitors read English until there are texts in another language. */
	@Bean
	LocaleResolver localeResolver() {
		return new FixedLocaleResolver(Locale.ENGLISH);
	}

	/** Instead of Spring Boot's, with its settings. */
	@Bean
	static WrittenTexts defaultTemplateResolver(ThymeleafProperties properties, MessageSource messages) {
		WrittenTexts templates = new WrittenTexts(messages, Locale.ENGLISH);
		templates.setPrefix(properties.getPrefix());
		templates.setSuffix(properties.getSuffix());
		templates.setTemplateMode(properties.getMode());
		templates.setCharacterEncoding(properties.getEncoding().name());
		templates.setCacheable(properties.isCache());
		return templates;
	}

	/**
	 * Before the first page is made: the engine is fixed from then on. A page's variables
	 * are in the engine's own maps, not among the request's attributes.
	 */
	@Autowired
	void readPropertiesDirectly(SpringTemplateEngine templates) {
		templates.setEngineContextFactory((configuration, template, attributes,
				page) -> new EngineContext(configuration, template, attributes, page.getLocale(), variables(page)));
		templates.setDialect(new SpringStandardDialect() {

			private final PropertyPaths paths = new PropertyPaths(super.getVariableExpressionEvaluator());

			@Override
			public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
				return this.paths;
			}

		});
	}

	private static Map<String, Object> variables(IContext page) {
		return page.getVariableNames()
			.stream()
			.filter((name) -> page.getVariable(name) != null)
			.collect(Collectors.toMap((name) -> name, page::getVariable));
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
