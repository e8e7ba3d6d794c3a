package app.marquee.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import app.marquee.MarqueeTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole catalogue, looked at through a genuine Chromium. Its tests ask for a
 * {@link Visitor}. Where there is no Chromium they are skipped, with {@code CI=true} they
 * fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@MarqueeTest
@interface BrowserTest {

}
