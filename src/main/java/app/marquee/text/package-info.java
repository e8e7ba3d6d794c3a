/**
 * Words, slugs, dates, countries and checksums: how they are compared, addressed and
 * said. Knows nothing of films or pages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.marquee.text;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
