/**
 * Services and what they offer: the where-to-watch page, its summary on the film's page,
 * and the pages of the services.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "catalogue", "text", "web" })
package app.marquee.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
