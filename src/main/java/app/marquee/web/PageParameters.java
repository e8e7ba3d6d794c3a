package app.marquee.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which parameters a page depends on, where its handler takes them all in a map and
 * {@code @RequestParam} does not tell.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageParameters {

	/**
	 * Their names; {@code name=value} where that value says no more than none does.
	 */
	String[] value();

	/** The names of those that can come several times, in any order. */
	String[] several() default {};

}
