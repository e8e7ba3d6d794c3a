package app.marquee.catalogue;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** What a company did for a film. */
@Embeddable
public record FilmCompany(@ManyToOne(fetch = FetchType.EAGER) Company company, String role) {
}
