package app.marquee.catalogue;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * One of the titles that a film goes by.
 *
 * @param title as printed
 * @param kind main, original or alternative
 * @param language as a BCP 47 tag, where the source says it
 */
@Embeddable
public record FilmTitle(String title, String kind, @Nullable String language) {
}
