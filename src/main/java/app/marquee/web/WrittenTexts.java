package app.marquee.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

import org.springframework.context.MessageSource;
import org.springframework.util.FileCopyUtils;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes texts that are the same on every page, {@code th:text="#{film.cast}"}, into the
 * templates when these are read: there is one language, and templates are read once. A
 * text that needs a value, or has markup inside, is left to Thymeleaf.
 */
class WrittenTexts extends SpringResourceTemplateResolver {

	private static final Pattern ATTRIBUTE = Pattern.compile(" th:(aria-label|title|placeholder)=\"#\\{([\\w.-]+)}\"");

	/** The words between the tags are for whoever reads the template. */
	private static final Pattern CONTENT = Pattern.compile(" th:text=\"#\\{([\\w.-]+)}\"([^<>]*)>[^<>]*(?=</)");

	private final MessageSource messages;

	private final Locale locale;

	WrittenTexts(MessageSource messages, Locale locale) {
		this.messages = messages;
		this.locale = locale;
	}

	@Override
	protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String ownerTemplate,
			String template, String resourceName, String characterEncoding, Map<String, Object> attributes) {
		ITemplateResource file = super.computeTemplateResource(configuration, ownerTemplate, template, resourceName,
				characterEncoding, attributes);
		try {
			return new StringTemplateResource(write(FileCopyUtils.copyToString(file.reader())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The template " + file.getDescription() + " cannot be read", ex);
		}
	}

	/** The template with the texts that need no value. */
	String write(String template) {
		String attributes = ATTRIBUTE.matcher(template)
			.replaceAll(
					(found) -> Matcher.quoteReplacement(" " + found.group(1) + "=\"" + text(found.group(2)) + "\""));
		return CONTENT.matcher(attributes)
			.replaceAll((found) -> Matcher.quoteReplacement(found.group(2) + ">" + text(found.group(1))));
	}

	private String text(String key) {
		return HtmlUtils.htmlEscape(this.messages.getMessage(key, null, this.locale), "UTF-8");
	}

}
