package org.unifiedhotline.masterrecords;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the hub ({@code unified-hotline.hub.*}).
 *
 * @param firstLoadWait how long the first load waits for a source that is away once the other is loaded
 * @param resolutionBatch how many queued records are resolved in one transaction
 */
@ConfigurationProperties("unified-hotline.hub")
public record HubProperties(
        @DefaultValue("60s") Duration firstLoadWait,
        @DefaultValue("500") int resolutionBatch) {
    public HubProperties {
        if (firstLoadWait.isNegative()) {
            throw new IllegalArgumentException("unified-hotline.hub.first-load-wait is not negative");
        }
        if (resolutionBatch < 1 || resolutionBatch > 10_000) {
            throw new IllegalArgumentException("unified-hotline.hub.resolution-batch is 1 to 10000");
        }
    }
}
