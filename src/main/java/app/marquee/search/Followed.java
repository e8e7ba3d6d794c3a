package app.marquee.search;

/** What the index follows: it knows the catalogue revision of its last change. */
interface Followed {

	Long id();

	Long revision();

}
