package app.marquee.web;

/** How far the catalogue has moved on; what is derived from it follows this number. */
@FunctionalInterface
public interface CatalogueState {

	/** The catalogue revision: it grows with every change, and never shrinks. */
	long revision();

}
