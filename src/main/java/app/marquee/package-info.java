/**
 * Marquee. The rooms are the packages below this one; each says in its package-info what
 * it is for and which others it may use.
 */
@NullMarked
package app.marquee;

import org.jspecify.annotations.NullMarked;
