package org.unifiedhotline.masterrecords;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unifiedhotline.mappings.reading.UnknownCodes;
import org.unifiedhotline.masterrecords.settings.Complaints;

/**
 * Settings of the hub ({@code unified-hotline.hub.*}).
 *
 * @param firstLoadWait how long the first load waits for a source that is away once the other is loaded
 * @param matchModel where the trained match model is: {@code file:} or {@code classpath:} and its place
 * @param survivorship where the survivorship rules are, likewise
 * @param stewards where it stands who takes which review tasks, likewise
 * @param retention where it stands how long what is kept for work is kept, likewise
 * @param resolutionBatch how many queued records are resolved in one transaction
 * @param unknownCodes what is done about a row with a code that no list knows: {@code unknown} or {@code dead-letter}
 */
@ConfigurationProperties("unified-hotline.hub")
public record HubProperties(
        @DefaultValue("60s") Duration firstLoadWait,

        @DefaultValue("classpath:config/matching/vietnam.yaml")
        String matchModel,

        @DefaultValue("classpath:config/survivorship.yaml") String survivorship,
        @DefaultValue("classpath:config/stewards.yaml") String stewards,
        @DefaultValue("classpath:config/retention.yaml") String retention,
        @DefaultValue("500") int resolutionBatch,
        @DefaultValue("unknown") UnknownCodes unknownCodes) {
    public HubProperties {
        new Complaints("unified-hotline.hub.")
                .require(!firstLoadWait.isNegative(), "first-load-wait is not negative")
                .require(resolutionBatch >= 1 && resolutionBatch <= 10_000, "resolution-batch is 1 to 10000")
                .throwIfAny();
    }
}
