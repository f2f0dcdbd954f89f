package org.unifiedhotline.console.exports;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about exports ({@code unified-hotline.exports.*}).
 *
 * @param mostPeople no file holds more, 1 to 100,000
 * @param keepFor how long a file can be fetched, 1 minute to 24 hours
 * @param folder where files stand meanwhile; a folder of the service's own under the system's temporary one when not set
 */
@ConfigurationProperties("unified-hotline.exports")
public record ExportProperties(
        @DefaultValue("10000") int mostPeople,
        @DefaultValue("30m") Duration keepFor,
        @Nullable Path folder) {
    private static final int MOST = 100_000;

    public ExportProperties {
        check(mostPeople >= 1 && mostPeople <= MOST, "most-people must be 1 to " + MOST);
        check(
                keepFor.compareTo(Duration.ofMinutes(1)) >= 0 && keepFor.compareTo(Duration.ofHours(24)) <= 0,
                "keep-for must be 1m to 24h");
    }

    private static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("unified-hotline.exports." + complaint);
        }
    }
}
