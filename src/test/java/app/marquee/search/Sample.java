package app.marquee.search;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import app.marquee.MarqueeTest;

import org.springframework.test.context.TestPropertySource;

/**
 * A catalogue of some three hundred real films with their people and parts, in which
 * every trap of {@link SearchCasesTest} is laid.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MarqueeTest
@TestPropertySource(properties = "marquee.seeds=classpath:/app/marquee/search/sample/")
@interface Sample {

}
