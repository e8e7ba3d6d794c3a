/**
 * The one way in for every film: readers of formats, the record that they all give, the
 * matcher that finds the film it speaks of, the writer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "catalogue", "provenance", "search", "text", "web" })
package app.marquee.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
