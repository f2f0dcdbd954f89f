package org.unifiedhotline.console.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay logged in ({@code unified-hotline.console.session.*}).
 *
 * @param idle without anything done by hand: what pages ask by themselves does not count
 * @param absolute in all, whatever is done
 * @param warn how long before either the page says so
 */
@ConfigurationProperties("unified-hotline.console.session")
public record SessionProperties(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("10h") Duration absolute,
        @DefaultValue("2m") Duration warn) {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(24);

    public SessionProperties {
        if (idle.compareTo(SHORTEST) < 0 || idle.compareTo(absolute) > 0 || absolute.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("unified-hotline.console.session.idle is 5 seconds or more and at most"
                    + " unified-hotline.console.session.absolute, which is at most 24 hours");
        }
        if (warn.isNegative() || warn.compareTo(idle) >= 0) {
            throw new IllegalArgumentException("unified-hotline.console.session.warn is less than session.idle");
        }
    }
}
