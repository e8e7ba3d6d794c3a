/**
 * The index, how it follows the database, and how it is asked. Owns {@code /films}:
 * browsing is searching without words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "catalogue", "text", "web" })
package app.marquee.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
