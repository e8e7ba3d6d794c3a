/**
 * What viewers wrote about a film: the pages of reviews, and their summary on the film's
 * page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "catalogue", "text", "web" })
package app.marquee.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
