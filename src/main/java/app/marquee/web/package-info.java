/**
 * What every page shares: its head and layout, pagination, errors, caching, security
 * headers. Knows nothing of films.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "text" })
package app.marquee.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
