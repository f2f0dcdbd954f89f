package org.unifiedhotline.console.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be asked ({@code unified-hotline.console.limits.*}).
 *
 * @param requestsPerSecond what an account, or an address before its login, may ask in the long run
 * @param burst what it may ask at once besides
 * @param body how large the body of a request may be
 */
@ConfigurationProperties("unified-hotline.console.limits")
public record LimitsProperties(
        @DefaultValue("500") int requestsPerSecond,
        @DefaultValue("2000") int burst,
        @DefaultValue("256KB") DataSize body) {
    private static final int FEWEST = 10;

    public LimitsProperties {
        if (requestsPerSecond < FEWEST || burst < FEWEST) {
            throw new IllegalArgumentException("unified-hotline.console.limits.requests-per-second and burst are "
                    + FEWEST + " or more: a page alone asks as many");
        }
        if (body.toBytes() < 1024) {
            throw new IllegalArgumentException("unified-hotline.console.limits.body is 1KB or more");
        }
    }
}
