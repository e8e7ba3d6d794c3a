/**
 * Draws a film's poster from its title, year and genre: typographic, composed like a
 * printed one, the same every time. {@link app.marquee.poster.Poster} is the way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.marquee.poster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
