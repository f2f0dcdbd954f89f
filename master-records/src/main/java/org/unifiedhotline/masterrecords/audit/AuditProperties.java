package org.unifiedhotline.masterrecords.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit trail ({@code unified-hotline.audit.*}).
 *
 * @param folder holds the keys ({@code chain.key}, {@code sealing.key}) and the heads ({@code heads.log}); outside the
 *     database, readable by the service's user alone. Instances that share a hub share the keys
 * @param headsEvery how often at most the chain's end is noted there: what a superuser cuts off within this time of its
 *     writing, the service being killed meanwhile, is not missed
 * @param alerts where it stands what reading is unusual: {@code file:} or {@code classpath:} and its place
 */
@ConfigurationProperties("unified-hotline.audit")
public record AuditProperties(
        @Nullable Path folder,
        @DefaultValue("1s") Duration headsEvery,
        @DefaultValue("classpath:config/audit-alerts.yaml") String alerts) {
    public AuditProperties {
        if (headsEvery.isNegative()) {
            throw new IllegalArgumentException("unified-hotline.audit.heads-every is not negative");
        }
    }

    /**
     * The folder.
     *
     * @throws IllegalStateException if it is not set
     */
    public Path requiredFolder() {
        if (folder == null) {
            throw new IllegalStateException(
                    "unified-hotline.audit.folder is not set: the folder, outside the database, of the audit trail's keys and heads");
        }
        return folder;
    }
}
