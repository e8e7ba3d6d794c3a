/**
 * Films and people, and the pages that show them. Other rooms add to a film's page
 * through {@link app.marquee.catalogue.FilmPageSection}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "poster", "text", "web" })
package app.marquee.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
