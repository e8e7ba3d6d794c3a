/**
 * Who said what, what is believed, and why. The rule is
 * {@link app.marquee.provenance.Belief}; its verdicts are the claims that the sources
 * page shows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "catalogue", "text", "web" })
package app.marquee.provenance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
