package app.marquee.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

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
		return new Written(super.computeTemplateResource(configuration, ownerTemplate, template, resourceName,
				characterEncoding, attributes), this::write);
	}

	/** The template with the texts that need no value. */
	String write(String template) {
		String attributes = ATTRIBUTE.matcher(template)
			.replaceAll((found) -> quoted(" " + found.group(1) + "=\"" + text(found, 2) + "\""));
		return CONTENT.matcher(attributes).replaceAll((found) -> quoted(found.group(2) + ">" + text(found, 1)));
	}

	private static String quoted(String text) {
		return Matcher.quoteReplacement(text);
	}

	private String text(MatchResult found, int group) {
		return HtmlUtils.htmlEscape(this.messages.getMessage(found.group(group), null, this.locale), "UTF-8");
	}

	/**
	 * A template with its texts.
	 *
	 * @param write puts them in
	 */
	private record Written(ITemplateResource template, UnaryOperator<String> write) implements ITemplateResource {

		@Override
		public String getDescription() {
			return this.template.getDescription();
		}

		@Override
		public @Nullable String getBaseName() {
			return this.template.getBaseName();
		}

		@Override
		public boolean exists() {
			return this.template.exists();
		}

		@Override
		public Reader reader() throws IOException {
			return new BufferedReader(
					new StringReader(this.write.apply(FileCopyUtils.copyToString(this.template.reader()))));
		}

		@Override
		public ITemplateResource relative(String location) {
			return new Written(this.template.relative(location), this.write);
		}

	}

}
