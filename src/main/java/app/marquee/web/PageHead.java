package app.marquee.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a page's {@code <head>}, and in the model under the name {@code head}.
 *
 * @param title without the name of the catalogue
 * @param description one or two sentences for search engines and previews
 * @param path the canonical path with the parameters that matter, from the slash
 * @param type OpenGraph's type of thing
 * @param image path of a picture, or null
 * @param feed what is new of the same, or null
 * @param jsonLd schema.org's description of the same thing, ready to stand in a script
 * element, or null
 * @param indexed whether search engines may list the page
 */
public record PageHead(String title, @Nullable String description, String path, String type, @Nullable String image,
		@Nullable Feed feed, @Nullable String jsonLd, boolean indexed) {

	private static final Pattern PARTS = Pattern.compile("[/?]");

	public static PageHead of(String title, String path) {
		return new PageHead(title, null, path, "website", null, null, null, true);
	}

	public PageHead describedAs(@Nullable String description) {
		return new PageHead(this.title, description, this.path, this.type, this.image, this.feed, this.jsonLd,
				this.indexed);
	}

	public PageHead withImage(String image) {
		return new PageHead(this.title, this.description, this.path, this.type, image, this.feed, this.jsonLd,
				this.indexed);
	}

	/** An Atom feed, by its path. */
	public record Feed(String path, String title) {
	}

	public PageHead withFeed(@Nullable Feed feed) {
		return new PageHead(this.title, this.description, this.path, this.type, this.image, feed, this.jsonLd,
				this.indexed);
	}

	public PageHead withJsonLd(String type, String jsonLd) {
		return new PageHead(this.title, this.description, this.path, type, this.image, this.feed, jsonLd, this.indexed);
	}

	/**
	 * The part of the site that the page belongs to: {@code people}, {@code films}; the
	 * front page is of none.
	 */
	public String part() {
		return PARTS.split(this.path, 3)[1];
	}

	/**
	 * How the navigation marks this part: {@code page} on its own page, {@code true} on
	 * those below it.
	 */
	public String mark() {
		return this.path.equals("/" + part()) ? "page" : "true";
	}

	/**
	 * A page for people, not for search engines: a list in one of its endless states, an
	 * error.
	 */
	public PageHead notIndexed() {
		return new PageHead(this.title, this.description, this.path, this.type, this.image, this.feed, this.jsonLd,
				false);
	}

	/** A page that is there for every film, or every letter, also where it is empty. */
	public PageHead indexedIf(boolean saysSomething) {
		return saysSomething ? this : notIndexed();
	}

}
