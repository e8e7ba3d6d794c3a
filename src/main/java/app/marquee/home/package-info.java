/**
 * The front page, the page about the catalogue, and what machines read: feeds, the
 * sitemap, robots.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "catalogue", "provenance", "text", "web" })
package app.marquee.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
